"""The findings that no text on a page can show: encodings, sizes, links, and files that are none."""

import os
import sys

import pytest

from stratsel.api import check
from stratsel.diagnostics.catalogue import message, rules
from stratsel.diagnostics.codes import Code
from stratsel.errors import Rejected
from stratsel.files.read import MAX_BYTES
from stratsel.intake.checks.quotes import MAX_QUOTES
from stratsel.intake.discover import select_round
from stratsel.intake.load import load
from stratsel.model.scale import MAX_STEPS
from stratsel.reading.characters import MAX_MARKS
from stratsel.reading.events import MAX_DEFECTS, MAX_DEPTH, MAX_VALUES
from stratsel.terms import Obstacle

DOSSIER = """\
stratsel: candidate/1
id: gamma
title: {title}
lang: vi
proposer: schools
assessments: {{freshness: unknown, menu: unknown, price: unknown, delivery: unknown}}
"""
FILE = "candidates/gamma.yaml"


def dossier(title="Gamma", after=""):
    return DOSSIER.format(title=title) + after


def linked(path, target):
    path.parent.mkdir(exist_ok=True)
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this system makes no links for this user")


def utf_16(path):
    path.write_bytes(dossier().encode("utf-16"))


def code_page_1258(path):
    path.write_bytes(dossier("Bếp ăn").replace("ếp ă", "êp ă").encode("cp1258"))


def accents_apart(path):
    path.write_bytes(dossier("Be\N{COMBINING CIRCUMFLEX ACCENT}\N{COMBINING ACUTE ACCENT}p").encode())


def marks_piled_up(path):
    path.write_bytes(dossier("Ga" + "\N{COMBINING TILDE OVERLAY}" * (MAX_MARKS + 1) + "mma").encode())


def direction_reversed(path):
    path.write_bytes(dossier("Gamma \N{RIGHT-TO-LEFT OVERRIDE}nehctiK").encode())


def terminal_escape(path):
    path.write_bytes(dossier('"Gamma \x1b[2J"').encode())


def too_large(path):
    path.write_bytes(dossier(after="# " + "x" * MAX_BYTES + "\n").encode())


def too_deep(path):
    path.write_bytes(dossier(after=f"x-deep: {'[' * MAX_DEPTH}{']' * MAX_DEPTH}\n").encode())


