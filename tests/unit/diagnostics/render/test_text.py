import unicodedata

import pytest

from stratsel.diagnostics.causes import singly
from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.text import FEW, blocks, closing, plain, render, summary
from stratsel.diagnostics.span import TextSpan, Where
from stratsel.terms import Severity

UAV = """\
stratsel: candidate/1
id: uav
title: {en: Drones, multi-purpose, vi: Thiết bị bay không người lái (UAV)}
"""
FILE = "candidates/uav.yaml"


def comma():
    where = Where(FILE, ("title", "multi-purpose"), "key", TextSpan(3, 21, 3, 34))
    return Diagnostic(Code.COMMA_IN_TEXT, where, {"before": "Drones", "key": "multi-purpose"})


def rendered(diagnostic, places, language="en"):
    return render(Findings((diagnostic,), 1), places, language)


def test_the_draft(places_of):
    """The first finding of the draft of this output, to the letter but for the quotes around `Drones`."""
    assert rendered(comma(), places_of({FILE: UAV})) == (
        "error[ST112] comma-in-text: the comma ended the text at `Drones`; `multi-purpose` became a key\n"
        "  candidates/uav.yaml:3:21  title.multi-purpose\n"
        "    3 | title: {en: Drones, multi-purpose, vi: Thiết bị bay không người lái (UAV)}\n"
        "      |                     ^^^^^^^^^^^^^\n"
        '  help: put the whole text in quotes: "Drones, multi-purpose"\n'
        "\n"
        "1 file, 1 error, 1 can be fixed with --fix\n"
    )


def test_in_vietnamese(places_of):
    lines = rendered(comma(), places_of({FILE: UAV}), "vi").splitlines()
    assert lines[0].startswith("lỗi[ST112] comma-in-text: dấu phẩy")
    assert lines[4].startswith("  cách sửa: ")
    assert lines[-1] == "1 tệp, 1 lỗi, 1 có thể sửa bằng --fix"


def test_a_related_place_is_a_note(places_of, unknown_criterion):
    related = (Where("criteria/round.yaml", ("criteria", 0, "id"), "value", TextSpan(71, 9, 71, 20)),)
    diagnostic = unknown_criterion(near="growth", related=related)
    lines = rendered(diagnostic, places_of({FILE: "x: 1"})).splitlines()
    assert lines[4] == "  = note: criteria/round.yaml:71:9 the criterion that is closest in spelling"
    assert (
        rendered(diagnostic, places_of({}), "vi").splitlines()[2].startswith("  = ghi chú: criteria/round.yaml:71:9 ")
    )


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_carets_stand_under_the_span_after_vietnamese(places_of, unknown_criterion, form):
    line = unicodedata.normalize(form, "title: {vi: Thiết bị bay, x: 1}")
    at = line.index("x:") + 1
    lines = rendered(unknown_criterion(span=(1, at, 1, at + 1)), places_of({FILE: line})).splitlines()
    drawn = unicodedata.normalize("NFC", lines[2])
    assert lines[3].index("^") == drawn.index("x:")


def test_a_span_of_several_lines_shows_the_first(places_of, unknown_criterion):
    text = "assessments:\n  growth:   \n    level: 2\n"
    lines = rendered(unknown_criterion(span=(2, 3, 3, 13)), places_of({FILE: text})).splitlines()
    assert lines[2:4] == ["    2 |   growth:", "      |   ^^^^^^^"]


def test_a_high_line_number_widens_the_gutter(places_of, unknown_criterion):
    text = "\n" * 123_455 + "x: 1"
    lines = rendered(unknown_criterion(span=(123_456, 1, 123_456, 2)), places_of({FILE: text})).splitlines()
    assert lines[2:4] == ["123456 | x: 1", "       | ^"]


@pytest.mark.parametrize("text", ["", "\n", "   \n"])
def test_an_empty_file_has_no_excerpt(places_of, text):
    diagnostic = Diagnostic(Code.EMPTY_FILE, Where(FILE))
    lines = rendered(diagnostic, places_of({FILE: text})).splitlines()
    assert lines[1] == "  candidates/uav.yaml:1:1"
    assert lines[2].startswith("  help: ")


def test_a_file_that_cannot_be_read_has_no_excerpt(places_of):
    lines = rendered(Diagnostic(Code.NOT_A_FILE, Where(FILE)), places_of({})).splitlines()
    assert len(lines) == 5


def test_a_position_at_the_end_of_a_line(places_of, unknown_criterion):
    lines = rendered(unknown_criterion(span=(1, 5, 1, 5)), places_of({FILE: "x: 1\n"})).splitlines()
    assert lines[2:4] == ["    1 | x: 1", "      |     ^"]


@pytest.mark.parametrize(
    "hostile", ["{0.__class__}", "%s", "\x1b[31mred\x1b[0m", "a\nb\r\nc", "x" * 10_000, "\u202egnp.exe", "\ud800"]
)
def test_hostile_text_stays_on_its_line(places_of, unknown_criterion, hostile):
    diagnostic = unknown_criterion(
        criterion=hostile,
        criteria=hostile,
        path=("assessments", hostile),
        file=f"candidates/{hostile}.yaml",
        near=hostile,
    )
    shown = rendered(diagnostic, places_of({f"candidates/{hostile}.yaml": "x: \x1b[31m\u202e1"}))
    lines = shown.split("\n")
    assert len(lines) == 8
    assert all(line.isprintable() for line in lines)
    assert lines[2].startswith("    1 | x: \\x1b[31m\\u202e1")


