from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from stratsel.engine.certainty import Bounds, betters, bounds, certainties, rivals, standings_within
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, UNKNOWN_CLASS, Line, Problem, Quota, Screen
from stratsel.engine.selection import select
from stratsel.engine.value import ValueFunction
from stratsel.terms import Certainty, Consequence, Members, Missing

IN, OPEN, OUT = Certainty.IN, Certainty.OPEN, Certainty.OUT
EXCLUDE, FLAG = Consequence.EXCLUDE, Consequence.FLAG


# --- sure in, open, sure out ----------------------------------------------------------------------


def sure(problem) -> list[str]:
    found = certainties(problem, evaluate(problem))
    return [" ".join(each.values()) for each in found]


def test_settled_figures_leave_nothing_open(make_problem):
    assert sure(make_problem([[5], [4], [3]], [1], places=[1, 2])) == ["in in", "out in", "out out"]


def test_a_tie_across_a_line_is_open(make_problem):
    assert sure(make_problem([[5], [4], [4], [3]], [1], places=[1, 2, 3])) == [
        "in in in",
        "out open in",
        "out open in",
        "out out out",
    ]


def test_bounds_by_hand(make_problem):
    # 5; 2 to 4; 3; 0 to 5; 1: for two places
    rows = [[5], [(2, 4)], [3], [None], [1]]
    # 5 is in: only the unknown can draw level. 4 may be second or, below 3 and 5, third. 3 may lose to both.
    # The unknown may be first or last. 1 has 5, 2 and 3 above it at their worst.
    assert sure(make_problem(rows, [1], places=[2])) == ["in", "open", "open", "open", "out"]


def test_no_lines(make_problem):
    assert sure(make_problem([[1], [None]], [1])) == ["", ""]


def test_a_tie_node_settles_what_would_be_open(make_problem):
    rows = [[4, 1], [1, 4]]
    assert sure(make_problem(rows, [1, 1], places=[1])) == ["open", "open"]
    assert sure(make_problem(rows, [1, 1], places=[1], ties=[0])) == ["in", "out"]


@pytest.mark.parametrize("exact", [True, False])
def test_an_unknown_of_weight_zero_matters_only_at_its_tie_node(make_problem, exact):
    rows = [[3, 2], [3, None]]
    assert sure(make_problem(rows, [1, 0], places=[1], exact=exact)) == ["open", "open"]
    assert sure(make_problem(rows, [1, 0], places=[1], ties=[1], exact=exact)) == ["open", "open"]
    rows = [[3, 2], [3, (3, 4)]]
    assert sure(make_problem(rows, [1, 0], places=[1], ties=[1], exact=exact)) == ["out", "in"]


# --- screens, minimum, resolution -----------------------------------------------------------------


def screen(*outcomes: int, on_fail=EXCLUDE, on_unknown=FLAG) -> Screen:
    return Screen("s", np.array(outcomes, dtype=np.int8), on_fail, on_unknown, np.zeros(len(outcomes), dtype=bool))


def test_who_may_be_excluded_is_never_sure_in(make_problem):
    # 5 may fail its screen; 4 is second at most; 3 needs both of them out of the way, and 4 stays
    problem = make_problem([[5], [4], [3]], [1], places=[1], screens=(screen(0, 1, 1),))
    assert sure(problem) == ["open", "open", "out"]
    assert sure(make_problem([[5], [4], [3]], [1], places=[1], screens=(screen(-1, 1, 1),))) == ["out", "in", "out"]
    flagged = screen(-1, 1, 1, on_fail=FLAG)
    assert sure(make_problem([[5], [4], [3]], [1], places=[1], screens=(flagged,))) == ["in", "out", "out"]


def test_who_is_left_out_for_want_of_facts_may_come_in(make_problem):
    # nothing is known of the first, which is not ranked today; under half of the weight of the second is
    problem = make_problem(
        [[None, None], [4, None], [3, 3]],
        [1, 2],
        places=[1],
        missing=Missing.AVAILABLE,
        least_assessed=Fraction("0.5"),
    )
    assert evaluate(problem).order.rows.tolist() == [2]
    assert sure(problem) == ["open", "open", "open"]


