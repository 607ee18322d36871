"""What must hold for every round, whatever its tree, weights, scales and figures."""

from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stratsel.engine.certainty import certainties
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Hierarchy, Line, Problem
from stratsel.engine.selection import select
from stratsel.engine.value import ValueFunction
from stratsel.terms import Certainty

Row = tuple[tuple[Fraction, Fraction], ...]


@dataclass(frozen=True)
class Case:
    """A problem before it is one: `rows` hold the worst and the best performance of each cell."""

    parents: tuple[int, ...]
    weights: tuple[Fraction, ...]
    functions: tuple[ValueFunction, ...]
    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    ties: tuple[int, ...]

    @property
    def problem(self) -> Problem:
        hierarchy = Hierarchy(tuple(f"n{node}" for node in range(len(self.parents))), self.parents, self.weights)
        shape = (len(self.rows), len(self.functions))
        ends = [np.array([[float(cell[end]) for cell in row] for row in self.rows]).reshape(shape) for end in (0, 1)]
        return Problem(
            alternatives=tuple(f"a{row}" for row in range(len(self.rows))),
            hierarchy=hierarchy,
            value_functions=self.functions,
            worst_performances=ends[0],
            best_performances=ends[1],
            is_unknown=np.zeros(shape, dtype=bool),
            lines=self.lines,
            ties=self.ties,
            exact_performance=lambda row, leaf, best: self.rows[row][leaf][best],
        )


small = st.integers(1, 12).map(lambda number: Fraction(number, 10))
amounts = st.one_of(st.integers(-2, 12), st.decimals(-2, 12, places=3)).map(Fraction)


@st.composite
def functions(draw) -> ValueFunction:
    points = sorted(draw(st.sets(st.integers(0, 10), min_size=2, max_size=4)))
    values = sorted(draw(st.lists(st.integers(0, 6), min_size=len(points), max_size=len(points))))
    if draw(st.booleans()):
        values.reverse()
    return ValueFunction(tuple(map(Fraction, points)), tuple(Fraction(value, 6) for value in values))


@st.composite
def rows(draw, of: tuple[ValueFunction, ...], settled: bool = False) -> Row:
    cells = []
    for function in of:
        cell = sorted([draw(amounts), draw(amounts)] if not settled and draw(st.booleans()) else [draw(amounts)] * 2)
        cells.append(tuple(cell if function.is_rising else cell[::-1]))
    return tuple(cells)


@st.composite
def cases(draw, settled: bool = False, most: int = 7) -> Case:
    parents = [TOP]
    for node in range(1, draw(st.integers(1, 7))):
        parents.append(draw(st.integers(-1, node - 1)))
    weights = [draw(small) for _ in parents]
    leaves = len(set(range(len(parents))) - set(parents))
    of = tuple(draw(functions()) for _ in range(leaves))
    table = draw(st.lists(rows(of, settled), min_size=1, max_size=most))
    table += [draw(st.sampled_from(table)) for _ in range(draw(st.integers(0, 2)))]
    places = sorted(draw(st.sets(st.integers(1, len(table)), max_size=2)))
    ties = draw(st.lists(st.integers(0, len(parents) - 1), max_size=2, unique=True))
    lines = tuple(Line(f"tier-{count}", count) for count in places)
    return Case(tuple(parents), tuple(weights), of, tuple(table), lines, tuple(ties))


@given(cases(), st.randoms(use_true_random=False))
def test_order_of_input_is_irrelevant(case, random):
    order = list(range(len(case.rows)))
    random.shuffle(order)
    one, other = case.problem, replace(case, rows=tuple(case.rows[row] for row in order)).problem
    found, shuffled = evaluate(one), evaluate(other)
    assert shuffled.order.ranks.tolist() == found.order.ranks[order].tolist()
    assert shuffled.shown.tobytes() == found.shown[order].tobytes()
    sure, landed = certainties(one, found), select(one, found).landings
    assert certainties(other, shuffled) == [sure[row] for row in order]
    assert select(other, shuffled).landings == {at: landed[row] for at, row in enumerate(order)}


