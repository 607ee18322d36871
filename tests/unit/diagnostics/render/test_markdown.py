"""The table for the page of a run."""

import re

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.markdown import FEW, table
from stratsel.language.markdown import WORD_JOINER

ROOM = 100_000


def rows(text):
    return [line for line in text.splitlines() if line.startswith("| **")]


def test_a_row_for_each_cause(places_of, finding):
    found = Findings((*(finding(file=f"{n:03}.yaml") for n in range(196)), finding(Code.EMPTY_FILE)), 196)
    first, second = rows(table(found, places_of({}), "en", ROOM))
    assert first.startswith(
        "| **error** ST202 unknown-key: \\`x\\` is not a key of this place (196 times) | 000.yaml:1:1<br>"
    )
    assert first.count(".yaml:1:1") == FEW
    assert re.search(r"<br>and 192 more \|", first)
    assert "ST124 empty-file" in second


def test_many_of_a_kind_in_one_place_are_one_row(places_of, finding):
    found = Findings(tuple(finding(Code.UNASSESSED_LEAF, leaf=f"leaf-{n}") for n in range(12)), 1)
    (row,) = rows(table(found, places_of({}), "en", ROOM))
    assert (row.count("leaf-"), row.count("a.yaml:1:1"), row.count("and 8 more")) == (FEW + 2, 1, 1)


def test_nothing_found_is_said_without_a_table(places_of):
    assert table(Findings((), 4), places_of({}), "en", ROOM) == "### stratsel check\n\nno findings in 4 files\n"


def test_a_long_table_is_cut_and_says_so(places_of, finding):
    found = Findings(tuple(finding(key=f"ế{n}", span=(n, 1, n, 2), file=f"{n}.yaml") for n in range(1, 2001)), 1)
    text = table(found, places_of({}), "en", 20_000)
    assert 19_000 < len(text.encode()) <= 20_000
    left = 2000 - len(rows(text))
    assert text.endswith(f"\n\n{left} more causes do not fit here\n")
    assert len(rows(table(found, places_of({}), "en", 10_000_000))) == 2000


def test_without_room_nothing_is_written(places_of, finding):
    assert table(Findings((finding(),)), places_of({}), "en", 100) == ""
    assert table(Findings((finding(),)), places_of({}), "en", -5) == ""


def test_hostile_text_stays_text_in_its_cell(places_of, hostile_findings):
    text = table(hostile_findings, places_of({}), "en", ROOM)
    text.encode()
    assert all(line.replace(WORD_JOINER, "").isprintable() for line in text.splitlines())
    assert len(rows(text)) == 3
    for row in rows(text):
        assert len(re.findall(r"(?<!\\)\|", row)) == 4
        assert not re.search(r"(?<!\\)[`\[]|@\w|https?:|<(?!br>)(?<!\\<)", row.replace("**", ""))
