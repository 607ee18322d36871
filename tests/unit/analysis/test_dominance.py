import numpy as np

from stratsel.analysis.dominance import NOBODY, dominators


def found(values, ranks=None):
    values = np.array(values, dtype=float)
    return dominators(values, np.arange(len(values)) if ranks is None else np.array(ranks)).tolist()


def test_who_is_nowhere_better_and_somewhere_worse():
    assert found([[3, 1], [1, 3], [3, 0]]) == [NOBODY, NOBODY, 0]


def test_those_alike_do_not_dominate_each_other():
    assert found([[1, 2], [1, 2]]) == [NOBODY, NOBODY]


def test_the_first_that_is_free_is_named():
    """The last is dominated by all three; the third is dominated itself."""
    assert found([[2, 3], [3, 2], [1, 2], [0, 1]]) == [NOBODY, NOBODY, 0, 0]


def test_nobody_is_dominated_by_one_that_is_ranked_behind():
    assert found([[1, 1], [2, 2]]) == [NOBODY, NOBODY]


def test_of_one_rank_the_better_dominates_wherever_it_stands():
    assert found([[1, 1], [2, 1], [0, 5]], ranks=[1, 1, 3]) == [1, NOBODY, NOBODY]


def test_against_the_definition():
    generator = np.random.default_rng(8)
    for _ in range(50):
        values = generator.integers(0, 3, (9, 3)).astype(float)
        values = values[np.argsort(-values.sum(axis=1), kind="stable")]
        beats = [[(a >= b).all() and (a > b).any() for a in values] for b in values]
        free = [at for at, row in enumerate(beats) if not any(row)]
        wanted = [next((by for by in free if row[by]), NOBODY) for row in beats]
        assert found(values) == wanted


def test_nobody():
    assert dominators(np.empty((0, 2)), np.empty(0, dtype=np.int64)).tolist() == []
