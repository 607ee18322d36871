import threading
from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.draws import Draws, in_order
from stratsel.analysis.sampling import AS_GIVEN
from stratsel.analysis.space import AdmissibleWeights
from stratsel.engine.evaluate import evaluate
from stratsel.terms import Admissible

ANYWHERE = AdmissibleWeights(Admissible.ANYWHERE)


@pytest.fixture(name="draws")
def draws_fixture(make_problem):
    def draws(rows, seed: int = 1) -> Draws:
        problem = make_problem([[1, 2], [(0, 3), 4], [None, 1], [2, (1, 2)]], [1, 3])
        return Draws(problem, evaluate(problem), np.array(rows), ANYWHERE, AS_GIVEN, seed)

    return draws


def whole(draws: Draws, samples: int, most: int) -> tuple[np.ndarray, np.ndarray]:
    worlds = [each for block in draws.blocks(samples) for each in draws.worlds(block, samples, most)]
    return tuple(np.concatenate(parts, axis=1) for parts in zip(*((w.shares, w.values()) for w in worlds), strict=True))


def test_batches_of_any_size_are_the_same_draws(draws):
    size = draws([0, 1, 2, 3]).weights.block
    shares, values = whole(draws([0, 1, 2, 3]), size + 50, size)
    assert shares.shape == (2, size + 50) and values.shape == (4, size + 50)
    for most in (7, 1_000):
        parts = whole(draws([0, 1, 2, 3]), size + 50, most)
        assert parts[0].tolist() == shares.tolist()
        assert np.abs(parts[1] - values).max() < 1e-12


def test_a_block_can_be_made_by_itself_and_is_another_in_each_block(draws):
    own = draws([0, 1])
    size = own.weights.block
    (later,), (first,) = (list(own.worlds(block, 2 * size, size)) for block in (1, 0))
    assert later.shares.tolist() != first.shares.tolist()
    assert later.drawn[0].partial_values.tolist() != first.drawn[0].partial_values.tolist()
    shares, _ = whole(own, 2 * size, size)
    assert shares[:, size:].tolist() == later.shares.tolist()
    assert len(list(own.worlds(2, 2 * size, size))) == 0


def test_who_else_is_ranked_changes_nothing(draws):
    few, many = (next(draws(rows).worlds(0, 20, 20)) for rows in ([1, 3], [0, 1, 2, 3]))
    assert few.shares.tolist() == many.shares.tolist()
    assert np.abs(few.values() - many.values()[[1, 3]]).max() < 1e-12
    assert draws([1, 2]).assumes_uniform and not draws([1, 3]).assumes_uniform


def test_weights_of_leaves_are_products_along_the_way(make_problem):
    from stratsel.engine.problem import TOP

    problem = make_problem([[1, 2, 3]], [1, 1, 1, 1], parents=[TOP, 0, 0, TOP])
    draws = Draws(problem, evaluate(problem), np.array([0]), ANYWHERE, AS_GIVEN, 1)
    shares = np.array([[0.25], [0.5], [0.5], [0.75]])
    assert draws.leaf_weights(shares).T.tolist() == [[0.125, 0.125, 0.75]]
    assert shares.T.tolist() == [[0.25, 0.5, 0.5, 0.75]]


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_results_come_in_order(threads):
    met = threading.Barrier(min(threads, 2))

    def work(block: int) -> Fraction:
        if block < 2 and threads > 1:
            # the first does not end before the second has begun
            met.wait(timeout=10)
        return Fraction(block, 3)

    assert list(in_order(work, range(20), threads)) == [Fraction(block, 3) for block in range(20)]


def test_what_goes_wrong_in_a_thread_is_raised():
    def work(block: int) -> int:
        return 1 // block

    with pytest.raises(ZeroDivisionError):
        list(in_order(work, range(3), 2))
