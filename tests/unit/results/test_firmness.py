"""Firmness as facts: nodes become ids, and nothing else changes."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from stratsel.analysis.firmness import firmness
from stratsel.analysis.sampling import Spread
from stratsel.analysis.space import AdmissibleWeights
from stratsel.engine.selection import select
from stratsel.model.uncertainty import Uncertainty
from stratsel.results.build import build_ranking
from stratsel.results.firmness import firmness_facts
from stratsel.terms import Admissible, Verdict, WeightSpace


@pytest.fixture
def studied(join):
    joined = join()
    admissible = AdmissibleWeights(Admissible.AROUND, Fraction(3, 10))
    shortlist = select(joined.problem, joined.evaluation)
    return joined, firmness(joined.problem, joined.evaluation, shortlist, admissible, samples=500, seed=7)


def test_by_which_draws(studied):
    _, found = studied
    facts = firmness_facts(found, Uncertainty())
    assert (facts.samples, facts.seed, facts.weights, facts.percent) == (500, 7, Admissible.AROUND, 30)
    assert facts.space is WeightSpace.LOCAL and facts.assumes_uniform
    assert (facts.shares, facts.statements, facts.is_fixed, facts.levels) == ({}, (), False, 0)


def test_what_the_file_asks_for(studied):
    """Bounds and statements as they are written, and how far judgements may lie."""
    _, found = studied
    weights = {"kind": "within", "shares": {"food": [30, Decimal("62.5")]}, "statements": ["food  >= supply"]}
    facts = firmness_facts(found, Uncertainty.model_validate({"weights": weights, "assessments": {"levels": 2}}))
    assert (facts.shares, facts.statements) == ({"food": (30.0, 62.5)}, ("food >= supply",))
    assert (facts.is_fixed, facts.levels) == (False, 2.0)
    assert firmness_facts(replace(found, spread=Spread(is_fixed=True)), Uncertainty()).is_fixed


def test_each_candidate_has_its_own(studied):
    """What the analysis found by row stands with the candidate of that row."""
    joined, found = studied
    loaded = joined.loaded
    ranking = build_ranking(loaded.round, joined.problem, joined.evaluation, loaded.places, (), found)
    assert ranking.firmness == firmness_facts(found, loaded.round.criteria.uncertainty)
    for each in ranking.candidates:
        place = found.places[joined.problem.alternatives.index(each.id)]
        assert each.firmness.tier_share == place.tier_share
        assert each.firmness.rank_interval == place.rank_interval
        flip = each.firmness.flip
        assert (flip is None) == (place.flip is None)
        if flip is not None:
            assert flip.criterion == joined.problem.hierarchy.nodes[place.flip.node]
            assert flip.points == pytest.approx(abs(flip.to - flip.weight), abs=1e-9)


def test_who_leads_whatever_is_drawn(studied):
    """alpha shows 40 of 40 on freshness, 79 of 100 in all, and beta 75 at most under the weights of the file."""
    joined, found = studied
    place = found.places[joined.problem.alternatives.index("alpha")]
    assert place.tier_share > 0.5 and place.verdict in (Verdict.FIRM, Verdict.CLOSE)


def test_without_a_study_there_is_none(join):
    ranking = join().ranking
    assert ranking.firmness is None and all(each.firmness is None for each in ranking.candidates)
