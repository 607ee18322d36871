"""Safe repairs: what is kept, what is dropped, and what is written over."""

import os
import sys
import unicodedata

import pytest

from stratsel.errors import UsageError
from stratsel.files.read import MAX_BYTES
from stratsel.intake import repair
from stratsel.intake.discover import select_round
from stratsel.intake.repair import find_repairs, write_repairs
from stratsel.terms import Obstacle

ALPHA, BETA, CRITERIA, SOURCES = "candidates/alpha.yaml", "candidates/beta.yaml", "criteria/meals.yaml", "sources.yaml"


def found(small_round, *files):
    return find_repairs(select_round([small_round.folder / file for file in files] or [small_round.folder]))


def fixed(small_round, *files):
    """Repair, and return how many repairs there were in each file."""
    repairs = found(small_round, *files)
    write_repairs(select_round([small_round.folder]).folder, repairs)
    assert found(small_round, *files).files == ()
    return {each.file: each.count for each in repairs.files}


def codes(small_round):
    return codes_of(small_round.check())


def codes_of(check):
    return [each.code.value for each in check.findings]


def decomposed(text):
    return unicodedata.normalize("NFD", text)


# --- what is repaired -----------------------------------------------------------------------------


def test_there_is_nothing_to_repair_in_a_valid_round(small_round):
    assert found(small_round).files == ()
    assert found(small_round).count == 0


def test_every_kind_of_slip_is_repaired_and_all_else_stays(small_round):
    small_round.edit(ALPHA, "title: Alpha Kitchen", "title: {en: Alpha Kitchen, vi: Bếp Alpha}  # bếp\nlang: vi")
    good = small_round.text(ALPHA)
    small_round.edit(ALPHA, "{en: Alpha Kitchen, vi", "{en: Alpha Kitchen, by the market, vi")
    small_round.edit(ALPHA, "  menu:", "  menuu:")
    small_round.edit(ALPHA, "  cook:", '  "cok":')
    small_round.edit(ALPHA, "history:", "histroy :")
    text = decomposed(small_round.text(ALPHA)).replace("\n", "\r\n", 3)
    small_round.put(ALPHA, b"\xef\xbb\xbf" + text.encode())
    assert sorted(codes(small_round)) == ["ST112", "ST118", "ST202", "ST401", "ST411"]
    assert fixed(small_round) == {ALPHA: 6}
    good = good.replace("{en: Alpha Kitchen, vi", '{en: "Alpha Kitchen, by the market", vi')
    good = good.replace("  cook:", '  "cook":').replace("history:", "history :")
    assert (small_round.folder / ALPHA).read_bytes() == b"\xef\xbb\xbf" + good.encode()
    assert codes(small_round) == []


def test_the_criteria_and_the_sources_are_repaired_too(small_round):
    good = small_round.text(CRITERIA), small_round.text(SOURCES)
    small_round.edit(CRITERIA, "missing: worst", "mising: worst")
    small_round.put(SOURCES, small_round.text(SOURCES).replace("publisher:", "publsher:"))
    assert fixed(small_round)[CRITERIA] == 1
    assert (small_round.text(CRITERIA), small_round.text(SOURCES)) == good


def test_only_the_files_asked_about_are_repaired(small_round):
    for file in (ALPHA, BETA):
        small_round.edit(file, "  menu:", "  menuu:")
    assert fixed(small_round, BETA) == {BETA: 1}
    assert "menuu" in small_round.text(ALPHA)


def test_a_file_that_uses_one_end_of_line_keeps_it(small_round):
    damaged = small_round.text(ALPHA).replace("  menu:", "  menuu:").replace("\n", "\r\n")
    small_round.put(ALPHA, damaged)
    assert fixed(small_round) == {ALPHA: 1}
    assert small_round.text(ALPHA) == damaged.replace("menuu", "menu")


def test_accents_are_set_right_in_every_file(small_round):
    for file, old, new in ((CRITERIA, "title: School meals", "title: Bữa ăn"), (ALPHA, "cook: Ann", "cook: Ánh")):
        small_round.edit(file, old, new)
    good = [small_round.text(file) for file in (CRITERIA, ALPHA)]
    for file in (CRITERIA, ALPHA):
        small_round.put(file, decomposed(small_round.text(file)))
    assert codes(small_round) == ["ST118", "ST118"]
    assert fixed(small_round) == {ALPHA: 1, CRITERIA: 1}
    assert [small_round.text(file) for file in (CRITERIA, ALPHA)] == good


