from stratsel.report.banner import LONGEST, of_pages


def test_a_banner_that_fits_stands_on_each_page_alone():
    made = of_pages("DRAFT by the office")
    assert (made.short, made.whole) == ("DRAFT by the office", "")


def test_a_banner_that_does_not_is_cut_there_and_stands_whole_once():
    banner = "DRAFT by " + "x" * LONGEST
    made = of_pages(banner)
    assert made.short == banner[: LONGEST - 1] + "…"
    assert made.whole == banner


def test_what_is_official_has_none():
    assert (of_pages("").short, of_pages("").whole) == ("", "")