@given(cases())
def test_removing_a_candidate_changes_no_value_of_another(case):
    found = evaluate(case.problem)
    for gone in range(len(case.rows)):
        left = evaluate(replace(case, rows=case.rows[:gone] + case.rows[gone + 1 :], lines=()).problem)
        assert left.shown.tobytes() == np.delete(found.shown, gone).tobytes()
        assert left.possible.tobytes() == np.delete(found.possible, gone).tobytes()


@given(cases(settled=True))
def test_dominance_is_respected(case):
    found = evaluate(case.problem)
    values, ranks = found.partial_values, found.order.ranks
    for one in range(len(case.rows)):
        for other in range(len(case.rows)):
            if (values[one] >= values[other]).all():
                assert ranks[one] <= ranks[other]


@given(cases(settled=True), st.data())
def test_bettering_a_performance_never_worsens_the_rank(case, data):
    row = data.draw(st.integers(0, len(case.rows) - 1))
    leaf = data.draw(st.integers(0, len(case.functions) - 1))
    step = data.draw(amounts.map(abs))
    worst, _ = case.rows[row][leaf]
    better = worst + step if case.functions[leaf].is_rising else worst - step
    cells = list(case.rows[row])
    cells[leaf] = (better, better)
    after = replace(case, rows=(*case.rows[:row], tuple(cells), *case.rows[row + 1 :]))
    assert evaluate(after.problem).order.ranks[row] <= evaluate(case.problem).order.ranks[row]


@given(cases())
def test_ranks_count_those_above(case):
    order = evaluate(case.problem).order
    assert sorted(order.rows.tolist()) == list(range(len(case.rows)))
    above = 0
    for group in order.groups():
        assert {int(order.ranks[row]) for row in group} == {above + 1}
        above += len(group)


@given(cases())
def test_identical_candidates_tie(case):
    problem = case.problem
    found = evaluate(problem)
    sure = certainties(problem, found)
    for one, row in enumerate(case.rows):
        for other, same in enumerate(case.rows):
            if row == same:
                assert found.order.ranks[one] == found.order.ranks[other]
                assert sure[one] == sure[other]


@given(cases())
def test_contributions_sum_to_the_value(case):
    found = evaluate(case.problem)
    brought = found.basis.contributions()
    leaves = case.problem.hierarchy.leaf_nodes
    assert np.abs(sum(brought[leaf] for leaf in leaves) - found.shown).max() < 1e-9
    assert abs(found.weights.sum() - 1) < 1e-12


@given(cases())
def test_shown_is_at_most_possible(case):
    found = evaluate(case.problem)
    assert (found.shown >= 0).all()
    assert (found.shown <= found.possible).all()
    assert (found.possible <= 1 + 1e-12).all()


@given(cases(), st.data())
def test_scaling_the_weights_of_siblings_changes_nothing(case, data):
    parent = data.draw(st.sampled_from(sorted(set(case.parents))))
    factor = data.draw(st.fractions(min_value=Fraction(1, 1000), max_value=1000))
    weights = tuple(
        weight * factor if above == parent else weight for above, weight in zip(case.parents, case.weights, strict=True)
    )
    one, other = case.problem, replace(case, weights=weights).problem
    found, scaled = evaluate(one), evaluate(other)
    assert scaled.shown.tobytes() == found.shown.tobytes()
    assert scaled.order.ranks.tolist() == found.order.ranks.tolist()
    assert certainties(other, scaled) == certainties(one, found)


@given(cases(), st.data())
def test_who_is_sure_stays_so_however_it_turns_out(case, data):
    """Any figure within what is open, not only the ends."""
    problem = case.problem
    sure = certainties(problem, evaluate(problem))
    share = st.integers(0, 4).map(lambda quarter: Fraction(quarter, 4))
    settled = tuple(tuple((worst + (best - worst) * data.draw(share),) * 2 for worst, best in row) for row in case.rows)
    after = replace(case, rows=settled).problem
    found = evaluate(after)
    for line in case.lines:
        landed = select(replace(after, lines=(line,)), found).landings
        for row, places in enumerate(sure):
            if places[line.tier] is Certainty.IN:
                assert landed[row].tier == line.tier
            elif places[line.tier] is Certainty.OUT:
                assert landed[row].tier is None
                assert not landed[row].ties