# --- what is dropped ------------------------------------------------------------------------------


def test_a_repair_with_a_new_finding_is_dropped_and_the_others_are_kept(small_round):
    """What follows the comma is no part of an id; joined, the id would be malformed."""
    small_round.edit(BETA, "menu: {level: 1, why: By its leaflet.}", "menuu: {level: 1, why: By its leaflet.}")
    small_round.edit(BETA, "choice: [fetched, hired], why: Not settled.", "choice: hired, slowly, why: Not settled.")
    small_round.edit(ALPHA, "why: By its offer.", "why: By its offer, on paper.")
    bad = small_round.text(BETA)
    assert sorted(codes(small_round)) == ["ST112", "ST112", "ST401"]
    assert fixed(small_round) == {ALPHA: 1, BETA: 1}
    assert codes(small_round) == ["ST112"]
    assert small_round.text(BETA) == bad.replace("menuu", "menu")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (BETA, "amount: [35, 40]", "amount: 35,000"),  # a figure
        (BETA, "  menu:", "  vegetables:"),  # nothing is near
        (BETA, "choice: [fetched, hired]", "choice: hird"),  # no key
        (BETA, "level: 1,", "level: 9,"),
        (BETA, "title: Beta", "titel: B\ntitl: Beta"),  # which one?
        (BETA, "  menu:", "  menuu: unknown\n  meenu:"),
        (BETA, "  menu:", "  menuu: unknown\n  menu:"),  # it is there
        (BETA, "title: Beta Catering", "title: {en: Beta, catering"),  # cannot be read
        (ALPHA, "form: kitchen", "form: kitchn"),
    ],
)
def test_what_is_not_certain_is_left_alone(small_round, file, old, new):
    small_round.edit(file, old, new)
    assert codes(small_round) != []
    assert found(small_round).files == ()


def test_a_key_that_is_near_to_two_is_not_chosen_for(small_round):
    """A criterion that is there counts too: what is like it was hardly meant for the other."""
    small_round.edit(ALPHA, "  form: kitchen\n", "")
    small_round.edit(ALPHA, "  opened: 2020-05", "  opened: 2020-05\n  frm: kitchen")
    assert found(small_round).count == 1
    small_round.edit(CRITERIA, "  form: {type", "  forms: {type: text, question: Q}\n  form: {type")
    assert "ST411" in codes(small_round)
    assert found(small_round).count == 0


def test_what_else_is_found_under_a_misspelt_key_is_no_obstacle(small_round):
    """It is the same finding afterwards, though it names the key as it is then spelt."""
    small_round.edit(BETA, "menu: {level: 1, why: By its leaflet.}", "menuu: 1")
    assert codes(small_round) == ["ST401", "ST216"]
    assert fixed(small_round) == {BETA: 1}
    assert codes(small_round) == ["ST216"]


def test_a_language_is_a_key_too(small_round):
    small_round.edit(BETA, "title: Beta Catering", "title: {EN: Beta Catering, vi: Suất ăn}")
    assert codes(small_round) == ["ST202"]
    assert fixed(small_round) == {BETA: 1}
    assert "{en: Beta Catering, vi: Suất ăn}" in small_round.text(BETA)


def test_two_leaves_that_are_near_are_not_chosen_between(small_round):
    small_round.edit(CRITERIA, "{id: freshness, title", "{id: menus, title")
    for file in (ALPHA, BETA):
        small_round.edit(file, "  freshness:", "  menus:")
    small_round.edit(BETA, "  menu:", "  menu-s:")
    assert "ST401" in codes(small_round)
    assert found(small_round).files == ()


def test_what_is_escaped_stays_escaped(small_round):
    """Accents apart that a file writes on purpose are not visible in it."""
    small_round.edit(BETA, "title: Beta Catering", 'title: "Be\\u0301p"')
    assert found(small_round).files == ()


def test_a_repair_may_not_make_a_file_too_large(small_round):
    small_round.edit(BETA, "why: Not settled.}", "why: Not, settled.}")
    text = small_round.text(BETA) + "#"
    small_round.put(BETA, text + "x" * (MAX_BYTES - 1 - len(text)))
    assert codes(small_round) == ["ST112"]
    assert found(small_round).files == ()


