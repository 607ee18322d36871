"""Acceptabilities against closed forms, against the slow way draw for draw, and against themselves on more threads."""

import os
import subprocess
import sys
from dataclasses import fields, replace
from fractions import Fraction
from math import log, sqrt

import numpy as np
import pytest

from stratsel.analysis import acceptability
from stratsel.analysis.acceptability import Acceptabilities, acceptabilities, standard_errors
from stratsel.analysis.firmness import firmness
from stratsel.analysis.sampling import Spread
from stratsel.analysis.space import AdmissibleWeights, Statement
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Line, Problem, Quota
from stratsel.engine.selection import select
from stratsel.terms import Admissible, Combine, Members, Missing, WeightSpace

ANYWHERE = AdmissibleWeights(Admissible.ANYWHERE)
AROUND = AdmissibleWeights(Admissible.AROUND, Fraction(3, 10))
FIXED = AdmissibleWeights(Admissible.FIXED)
ORDER = AdmissibleWeights(Admissible.ORDER)


def study(problem: Problem, admissible: AdmissibleWeights = ANYWHERE, **others) -> Acceptabilities:
    evaluation = evaluate(problem)
    return acceptabilities(problem, evaluation, select(problem, evaluation), admissible, **others)


def arrays(found: Acceptabilities) -> dict[str, bytes]:
    return {
        each.name: getattr(found, each.name).tobytes()
        for each in fields(found)
        if isinstance(getattr(found, each.name), np.ndarray)
    }


def assert_shares(found: np.ndarray, expected: object, samples: int) -> None:
    """Shares lie within four standard errors of what they should be."""
    shares = np.array(expected, dtype=float)
    assert (np.abs(found - shares) <= 4 * np.sqrt(shares * (1 - shares) / samples) + 1e-12).all(), found


# --- closed forms ---------------------------------------------------------------------------------


def test_two_criteria_are_an_interval(make_problem):
    # Values along the first weight w: a 4w + 1 (1 - w), b 1.5w + 3 (1 - w), c 2. a > b from 4/9, a > c from 1/3,
    # b > c to 2/3. First: a from 4/9, b below. Second: a from 1/3 to 4/9, b from 4/9 to 2/3, c else.
    problem = make_problem([[4, 1], ["1.5", 3], [2, 2]], [1, 1], places=[1, 2])
    found = study(problem)
    expected = [[5 / 9, 1 / 9, 1 / 3], [4 / 9, 2 / 9, 1 / 3], [0, 2 / 3, 1 / 3]]
    assert_shares(found.rank_acceptability, expected, found.samples)
    assert_shares(found.tier_acceptability, expected, found.samples)
    assert found.expected_rank == pytest.approx(found.rank_acceptability @ [1, 2, 3])
    # the middle of each interval; an interval of length h has a deviation of h / √12
    middles = np.array([[13 / 18, 5 / 18], [2 / 9, 7 / 9]])
    assert np.abs(found.central_weights[:2] - middles).max() < 4 * (5 / 9) / sqrt(12) / sqrt(found.samples * 4 / 9)
    assert found.central_weights[2].tolist() == [0, 0]
    assert found.confidence_factor.tolist() == [1, 1, 0]


@pytest.mark.parametrize("size", [2, 3, 5])
def test_symmetrical_candidates_share_alike(make_problem, size):
    # each best on its own criterion: a part 1/n for every rank; first with the largest weight, whose mean is
    # (1 + 1/2 + … + 1/n) / n, the others alike
    problem = make_problem([[5 if leaf == row else 0 for leaf in range(size)] for row in range(size)], [1] * size)
    found = study(problem)
    assert_shares(found.rank_acceptability, np.full((size, size), 1 / size), found.samples)
    largest = sum(1 / place for place in range(1, size + 1)) / size
    expected = np.where(np.eye(size, dtype=bool), largest, (1 - largest) / (size - 1))
    assert found.central_weights == pytest.approx(expected, abs=4 * 0.3 / sqrt(found.samples / size))


