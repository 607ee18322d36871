import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from stratsel.analysis.methods import METHODS, differs, method_values
from stratsel.analysis.reversal import ranks_by

BY_ID = {method.id: method for method in METHODS}
RELATIVE = [method for method in METHODS if method.is_relative]
ALONE = [method for method in METHODS if not method.is_relative]
LEVELS = st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0])
TABLES = arrays.arrays(float, st.tuples(st.integers(1, 7), st.integers(1, 4)), elements=LEVELS)
every_method = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)


def even(leaves: int) -> np.ndarray:
    return np.full(leaves, 1 / leaves)


def test_values_by_hand():
    """Three alternatives, weights 0.75 and 0.25."""
    values, weights = np.array([[1.0, 0.0], [0.25, 1.0], [0.25, 0.0]]), np.array([0.75, 0.25])
    found = {method.id: method_values(method, values, weights).tolist() for method in METHODS}
    root = 0.25**0.75  # of 0.25 and 1
    assert found["weighted-product"] == pytest.approx([0, root, 0])
    assert found["waspas"] == pytest.approx([0.375, (0.4375 + root) / 2, 0.09375])
    assert found["spotis"] == pytest.approx([0.25, 0.5625, 0.8125])
    # best (0.75, 0.25) and worst (0.1875, 0) after weighting, 0.5625 and 0.25 apart
    assert found["topsis"] == pytest.approx([0.5625 / 0.8125, 0.25 / 0.8125, 0])
    # S is 0.25, 0.75, 1 and R is 0.25, 0.75, 0.75
    assert found["vikor"] == pytest.approx([0, (0.5 / 0.75 + 1) / 2, 1])
    # leaf by leaf: +2 -1 -1 and -1 +2 -1, over two others
    assert found["promethee-usual"] == pytest.approx([0.625, -0.125, -0.5])
    assert found["promethee-linear"] == pytest.approx([0.625, -0.125, -0.5])  # all are half the scale apart, or more
    # averages 0.5 and 1/3. Above: 0.75 x 1, 0.25 x 2, 0. Below: 0.25 x 1, 0.75 x 0.5, both of these.
    assert found["edas"] == pytest.approx([(1 + 1 - 0.25 / 0.625) / 2, (0.5 / 0.75 + 1 - 0.375 / 0.625) / 2, 0])
    border = 2 ** (1 / 3)  # of 1 + (1, 0, 0) on one leaf, of 1 + (0, 1, 0) on the other
    assert found["mabac"] == pytest.approx([1.75 - border, 1.25 - border, 1 - border])


@every_method
def test_alike_in_everything(method):
    """Nothing is divided by zero, and all stand level."""
    for values in (np.zeros((3, 2)), np.ones((3, 2)), np.full((1, 2), 0.25), np.zeros((0, 2))):
        found = method_values(method, values, even(2))
        assert len(set(found.tolist())) <= 1
        assert np.isfinite(found).all()


@every_method
@given(table=TABLES, seed=st.integers(0, 9))
def test_dominance_is_respected(method, table, seed):
    """Who is at least as good on every leaf does not stand lower; identical alternatives stand level."""
    weights = np.random.default_rng(seed).dirichlet(np.ones(table.shape[1]))
    ranks = ranks_by(method, table, weights)
    for one, row in enumerate(table):
        for other, values in enumerate(table):
            if (row >= values).all():
                assert ranks[one] <= ranks[other]


@every_method
@given(table=TABLES, seed=st.integers(0, 9))
def test_the_order_of_input_does_not_matter(method, table, seed):
    rng = np.random.default_rng(seed)
    weights, shuffled = rng.dirichlet(np.ones(table.shape[1])), rng.permutation(len(table))
    assert ranks_by(method, table[shuffled], weights).tolist() == ranks_by(method, table, weights)[shuffled].tolist()


@pytest.mark.parametrize("method", ALONE, ids=lambda method: method.id)
@given(table=TABLES)
def test_others_do_not_matter(method, table):
    """To the last bit: an alternative valued by itself has the same value among others."""
    weights = even(table.shape[1])
    among = method_values(method, table, weights)
    alone = [method_values(method, table[[row]], weights)[0] for row in range(len(table))]
    assert among.tolist() == alone


@pytest.mark.parametrize("method", RELATIVE, ids=lambda method: method.id)
def test_others_matter(method):
    values = np.array([[1.0, 0.0], [0.25, 0.75], [0.0, 0.5]])
    among, without = method_values(method, values, even(2))[:2], method_values(method, values[:2], even(2))
    assert among.tolist() != without.tolist()


@given(table=TABLES)
def test_spotis_is_the_weighted_sum_turned_round(table):
    weights = even(table.shape[1])
    assert method_values(BY_ID["spotis"], table, weights) == pytest.approx(1 - table @ weights)


@every_method
def test_a_leaf_of_no_weight_takes_no_part(method):
    values = np.array([[1.0, 0.0, 0.5], [0.25, 1.0, 0.0], [0.5, 0.5, 1.0]])
    found = method_values(method, values, np.array([0.5, 0.5, 0.0]))
    assert found.tolist() == method_values(method, values[:, :2], even(2)).tolist()


@pytest.mark.parametrize("method", RELATIVE, ids=lambda method: method.id)
@pytest.mark.parametrize("level", [0.0, 0.5, 1.0])
def test_a_leaf_on_which_all_are_alike_changes_no_order(method, level):
    values = np.array([[1.0, 0.0], [0.25, 1.0], [0.5, 0.5]])
    wider = np.column_stack([values, np.full(3, level)])
    assert ranks_by(method, wider, even(3)).tolist() == ranks_by(method, values, even(2)).tolist()


def test_mabac_of_a_thousand_alternatives():
    """The border is the geometric mean, whatever the number: one half of them at 0 and one half at 1 make root 2."""
    values = np.repeat([[0.0], [1.0]], 1000, axis=0)
    found = method_values(BY_ID["mabac"], values, np.array([1.0]))
    assert found[[0, -1]] == pytest.approx([1 - 2**0.5, 2 - 2**0.5])


@pytest.mark.parametrize(
    ("values", "weights"),
    [
        ([[float("nan"), 0.5]], [0.5, 0.5]),
        ([[float("inf"), 0.5]], [0.5, 0.5]),
        ([[-0.1, 0.5]], [0.5, 0.5]),
        ([[1.1, 0.5]], [0.5, 0.5]),
        ([[0.5, 0.5]], [1.5, -0.5]),
        ([[0.5, 0.5]], [0.5, 0.4]),
        ([[0.5, 0.5]], [float("nan"), 0.5]),
        ([[0.5, 0.5]], [1.0]),
        ([0.5, 0.5], [0.5, 0.5]),
    ],
)
def test_nonsense_is_refused(values, weights):
    for method in METHODS:
        with pytest.raises(ValueError, match=r"must|need"):
            method_values(method, np.array(values), np.array(weights))


def test_rounding_is_no_difference():
    assert differs(np.array([[0.1 + 0.2, 0.5], [0.3, 0.75]])).tolist() == [False, True]
