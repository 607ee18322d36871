"""What must hold for every tree of means, under every policy for what is unknown, with a resolution or without."""

from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stratsel.engine.evaluate import Evaluation, evaluate
from stratsel.engine.levels import levels
from stratsel.engine.problem import TOP, Hierarchy, Problem
from stratsel.engine.value import AnyValueFunction, LogValueFunction, ValueFunction
from stratsel.terms import Combine, Missing

Cell = tuple[int, int] | None
"""The worst and the best share of the scale in tenths, or None where nothing is known."""

LINEAR = ValueFunction((Fraction(0), Fraction(10)), (Fraction(0), Fraction(1)))
FALLING = ValueFunction((Fraction(0), Fraction(10)), (Fraction(1), Fraction(0)))
LOGARITHMIC = LogValueFunction(Fraction(1), Fraction(10))


@dataclass(frozen=True)
class Case:
    hierarchy: Hierarchy
    functions: tuple[AnyValueFunction, ...]
    rows: tuple[tuple[Cell, ...], ...]
    missing: Missing
    resolution: Fraction | None
    ties: tuple[int, ...]

    @property
    def problem(self) -> Problem:
        shape = (len(self.rows), len(self.functions))
        cells = [
            [self.ends(cell, function) for cell, function in zip(row, self.functions, strict=True)] for row in self.rows
        ]
        worst, best, likely = np.array(cells, dtype=float).reshape((*shape, 3)).transpose(2, 0, 1)
        return Problem(
            alternatives=tuple(f"a{row}" for row in range(len(self.rows))),
            hierarchy=self.hierarchy,
            value_functions=self.functions,
            worst_performances=worst,
            best_performances=best,
            likely_performances=likely,
            is_unknown=np.array([[cell is None for cell in row] for row in self.rows], dtype=bool).reshape(shape),
            ties=self.ties,
            exact_performance=lambda row, leaf, end: cells[row][leaf][end],
            missing=self.missing,
            least_assessed=Fraction(1, 4),
            resolution=self.resolution,
        )

    @staticmethod
    def ends(cell: Cell, function: AnyValueFunction) -> tuple[Fraction, Fraction, Fraction]:
        if cell is None:
            return function.worst, function.best, (function.worst + function.best) / 2
        worst, best = (Fraction(tenths if function.is_rising else 10 - tenths) for tenths in cell)
        return worst, best, (worst + best) / 2

    def evaluated(self) -> Evaluation:
        return evaluate(self.problem)

    def with_rows(self, rows) -> "Case":
        return replace(self, rows=tuple(rows))


@st.composite
def cases(draw, is_settled: bool = False) -> Case:
    parents = [TOP, *(draw(st.integers(TOP, node - 1)) for node in range(1, draw(st.integers(1, 8))))]
    inner = sorted(set(parents))
    ways = {node: draw(st.sampled_from(Combine)) for node in inner}
    weights = [Fraction(draw(st.integers(1, 9)), 7) for _ in parents]
    hierarchy = Hierarchy(
        tuple(f"n{node}" for node in range(len(parents))), tuple(parents), tuple(weights), ways, ways[TOP]
    )
    of = tuple(draw(st.sampled_from([LINEAR, FALLING, LOGARITHMIC])) for _ in hierarchy.leaf_nodes)
    settled = st.integers(-1, 11).map(lambda tenths: (tenths, tenths))
    ranges = st.tuples(st.integers(0, 10), st.integers(0, 10)).map(lambda ends: (min(ends), max(ends)))
    cells = settled if is_settled else st.one_of(settled, ranges, st.none())
    rows = draw(st.lists(st.tuples(*[cells] * len(of)), min_size=1, max_size=6))
    rows += [draw(st.sampled_from(rows)) for _ in range(draw(st.integers(0, 1)))]
    return Case(
        hierarchy,
        of,
        tuple(rows),
        draw(st.sampled_from(Missing)),
        draw(st.sampled_from([None, Fraction(1, 10), Fraction(1, 1000), Fraction(1, 3)])),
        tuple(draw(st.lists(st.integers(0, len(parents) - 1), max_size=2, unique=True))),
    )


