from dataclasses import replace

import pytest

from stratsel.engine.selection import Landing
from stratsel.report.sentences import Sentences
from stratsel.report.standing import standing_entries
from stratsel.results.ranking import UnrankedCandidate
from stratsel.terms import Certainty


def told(candidate, ranking):
    """What is said under each term, as text."""
    entries = standing_entries(candidate, ranking, Sentences("en"))
    return {entry.term: [line.text for line in entry.lines] for entry in entries}


@pytest.mark.parametrize(
    ("name", "place"),
    [("a", "rank 1 of 4 · First"), ("b", "rank 2= of 4 · Second (tied)"), ("d", "rank 4 of 4 · in no tier")],
)
def test_the_ranked(name, place, made):
    ranking = made.small()
    found = told(ranking.by_id[name], ranking)
    assert list(found) == ["Place", "Stands at", "Firmness"]
    assert found["Place"] == [place]


def test_a_tier_and_a_tie_for_another(made):
    ranking = made.silent()
    assert told(ranking.candidates[0], ranking)["Place"] == ["rank 1= of 2 · Second · First (tied)"]
    nowhere = replace(ranking.candidates[0], landing=Landing(None))
    assert told(nowhere, ranking)["Place"] == ["rank 1= of 2 · in no tier"]


def test_the_excluded_are_told_as_if_they_were_in_the_order(made):
    found = told(made.EXCLUDED, made.small())
    assert found["Place"] == ["excluded by a screen; its points are given as if it were in the order"]
    assert found["Stands at"] == ["54.0 points, nothing open · First: sure out · Second: sure out"]


def test_the_unranked_are_told_what_they_lack(made):
    places = {"first": Certainty.OPEN, "second": Certainty.OPEN}
    unranked = UnrankedCandidate("u", "Unknown", "candidates/u.yaml", 10.0, 90.0, 0.2, places, ())
    found = told(unranked, made.available())
    assert found["Place"] == ["not ranked: 20\u00a0% of the weight is assessed, less than 50\u00a0%"]
    assert found["Stands at"] == ["10.0 points shown, 90.0 possible · First: open · Second: open"]


def test_the_file_is_named(made):
    place, *_ = standing_entries(made.EXCLUDED, made.small(), Sentences("en"))
    assert place.lines[0].place == "candidates/e.yaml"
