from stratsel.results.robustness.part import RobustnessPart


def test_each_part_says_what_it_is_about_in_both_languages():
    for part in RobustnessPart:
        assert part.value.isascii() and part.value.islower()
        assert part.english.endswith(".") and part.vietnamese.endswith(".")
        assert part.english != part.vietnamese
