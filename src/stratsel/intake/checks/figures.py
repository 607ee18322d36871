"""A dossier's figures against the leaf's scale; the same look gives the row of the table."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import KeyPath, Part, Where
from stratsel.intake.nearest import nearest, nearest_number
from stratsel.model.assessments import Assessed
from stratsel.model.candidate import Assessment
from stratsel.model.scale import AnyScale
from stratsel.terms import UNKNOWN, Shape, ValueKey

Read = tuple[Assessed | None, Sequence[Diagnostic]]
_FINE: tuple[Diagnostic, ...] = ()


class LeafRule:
    """What one leaf asks of every dossier: which key, which figures, in which order."""

    def __init__(self, leaf: str, scale: AnyScale) -> None:
        self.leaf = leaf
        self.scale = scale
        self.key: ValueKey = scale.value_key
        self._attribute = str(self.key)
        self._others = tuple(key.value for key in ValueKey if key is not self.key)
        self._order: dict[Any, int] = {figure: at for at, figure in enumerate(scale.named_figures())}
        self._known: dict[tuple[Any, Any], Read] = {(UNKNOWN, UNKNOWN): (None, _FINE)}
        self._has_names = any(isinstance(figure, str) for figure in self._order)

    def read(self, written: Any, file: str, name: str | None = None) -> Read:
        """Return what an entry under `assessments` establishes on this leaf, and what is wrong with it.

        `name` is the entry's key in the file, where it is a misspelt one.
        """
        figure, likely, is_full = written, None, written.__class__ is Assessment
        if is_full:
            keys = written.__dict__
            figure, likely = keys[self._attribute], keys["likely"]
            for other in self._others:
                if keys[other] is not None:
                    figure = None
            if figure is None:
                given = [key for key, _ in written.figures()]
                return None, [self._wrong_keys(file, ("assessments", name or self.leaf), given)]
        low, high = figure if figure.__class__ is list else (figure, figure)
        if likely is None:
            known = None if Decimal in (low.__class__, high.__class__) else self._known.get((low, high))
            if known is not None:
                return known
            if self._is_fine(low, high):
                return self._remember(Assessed(low, high))
        if figure == UNKNOWN:
            return None, _FINE
        path: KeyPath = ("assessments", name or self.leaf)
        return self._look(low, high, likely, file, (*path, self._attribute) if is_full else path)

    def _remember(self, assessed: Assessed) -> Read:
        """Keep what was read of a named figure, so that it is looked at once for all dossiers."""
        read = assessed, _FINE
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
        if findings and any(finding.code is not Code.BEYOND_SCALE for finding in findings):
            return None, findings
        if low is not high and self._rank(low) > self._rank(high):
            return None, [self._finding(Code.REVERSED_RANGE, file, path, low=str(low), high=str(high))]
        if likely is not None:
            amiss = self._likely(likely, low, high, file, (*path[:2], "likely"))
            if amiss is not None:
                return None, [amiss]
        return Assessed(low, high, likely), findings

    @cached_property
    def _ends(self) -> tuple[Decimal, Decimal]:
        points = self.scale.points()
        return points[0][0], points[-1][0]

    def _rank(self, figure: Any) -> Any:
        return self._order[figure] if self._has_names else figure

    def _likely(self, likely: Any, low: Any, high: Any, file: str, path: KeyPath) -> Diagnostic | None:
        amiss = self._off_order(likely, file, path) if self._has_names else self._not_a_number(likely, file, path)
        if amiss is not None or self._rank(low) <= self._rank(likely) <= self._rank(high):
            return amiss
        facts = {"likely": str(likely), "low": str(low), "high": str(high)}
        return Diagnostic(Code.LIKELY_OUTSIDE_RANGE, Where(file, path), facts)

    def _wrong_keys(self, file: str, path: KeyPath, keys: Sequence[ValueKey]) -> Diagnostic:
        if not keys:
            return self._finding(Code.MISSING_FIGURE, file, path, "key", leaf=self.leaf, expected=self.key)
        if len(keys) > 1:
            facts = {"leaf": self.leaf, "keys": ", ".join(keys), "expected": self.key}
            return self._finding(Code.SEVERAL_FIGURES, file, path, "key", **facts)
        facts = {"leaf": self.leaf, "expected": self.key, "found": keys[0]}
        return self._finding(Code.WRONG_VALUE_KEY, file, (*path, keys[0].value), "key", **facts)

    def _off_scale(self, low: Any, high: Any, file: str, path: KeyPath) -> Sequence[Diagnostic]:
        if low is high:
            finding = self._off_scale_figure(low, file, path)
            return _FINE if finding is None else [finding]
        both = (self._off_scale_figure(figure, file, (*path, at)) for at, figure in enumerate((low, high)))
        return [finding for finding in both if finding is not None]

    def _off_scale_figure(self, figure: Any, file: str, path: KeyPath) -> Diagnostic | None:
        if self._has_names:
            return self._off_order(figure, file, path)
        if isinstance(figure, str):
            return self._not_a_number(figure, file, path)
        if self._order:
            if figure in self._order:
                return None
            levels = ", ".join(str(level) for level in self._order)
            return self._finding(Code.LEVEL_OFF_SCALE, file, path, level=str(figure), leaf=self.leaf, levels=levels)
        return self._beyond(figure, file, path)

    def _off_order(self, figure: Any, file: str, path: KeyPath) -> Diagnostic | None:
        if figure in self._order:
            return None
        facts = {"choice": str(figure), "leaf": self.leaf, "options": ", ".join(self._order)}
        return Diagnostic(Code.UNKNOWN_CHOICE, Where(file, path), facts, nearest(str(figure), self._order))

    def _not_a_number(self, figure: Any, file: str, path: KeyPath) -> Diagnostic | None:
        if isinstance(figure, int | Decimal):
            return None
        near = nearest(figure, [UNKNOWN]) or nearest_number(figure)
        return Diagnostic(Code.WRONG_TYPE, Where(file, path), {"expected": Shape.FIGURE, "found": figure}, near)

    def _beyond(self, figure: int | Decimal, file: str, path: KeyPath) -> Diagnostic | None:
        smaller, larger = self._ends
        if smaller <= figure <= larger:
            return None
        bound = str(smaller if figure < smaller else larger)
        return self._finding(Code.BEYOND_SCALE, file, path, amount=str(figure), leaf=self.leaf, bound=bound)

    def _finding(self, code: Code, file: str, path: KeyPath, part: Part = "value", **facts: Fact) -> Diagnostic:
        return Diagnostic(code, Where(file, path, part), facts)
