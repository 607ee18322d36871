"""Indices against closed forms: Ishigami's function, the g-function, sums and products."""

from fractions import Fraction
from math import pi

import numpy as np
import pytest

from stratsel.analysis.drivers import Driver, Drivers, Indices, drivers, variance_indices
from stratsel.analysis.sampling import Spread
from stratsel.analysis.space import AdmissibleWeights
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Problem
from stratsel.engine.selection import select
from stratsel.terms import Admissible, WeightSpace

ERRORS = 4
"""As many standard errors an index may be off."""

FIXED = AdmissibleWeights(Admissible.FIXED)
ANYWHERE = AdmissibleWeights(Admissible.ANYWHERE)


def uniform(count: int, samples: int, seed: int = 1) -> tuple[list[np.ndarray], list[np.ndarray]]:
    rng = np.random.default_rng(seed)
    return list(rng.random((count, samples))), list(rng.random((count, samples)))


def assert_near(found: Indices, first: list[float], total: list[float]) -> None:
    assert (np.abs(found.first - first) <= ERRORS * found.first_error + 1e-9).all()
    assert (np.abs(found.total - total) <= ERRORS * found.total_error + 1e-9).all()


# --- the estimators -------------------------------------------------------------------------------


def test_the_function_of_ishigami():
    # Ishigami and Homma 1990: sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1, each even between -pi and pi. Its parts:
    # V1 = (1 + 0.1 pi^4 / 5)^2 / 2, V2 = 49 / 8, V13 = 0.1^2 pi^8 (1/18 - 1/50)
    one, two, both = (1 + 0.1 * pi**4 / 5) ** 2 / 2, 49 / 8, 0.01 * pi**8 * (1 / 18 - 1 / 50)
    variance = one + two + both
    found = variance_indices(
        lambda x: (
            np.sin(2 * pi * x[0] - pi)
            + 7 * np.sin(2 * pi * x[1] - pi) ** 2
            + 0.1 * (2 * pi * x[2] - pi) ** 4 * np.sin(2 * pi * x[0] - pi)
        ),
        *uniform(3, 2**15),
    )
    assert_near(found, [one / variance, two / variance, 0], [(one + both) / variance, two / variance, both / variance])
    assert found.variance == pytest.approx(variance, rel=0.02)
    assert found.first_error.max() < 0.02 and found.total_error.max() < 0.02


def test_the_g_function():
    # Saltelli and Sobol' 1995: the product of (|4x - 2| + a) / (1 + a). V_i = 1 / (3 (1 + a_i)^2), and the whole is the
    # product of (1 + V_i) less 1.
    a = np.array([0, 1, 4.5, 9, 99])
    parts = 1 / (3 * (1 + a) ** 2)
    variance = np.prod(1 + parts) - 1
    found = variance_indices(
        lambda x: np.prod([(abs(4 * own - 2) + each) / (1 + each) for own, each in zip(x, a, strict=True)], axis=0),
        *uniform(5, 2**14),
    )
    total = parts * np.prod(1 + parts) / (1 + parts) / variance
    assert_near(found, list(parts / variance), list(total))


def test_a_sum_and_factors_of_several_columns():
    # x + 2y + 3z: variances of 1, 4 and 9 twelfths, and what x and y bring together they bring as one factor
    first, second = uniform(3, 2**12)
    found = variance_indices(lambda x: x[0] + 2 * x[1] + 3 * x[2], first, second)
    assert_near(found, [1 / 14, 4 / 14, 9 / 14], [1 / 14, 4 / 14, 9 / 14])
    pairs = [[np.array(half[:2]), half[2]] for half in (first, second)]
    found = variance_indices(lambda x: x[0][0] + 2 * x[0][1] + 3 * x[1], *pairs)
    assert_near(found, [5 / 14, 9 / 14], [5 / 14, 9 / 14])


def test_a_product_is_more_than_its_parts():
    # x y with means of 1/2: V = 1/9 - 1/16 = 7/144, and each alone 1/4 of 1/12 = 3/144
    found = variance_indices(lambda x: x[0] * x[1], *uniform(2, 2**14))
    assert_near(found, [3 / 7, 3 / 7], [4 / 7, 4 / 7])
    # A constant far away changes nothing.
    shifted = variance_indices(lambda x: 1000 + x[0] * x[1], *uniform(2, 2**14))
    assert shifted.first == pytest.approx(found.first, abs=1e-9)


def test_standard_errors_are_those_of_repeated_draws():
    found = [variance_indices(lambda x: x[0] + 2 * x[1] * x[0], *uniform(2, 2**9, seed)) for seed in range(200)]
    for name in ("first", "total"):
        spread = np.std([getattr(each, name) for each in found], axis=0)
        errors = np.sqrt(np.mean([getattr(each, f"{name}_error") ** 2 for each in found], axis=0))
        assert errors == pytest.approx(spread, rel=0.25)


def test_nothing_varies():
    assert variance_indices(lambda x: np.full(64, 0.7), *uniform(2, 64)) is None
    assert variance_indices(lambda x: np.zeros(8), [], []) is None


