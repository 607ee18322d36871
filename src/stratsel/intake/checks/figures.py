"""A dossier's figures against the leaf's scale; the same look gives the row of the table."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.intake.checks.days import DayRule
from stratsel.intake.checks.items import ItemRule
from stratsel.intake.checks.leaf import FINE, LeafRule, Read
from stratsel.intake.nearest import nearest
from stratsel.model.assessments import Assessed
from stratsel.model.scale import AnyScale, Calendar, Checklist, Choice, Quantity, Rubric, as_key
from stratsel.terms import UNKNOWN, Shape


def leaf_rule(leaf: str, scale: AnyScale, *, refuses_unknown: bool = False) -> LeafRule:
    """Return what a leaf with this scale asks of every dossier."""
    if isinstance(scale, Calendar):
        return DayRule(leaf, scale, refuses_unknown=refuses_unknown)
    if isinstance(scale, Checklist):
        return ItemRule(leaf, scale, refuses_unknown=refuses_unknown)
    return FigureRule(leaf, scale, refuses_unknown=refuses_unknown)


def leaf_rules(scales: Mapping[str, AnyScale], *, refuses_unknown: bool = False) -> dict[str, LeafRule]:
    """Return by leaf what each asks of every dossier; leaves on one scale share what is known of it."""
    first: dict[int, LeafRule] = {}
    rules = {}
    for leaf, scale in scales.items():
        if id(scale) not in first:
            first[id(scale)] = leaf_rule(leaf, scale, refuses_unknown=refuses_unknown)
        rules[leaf] = first[id(scale)].of(leaf)
    return rules


class FigureRule(LeafRule):
    """Levels, amounts and options: one figure, or a range of two in order."""

    def __init__(self, leaf: str, scale: Rubric | Quantity | Choice, *, refuses_unknown: bool = False) -> None:
        super().__init__(leaf, scale, refuses_unknown=refuses_unknown)
        self._attribute = str(self.key)
        self._below = (self._attribute,)
        self._order: dict[Any, int] = {figure: at for at, figure in enumerate(scale.named_figures())}
        self._known: dict[tuple[Any, Any], Read] = {}
        self._has_names = isinstance(scale, Choice)

    def read_short(self, written: Any, file: str, path: KeyPath) -> Read:
        """Read a bare figure or range."""
        return self._read(written, None, file, path, ())

    def read_full(self, keys: dict[str, Any], file: str, path: KeyPath) -> Read:
        """Read the figure under the leaf's key, with the likely one beside it."""
        figure = keys[self._attribute]
        if figure == UNKNOWN:
            return self.unknown(file, (*path, self._attribute))
        return self._read(figure, keys["likely"], file, path, self._below)

    def _read(self, figure: Any, likely: Any, file: str, path: KeyPath, below: KeyPath) -> Read:
        low, high = figure if figure.__class__ is list else (figure, figure)
        if likely is None:
            known = None if Decimal in (low.__class__, high.__class__) else self._known.get((low, high))
            if known is not None:
                return known
            if self._is_fine(low, high):
                return self._remember(Assessed(low, high))
        return self._look(low, high, likely, file, (*path, *below))

    def _remember(self, assessed: Assessed) -> Read:
        """Keep what was read of a named figure, so that it is looked at once for all dossiers."""
        read = assessed, FINE
        if self._order and not any(isinstance(figure, Decimal) for figure in (assessed.low, assessed.high)):
            self._known[assessed.low, assessed.high] = read
        return read

    def _is_fine(self, low: Any, high: Any) -> bool:
        """Whether two figures are plainly on the scale and in order; false only means that a closer look is needed."""
        if self._order:
            return low in self._order and (low is high or (high in self._order and self._rank(low) <= self._rank(high)))
        if low.__class__ is str or high.__class__ is str:
            return False
        least, most = self._ends
        return bool(least <= low <= high <= most)

    def _look(self, low: Any, high: Any, likely: Any, file: str, path: KeyPath) -> Read:
        findings = self._off_scale(low, high, file, path)
        if any(finding.code is not Code.BEYOND_SCALE for finding in findings):
            return None, findings
        if low is not high and self._rank(low) > self._rank(high):
            return None, [Diagnostic(Code.REVERSED_RANGE, Where(file, path), {"low": str(low), "high": str(high)})]
        if likely is not None:
            amiss = self._likely(likely, low, high, file, (*path[:2], "likely"))
            if amiss is not None:
                return None, [amiss]
        return Assessed(low, high, likely), findings

    @cached_property
    def _ends(self) -> tuple[Decimal, Decimal]:
        points = self.scale.course()
        return points[0][0], points[-1][0]

    def _rank(self, figure: Any) -> Any:
        return self._order[figure] if self._has_names else figure

    def _likely(self, likely: Any, low: Any, high: Any, file: str, path: KeyPath) -> Diagnostic | None:
        amiss = self._off_order(likely, file, path) if self._has_names else self._not_a_number(likely, file, path)
        if amiss is not None or self._rank(low) <= self._rank(likely) <= self._rank(high):
            return amiss
        facts = {"likely": str(likely), "low": str(low), "high": str(high)}
        return Diagnostic(Code.LIKELY_OUTSIDE_RANGE, Where(file, path), facts)

    def _off_scale(self, low: Any, high: Any, file: str, path: KeyPath) -> Sequence[Diagnostic]:
        if low is high:
            return self._off_scale_figure(low, file, path)
        both = (self._off_scale_figure(figure, file, (*path, at)) for at, figure in enumerate((low, high)))
        return [finding for findings in both for finding in findings]

    def _off_scale_figure(self, figure: Any, file: str, path: KeyPath) -> Sequence[Diagnostic]:
        amiss = self._off_order(figure, file, path) if self._has_names else self._not_a_number(figure, file, path)
        if amiss is not None:
            return [amiss]
        if isinstance(self.scale, Rubric):
            if self.scale.has(figure):
                return FINE
            levels = ", ".join(map(as_key, self.scale.figures()))
            return [self.finding(Code.LEVEL_OFF_SCALE, file, path, level=str(figure), levels=levels)]
        return FINE if self._has_names else self._beyond_ends(figure, file, path)

    def _off_order(self, figure: Any, file: str, path: KeyPath) -> Diagnostic | None:
        if figure in self._order:
            return None
        facts = {"choice": str(figure), "leaf": self.leaf, "options": ", ".join(self._order)}
        return Diagnostic(Code.UNKNOWN_CHOICE, Where(file, path), facts, nearest(str(figure), self._order))

    def _not_a_number(self, figure: Any, file: str, path: KeyPath) -> Diagnostic | None:
        return None if isinstance(figure, int | Decimal) else self.wrong_type(figure, Shape.FIGURE, file, path)

    def _beyond_ends(self, figure: int | Decimal, file: str, path: KeyPath) -> Sequence[Diagnostic]:
        smaller, larger = self._ends
        if smaller <= figure <= larger:
            return FINE
        return self.beyond(figure, smaller if figure < smaller else larger, file, path)
