from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.region import is_additive, region
from stratsel.analysis.sampling import draw_weights
from stratsel.analysis.space import AdmissibleWeights, Statement
from stratsel.analysis.streams import Streams
from stratsel.analysis.world import Worlds
from stratsel.engine.problem import TOP, Hierarchy
from stratsel.terms import Admissible, Combine, WeightSpace

LOCAL, GLOBAL = WeightSpace
HALF = Fraction(1, 2)


def tree(parents: list[int], weights: list[int], combines: dict[int, Combine] | None = None) -> Hierarchy:
    return Hierarchy(
        tuple(f"n{node}" for node in range(len(parents))), tuple(parents), tuple(map(Fraction, weights)), combines or {}
    )


# 0 weighs 3 of 4 and holds 1 and 2, one to two; 3 weighs 1 of 4: global weights 1/4, 1/2, 1/4
NESTED = tree([TOP, 0, 0, TOP], [3, 1, 2, 1])


def ranges(admissible: AdmissibleWeights, hierarchy: Hierarchy = NESTED) -> tuple[object, object]:
    found = region(hierarchy, admissible)
    low, high = found.ranges()
    return low.tolist(), high.tolist()


def test_around_local_shares():
    # a third around 3/4 and 1/4 leaves 2/3 to 5/6 for node 0, as 1/4 may fall to 1/6 and rise to 1/3; in it the first
    # has 2/9 to 4/9: 4/27 to 10/27 of the whole, the second 5/9 to 7/9: 10/27 to 35/54
    low, high = ranges(AdmissibleWeights(Admissible.AROUND, Fraction(1, 3)))
    assert low == pytest.approx([4 / 27, 10 / 27, 1 / 6])
    assert high == pytest.approx([10 / 27, 35 / 54, 1 / 3])


def test_around_global_shares():
    # each a half up or down: 1/8 to 3/8, 1/4 to 3/4, 1/8 to 3/8, which sum to 1 within these
    low, high = ranges(AdmissibleWeights(Admissible.AROUND, HALF, space=GLOBAL))
    assert (low, high) == (pytest.approx([1 / 8, 1 / 4, 1 / 8]), pytest.approx([3 / 8, 3 / 4, 3 / 8]))


def test_in_order():
    # locally the second is heavier than the first, and both together than the third; globally the second is heaviest
    low, high = ranges(AdmissibleWeights(Admissible.ORDER))
    assert (low, high) == (pytest.approx([0, 1 / 4, 0]), pytest.approx([1 / 2, 1, 1 / 2]))
    low, high = ranges(AdmissibleWeights(Admissible.ORDER, space=GLOBAL))
    assert (low, high) == (pytest.approx([0, 1 / 3, 0]), pytest.approx([1 / 2, 1, 1 / 2]))


@pytest.mark.parametrize("space", WeightSpace)
def test_fixed_is_one_point(space):
    low, high = ranges(AdmissibleWeights(Admissible.FIXED, space=space))
    assert low == high == pytest.approx([1 / 4, 1 / 2, 1 / 4])


def test_statements_about_siblings_and_about_the_whole():
    # of node 0 the first is at most a fifth: of the whole it is less than a fifth too
    local = Statement({1: Fraction(-1)}, Fraction(-1, 5))
    low, high = ranges(AdmissibleWeights(Admissible.WITHIN, statements=(local,)))
    assert (low, high) == (pytest.approx([0, 0, 0]), pytest.approx([1 / 5, 1, 1]))
    # of the whole, node 0 is just a half, and its first twice its second
    whole = Statement({0: Fraction(1)}, HALF, is_equal=True)
    twice = Statement({1: Fraction(1), 2: Fraction(-2)}, Fraction(0))
    low, high = ranges(AdmissibleWeights(Admissible.WITHIN, statements=(whole, twice), space=GLOBAL))
    assert (low, high) == (pytest.approx([1 / 3, 0, 1 / 2]), pytest.approx([1 / 2, 1 / 6, 1 / 2]))


def test_what_does_not_count_weighs_nothing():
    low, high = ranges(AdmissibleWeights(Admissible.ANYWHERE), tree([TOP, TOP, TOP], [1, 0, 2]))
    assert (low, high) == (pytest.approx([0, 0, 0]), pytest.approx([1, 0, 1]))


def test_statements_that_contradict_each_other_leave_nothing():
    statements = tuple(Statement({node: Fraction(1)}, Fraction(3, 5)) for node in (0, 3))
    assert region(NESTED, AdmissibleWeights(Admissible.WITHIN, statements=statements)).is_empty


def test_only_sums_have_a_region():
    assert (
        region(tree([TOP, 0, 0, TOP], [3, 1, 2, 1], {0: Combine.MINIMUM}), AdmissibleWeights(Admissible.FIXED)) is None
    )
    # a node of weight zero has no part in the whole, whatever it is
    assert is_additive(tree([TOP, 0, 0, TOP], [0, 1, 2, 1], {0: Combine.MINIMUM}))


CASES = [
    AdmissibleWeights(kind, Fraction(2, 5), space=space)
    for kind in Admissible
    if kind is not Admissible.WITHIN
    for space in WeightSpace
]


@pytest.mark.parametrize("admissible", CASES, ids=lambda case: f"{case.kind}-{case.space}")
def test_every_draw_of_the_sampler_lies_in_it(admissible):
    hierarchy = tree([TOP, 0, 0, 0, TOP, 4, 4, 4], [3, 1, 2, 2, 2, 0, 1, 5])
    shares = draw_weights(hierarchy, admissible, 500, Streams(3))
    weights = Worlds(hierarchy, shares, np.zeros((1, 6))).weights_under(TOP).T
    found = region(hierarchy, admissible)
    assert weights @ found.equal.T == pytest.approx(np.tile(found.equal_to, (500, 1)), abs=1e-12)
    assert (weights @ found.least.T >= found.at_least - 1e-12).all()