@given(cases())
def test_removing_a_candidate_changes_no_value_of_another(case):
    found = case.evaluated()
    for gone in range(len(case.rows)):
        left = case.with_rows(case.rows[:gone] + case.rows[gone + 1 :]).evaluated()
        for name in ("shown", "possible", "values", "assessed"):
            assert getattr(left, name).tobytes() == np.delete(getattr(found, name), gone).tobytes(), name


@given(cases(), st.randoms(use_true_random=False))
def test_order_of_input_is_irrelevant(case, random):
    order = list(range(len(case.rows)))
    random.shuffle(order)
    shuffled = case.with_rows(case.rows[row] for row in order)
    found, other = case.evaluated(), shuffled.evaluated()
    assert other.order.ranks.tolist() == found.order.ranks[order].tolist()
    assert other.values.tobytes() == found.values[order].tobytes()
    for one, same in zip(levels(case.problem, found), levels(shuffled.problem, other), strict=True):
        assert same.tolist() == one[order].tolist()


@given(cases())
def test_identical_candidates_tie(case):
    ranks = case.evaluated().order.ranks
    for one, row in enumerate(case.rows):
        assert {int(ranks[other]) for other, same in enumerate(case.rows) if same == row} == {int(ranks[one])}


@given(cases(is_settled=True))
def test_dominance_is_respected(case):
    found = case.evaluated()
    values, ranks = found.partial_values, found.order.ranks
    for one in range(len(case.rows)):
        for other in range(len(case.rows)):
            if (values[one] >= values[other]).all():
                assert ranks[one] <= ranks[other]


@given(cases(is_settled=True), st.data())
def test_bettering_a_performance_never_worsens_the_rank(case, data):
    row = data.draw(st.integers(0, len(case.rows) - 1))
    leaf = data.draw(st.integers(0, len(case.functions) - 1))
    cells = list(case.rows[row])
    better = cells[leaf][0] + data.draw(st.integers(0, 5))
    cells[leaf] = (better, better)
    after = case.with_rows((*case.rows[:row], tuple(cells), *case.rows[row + 1 :]))
    assert after.evaluated().order.ranks[row] <= case.evaluated().order.ranks[row]


@given(cases())
def test_bounds_hold_what_the_order_is_by_where_nothing_is_left_out(case):
    found = replace(case, resolution=None).evaluated()
    assert (found.shown <= found.possible).all()
    if case.missing is not Missing.AVAILABLE:
        assert (found.shown - 1e-12 <= found.values).all()
        assert (found.values <= found.possible + 1e-12).all()


@given(cases(is_settled=True))
def test_nothing_open_means_one_level_for_both_ends_and_the_same_order_under_every_policy(case):
    found = case.evaluated()
    worst, best = levels(case.problem, found)
    assert worst.tolist() == best.tolist() == found.order.ranks.tolist()
    for missing in Missing:
        assert replace(case, missing=missing).evaluated().order.ranks.tolist() == found.order.ranks.tolist()


@given(cases(), st.data())
def test_scaling_the_weights_of_siblings_changes_nothing(case, data):
    hierarchy = case.hierarchy
    parent = data.draw(st.sampled_from(sorted(set(hierarchy.parents))))
    factor = data.draw(st.fractions(min_value=Fraction(1, 1000), max_value=1000))
    weights = tuple(
        weight * factor if above == parent else weight
        for above, weight in zip(hierarchy.parents, hierarchy.weights, strict=True)
    )
    scaled = replace(case, hierarchy=replace(hierarchy, weights=weights)).evaluated()
    found = case.evaluated()
    assert scaled.values.tobytes() == found.values.tobytes()
    assert scaled.order.ranks.tolist() == found.order.ranks.tolist()