def test_who_may_miss_the_minimum_is_open_and_who_must_is_out(make_problem):
    # of 5: 2.5 are asked
    problem = make_problem([[(2, 3)], [(1, 2)], [3]], [1], places=[3], minimum=Fraction("0.5"))
    assert sure(problem) == ["open", "out", "in"]


def test_bounds_are_compared_as_rounded(make_problem):
    # of 5: 0.50 to 0.54 against 0.52, which all round to 0.5
    rows = [[("2.5", "2.7")], ["2.6"]]
    assert sure(make_problem(rows, [1], places=[2], resolution=Fraction("0.1"))) == ["in", "in"]
    assert sure(make_problem(rows, [1], places=[1], resolution=Fraction("0.1"))) == ["open", "open"]
    # 0.46 to 0.54 round alike; without rounding the first would be open
    rows = [[("2.3", "2.7")], ["2.2"]]
    assert sure(make_problem(rows, [1], places=[1], resolution=Fraction("0.1"))) == ["in", "out"]


# --- other rules by hand --------------------------------------------------------------------------


def with_lines(make_problem, rows, *lines: Line) -> Problem:
    return replace(make_problem(rows, [1]), lines=lines)


def test_a_quota_makes_sure_in_and_sure_out(make_problem):
    # one of A at most: the second of A is out, and the first of B is in although two are above it
    line = Line("tier", 2, classes=(0, 0, 1), quotas=(Quota(0, at_most=1),))
    assert sure(with_lines(make_problem, [[5], [4], [(0, 3)]], line)) == ["in", "out", "in"]


def test_classes_are_counted_and_not_alternatives(make_problem):
    # two groups: the third of A is third of all, and in with its group; B and C contest the other
    line = Line("groups", 2, Members.ALL, (0, 0, 0, 1, 2))
    rows = [[5], [4], [0], [(1, 3)], [2]]
    assert sure(with_lines(make_problem, rows, line)) == ["in", "in", "in", "open", "open"]
    in_order = replace(line, members=Members.IN_ORDER)
    assert sure(with_lines(make_problem, rows, in_order)) == ["in", "in", "out", "open", "open"]


def test_a_place_above_is_a_place_below(make_problem):
    # the group of the last is in, and so is it, in the tier of three places that has four
    groups, products = Line("groups", 1, Members.ALL, (0, 1, 2, 0)), Line("products", 3)
    assert sure(with_lines(make_problem, [[5], [4], [3], [1]], groups, products)) == [
        "in in",
        "out in",
        "out out",
        "in in",
    ]


def test_rivals_and_betters():
    # three settled at levels 1, 2 and 3, doubled, and one from 3 to 1; the second cannot be admitted
    can_be = np.array([True, False, True, True])
    found = Bounds(np.array([2, 4, 6, 6]), np.array([2, 4, 6, 2]), can_be, can_be)
    assert rivals(found).tolist() == [1, 2, 2, 2]
    assert betters(found).tolist() == [0, 1, 1, 0]


# --- plain tiers against every completion ----------------------------------------------------------------


def completions(rows: list[list[tuple[int, int]]]) -> Iterator[list[list[int]]]:
    """Every way in which the open cells can turn out, each at one of its ends."""
    cells = [cell for row in rows for cell in row]
    choices = [(worst,) if worst == best else (worst, best) for worst, best in cells]
    width = len(rows[0])
    for figures in product(*choices):
        yield [list(figures[at : at + width]) for at in range(0, len(figures), width)]


def by_brute_force(rows, keys, places: list[int]) -> list[list[Certainty]]:
    """In: within the tier in every completion. Out: in none within it, nor tied across its line. Else open."""
    always = [[True] * len(places) for _ in rows]
    ever = [[False] * len(places) for _ in rows]
    for figures in completions(rows):
        standing = [tuple(sum(w * x for w, x in zip(key, row, strict=True)) for key in keys) for row in figures]
        for at, own in enumerate(standing):
            above = sum(other > own for other in standing)
            level = sum(other == own for other in standing)
            for line, count in enumerate(places):
                always[at][line] &= above + level <= count
                ever[at][line] |= above < count
    return [
        [IN if always[at][line] else OPEN if ever[at][line] else OUT for line in range(len(places))]
        for at in range(len(rows))
    ]


