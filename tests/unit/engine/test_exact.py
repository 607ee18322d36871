from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from stratsel.engine.exact import ExactProfiles, combine_exactly
from stratsel.engine.problem import TOP, Hierarchy
from stratsel.engine.value import LogValueFunction, ValueFunction
from stratsel.terms import Combine

ARITHMETIC, GEOMETRIC, HARMONIC, MINIMUM, MAXIMUM = Combine
TENTHS = ValueFunction((Fraction(0), Fraction(10)), (Fraction(0), Fraction(1)))


def exactly(rows, parents, weights, combines=None, top=ARITHMETIC, functions=None, is_absent=None) -> ExactProfiles:
    """Rows of tenths: a performance of 3 is worth 0.3."""
    nodes = tuple(f"n{node}" for node in range(len(parents)))
    hierarchy = Hierarchy(nodes, tuple(parents), tuple(Fraction(weight) for weight in weights), combines or {}, top)
    functions = functions or (TENTHS,) * len(hierarchy.leaf_nodes)
    return ExactProfiles(hierarchy, tuple(functions), lambda row, leaf: Fraction(rows[row][leaf]), is_absent)


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (ARITHMETIC, Fraction(2, 5)),  # 1/4 x 1/10 + 3/4 x 1/2
        (HARMONIC, Fraction(1, 4)),  # 1 / (1/4 x 10 + 3/4 x 2)
        (MINIMUM, Fraction(1, 10)),
        (MAXIMUM, Fraction(1, 2)),
    ],
)
def test_two_siblings_by_hand(how, expected):
    profiles = exactly([[1, 5], [5, 5]], [TOP, TOP], [1, 3], top=how)
    assert profiles.values(TOP, [0, 1]) == [expected, Fraction(1, 2)]
    assert combine_exactly(how, [(Fraction(1, 10), Fraction(2)), (Fraction(1, 2), Fraction(6))]) == expected


def test_a_geometric_mean_has_no_exact_value():
    with pytest.raises(ValueError, match="geometric"):
        combine_exactly(GEOMETRIC, [(Fraction(1, 2), Fraction(1))])


@pytest.mark.parametrize(("how", "expected"), [(HARMONIC, 0), (MINIMUM, 0), (MAXIMUM, 1)])
def test_a_zero(how, expected):
    assert exactly([[0, 10]], [TOP, TOP], [1, 99], top=how).values(TOP, [0]) == [expected]


def test_a_child_of_weight_zero_is_left_out():
    assert exactly([[0, 3]], [TOP, TOP], [0, 1], top=HARMONIC).values(TOP, [0]) == [Fraction(3, 10)]


def test_leaves_without_weight_are_not_read():
    profiles = exactly([[5], [5]], [TOP, TOP], [1, 0])  # there is no second cell
    assert len(set(profiles.keys(TOP, [0, 1]))) == 1


def test_nothing_to_value():
    assert exactly([], [TOP, TOP], [1, 1]).keys(TOP, []) == []
    assert exactly([], [TOP, TOP], [1, 1], top=HARMONIC).values(TOP, []) == []


def test_what_is_rational():
    log = LogValueFunction(Fraction(1), Fraction(10))
    # under the top: a minimum of (a harmonic mean of two leaves, a leaf), a geometric mean of two, and a leaf of log
    parents, ways = [TOP, 0, 1, 1, 0, TOP, 5, 5, TOP], {0: MINIMUM, 1: HARMONIC, 5: GEOMETRIC}
    profiles = exactly([], parents, [1] * 9, ways, functions=[TENTHS] * 5 + [log])
    assert [profiles.is_rational(node) for node in range(TOP, 9)] == [
        False, True, True, True, True, True, False, True, True, False,
    ]  # fmt: skip


def test_what_weighs_nothing_need_not_be_rational():
    log = LogValueFunction(Fraction(1), Fraction(10))
    assert exactly([], [TOP, TOP], [1, 0], functions=[TENTHS, log]).is_rational(TOP)
    assert not exactly([], [TOP, TOP], [1, 0], functions=[TENTHS, log], top=MINIMUM).is_rational(TOP)


def test_keys_of_sums_are_whole_numbers_ordered_as_the_values():
    # weights 1/3 and 2/3: 1/3, 2/3, 3/5 x 1/3 + 1/5 x 2/3 = 1/3, 3/5 x 1/3 + 2/5 x 2/3 = 7/15
    profiles = exactly([[10, 0], [0, 10], [6, 2], [6, 4]], [TOP, TOP], ["0.1", "0.2"])
    values = [Fraction(1, 3), Fraction(2, 3), Fraction(1, 3), Fraction(7, 15)]
    keys = profiles.keys(TOP, [0, 1, 2, 3])
    assert [Fraction(key, keys[0]) / 3 for key in keys] == values
    assert all(isinstance(key, int) for key in keys)
    assert profiles.values(TOP, [0, 1, 2, 3]) == values


def test_values_below_the_last_bit_of_a_float_are_told_apart():
    tiny = Fraction(1, 10**30)
    for how in (ARITHMETIC, HARMONIC, MINIMUM, MAXIMUM):
        profiles = exactly([[5], [5 + tiny]], [TOP], [1], top=how)
        low, high = profiles.values(TOP, [0, 1])
        assert high - low == tiny / 10
        low_key, high_key = profiles.keys(TOP, [0, 1])
        assert low_key < high_key


def test_random_trees_against_the_definitions(random_hierarchy, by_definition):
    rng = np.random.default_rng(9)
    rational = (ARITHMETIC, HARMONIC, MINIMUM, MAXIMUM)
    for _ in range(150):
        hierarchy = random_hierarchy(rng, *rational)
        cells = rng.integers(0, 11, (5, len(hierarchy.leaf_nodes))).tolist()
        is_absent = rng.random((5, len(hierarchy.leaf_nodes))) < 0.3
        for absent in (None, is_absent):
            functions = (TENTHS,) * len(hierarchy.leaf_nodes)
            profiles = ExactProfiles(hierarchy, functions, lambda row, leaf: Fraction(cells[row][leaf]), absent)  # noqa: B023
            for node in range(TOP, len(hierarchy.nodes)):
                given = [
                    [
                        None if absent is not None and absent[row, leaf] else Decimal(cell) / 10
                        for leaf, cell in enumerate(own)
                    ]
                    for row, own in enumerate(cells)
                ]
                expected = {row: by_definition(hierarchy, node, own) for row, own in enumerate(given)}
                rows = [row for row, value in expected.items() if value is not None]
                found = profiles.values(node, rows)
                for value, row in zip(found, rows, strict=True):
                    assert abs(Decimal(value.numerator) / value.denominator - expected[row]) < Decimal("1e-25")
                keys = profiles.keys(node, rows)
                assert [sorted(keys).index(key) for key in keys] == [sorted(found).index(value) for value in found]


def test_gaps_by_hand():
    """A third of the weight absent: what is left counts fully; a group of which nothing is present is itself absent."""
    # first group (weight 3): leaves 1 and 2 with weights 1 and 2; second group (weight 1): leaf 4
    parents, weights = [TOP, 0, 0, TOP, 3], [3, 1, 2, 1, 1]
    is_absent = np.array([[True, False, False], [True, True, False], [False, False, True]])
    profiles = exactly([[0, 8, 4]] * 3, parents, weights, is_absent=is_absent)
    # 3/4 x 0.8 + 1/4 x 0.4 = 0.7;  0.4;  1/3 x 0 + 2/3 x 0.8 = 8/15
    assert profiles.values(TOP, [0, 1, 2]) == [Fraction(7, 10), Fraction(2, 5), Fraction(8, 15)]
