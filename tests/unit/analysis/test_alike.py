from dataclasses import replace

import numpy as np

from stratsel.analysis.alike import alike, pooled
from stratsel.engine.problem import Line
from stratsel.terms import Missing


def test_those_with_the_same_file_are_alike(make_problem):
    problem = make_problem([[(1, 2), 3], [(1, 2), 3], [(1, 3), 3], [None, 3], [(0, 5), 3]], [1, 1])
    groups = alike(problem, np.arange(5)).tolist()
    assert groups[0] == groups[1] and len(set(groups)) == 4


def test_class_and_likelihood_part_them(make_problem):
    problem = make_problem([[(1, 3)], [(1, 3)]], [1])
    parted = replace(problem, lines=(Line("t", 1, classes=(0, 1)),))
    assert len(set(alike(parted, np.arange(2)).tolist())) == 2
    likely = make_problem([[(1, 3)], [(1, 3, 1)]], [1], missing=Missing.REFUSE)
    assert len(set(alike(likely, np.arange(2)).tolist())) == 2


def test_counts_are_taken_together():
    assert pooled(np.array([25, 75, 100]), np.array([4, 4, 0])).tolist() == [50, 50, 100]


def test_nobody(make_problem):
    nobody = alike(make_problem([[3]], [1]), np.array([], dtype=np.int64))
    assert nobody.tolist() == [] == pooled(np.array([], dtype=np.int64), nobody).tolist()
