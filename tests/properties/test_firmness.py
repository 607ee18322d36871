"""What must hold of draws, shares and flips for every small problem, whatever weights and judgements may be."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from stratsel.analysis.firmness import firmness
from stratsel.analysis.landing import standing
from stratsel.analysis.sampling import AS_GIVEN, Judgements, draw_weights
from stratsel.analysis.space import AdmissibleWeights
from stratsel.analysis.streams import Streams
from stratsel.analysis.world import Worlds
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Hierarchy, Line, Problem
from stratsel.engine.selection import select
from stratsel.engine.value import ValueFunction
from stratsel.terms import Admissible, Combine, Missing, WeightSpace

quick = settings(max_examples=30, deadline=None)
SCALE = ValueFunction((Fraction(0), Fraction(10)), (Fraction(0), Fraction(1)))
DRAWS = 120

admissibles = st.builds(
    AdmissibleWeights,
    st.sampled_from([kind for kind in Admissible if kind is not Admissible.WITHIN]),
    st.sampled_from([Fraction(1, 10), Fraction(3, 10), Fraction(1)]),
    space=st.sampled_from(WeightSpace),
)


@st.composite
def problems(draw, is_settled: bool = False) -> Problem:
    parents = [TOP, *(draw(st.integers(TOP, node - 1)) for node in range(1, draw(st.integers(1, 7))))]
    inner = sorted(set(parents))
    ways = {node: draw(st.sampled_from(Combine)) for node in inner}
    weights = tuple(Fraction(draw(st.integers(1, 9))) for _ in parents)
    hierarchy = Hierarchy(tuple(f"n{node}" for node in range(len(parents))), tuple(parents), weights, ways, ways[TOP])
    level, leaves = st.integers(0, 10), len(hierarchy.leaf_nodes)
    known = level.map(lambda at: (at, at))
    ranges = st.tuples(level, level).map(lambda ends: (min(ends), max(ends)))
    cells = known if is_settled else st.one_of(known, ranges, st.just((0, 10)))
    rows = draw(st.lists(st.tuples(*[cells] * leaves), min_size=1, max_size=5))
    rows += [draw(st.sampled_from(rows)) for _ in range(draw(st.integers(0, 2)))]
    ends = np.array(rows, dtype=float)
    missing = draw(st.sampled_from(Missing))
    return Problem(
        alternatives=tuple(f"a{row}" for row in range(len(rows))),
        hierarchy=hierarchy,
        value_functions=(SCALE,) * leaves,
        worst_performances=ends[:, :, 0],
        best_performances=ends[:, :, 1],
        likely_performances=None if missing is Missing.WORST else ends.mean(axis=2),
        is_unknown=(ends[:, :, 0] == 0) & (ends[:, :, 1] == 10),
        lines=(Line("first", 1), Line("second", 3)),
        missing=missing,
        minimum=draw(st.sampled_from([Fraction(0), Fraction(1, 4)])),
        resolution=draw(st.sampled_from([None, Fraction(1, 10)])),
    )


@quick
@given(problems(), admissibles)
def test_shares_are_shares_and_lie_between_their_ends(problem, admissible):
    evaluation = evaluate(problem)
    shortlist = select(problem, evaluation)
    found = firmness(problem, evaluation, shortlist, admissible, samples=DRAWS)
    assert set(found.places) == set(shortlist.landings)
    for each in found.places.values():
        assert 0 <= each.lowest_share <= each.tier_share <= each.highest_share <= 1
        assert 1 <= each.rank_interval[0] <= each.rank_interval[1] <= len(found.places)
        assert each.flip is None or 0 <= each.flip.points <= 100


@quick
@given(problems(), admissibles)
def test_identical_candidates_have_identical_places(problem, admissible):
    evaluation = evaluate(problem)
    found = firmness(problem, evaluation, select(problem, evaluation), admissible, samples=DRAWS).places
    table = np.hstack([problem.worst_performances, problem.best_performances])
    for one in found:
        for other in found:
            if (table[one] == table[other]).all():
                assert found[one] == found[other]


@quick
@given(problems(is_settled=True), admissibles)
def test_who_is_dominated_is_above_its_dominator_in_no_draw(problem, admissible):
    evaluation = evaluate(problem)
    shares = draw_weights(problem.hierarchy, admissible, DRAWS, Streams(3))
    worlds = Worlds(problem.hierarchy, shares, evaluation.partial_values)
    ranks = standing(problem, worlds, worlds.values()).ranks
    for one, values in enumerate(evaluation.partial_values):
        for other, others in enumerate(evaluation.partial_values):
            if (values >= others).all():
                assert (ranks[one] <= ranks[other]).all()


@quick
@given(problems(), admissibles, st.randoms(use_true_random=False))
def test_the_order_of_candidates_is_irrelevant(problem, admissible, random):
    order = list(range(len(problem.alternatives)))
    random.shuffle(order)
    shuffled = replace(
        problem,
        alternatives=tuple(problem.alternatives[row] for row in order),
        worst_performances=problem.worst_performances[order],
        best_performances=problem.best_performances[order],
        likely_performances=None if problem.likely_performances is None else problem.likely_performances[order],
        is_unknown=problem.is_unknown[order],
    )
    one, other = (
        firmness(each, evaluation, select(each, evaluation), admissible, samples=DRAWS).places
        for each in (problem, shuffled)
        for evaluation in [evaluate(each)]
    )
    for place, row in enumerate(order):
        assert (row in one) == (place in other)
        if row in one:
            assert one[row].tier_share == other[place].tier_share
            assert one[row].rank_interval == other[place].rank_interval
            assert one[row].verdict == other[place].verdict


@quick
@given(problems(), admissibles)
def test_what_is_drawn_lies_in_its_range_and_siblings_sum_to_one(problem, admissible):
    evaluation = evaluate(problem)
    rows = np.ones(len(problem.alternatives), dtype=bool)
    judgements = Judgements(problem, AS_GIVEN, rows, Streams(4))
    for each, values in zip(judgements.found, judgements.draw(0, DRAWS), strict=True):
        ends = (evaluation.partial_values, evaluation.best_partial_values)
        low, high = (end[each.rows, each.leaf][:, None] for end in ends)
        assert (low <= values).all() and (values <= high).all()
    shares = draw_weights(problem.hierarchy, admissible, DRAWS, Streams(4))
    for children in problem.hierarchy.children.values():
        assert np.abs(shares[children].sum(axis=0) - 1).max() < 1e-9
