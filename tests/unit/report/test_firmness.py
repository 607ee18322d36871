"""Firmness in words."""

from dataclasses import replace

import pytest

from stratsel.report.firmness import draws_words, firmness_lines, verdict_words
from stratsel.report.sentences import Sentences
from stratsel.results.firmness import CandidateFirmness, FirmnessFacts, FlipFacts
from stratsel.results.ranking import CriterionFacts, TierFacts
from stratsel.terms import Admissible, Verdict, WeightSpace

EN = Sentences("en")
DRAWS = FirmnessFacts(20_000, 20_000, 1, Admissible.AROUND, 30.0, WeightSpace.LOCAL, True)
FLIP = FlipFacts("cost", 40.0, 52.25, 12.25, "second", True)
PLACE = CandidateFirmness(0.834, 0.0026, 0.2, 0.96, True, (1, 3), Verdict.CLOSE, FLIP)


class Ranked:
    """As much of a ranking as the words need."""

    criteria = (CriterionFacts("cost", "Cost", None, 40.0, True),)
    tiers = (TierFacts("second", "Second", 2),)
    firmness = DRAWS


def lines(found, ranked=Ranked):
    return [line.text for line in firmness_lines(found, ranked, EN)]


def test_in_full():
    first, bounds, flip = lines(PLACE)
    assert first == (
        "close: keeps its tier in 83\u00a0% of the draws (standard error 0.3\u00a0%); rank 1 to 3 in 90 % of them"
    )
    assert bounds == "whatever the unknown turns out to be: 20\u00a0% to 96\u00a0%"
    assert flip == "it lands in “Second” if Cost weighs 52.3 instead of 40.0 points"


def test_without_a_place_and_without_a_flip():
    assert lines(replace(PLACE, flip=replace(FLIP, tier=None)))[-1] == (
        "it has no place if Cost weighs 52.3 instead of 40.0 points"
    )
    assert lines(replace(PLACE, flip=None))[-1] == "no shift of one weight changes its tier"


def test_bounds_only_where_something_is_unknown():
    class Known(Ranked):
        firmness = replace(DRAWS, assumes_uniform=False)

    assert len(lines(PLACE, Known)) == 2


def test_what_was_drawn():
    assert draws_words(DRAWS, EN) == (
        "20,000 draws, each weight up to 30 % of itself higher or lower, each group of siblings by itself, "
        "ranges evenly between their ends, the unknown evenly over its scale, seed 1"
    )
    assert "the unknown" not in draws_words(replace(DRAWS, assumes_uniform=False), EN)


def test_bounds_and_statements_are_quoted():
    bounded = replace(DRAWS, weights=Admissible.WITHIN, shares={"cost": (20.0, 35.5)}, statements=("cost >= 2 use",))
    assert draws_words(bounded, EN).startswith(
        "20,000 draws, weights within the bounds of the criteria file (cost from 20 to 35.5 %; cost >= 2 use), each "
    )
    assert "35,5 %; cost >= 2 use)" in draws_words(bounded, Sentences("vi"))


def test_of_many_statements_the_first_are_quoted():
    """Six of nine, one of them a bound."""
    many = replace(DRAWS, shares={"a": (1.0, 2.0)}, statements=tuple(f"p{at} >= q" for at in range(8)))
    assert "p4 >= q; and 3 more)" in draws_words(many, EN)


@pytest.mark.parametrize(
    ("judgements", "words"),
    [
        ({}, "by itself, ranges evenly between their ends, the unknown"),
        ({"levels": 0.5}, "ranges evenly between their ends, levels of rubrics up to 0.5 higher or lower, the unknown"),
        ({"is_fixed": True}, "by itself, judgements as they stand in the order, the unknown"),
    ],
)
def test_how_judgements_were_drawn(judgements, words):
    assert words in draws_words(replace(DRAWS, **judgements), EN)


@pytest.mark.parametrize("kind", Admissible)
@pytest.mark.parametrize("space", WeightSpace)
@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_way_of_drawing_has_words(kind, space, language):
    words = draws_words(replace(DRAWS, weights=kind, space=space), Sentences(language))
    assert words and "{" not in words


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_a_name(verdict):
    assert verdict_words(verdict, EN) == verdict.value
