"""A line for each finding."""

import re

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.concise import render


def test_a_line_for_each_finding_worst_first(places_of, finding):
    found = Findings(
        (
            finding(Code.UNASSESSED_LEAF, "a.yaml", (3, 1, 3, 5), leaf="growth"),
            finding(file="b.yaml", span=(7, 9, 8, 1)),
        )
    )
    assert render(found, places_of({}), "en") == (
        "b.yaml:7:9: ST202 `x` is not a key of this place\n"
        "a.yaml:3:1: ST407 nothing is said about `growth`\n"
    )  # fmt: skip


def test_no_finding_is_no_line(places_of):
    assert render(Findings((), 4), places_of({}), "en") == ""


def test_findings_are_never_grouped(places_of, finding):
    found = Findings(tuple(finding(file=f"{n}.yaml") for n in range(30)))
    assert render(found, places_of({}), "en").count("\n") == 30


def test_hostile_text_stays_on_its_line(places_of, hostile_findings):
    text = render(hostile_findings, places_of({}), "en")
    text.encode()
    lines = text.split("\n")
    assert (len(lines), lines[-1]) == (4, "")
    assert all(re.match(r"candidates/.*:2:3: ST401 ", line) and line.isprintable() for line in lines[:-1])
