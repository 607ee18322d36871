"""Screens of the file as outcomes for every alternative: fields and performances held against what is required."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

import numpy as np

from stratsel.diagnostics.span import KeyPath
from stratsel.engine.aggregate import node_values
from stratsel.engine.evaluate import partial_values
from stratsel.engine.problem import End, Outcomes, Problem, Screen
from stratsel.engine.screening import all_of, any_of, at_least, negated, value_at_least
from stratsel.language.visible import is_blank
from stratsel.model.assessments import Assessed, Fact
from stratsel.model.base import PartialDate, parse_partial_date
from stratsel.model.decision import Waiver
from stratsel.model.round import Round
from stratsel.model.screen import Requirement, Threshold
from stratsel.model.threshold import threshold_of
from stratsel.terms import UNKNOWN, Consequence

FAILED, UNDECIDED, MET = -1, 0, 1
HUNDRED = 100


def screens_of(round_: Round, problem: Problem) -> tuple[Screen, ...]:
    """Return the screens of a round with their outcomes for the alternatives of its problem."""
    waived = {(waiver.candidate, waiver.screen) for waiver in waivers_in_force(round_)}
    found = []
    for screen in round_.criteria.screens:
        tester = _Tester(round_, problem)
        outcomes = tester.outcomes(screen.require)
        is_waived = np.array([(candidate, screen.id) in waived for candidate in problem.alternatives], dtype=bool)
        on_fail, on_unknown = Consequence(screen.on_fail), Consequence(screen.on_unknown)
        found.append(Screen(screen.id, outcomes, on_fail, on_unknown, is_waived, tester.parts))
    return tuple(found)


def waivers_in_force(round_: Round) -> Iterator[Waiver]:
    """Yield the waivers that hold on the reference date."""
    for waiver in round_.decisions.waivers if round_.decisions is not None else ():
        if round_.criteria.decision.reference_date <= waiver.until:
            yield waiver


class _Tester:
    """Holds the candidates of one round against the tests of one screen, and keeps what each of them says."""

    def __init__(self, round_: Round, problem: Problem) -> None:
        self.round = round_
        self.criteria = round_.criteria
        self.problem = problem
        self.leaves = {leaf.id: at for at, leaf in enumerate(self.criteria.leaves())}
        self.scales = {leaf.id: self.criteria.scale_of(leaf) for leaf in self.criteria.leaves()}
        self.parts: dict[KeyPath, Outcomes] = {}

    def outcomes(self, test: Requirement, path: KeyPath = ()) -> Outcomes:
        """Return the outcomes (A,) of a test; `path` is the way to it."""
        parts = [self.outcomes(part, (*path, *below)) for below, part in test.parts()]
        if test.any_of is not None:
            found = any_of(*parts)
        elif test.all_of is not None:
            found = all_of(*parts)
        elif test.not_ is not None:
            found = negated(*parts)
        elif test.present is not None:
            for at, field in enumerate(test.present):
                self.parts[*path, "present", at] = self._of_field(field, _is_present)
            found = all_of(*(self.parts[*path, "present", at] for at in range(len(test.present))))
        else:
            found = self._single(test)
        self.parts[path] = found
        return found

    def _single(self, test: Requirement) -> Outcomes:
        if test.field is not None:
            return self._of_field(test.field, self._field_test(test), unknown=self._of_unknown(test))
        assert test.criterion is not None
        if test.value_at_least is not None:
            return self._of_node(test.criterion, test.value_at_least)
        return self._of_leaf(test.criterion, test.at_least)

    def _of_field(self, field: str, judge: Callable[[Fact], int], unknown: int = UNDECIDED) -> Outcomes:
        facts = self.round.table.fields[field]
        found = [unknown if fact is None or fact == UNKNOWN else judge(fact) for fact in facts]
        return np.array(found, dtype=np.int8)

    def _of_unknown(self, test: Requirement) -> int:
        """Return what a test says where the field is unknown: of a list that is not in force nobody can be."""
        return FAILED if test.in_list is not None and not self._is_in_force(test.in_list) else UNDECIDED

    def _is_in_force(self, name: str) -> bool:
        first, last = self.criteria.lists[name].valid
        return first <= self.criteria.decision.reference_date <= last

    def _field_test(self, test: Requirement) -> Callable[[Fact], int]:
        if test.in_ is not None:
            wanted = test.in_
            return lambda fact: _said(any(text in wanted for text in _texts(fact)))
        if test.in_list is not None:
            entries = self.criteria.lists[test.in_list].entries if self._is_in_force(test.in_list) else {}
            return lambda fact: _said(any(text in entries for text in _texts(fact)))
        if test.before is not None:
            return _before(parse_partial_date(test.before))
        if test.after is not None:
            return _after(parse_partial_date(test.after))
        if test.at_least is not None:
            least = _number(test.at_least)
            return lambda fact: _said(_number(fact) >= least)
        most = _number(test.at_most)
        return lambda fact: _said(_number(fact) <= most)

    def _of_leaf(self, leaf: str, written: Threshold | None) -> Outcomes:
        scale = self.scales[leaf]
        assert scale is not None
        assert written is not None
        threshold = threshold_of(scale, written)
        if isinstance(threshold, tuple):
            return _met_items(self.round.table.columns[leaf], set(threshold))
        assert threshold is not None
        at, wanted = self.leaves[leaf], float(scale.performance(threshold))
        worst, best = self.problem.worst_performances[:, at], self.problem.best_performances[:, at]
        return at_least(worst, best, wanted, is_rising=self.problem.value_functions[at].is_rising)

    def _of_node(self, criterion: str, points: int | Decimal) -> Outcomes:
        hierarchy = self.problem.hierarchy
        node = hierarchy.nodes.index(criterion)
        at_worst = partial_values(self.problem, End.WORST)
        at_best = np.maximum(partial_values(self.problem, End.BEST), at_worst)
        worst, best = (node_values(hierarchy, node, values) for values in (at_worst, at_best))
        return value_at_least(worst, best, float(points) / HUNDRED)


def _met_items(assessments: Sequence[Assessed | None], wanted: set[str]) -> Outcomes:
    found = []
    for assessed in assessments:
        met, may_be = (assessed.low, assessed.high) if assessed is not None else ((), tuple(wanted))
        assert isinstance(met, tuple)
        assert isinstance(may_be, tuple)
        found.append(MET if wanted <= set(met) else UNDECIDED if wanted <= set(may_be) else FAILED)
    return np.array(found, dtype=np.int8)


def _number(fact: object) -> Decimal:
    assert isinstance(fact, int | Decimal)
    return Decimal(fact)


def _said(holds: bool) -> int:
    return MET if holds else FAILED


def _is_present(fact: Fact) -> int:
    return _said(not isinstance(fact, str) or not is_blank(fact))


def _texts(fact: Fact) -> Sequence[object]:
    return tuple(fact.values()) if isinstance(fact, Mapping) else (fact,)


def _before(day: PartialDate) -> Callable[[Fact], int]:
    def judge(fact: Fact) -> int:
        given = parse_partial_date(fact)
        return _held(given.last < day.first, given.first < day.first)

    return judge


def _after(day: PartialDate) -> Callable[[Fact], int]:
    def judge(fact: Fact) -> int:
        given = parse_partial_date(fact)
        return _held(given.first > day.last, given.last > day.last)

    return judge


def _held(surely: bool, possibly: bool) -> int:
    return MET if surely else UNDECIDED if possibly else FAILED