def test_three_criteria_are_areas_of_a_triangle(make_problem):
    # 5 on one criterion against 5/2 everywhere: first where that weight is beyond a half, a corner of a quarter. The
    # mean weight in a corner beyond 1/2 is that of its three corners: (1 + 1/2 + 1/2) / 3 and 1/6 twice.
    problem = make_problem([[5, 0, 0], ["2.5", "2.5", "2.5"]], [1, 1, 1])
    found = study(problem)
    assert_shares(found.rank_acceptability, [[1 / 4, 3 / 4], [3 / 4, 1 / 4]], found.samples)
    assert found.central_weights[0] == pytest.approx([2 / 3, 1 / 6, 1 / 6], abs=4 * 0.12 / sqrt(5_000))
    # the rest of the triangle, whose middle is 1/3: (1/3 - 1/4 * 2/3) / (3/4)
    assert found.central_weights[1] == pytest.approx([2 / 9, 7 / 18, 7 / 18], abs=4 * 0.2 / sqrt(15_000))


def test_weights_in_order_lead_to_their_centroid(make_problem):
    # always first: the mean of all weights in order, 11/18, 5/18, 2/18
    found = study(make_problem([[4, 4, 4], [3, 3, 3]], [3, 2, 1]), ORDER)
    assert found.rank_acceptability.tolist() == [[1, 0], [0, 1]]
    assert found.central_weights[0] == pytest.approx([11 / 18, 5 / 18, 2 / 18], abs=4 * 0.15 / sqrt(20_000))


def test_statements_cut_the_interval(make_problem):
    within = AdmissibleWeights(
        Admissible.WITHIN,
        statements=(Statement({0: Fraction(1)}, Fraction(1, 5)), Statement({0: Fraction(-1)}, Fraction(-1, 2))),
    )
    problem = make_problem([[4, 1], ["1.5", 3]], [1, 1])
    found = study(problem, within)
    first = (1 / 2 - 4 / 9) / 0.3
    assert_shares(found.rank_acceptability, [[first, 1 - first], [1 - first, first]], found.samples)
    nothing = replace(within, statements=(Statement({0: Fraction(1)}, Fraction(2)),))
    with pytest.raises(ValueError, match="leave no weights"):
        study(problem, nothing)


def test_siblings_apart_or_all_leaves_together(make_problem):
    # as in the test of firmness: 1 - ln 2 apart, half together; central weights are of the whole
    problem = make_problem([[5, 0, 0], [0, 0, 5]], [1, 3, 1, 2], parents=[TOP, 0, 0, TOP])
    apart, together = study(problem), study(problem, replace(ANYWHERE, space=WeightSpace.GLOBAL))
    assert_shares(apart.rank_acceptability[0], [1 - log(2), log(2)], apart.samples)
    assert_shares(together.rank_acceptability[0], [1 / 2, 1 / 2], together.samples)
    for found in (apart, together):
        assert found.central_weights.sum(axis=1) == pytest.approx([1, 1])
        assert found.central_weights[0, 0] > found.central_weights[0, 2]


def test_judgements_alone_and_how_sure_they_are(make_problem):
    # 3 against 1 to 4, evenly: above in a third
    found = study(make_problem([[3], [(1, 4)]], [1]), FIXED)
    assert_shares(found.rank_acceptability, [[2 / 3, 1 / 3], [1 / 3, 2 / 3]], found.samples)
    assert found.central_weights.tolist() == [[1], [1]]
    # the weights are all the same, so that it is the same draws
    assert found.confidence_factor.tolist() == found.rank_acceptability[:, 0].tolist()
    assert found.confidence_samples == found.samples
    assert not found.assumes_uniform
    fixed = study(make_problem([[3], [(1, 4)]], [1]), spread=Spread(is_fixed=True))
    assert fixed.rank_acceptability.tolist() == [[1, 0], [0, 1]]
    assert fixed.confidence_samples == 1


def test_confidence_under_weights_that_favour_it(make_problem):
    # 5 and 0 against 0 and x with x from 0 to 5: 5w > x (1 - w). Under its own central weights it is first while
    # x < 5w / (1 - w), which is always if w is a half or more
    found = study(make_problem([[5, 0], [0, None]], [1, 1]))
    assert found.assumes_uniform
    weight = found.central_weights[1, 0]
    assert weight < 0.5 < found.central_weights[0, 0]
    assert found.confidence_factor[0] == 1
    expected = 1 - weight / (1 - weight)
    assert_shares(found.confidence_factor[1], expected, found.confidence_samples)