def test_the_round_is_not_read_for_ever(small_round, monkeypatch):
    """Each bad repair is found by halves; where there are too many trials, the rest is left alone."""
    monkeypatch.setattr(repair, "MAX_TRIALS", 1)
    small_round.edit(BETA, "choice: [fetched, hired], why: Not settled.", "choice: hired, slowly, why: Not settled.")
    small_round.edit(ALPHA, "why: By its offer.", "why: By its offer, on paper.")
    assert found(small_round).files == ()
    monkeypatch.setattr(repair, "MAX_TRIALS", 2)
    assert [each.file for each in found(small_round).files] == [ALPHA]


# --- where it is written --------------------------------------------------------------------------


@pytest.fixture
def slip(small_round):
    small_round.edit(BETA, "  menu:", "  menuu:")
    return small_round


def write(round_, repairs):
    write_repairs(select_round([round_.folder]).folder, repairs)


def test_a_file_that_changed_meanwhile_is_left_as_it_is(slip):
    slip.edit(ALPHA, "  menu:", "  menuu:")
    repairs = found(slip)
    slip.edit(BETA, "Beta Catering", "Beta")
    before = slip.text(ALPHA), slip.text(BETA)
    with pytest.raises(UsageError, match=r"beta\.yaml has changed"):
        write(slip, repairs)
    assert (slip.text(ALPHA), slip.text(BETA)) == before


def test_a_file_that_is_gone_is_not_made_again(slip):
    repairs = found(slip)
    (slip.folder / BETA).unlink()
    with pytest.raises(UsageError):
        write(slip, repairs)
    assert not (slip.folder / BETA).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_a_file_that_nobody_may_write_is_left_as_it_is(slip):
    (slip.folder / BETA).chmod(0o444)
    before = slip.text(BETA)
    with pytest.raises(UsageError) as refused:
        write(slip, found(slip))
    assert refused.value.facts["obstacle"] is Obstacle.NO_PERMISSION
    assert slip.text(BETA) == before


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_the_mode_of_a_file_is_kept(slip):
    (slip.folder / BETA).chmod(0o640)
    write(slip, found(slip))
    assert (slip.folder / BETA).stat().st_mode & 0o777 == 0o640
    assert "menuu" not in slip.text(BETA)


@pytest.fixture
def link():
    def make(path, target):
        try:
            path.symlink_to(target)
        except OSError:
            pytest.skip("this system makes no links for this user")

    return make


def test_nothing_outside_the_round_is_written_through_a_link(slip, link, tmp_path):
    outside = tmp_path / "outside.yaml"
    (slip.folder / BETA).rename(outside)
    link(slip.folder / BETA, outside)
    assert found(slip).files == ()


def test_a_file_that_became_a_link_out_of_the_round_is_not_written(slip, link, tmp_path):
    repairs = found(slip)
    outside = tmp_path / "outside.yaml"
    (slip.folder / BETA).rename(outside)
    link(slip.folder / BETA, outside)
    with pytest.raises(UsageError):
        write(slip, repairs)
    assert "menuu" in outside.read_text(encoding="utf-8")


def test_a_criteria_file_of_elsewhere_is_never_written(small_round, tmp_path):
    outside = tmp_path / "rules.yaml"
    outside.write_text(small_round.text(CRITERIA).replace("missing: worst", "mising: worst"), "utf-8")
    assert codes_of(small_round.check(criteria=outside)) == ["ST402", "ST202"]
    assert find_repairs(select_round([small_round.folder], outside)).files == ()


def test_a_file_with_two_names_is_repaired_once(small_round, link):
    small_round.edit(BETA, "  menu:", "  menuu:")
    (small_round.folder / "kept").mkdir()
    (small_round.folder / BETA).rename(small_round.folder / "kept" / "beta.yaml")
    for name in ("beta", "gamma"):
        link(small_round.folder / "candidates" / f"{name}.yaml", os.path.join("..", "kept", "beta.yaml"))  # noqa: PTH118
    repairs = found(small_round)
    assert [each.file for each in repairs.files] == [BETA]
    write(small_round, repairs)
    assert (small_round.folder / BETA).is_symlink()
    assert "menuu" not in small_round.text("kept/beta.yaml")


def test_standard_input_is_repaired_without_being_on_disk(small_round):
    text = small_round.text(BETA).replace("id: beta", "id: gamma")
    folder = small_round.folder / "candidates" / "gamma.yaml"
    selection = select_round([folder], None, text.replace("menu:", "menuu:").encode())
    (repaired,) = find_repairs(selection).files
    assert repaired.texts == (text.replace("menu:", "menuu:"), text)
    assert not folder.exists()
