import runpy
from dataclasses import replace
from pathlib import Path

import pytest

from stratsel.analysis.methods import METHODS
from stratsel.report.document import Entries, Heading, Paragraph, Table
from stratsel.report.methods import NAMES, compose_methods, methods_blocks
from stratsel.report.sentences import Sentences
from stratsel.terms import Combine

MADE = Path(__file__).resolve().parents[2] / "reports" / "made_methods.py"


@pytest.fixture(scope="module")
def beside():
    return runpy.run_path(str(MADE))["beside"]


@pytest.fixture(scope="module")
def found(made, beside):
    return beside(made.small())


def texts(document):
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def told(document):
    """What is said under each term, as text."""
    entries = [entry for block in document.blocks if isinstance(block, Entries) for entry in block.entries]
    return [(entry.term, [line.text for line in entry.lines]) for entry in entries]


def test_every_method_has_a_name_and_a_sentence(found):
    assert list(NAMES) == [method.id for method in METHODS]
    for method in METHODS:
        one = replace(found.methods[0], id=method.id)
        compose_methods(replace(found, methods=(one,)), "vi")


def test_it_begins_with_the_banner_and_ends_with_whose_it_is(found, made):
    document = compose_methods(found, "en")
    assert document.banner.startswith("ILLUSTRATION")
    assert texts(document)[0].startswith("Nothing here is mixed into the values")
    assert texts(document)[-1].endswith("not an official result.")
    official = compose_methods(replace(found, ranking=made.official()), "en")
    assert official.banner == ""


@pytest.mark.parametrize(("most", "rows", "told"), [(2, 2, ["Listed: the first 2 of 4."]), (4, 4, [])])
def test_a_paper_lists_the_first_and_says_so(found, most, rows, told):
    blocks = list(methods_blocks(found, Sentences("en"), most))
    *ranks, _ = (block for block in blocks if isinstance(block, Table))
    assert [len(table.rows) for table in ranks] == [rows, rows]
    assert [block.text for block in blocks if isinstance(block, Paragraph) and block.is_quiet] == told


def test_ranks_stand_side_by_side_with_their_ties(found):
    alone, beside_others, alike = (block for block in compose_methods(found, "en").blocks if isinstance(block, Table))
    assert [column.title for column in alone.columns] == ["Candidate", "This round", "Weighted product"]
    assert [[cell.value for cell in row[1:]] for row in alone.rows] == [
        ["1", "1"],
        ["2=", "2="],
        ["2=", "2="],
        ["4", "2="],
    ]
    assert [column.title for column in beside_others.columns][2:] == ["VIKOR", "MABAC"]
    assert [[cell.value for cell in row[1:]] for row in alike.rows] == [
        ["0.816", "0.775", 0], ["0.632", "0.548", 2], ["0.949", "0.913", 1],
    ]  # fmt: skip


def test_where_the_shortlist_differs(found):
    under = dict(told(compose_methods(found, "en"))[:3])
    assert under["Weighted product"] == ["the same"]
    assert under["VIKOR"] == ["First: newly in: “Saw”", "First: no longer in: “Hammer”", "Second: newly in: “Saw”"]


def test_weaknesses_name_the_candidates(found):
    under = dict(told(compose_methods(found, "en"))[3:6])
    assert under["Weighted product"][1] == "Nothing on some leaf: “Saw”, “File”, “Drill”."
    assert under["VIKOR"][1:] == [
        "Rank reversal: “Saw” stands above “Hammer”, and below as soon as “Drill” is left out. Candidates left out in "
        "turn: 4; of these, changing the places of some pair: 2.",
        "By its own rule nobody is ahead clearly enough; it proposes together: “Saw”, “Hammer”.",
    ]
    assert under["MABAC"][1] == "Rank reversal: none here, with 4 candidates left out one at a time."


def test_other_cases(found):
    product, vikor, mabac = found.methods
    everybody = {name: replace(place, rank=1) for name, place in product.places.items()}
    other = replace(
        found,
        methods=(replace(product, places=everybody, spearman=None, kendall=None), vikor, replace(mabac, tried=0)),
        at_zero=("a", "b", "c", "d"),
        compromise=("b",),
    )
    document = compose_methods(other, "en")
    told_of = told(document)
    assert dict(told_of[:3])["Weighted product"] == ["it tells nobody apart"]
    assert dict(told_of[3:6])["Weighted product"][1] == "Nothing on some leaf: everybody here."
    assert dict(told_of[3:6])["VIKOR"][2] == "By its own rule “Saw” is ahead clearly enough to stand alone."
    assert dict(told_of[3:6])["MABAC"][1] == "Rank reversal: too few are ranked to show it."
    assert [block for block in document.blocks if isinstance(block, Table)][2].rows[0][1].value == "–"
    nobody_at_zero = dict(told(compose_methods(replace(found, at_zero=()), "en"))[3:6])
    assert nobody_at_zero["Weighted product"][1] == "Nothing on some leaf: –."


def test_nobody_is_ranked(found, made):
    document = compose_methods(replace(found, ranking=made.nobody()), "en")
    assert "Nobody is ranked." in texts(document)
    assert not any(isinstance(block, Table) for block in document.blocks)


def test_without_tiers_no_shortlist_is_compared(found, made):
    document = compose_methods(replace(found, ranking=replace(made.small(), tiers=())), "en")
    assert "Where the shortlist differs" not in [each.text for each in document.blocks if isinstance(each, Heading)]


def test_other_means_are_said(found, made):
    sums = compose_methods(found, "en")
    cost = replace(made.CRITERIA[1], combine=Combine.MINIMUM)
    ranking = replace(made.small(), criteria=(made.CRITERIA[0], cost, *made.CRITERIA[2:]))
    other = compose_methods(replace(found, ranking=ranking), "en")
    assert len(texts(other)) == len(texts(sums)) + 1
    assert texts(other)[1].startswith("The round does not add everything up.")