# --- ties -----------------------------------------------------------------------------------------


def test_identical_candidates_share_every_rank(make_problem):
    # the first of two criteria from a half on; those alike share the smaller rank, and no tier holds half of them
    problem = make_problem([[5, 0], [0, 5], [5, 0]], [1, 1], places=[1, 2])
    found = study(problem)
    assert (found.rank_acceptability[0] == found.rank_acceptability[2]).all()
    assert_shares(found.rank_acceptability, [[1 / 2, 1 / 2, 0], [1 / 2, 0, 1 / 2], [1 / 2, 1 / 2, 0]], found.samples)
    assert_shares(found.tier_acceptability, [[0, 1 / 2, 1 / 2], [1 / 2, 0, 1 / 2], [0, 1 / 2, 1 / 2]], found.samples)
    assert_shares(found.confidence_factor, [1, 1, 1], 1)


def test_those_assessed_alike_and_open_have_the_same_of_everything(make_problem):
    found = study(make_problem([[(1, 4), 2], [3, 1], [(1, 4), 2]], [1, 1], places=[1]), samples=5_001)
    for name in ("rank_acceptability", "tier_acceptability", "central_weights", "expected_rank", "confidence_factor"):
        of = getattr(found, name)
        assert of[0].tolist() == of[2].tolist()
        assert of[0].tolist() != of[1].tolist()


def test_levels_that_tie_under_some_weights_only(make_problem):
    # the same total wherever both weigh the same, which no draw does, and everywhere under fixed weights
    problem = make_problem([[4, 2], [2, 4], [1, 1]], [1, 1], places=[1, 2])
    assert study(problem, FIXED, samples=10).rank_acceptability.tolist() == [[1, 0, 0], [1, 0, 0], [0, 0, 1]]
    assert study(problem, FIXED, samples=10).tier_acceptability.tolist() == [[0, 1, 0], [0, 1, 0], [0, 0, 1]]
    separated = replace(problem, ties=(1,))
    assert study(separated, FIXED, samples=10).rank_acceptability.tolist() == [[0, 1, 0], [1, 0, 0], [0, 0, 1]]
    assert study(separated, FIXED, samples=10).confidence_factor.tolist() == [0, 1, 0]


def test_values_a_hair_apart_are_ordered_and_those_closer_are_level(make_problem):
    # of the quantised keys all are the same; 1e-12 of the scale is a tie, more is not, for whoever it is
    from stratsel.engine.value import ValueFunction

    line = ValueFunction((Fraction(0), Fraction(1)), (Fraction(0), Fraction(1)))
    half = Fraction(1, 2)
    rows = [[half], [half + Fraction(1, 10**10)], [half + Fraction(1, 10**10) + Fraction(1, 10**13)], [0], [1]]
    found = study(make_problem(rows, [1], functions=[line]), FIXED, samples=3)
    assert np.argmax(found.rank_acceptability, axis=1).tolist() == [3, 1, 1, 4, 0]
    assert found.rank_acceptability.max(axis=1).tolist() == [1] * 5


# --- the same by the slow way ---------------------------------------------------------------------


@pytest.fixture(name="slowly")
def slowly_fixture(monkeypatch):
    def slowly(*arguments, **others) -> Acceptabilities:
        with monkeypatch.context() as patch:
            patch.setattr(acceptability, "are_packable", lambda problem, draws: False)
            return study(*arguments, **others)

    return slowly


