"""The script of the page orders candidates and writes numbers as the library does."""

import html
import json
import re
from pathlib import Path

import pytest

from stratsel.language.numbers import format_number
from stratsel.report.formats.html import resource

CASES = json.loads((Path(__file__).parents[1] / "what_if" / "cases.json").read_text(encoding="utf-8"))
NUMBERS = [
    # a number, places, and how it is written: half up on the digits as people meant them
    (78.55, 1, "78.6"),
    (75.35, 1, "75.4"),
    (0.05, 1, "0.1"),
    (0.049999, 1, "0.0"),
    (0.0005, 1, "0.0"),
    (1e-9, 1, "0.0"),
    (99.95, 1, "100.0"),
    (100.0, 1, "100.0"),
    (0.0, 1, "0.0"),
    (2.675, 2, "2.68"),
    (0.5, 0, "1"),
    (0.49999999999999994, 0, "1"),  # to 12 significant digits this is a half
    (7.0, 0, "7"),
    (1234.56, 1, "1,234.6"),
    (1234567.0, 0, "1,234,567"),
    (999.95, 1, "1,000.0"),
    (-0.04, 1, "0.0"),
    (-3.25, 1, "−3.3"),
    (31.250000000000004, 1, "31.3"),
    (31.24999999999999, 1, "31.3"),  # the same
]
HARNESS = """<!DOCTYPE html><meta charset="utf-8"><pre id="found"></pre>
<script type="application/json" id="given">{given}</script>
<script>{script}
{then}</script>"""
THEN = """
const given = JSON.parse(document.getElementById("given").textContent);
const marks = {en: {thousands: ",", point: "."}, vi: {thousands: ".", point: ","}};
const found = {
  places: given.cases.map(({payload, moves}) =>
    moves.map(({weights}) => reordered(payload, new Map(Object.entries(weights))))),
  numbers: given.numbers.map(([number, places]) =>
    [formatNumber(number, places, marks.en), formatNumber(number, places, marks.vi)]),
  scenario: asScenario('What "if"', new Map([["a", 25], ["b", 100 / 6], ["c", 0]])),
};
document.getElementById("found").textContent = JSON.stringify(found);
"""


@pytest.fixture
def found(dom):
    given = json.dumps({"cases": CASES, "numbers": [[number, places] for number, places, _ in NUMBERS]})
    shown = dom(HARNESS.format(given=given, script=resource("what_if.js"), then=THEN))
    return json.loads(html.unescape(re.search(r'<pre id="found">(.*?)</pre>', shown, re.DOTALL)[1]))


def test_the_script_does_what_the_library_does(found):
    """Ranks, tiers and points of every case, and the strings; one run of the browser, as that takes seconds."""
    for case, moves in zip(CASES, found["places"], strict=True):
        for move, places in zip(case["moves"], moves, strict=True):
            expected = {place["candidate"]: place for place in move["places"]}
            assert [place["rank"] for place in places] == sorted(place["rank"] for place in places)
            for place in places:
                wanted = expected[place["candidate"]]
                assert (place["rank"], place["tier"]) == (wanted["rank"], wanted["tier"])
                assert place["points"] == pytest.approx(wanted["points"], abs=1e-9)
    swapped = str.maketrans(",.", ".,")
    assert found["numbers"] == [[text, text.translate(swapped)] for _, _, text in NUMBERS]
    assert found["scenario"].splitlines() == [
        "stratsel: scenario/1",
        "id: what-if",
        'title: "What \\"if\\""',
        "weights:",
        "  a: 25",
        "  b: 16.6666666667",
        "  c: 0",
    ]


@pytest.mark.parametrize(("number", "places", "text"), NUMBERS)
def test_the_one_formatter_writes_these_numbers_so(number, places, text):
    assert format_number(number, "en", places) == text