def test_lines_are_at_most_a_hundred_columns_wide(places_of, unknown_criterion):
    text = "note: " + "rất dài " * 1_000 + "x"
    lines = rendered(unknown_criterion(span=(1, len(text), 1, len(text) + 1)), places_of({FILE: text})).splitlines()
    assert max(map(len, lines[2:4])) <= 100
    assert lines[2][lines[3].index("^")] == "x"


def test_findings_are_apart_and_the_summary_is_last(places_of, unknown_criterion):
    findings = Findings(
        (unknown_criterion(), comma(), Diagnostic(Code.UNASSESSED_LEAF, Where(FILE, ("a",)), {"leaf": "b"})), 3
    )
    shown = render(findings, places_of({FILE: UAV}), "en")
    assert shown.count("\n\n") == 3
    assert shown.endswith("\n\n3 files, 2 errors, 1 warning, 1 can be fixed with --fix\n")
    assert "\nwarning[ST407] unassessed-leaf: " in shown


@pytest.mark.parametrize(
    ("files", "english", "vietnamese"),
    [
        (0, "no findings in 0 files", "không có phát hiện nào trong 0 tệp"),
        (1, "no findings in 1 file", "không có phát hiện nào trong 1 tệp"),
        (12, "no findings in 12 files", "không có phát hiện nào trong 12 tệp"),
    ],
)
def test_nothing_found(places_of, files, english, vietnamese):
    findings = Findings((), files)
    assert render(findings, places_of({}), "en") == f"{english}\n"
    assert render(findings, places_of({}), "vi") == f"{vietnamese}\n"


def test_advice_is_counted_apart(unknown_criterion):
    advice = Diagnostic(Code.TAG, Where(FILE), severity=Severity.ADVICE)
    assert summary(Findings((advice,), 1), "en") == "1 file, 1 piece of advice"
    assert summary(Findings((advice, unknown_criterion()), 2), "en") == "2 files, 1 error, 1 piece of advice"
    assert summary(Findings((advice,), 2), "vi") == "2 tệp, 1 khuyến nghị"


def test_an_unknown_language_is_english(places_of):
    assert render(Findings((), 1), places_of({}), "fr") == "no findings in 1 file\n"


def test_places_that_were_not_gathered_are_located(places_of):
    diagnostic = Diagnostic(Code.UNKNOWN_KEY, Where(FILE, ("b",), "key"), {"key": "b"})
    places = places_of({FILE: "a: 1\nb: 2\n"}, {("b",): TextSpan(2, 1, 2, 2)})
    assert f"  {FILE}:2:1  b\n    2 | b: 2\n      | ^\n" in rendered(diagnostic, places)


def many(count, code=Code.UNKNOWN_KEY, **facts):
    return Findings(
        tuple(Diagnostic(code, Where(f"{n:03}.yaml", span=TextSpan(1, 1, 1, 2)), facts) for n in range(count)), count
    )


def test_one_cause_is_one_block_with_a_count_and_the_first_places(places_of):
    shown = blocks(many(196, key="sumary"), places_of({"000.yaml": "sumary: x"}), "en")
    assert shown == (
        "error[ST202] unknown-key: `sumary` is not a key of this place (196 times)\n"
        "  000.yaml:1:1\n"
        "    1 | sumary: x\n"
        "      | ^\n"
        "  = also: 001.yaml:1:1\n"
        "  = also: 002.yaml:1:1\n"
        "  = also: 003.yaml:1:1\n"
        "  = also: 192 more; stratsel check --all shows each\n"
        "  help: delete it, or begin its name with `x-` to keep it as a remark of your own\n"
        "\n"
    )


def test_few_places_are_all_named(places_of):
    shown = blocks(many(1 + FEW, key="x"), places_of({}), "en")
    assert shown.count("= also: ") == FEW
    assert "more" not in shown


def test_many_of_a_kind_in_one_place_are_named(places_of):
    where = Where(FILE, ("assessments",), "key", TextSpan(6, 1, 6, 12))
    found = Findings(tuple(Diagnostic(Code.UNASSESSED_LEAF, where, {"leaf": leaf}) for leaf in "abcdef"), 1)
    lines = blocks(found, places_of({}), "en").splitlines()
    assert lines[0] == "warning[ST407] unassessed-leaf: nothing is said about `a`"
    assert lines[2:6] == [
        "  = also: nothing is said about `b`",
        "  = also: nothing is said about `c`",
        "  = also: nothing is said about `d`",
        "  = also: 2 more; stratsel check --all shows each",
    ]


def test_each_finding_by_itself(places_of):
    shown = blocks(many(196, key="sumary"), places_of({}), "en", plain, singly)
    assert shown.count("error[ST202]") == 196
    assert "also" not in shown
    assert "times" not in shown


def test_the_text_is_its_blocks_and_its_closing_line(places_of):
    found = many(3, key="x")
    assert render(found, places_of({}), "en") == blocks(found, places_of({}), "en") + closing(found, "en")
    assert blocks(Findings((), 3), places_of({}), "en") == ""
    assert closing(found, "en") == "3 files, 3 errors\n"


def test_paint_gets_each_piece_and_adds_nothing_else(places_of):
    roles = set()

    def paint(role, text):
        roles.add(role)
        return f"<{role}>{text}</{role}>"

    diagnostic = comma()
    related = Diagnostic(diagnostic.code, diagnostic.where, diagnostic.facts, related=(diagnostic.where,))
    findings, places = Findings((related,), 1), places_of({FILE: UAV})
    painted = render(findings, places, "en", paint)
    assert roles == {"error", "message", "place", "gutter", "note", "help", "summary"}
    for role in roles:
        painted = painted.replace(f"<{role}>", "").replace(f"</{role}>", "")
    assert painted == render(findings, places, "en")
