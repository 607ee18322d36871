from stratsel.analysis.shift import landing_numbers
from stratsel.engine.evaluate import evaluate
from stratsel.engine.selection import select


def test_where_everybody_lands(make_problem):
    # 5 and 4 have the first two places, 3 and 3 are tied for the third, 1 is out
    problem = make_problem([[3], [5], [1], [4], [3]], [1], places=[1, 3])
    found = landing_numbers(problem, select(problem, evaluate(problem)))
    assert found.rows.tolist() == [0, 1, 2, 3, 4]
    assert found.numbers.tolist() == [2, 0, 2, 1, 2]
    assert found.is_tied.tolist() == [True, False, False, False, True]