def random_rows(rng: np.random.Generator, size: int, leaves: int, most_open: int) -> list[list[tuple[int, int]]]:
    rows = [[(int(level),) * 2 for level in row] for row in rng.integers(0, 4, (size, leaves))]
    for _ in range(most_open):
        row, leaf = int(rng.integers(size)), int(rng.integers(leaves))
        rows[row][leaf] = tuple(sorted(int(level) for level in rng.integers(0, 4, 2)))
    return rows


@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize("problems", [150, pytest.param(1_500, marks=pytest.mark.slow)])
def test_certainties_against_brute_force(make_problem, ramp, problems, exact):
    """Few levels and small weights, so that ties are frequent; tie nodes in half of the problems."""
    rng = np.random.default_rng(17)
    functions = [ramp(0, 3)] * 3
    for _ in range(problems):
        size = int(rng.integers(1, 6))
        rows = random_rows(rng, size, 3, int(rng.integers(0, 6)))
        weights = [1, *(int(weight) for weight in rng.integers(0, 3, 2))]
        ties = rng.permutation(3)[: int(rng.integers(0, 3))].tolist()
        places = sorted({int(count) for count in rng.integers(1, size + 1, 2)})
        problem = make_problem(rows, weights, functions=functions, places=places, ties=ties, exact=exact)
        keys = [weights, *([int(leaf == node) for leaf in range(3)] for node in ties)]
        found = [list(each.values()) for each in certainties(problem, evaluate(problem))]
        assert found == by_brute_force(rows, keys, places), (rows, weights, ties, places)


@pytest.mark.slow
def test_certainties_of_a_tree_against_brute_force(make_problem, ramp):
    """Local weights 1 : 2 over (3 : 1) and (1); as global weights 3, 1 and 8 of 12; the group as tie node."""
    rng = np.random.default_rng(19)
    for _ in range(500):
        rows = random_rows(rng, 4, 3, 5)
        problem = make_problem(
            rows,
            [1, 3, 1, 2],
            parents=[TOP, 0, 0, TOP],
            functions=[ramp(0, 3)] * 3,
            places=[1, 3],
            ties=[0],
        )
        found = [list(each.values()) for each in certainties(problem, evaluate(problem))]
        assert found == by_brute_force(rows, [[3, 1, 8], [3, 1, 0]], [1, 3]), rows


@pytest.mark.slow
def test_certainties_on_falling_and_flat_scales_against_brute_force(make_problem, ramp):
    rng = np.random.default_rng(23)
    steps = ValueFunction(tuple(map(Fraction, range(4))), tuple(map(Fraction, ("0", "0.5", "0.5", "1"))))
    points = [0, 1, 1, 2]  # of `steps`, doubled
    for _ in range(500):
        levels = random_rows(rng, 4, 2, 4)
        # the first leaf falls from 3 to 0, the second has two levels that are worth the same
        rows = [[(high, low), second] for (low, high), second in levels]
        problem = make_problem(rows, [2, 3], functions=[ramp(3, 0), steps], places=[1, 2], ties=[1])
        worth = [[(3 - high, 3 - low), (points[second[0]], points[second[1]])] for (low, high), second in levels]
        # 2 x (3 - x)/3 + 3 x p/2, times 6
        found = [list(each.values()) for each in certainties(problem, evaluate(problem))]
        assert found == by_brute_force(worth, [[4, 9], [0, 1]], [1, 2]), rows