@pytest.mark.parametrize("draws", [1, 2, 3])
def test_hardly_any_draws(draws):
    # Of one factor alone the total index is the variance between both halves over that around their common mean.
    (first,), (second,) = drawn = uniform(1, draws)
    found = variance_indices(lambda x: x[0], *drawn)
    middle = np.concatenate([first, second]).mean()
    around = ((first - middle) ** 2 + (second - middle) ** 2).mean() / 2
    assert found.total == pytest.approx([((first - second) ** 2).mean() / 2 / around])
    assert (found.total_error[0] == 0) == (draws == 1)


# --- the margin at a line -------------------------------------------------------------------------


def driven(problem: Problem, admissible: AdmissibleWeights, **others) -> Drivers | None:
    evaluation = evaluate(problem)
    return drivers(problem, evaluation, select(problem, evaluation), 0, admissible, **others)


def near(driver: Driver, first: float, total: float) -> bool:
    return (
        abs(driver.first - first) <= ERRORS * driver.first_error
        and abs(driver.total - total) <= ERRORS * driver.total_error
    )


def test_weights_alone_are_one_factor(make_problem):
    # 100 (2w - 1), w even between nothing and one: no mean, a variance of 4/12
    found = driven(make_problem([[5, 0], [0, 5]], [3, 2], places=[1]), ANYWHERE)
    (driver,) = found.drivers
    assert (found.pair, driver.node, driver.row) == ((0, 1), TOP, None)
    assert near(driver, 1, 1)
    assert found.mean == pytest.approx(0, abs=2.5) and found.deviation == pytest.approx(100 / 3**0.5, rel=0.03)


def test_open_assessments_by_their_weight_and_width(make_problem):
    # By weights of 3 and 1 quarters: widths of 1 and 2 fifths, and the rival's 3 fifths on the second. As shares of
    # 3^2 + 2^2 + 3^2 = 22
    problem = make_problem([[(4, 5), (2, 4)], [1, (0, 3)], [0, (0, 5)]], [3, 1], places=[1])
    found = driven(problem, FIXED, samples=2**13)
    by_name = {(driver.node, driver.row): driver for driver in found.drivers}
    assert set(by_name) == {(0, 0), (1, 0), (1, 1)}
    assert near(by_name[0, 0], 9 / 22, 9 / 22) and near(by_name[1, 0], 4 / 22, 4 / 22)
    assert near(by_name[1, 1], 9 / 22, 9 / 22)
    # 4.5, 3, less 1 and 1.5: 3/4 of 3.5 and 1/4 of 1.5, of 5
    assert found.mean == pytest.approx(100 * (2.625 + 0.375) / 5, abs=0.3)
    assert found.deviation == pytest.approx(100 * (22 / 12) ** 0.5 / 20, rel=0.03)
    assert found.drivers[-1].node == 1 and found.drivers[-1].row == 0


def test_weight_and_judgement_together_are_more_than_each(make_problem):
    # w even over all, x over the scale: the margin is (2x - 1) w up to a constant. Products as above, about their means
    # of 1/2 and 0: V = E(w^2) V(2x) = 1/3 x 1/3, x alone (1/2)^2 1/3, w alone nothing
    problem = make_problem([[(0, 5), 0], ["2.5", 0]], [1, 1], places=[1])
    found = driven(problem, ANYWHERE, samples=2**14)
    by_name = {driver.node: driver for driver in found.drivers}
    assert near(by_name[0], 3 / 4, 1) and near(by_name[TOP], 0, 1 / 4)


def test_each_group_is_a_factor_and_the_whole_is_one_where_the_space_is_global(make_problem):
    rows = [[5, 0, 3, 1], [0, 5, 1, 4]]
    problem = make_problem(rows, [1, 2, 1, 1, 1, 3], parents=[TOP, 0, 0, TOP, 3, 3], places=[1])
    found = driven(problem, AdmissibleWeights(Admissible.AROUND, Fraction(3, 10)))
    assert sorted(driver.node for driver in found.drivers) == [TOP, 0, 3]
    assert sum(driver.first for driver in found.drivers) == pytest.approx(1, abs=0.1)
    found = driven(problem, AdmissibleWeights(Admissible.AROUND, Fraction(3, 10), space=WeightSpace.GLOBAL))
    assert [(driver.node, near(driver, 1, 1)) for driver in found.drivers] == [(TOP, True)]


def test_an_empty_answer(make_problem):
    problem = make_problem([[5, 0], [0, (2, 5)]], [3, 2], places=[1])
    nothing = driven(problem, FIXED, spread=Spread(is_fixed=True))
    assert nothing == Drivers((0, 1), pytest.approx(44), 0.0, (), 4096, 1)
    alike = make_problem([[3, 3], [1, 1]], [3, 2], places=[1])
    assert driven(alike, ANYWHERE).drivers == ()
    assert driven(make_problem([[5]], [1], places=[1]), ANYWHERE) is None


def test_the_same_seed_gives_the_same(make_problem):
    problem = make_problem([[5, None], [0, (2, 5)], [1, 1]], [3, 2], places=[1])
    found = driven(problem, ANYWHERE, samples=512, seed=3)
    assert found == driven(problem, ANYWHERE, samples=512, seed=3) != driven(problem, ANYWHERE, samples=512, seed=4)
    assert (found.samples, found.seed) == (512, 3)
