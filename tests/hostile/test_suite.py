"""The public YAML test suite: what is valid is read alike or refused for a reason, what is invalid is refused.

`suite.txt` says where `suite.json` is from.
"""

import json
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from stratsel.reading.events import read_yaml

SUITE = json.loads((Path(__file__).parent / "suite.json").read_text(encoding="utf-8"), parse_float=Decimal)
VALID = {name: case for name, case in SUITE.items() if case["json"] is not None}
INVALID = SUITE.keys() - VALID.keys()

REFUSED = {
    "anchors and aliases": (
        "ST111",
        "26DV 2SXE 3GZX 3R3P 6KGN 7BMT 7BUB 8XYN 9KAX BU8L C4HZ CN3R CUP7 E76Z F2C7 FTA2 HMQ5 JS2J LE5A SKE5 U3XV UGM3 "
        "V55R W5VH Y2GN ZH7C ZWK4",
    ),
    "tags": (
        "ST113",
        "2AUY 2XXW 33X3 35KP 52DL 565N 57H4 5TYM 6CK3 6JWB 6WLZ 735Y 74H7 7FWL 8MK2 9WXW CC74 EHF6 J7PZ L94M M5C3 P76L "
        "S4JQ U3C3 WZ62 Z67P Z9M4",
    ),
    "several documents": ("ST115", "6XDY 6ZKB 9DXL JHB9 KSS4 L383 PUW8 RZT7 U9NS"),
    "a document that says nothing": ("ST124", "8G76 98YD AVM7 DK95-07 MUS6-02 MUS6-03 MUS6-04"),
    "a key or an item without a value": ("ST129", "5WE3 7W2P 8KB6 9BXH C2DT HM87-01 JTV5 SM9W-00 UKK6-01 W42U"),
    "characters that cannot be seen": ("ST119", "G4RS"),
    "a key that begins with a question mark, of which the parsers take the mark away": ("ST101", "652Z"),
    "directives, and documents after an end mark": ("ST101", "2LFX 6LVF 7Z25 BEC7 HWV9 M7A3 MUS6-05 MUS6-06 QT73 W4TN"),
    "a colon in brackets without a space, or after the end of a line": (
        "ST101 ST103 ST104",
        "4MUZ-00 4MUZ-01 4MUZ-02 58MP 5MUD 5T43 9SA2 DBG4 HM87-00 K3WX NJ66 UT92 VJP3-01",
    ),
    "tabs where spaces are usual": (
        "ST101 ST102",
        "6BCT 6CA3 96NN-00 96NN-01 A2M4 DK95-00 DK95-03 DK95-04 Q5MG R4YG Y79Y-001 Y79Y-010",
    ),
    "a block text at the left edge": ("ST106", "DK3J FP8R"),
}
"""What is valid and refused, with the codes that say so: by our rules, then forms that the parsers do not read."""
ALIKE = VALID.keys() - {name for _, names in REFUSED.values() for name in names.split()}
READ_AS_MEANT = {
    "9C9N": "lines in brackets that begin at the left edge",
    "9JBA": "a remark right after a bracket",
    "CVW2": "a remark right after a comma",
    "DK95-01": "a tab at the start of a line of a quoted text",
    "G5U8": "a dash alone in brackets",
    "QB6E": "lines of a quoted text that begin at the left edge",
    "S98Z": "an empty block text below lines of different width",
    "SU5Z": "a remark right after a quotation mark",
    "X4QW": "a remark right after the mark of a block text",
    "Y79Y-003": "a tab at the start of a line in brackets",
    "YJV2": "a dash alone in brackets",
}
"""What is invalid and read all the same: the parsers pass over it, and it can be taken in one way only."""
LAST_LINE = {"JEF9-02": "", "L24T-01": "x\n "}
"""Block texts that end with blanks and no end of line: what the parsers make of the blanks."""


@pytest.fixture(params=["libyaml", "pure"])
def parser(request, monkeypatch):
    if request.param == "libyaml" and not yaml.__with_libyaml__:
        pytest.skip("libyaml is not installed here")
    monkeypatch.setattr(yaml, "__with_libyaml__", request.param == "libyaml")
    return request.param


def codes(name):
    return {defect.code.value for defect in read_yaml(SUITE[name]["yaml"]).defects}


def test_the_lists_are_of_the_suite():
    named = [name for _, names in REFUSED.values() for name in names.split()]
    assert len(named) == len(set(named))
    assert set(named) <= VALID.keys()
    assert READ_AS_MEANT.keys() <= INVALID
    assert len(ALIKE) > 150 and len(INVALID) > 90


@pytest.mark.parametrize("name", sorted(ALIKE))
def test_a_valid_document_is_read_alike(name, parser):
    reading = read_yaml(SUITE[name]["yaml"])
    assert reading.defects == ()
    (meaning,) = SUITE[name]["json"]
    if name in LAST_LINE:
        (found,) = reading.value.values() if isinstance(reading.value, dict) else reading.value
        assert found == LAST_LINE[name]
    else:
        assert reading.value == meaning


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="the lists are of what libyaml reads")
@pytest.mark.parametrize("reason", REFUSED)
def test_a_valid_document_is_refused_for_a_reason(reason):
    expected, names = REFUSED[reason]
    for name in names.split():
        assert codes(name) & set(expected.split()), name


def test_the_pure_parser_reads_no_valid_document_otherwise(monkeypatch):
    """It may read more of them, and none with another meaning."""
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    for name in VALID.keys() - ALIKE:
        reading = read_yaml(SUITE[name]["yaml"])
        assert reading.defects or [reading.value] == SUITE[name]["json"], name


@pytest.mark.parametrize("name", sorted(INVALID - READ_AS_MEANT.keys()))
def test_an_invalid_document_is_refused(name, parser):
    assert codes(name)


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="the list is of what libyaml reads")
def test_nothing_else_invalid_is_read():
    assert {name for name in INVALID if not codes(name)} == READ_AS_MEANT.keys()