def random_problem(make_problem, seed: int, size: int, **others) -> Problem:
    """Levels from 0 to 5 on four leaves under two nodes: some alike, some open, many ties under some weights."""
    rng = np.random.default_rng(seed)
    rows = rng.integers(0, 6, (size, 4)).tolist()
    rows[1] = list(rows[0])
    for row in rows[2 : size // 2]:
        row[int(rng.integers(4))] = [None, (1, 3), (2, 5)][int(rng.integers(3))]
    return make_problem(rows, [2, 1, 1, 1, 1, 3], parents=[TOP, TOP, 0, 0, 1, 1], places=[2, 4], **others)


@pytest.mark.parametrize("admissible", [ANYWHERE, AROUND, ORDER, FIXED], ids=lambda each: each.kind.name)
@pytest.mark.parametrize("size", [6, 90])
def test_the_fast_way_is_the_slow_way_draw_for_draw(make_problem, slowly, admissible, size):
    problem = random_problem(make_problem, size, size)
    fast, slow = (how(problem, admissible, samples=9_000 // size + 4_100) for how in (study, slowly))
    for name in ("rank_acceptability", "tier_acceptability", "expected_rank", "confidence_factor"):
        assert (getattr(fast, name) == getattr(slow, name)).all(), name
    assert np.abs(fast.central_weights - slow.central_weights).max() < 1e-12


def test_more_than_the_ranks_that_are_kept(make_problem, slowly, monkeypatch):
    problem = random_problem(make_problem, 7, 30)
    whole = study(problem, samples=500)
    monkeypatch.setattr(acceptability, "RANKS", 10)
    for found in (study(problem, samples=500), slowly(problem, samples=500)):
        assert (found.rank_acceptability == whole.rank_acceptability[:, :10]).all()
        assert (found.tier_acceptability == whole.tier_acceptability).all()
        assert found.expected_rank == pytest.approx(whole.expected_rank)
        assert found.central_weights == pytest.approx(whole.central_weights)


# --- the same draws as elsewhere, on any number of threads ----------------------------------------


PROBLEMS = {
    "plain": {},
    "resolution": {"resolution": Fraction(1, 10)},
    "geometric": {"combines": {0: Combine.GEOMETRIC}},
    "smallest": {"combines": {TOP: Combine.MINIMUM}},
    "available": {"missing": Missing.AVAILABLE},
    "minimum": {"minimum": Fraction(1, 2)},
    "tie nodes": {"ties": (1,)},
}


@pytest.mark.parametrize("others", PROBLEMS.values(), ids=PROBLEMS)
def test_the_tier_share_of_firmness_is_a_tier_acceptability(make_problem, others):
    problem = random_problem(make_problem, 3, 12, **others)
    evaluation = evaluate(problem)
    shortlist = select(problem, evaluation)
    places = firmness(problem, evaluation, shortlist, AROUND, samples=5_000).places
    found = acceptabilities(problem, evaluation, shortlist, AROUND, samples=5_000)
    numbers = {line.tier: at for at, line in enumerate(problem.lines)}
    assert found.rows.tolist() == sorted(places)
    for at, row in enumerate(found.rows.tolist()):
        tier = numbers.get(shortlist.landings[row].tier, len(numbers))
        assert found.tier_acceptability[at, tier] == places[row].tier_share
    assert found.rank_acceptability.sum(axis=1) == pytest.approx(np.ones(len(found.rows)))
    assert found.tier_acceptability.sum(axis=1) == pytest.approx(np.ones(len(found.rows)))
    assert all(np.isfinite(getattr(found, name)).all() for name in arrays(found))
    threaded = acceptabilities(problem, evaluation, shortlist, AROUND, samples=5_000, threads=2)
    assert arrays(threaded) == arrays(found)


def test_tiers_with_quotas_and_by_class(make_problem):
    # along the weight w of the first: order a b c from a half on, c b a below; at most one of a and b
    lines = (Line("one", 2, None, (0, 0, 1), (Quota(0, 0, 1),)),)
    problem = replace(make_problem([[5, 0], ["2.5", "2.5"], [0, 5]], [1, 1]), lines=lines)
    found = study(problem, samples=1_000)
    assert_shares(found.tier_acceptability[:, 0], [1 / 2, 1 / 2, 1], found.samples)
    by_class = replace(problem, lines=(Line("one", 1, Members.ALL, (0, 0, 1)),))
    found = study(by_class, samples=1_000)
    assert_shares(found.tier_acceptability[:, 0], [1 / 2, 1 / 2, 1 / 2], found.samples)


def test_more_draws_begin_with_those_of_fewer(make_problem):
    problem = random_problem(make_problem, 5, 8)
    few, many = (study(problem, samples=count) for count in (4_000, 4_001))
    counts = np.rint(many.rank_acceptability * 4_001 - few.rank_acceptability * 4_000)
    # of the two that are alike each has the mean of both
    assert counts[2:].sum(axis=1).tolist() == [1] * 6


def test_another_seed_is_another_study(make_problem):
    problem = random_problem(make_problem, 5, 8)
    assert study(problem, seed=2).rank_acceptability.tolist() != study(problem).rank_acceptability.tolist()


SCRIPT = """
import numpy as np, hashlib
from fractions import Fraction
from stratsel.analysis.acceptability import acceptabilities
from stratsel.analysis.space import AdmissibleWeights
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Hierarchy, Line, Problem
from stratsel.engine.selection import select
from stratsel.engine.value import ValueFunction
from stratsel.terms import Admissible

table = np.random.default_rng(1).uniform(0, 1, (200, 12))
problem = Problem(
    tuple(f"c{row}" for row in range(200)), Hierarchy(tuple("abcdefghijkl"), (TOP,) * 12, (Fraction(1),) * 12),
    (ValueFunction((Fraction(0), Fraction(1)), (Fraction(0), Fraction(1))),) * 12,
    table, table, np.zeros(table.shape, dtype=bool), lines=(Line("one", 3),),
)
evaluation = evaluate(problem)
found = acceptabilities(problem, evaluation, select(problem, evaluation), AdmissibleWeights(Admissible.ANYWHERE))
parts = (found.rank_acceptability, found.tier_acceptability, found.central_weights, found.expected_rank)
print(hashlib.sha256(b"".join(np.ascontiguousarray(each).tobytes() for each in parts)).hexdigest())
"""


def test_the_same_bytes_whatever_the_number_of_threads_of_matrix_products():
    digests = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=os.environ | {"OPENBLAS_NUM_THREADS": count},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for count in ("1", "2")
    }
    assert len(digests) == 1 and len(digests.pop()) == 65


# --- little to say --------------------------------------------------------------------------------


def test_nobody_somebody_and_all_alike(make_problem):
    nobody = study(make_problem([[None, 3]], [1, 1], missing=Missing.AVAILABLE, least_assessed=Fraction(9, 10)))
    assert len(nobody.rows) == len(nobody.rank_acceptability) == len(nobody.central_weights) == 0
    alone = study(make_problem([[3]], [1], places=[1]))
    assert alone.rank_acceptability.tolist() == alone.tier_acceptability[:, :1].tolist() == [[1]]
    assert alone.central_weights.tolist() == [[1]] and alone.confidence_factor.tolist() == [1]
    alike = study(make_problem([[3, 3]] * 3, [1, 1], places=[1]))
    assert alike.rank_acceptability.tolist() == [[1, 0, 0]] * 3 and alike.expected_rank.tolist() == [1] * 3
    assert alike.tier_acceptability.tolist() == [[0, 1]] * 3
    unknown = study(make_problem([[None, None]] * 3, [1, 1]))
    assert_shares(unknown.rank_acceptability, np.full((3, 3), 1 / 3), unknown.samples)


def test_very_many_alternatives_get_fewer_draws(make_problem, monkeypatch):
    monkeypatch.setattr(acceptability, "CELLS", 60)
    found = study(make_problem([[row] for row in range(6)], [1]), samples=100)
    assert found.samples == 10
    assert found.rank_acceptability[::-1].tolist() == np.eye(6).tolist()


def test_standard_errors():
    assert standard_errors(np.array([0, 0.5, 0.9]), 100) == pytest.approx([0, 0.05, 0.03])


def test_ranks_against_every_order_of_weights_on_a_grid(make_problem):
    # a second formula: shares by a fine grid over the triangle instead of draws, valued by the engine
    table = [[5, 1, 2], [2, 4, 2], [1, 2, 5], [3, 3, 3]]
    steps = 60
    grid = [(i, j, steps - i - j) for i in range(1, steps) for j in range(1, steps - i)]
    counts = np.zeros((4, 4))
    for weights in grid:
        totals = np.array(table) @ np.array(weights)
        for row in range(4):
            counts[row, (totals > totals[row]).sum()] += 1
    found = study(make_problem(table, [1, 1, 1]))
    # the border and ties of the grid are off by no more than a line of it on each side of a border
    assert np.abs(found.rank_acceptability - counts / len(grid)).max() < 4 * sqrt(0.25 / found.samples) + 4 / steps