def too_many_values(path):
    path.write_bytes(dossier(after="x-many: [" + "[]," * (MAX_VALUES // 2) + "[]]\n").encode())


def too_many_findings(path):
    path.write_bytes(dossier(after="x-empty:\n" + "  -\n" * (MAX_DEFECTS + 5)).encode())


def too_many_quotes(path):
    (path.parents[1] / "sources").mkdir()
    (path.parents[1] / "sources" / "report.txt").write_bytes(b"Meals are cooked on the day.\n")
    source = "{title: Report, publisher: Office, date: 2025, grade: official, text: sources/report.txt}"
    entry = "  - {date: 2025-10, status: seen, source: report, quote: cooked on the day}\n"
    path.write_bytes(dossier(after=f"sources:\n  report: {source}\nhistory:\n{entry * (MAX_QUOTES + 2)}").encode())


def broken_link(path):
    linked(path, path.with_name("nowhere.yaml"))


def link_to_itself(path):
    linked(path, path)


def forbidden(path):
    path.write_bytes(dossier().encode())
    path.chmod(0)
    if sys.platform == "win32" or os.access(path, os.R_OK):
        pytest.skip("this user may read everything")


def folder(path):
    path.mkdir()


def pipe(path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(path)


def link_outside(path):
    outside = path.parents[2] / "outside.yaml"
    outside.write_bytes(dossier().encode())
    linked(path, outside)


CASES = [
    (utf_16, Code.NOT_UTF_8, 1, 1),
    (code_page_1258, Code.NOT_UTF_8, 3, 9),
    (accents_apart, Code.NOT_NFC, 3, 9),
    (marks_piled_up, Code.TOO_MANY_MARKS, 3, 10 + MAX_MARKS),
    (direction_reversed, Code.FORBIDDEN_CHARACTER, 3, 14),
    (terminal_escape, Code.FORBIDDEN_CHARACTER, 3, 15),
    (too_large, Code.FILE_TOO_LARGE, 1, 1),
    (too_deep, Code.TOO_DEEP, 7, 9 + MAX_DEPTH - 1),
    (too_many_values, Code.TOO_MANY_VALUES, 7, None),
    (too_many_quotes, Code.TOO_MANY_QUOTES, 10 + MAX_QUOTES, 58),
    (broken_link, Code.UNREADABLE_FILE, 1, 1),
    (link_to_itself, Code.UNREADABLE_FILE, 1, 1),
    (forbidden, Code.UNREADABLE_FILE, 1, 1),
    (folder, Code.NOT_A_FILE, 1, 1),
    (pipe, Code.NOT_A_FILE, 1, 1),
    (link_outside, Code.LINK_OUT_OF_ROUND, 1, 1),
]
ELSEWHERE = {
    Code.CHANGED_FILE,
    Code.TOO_MANY_FINDINGS,
    Code.TOO_MANY_ENTRIES,
    Code.COINCIDING_LEAVES,
    Code.TOO_MANY_LEAVES,
}
UNREACHED = {Code.OTHER_DEFECT}
"""The last resort: nothing that is known yields it."""


@pytest.mark.parametrize(("make", "code", "line", "column"), CASES, ids=[case[0].__name__ for case in CASES])
def test_the_file_yields_one_finding(make, code, line, column, lay):
    root, _ = lay([])
    make(root / FILE)
    findings = check([root]).findings
    assert [(each.code, each.where.file) for each in findings] == [(code, f"{root.as_posix()}/{FILE}")]
    span = findings.items[0].where.span
    assert span.line == line
    assert column is None or span.column == column


def test_reading_stops_after_too_many_findings(lay):
    root, _ = lay([])
    too_many_findings(root / FILE)
    codes = [each.code for each in check([root]).findings]
    assert codes.count(Code.EMPTY_VALUE) == MAX_DEFECTS
    assert codes.count(Code.TOO_MANY_FINDINGS) == 1
    assert len(codes) == MAX_DEFECTS + 1


@pytest.mark.parametrize(
    ("kind", "key", "entry"),
    [
        ("rubric", "levels", "{}: a"),
        ("quantity, unit: EUR", "points", "{0}: 1"),
        ("checklist", "items", "i{}: {{title: T}}"),
        ("choice", "options", "o{}: {{value: 1, title: T}}"),
    ],
)
def test_a_scale_has_as_many_entries_as_people_can_survey(lay, kind, key, entry):
    root, _ = lay([])
    (path,) = (root / "criteria").iterdir()
    entries = ", ".join(map(entry.format, range(MAX_STEPS + 1)))
    scale = f"scales:\n  long:\n    {{kind: {kind}, {key}: {{{entries}}}}}\n"
    path.write_bytes(path.read_bytes().replace(b"scales:\n", scale.encode()))
    (finding,) = check([root]).findings
    assert (finding.code, finding.where.path) == (Code.TOO_MANY_ENTRIES, ("scales", "long", key))
    assert finding.facts == {"count": str(MAX_STEPS + 1), "limit": str(MAX_STEPS)}


def test_a_dossier_that_changed_since_it_was_checked_is_refused(lay):
    root, _ = lay([])
    loaded = load(select_round([root]))
    path = root / "candidates" / "alpha.yaml"
    path.write_bytes(path.read_bytes().replace(b"level: 3", b"level: 2"))
    with pytest.raises(Rejected) as refused:
        loaded.round.dossier("alpha")
    (finding,) = refused.value.check.findings
    assert finding.code is Code.CHANGED_FILE
    assert finding.where.file == path.as_posix()


def test_names_that_differ_only_in_capitals_collide(lay):
    root, _ = lay([])
    if (root / "CANDIDATES").exists():
        pytest.skip("this system takes both for one name")
    path = root / "candidates" / "Alpha.yaml"
    path.write_bytes((root / "candidates" / "alpha.yaml").read_bytes())
    findings = check([root]).findings
    assert Code.COLLIDING_NAMES in {each.code for each in findings}


def test_the_obstacle_is_named_in_both_languages(lay):
    root, _ = lay([])
    broken_link(root / FILE)
    (finding,) = check([root]).findings
    assert Obstacle.NOT_FOUND.english in message(finding, "en")
    assert Obstacle.NOT_FOUND.vietnamese in message(finding, "vi")


def test_every_page_without_an_example_has_a_case():
    without = {each.code for each in rules() if not each.is_shown}
    assert without == {code for _, code, _, _ in CASES} | ELSEWHERE | UNREACHED