# --- any rule against every completion ------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """A small round: `rows` of ranges on scales from 0 to 3, one screen with an outcome for each row."""

    rows: list[list[tuple[int, int]]]
    weights: list[int]
    outcomes: list[int]
    on_fail: Consequence
    on_unknown: Consequence
    ties: list[int]
    minimum: Fraction
    resolution: Fraction | None
    lines: tuple[Line, ...]

    def problem(self, make_problem, ramp) -> Problem:
        one = screen(*self.outcomes, on_fail=self.on_fail, on_unknown=self.on_unknown)
        plain = make_problem(self.rows, self.weights, functions=[ramp(0, 3)] * len(self.weights), ties=tuple(self.ties))
        return replace(plain, screens=(one,), minimum=self.minimum, resolution=self.resolution, lines=self.lines)

    def completions(self) -> Iterator["Case"]:
        """Every way in which ranges, undecided screens and unknown classes can turn out."""
        cells = [range(worst, best + 1) for row in self.rows for worst, best in row]
        screens = [(outcome,) if outcome else (-1, 1) for outcome in self.outcomes]
        classes = next((line.classes for line in self.lines if line.classes), ())
        known = {of for of in classes if of != UNKNOWN_CLASS}
        of_each = [(of,) if of != UNKNOWN_CLASS else (*known, 100 + row) for row, of in enumerate(classes)]
        width = len(self.weights)
        for figures, outcomes, turned_out in product(product(*cells), product(*screens), product(*of_each)):
            settled = [(figure, figure) for figure in figures]
            yield replace(
                self,
                rows=[settled[at : at + width] for at in range(0, len(settled), width)],
                outcomes=list(outcomes),
                lines=tuple(replace(line, classes=turned_out if line.classes else ()) for line in self.lines),
            )


def in_every_completion(case: Case, make_problem, ramp) -> np.ndarray:
    """1 where a row has a place in each completion, -1 where it has none and is tied for none in any, else 0."""
    tiers = [line.tier for line in case.lines]
    always = np.ones((len(case.rows), len(tiers)), dtype=bool)
    ever = np.zeros_like(always)
    for completion in case.completions():
        problem = completion.problem(make_problem, ramp)
        landings = select(problem, evaluate(problem)).landings
        for row in range(len(case.rows)):
            landing = landings.get(row)
            held = [] if landing is None or landing.tier is None else tiers[tiers.index(landing.tier) :]
            tied = [tie.tier for tie in landing.ties] if landing is not None else []
            always[row] &= [tier in held for tier in tiers]
            ever[row] |= [tier in held or tier in tied for tier in tiers]
    return np.where(always, 1, np.where(ever, 0, -1))


def random_case(rng: np.random.Generator, lines: Sequence[Line]) -> Case:
    size = max((len(line.classes) for line in lines), default=0) or 4
    return Case(
        rows=random_rows(rng, size, 2, int(rng.integers(0, 4))),
        weights=rng.integers(1, 3, 2).tolist(),
        outcomes=rng.choice([-1, 0, 1], size, p=[0.1, 0.1, 0.8]).tolist(),
        on_fail=(EXCLUDE, EXCLUDE, EXCLUDE, FLAG)[int(rng.integers(4))],
        on_unknown=tuple(Consequence)[int(rng.integers(3))],
        ties=rng.permutation(2)[: int(rng.integers(0, 3))].tolist(),
        minimum=Fraction(int(rng.choice([0, 0, 2, 3])), 6),
        resolution=(None, None, Fraction(1, 4), Fraction(1, 10))[int(rng.integers(4))],
        lines=tuple(lines),
    )


def random_lines(rng: np.random.Generator, *rules: str, unknown: int = 0) -> list[Line]:
    """Tiers of growing size under the rules named: `plain`, `quotas`, `other quotas` or members."""
    size = int(rng.integers(2, 6))
    classes = rng.integers(0, 3, size)
    classes[:unknown] = UNKNOWN_CLASS
    places = sorted(rng.choice(np.arange(1, max(size, len(rules)) + 1), len(rules), replace=False).tolist())
    of_rule = {rule: random_quotas(rng) for rule in ("quotas", "other quotas")} | {"plain": ()}
    return [
        Line(
            f"tier-{at}",
            count,
            Members(rule) if rule in tuple(Members) else None,
            () if rule == "plain" else tuple(classes.tolist()),
            of_rule.get(rule, ()),
        )
        for at, (rule, count) in enumerate(zip(rules, places, strict=True))
    ]


def random_quotas(rng: np.random.Generator) -> tuple[Quota, ...]:
    quotas = []
    for of in rng.permutation(3)[: int(rng.integers(1, 3))].tolist():
        least = int(rng.choice([0, 0, 1, 2]))
        quotas.append(Quota(of, least, (None, max(least, 1), 3)[int(rng.integers(3))]))
    return tuple(quotas)


def both(case: Case, make_problem, ramp) -> tuple[np.ndarray, np.ndarray]:
    problem = case.problem(make_problem, ramp)
    found = standings_within(problem.lines, bounds(problem, evaluate(problem)))
    return found, in_every_completion(case, make_problem, ramp)


EXACT = [("plain",), ("plain", "plain"), ("quotas",), ("quotas", "quotas"), ("all",), ("in-order",)]
EXACT += [("all", "all"), ("in-order", "in-order")]


@pytest.mark.parametrize("rules", EXACT, ids=" then ".join)
@pytest.mark.parametrize("cases", [10, pytest.param(50, marks=pytest.mark.slow)])
def test_one_rule_is_exact(make_problem, ramp, cases, rules):
    rng = np.random.default_rng(31)
    for _ in range(cases):
        case = random_case(rng, random_lines(rng, *rules))
        found, expected = both(case, make_problem, ramp)
        assert found.tolist() == expected.tolist(), case


@pytest.mark.slow
def test_tiers_of_different_rules_are_never_wrongly_sure(make_problem, ramp):
    rng = np.random.default_rng(37)
    rules = ["plain", "quotas", "other quotas", *Members]
    sure_places = 0
    for _ in range(150):
        mixed = [rules[int(at)] for at in rng.integers(0, len(rules), 2)]
        case = random_case(rng, random_lines(rng, *mixed))
        found, expected = both(case, make_problem, ramp)
        assert (found[found != 0] == expected[found != 0]).all(), case
        sure_places += (found != 0).sum() / (expected != 0).sum() if expected.any() else 1
    assert sure_places > 0.9 * 150


def test_where_all_is_settled_and_nobody_is_level_nothing_is_open(make_problem):
    rng = np.random.default_rng(43)
    rules = ["plain", "quotas", "other quotas", *Members]
    for _ in range(200):
        lines = random_lines(rng, *(rules[int(at)] for at in rng.integers(0, len(rules), 2)))
        size = max((len(line.classes) for line in lines), default=0) or 4
        problem = replace(make_problem([[int(figure)] for figure in rng.permutation(size)], [1]), lines=tuple(lines))
        landings = select(problem, evaluate(problem)).landings
        tiers = [line.tier for line in lines]
        expected = []
        for row in range(size):
            first = tiers.index(landings[row].tier) if landings[row].tier else len(tiers)
            expected.append([IN if at >= first else OUT for at in range(len(tiers))])
        assert [list(each.values()) for each in certainties(problem, evaluate(problem))] == expected, lines


@pytest.mark.slow
@pytest.mark.parametrize("rule", ["quotas", "all", "in-order"])
def test_unknown_classes_are_never_wrongly_sure(make_problem, ramp, rule):
    rng = np.random.default_rng(41)
    for _ in range(25):
        case = random_case(rng, random_lines(rng, rule, unknown=int(rng.integers(1, 3))))
        found, expected = both(case, make_problem, ramp)
        assert (found[found != 0] == expected[found != 0]).all(), case


def test_classes_of_their_own_are_exact_for_who_is_sure_in(make_problem, ramp):
    """An unknown class can only bring fewer classes, so that the first two of five settled figures are in for sure."""
    line = Line("groups", 2, Members.IN_ORDER, (UNKNOWN_CLASS, UNKNOWN_CLASS, 0, 1))
    problem = replace(make_problem([[5], [4], [3], [2]], [1]), lines=(line,))
    # the third is in only if the first two are of one group, or one of them of its own; the fourth alike
    assert sure(problem) == ["in", "in", "open", "open"]
