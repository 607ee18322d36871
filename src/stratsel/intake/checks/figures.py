"""A dossier's figures against the leaf's scale; the same look gives the row of the table."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.intake.nearest import nearest
from stratsel.model.assessments import Assessed, Figure
from stratsel.model.base import in_language
from stratsel.model.candidate import Assessment
from stratsel.model.scale import Choice, Quantity, Rubric, scale_kind
from stratsel.terms import UNKNOWN, VALUE_KEYS, Shape, ValueKey

Read = tuple[Assessed | None, Sequence[Diagnostic]]
_FINE: tuple[Diagnostic, ...] = ()


class LeafRule:
    """What one leaf asks of every dossier: which key, which figures, in which order."""

    def __init__(self, leaf: str, scale: Rubric | Quantity | Choice) -> None:
        self.leaf = leaf
        self.scale = scale
        self.key: ValueKey = VALUE_KEYS[scale_kind(scale)]
        self._levels = frozenset(scale.levels) if isinstance(scale, Rubric) else frozenset()
        self._order = {name: at for at, name in enumerate(scale.options)} if isinstance(scale, Choice) else {}

    def read(self, written: Any, file: str) -> Read:
        """Return what an entry under `assessments` establishes on this leaf, and what is wrong with it."""
        path: KeyPath = ("assessments", self.leaf)
        if written == UNKNOWN:
            return None, _FINE
        likely: Figure | None = None
        figure = written
        if isinstance(written, Assessment):
            figure = getattr(written, self.key.value)
            likely = written.likely
            figures = written.figures()
            if len(figures) != 1 or figure is None:
                return None, self._wrong_keys(file, path, [key for key, _ in figures], figures)
            path = (*path, self.key.value)
            if figure == UNKNOWN:
                return None, _FINE
        low, high = figure if isinstance(figure, list) else (figure, figure)
        findings = self._off_scale(low, high, file, path)
        if findings and any(finding.code is not Code.BEYOND_SCALE for finding in findings):
            return None, findings
        if self._rank(low) > self._rank(high):
            return None, [self._finding(Code.REVERSED_RANGE, file, path, low=str(low), high=str(high))]
        if likely is not None and not self._is_within(likely, low, high):
            facts = {"likely": str(likely), "low": str(low), "high": str(high)}
            return None, [self._finding(Code.LIKELY_OUTSIDE_RANGE, file, (*path[:2], "likely"), **facts)]
        return Assessed(low, high, likely), findings

    def _rank(self, figure: Any) -> Any:
        return self._order[figure] if self._order else figure

    def _is_within(self, likely: Any, low: Any, high: Any) -> bool:
        if self._order:
            return likely in self._order and self._order[low] <= self._order[likely] <= self._order[high]
        return isinstance(likely, int | Decimal) and low <= likely <= high

    def _wrong_keys(self, file: str, path: KeyPath, keys: list[ValueKey], figures: list[Any]) -> list[Diagnostic]:
        if not keys:
            return [self._finding(Code.MISSING_FIGURE, file, path, "key", leaf=self.leaf, expected=self.key)]
        if len(keys) > 1:
            names = ", ".join(keys)
            facts = {"leaf": self.leaf, "keys": names, "expected": self.key}
            return [self._finding(Code.SEVERAL_FIGURES, file, path, "key", **facts)]
        unit = in_language(self.scale.unit, "en") if isinstance(self.scale, Quantity) else ""
        facts = {"leaf": self.leaf, "expected": self.key, "found": keys[0], "unit": unit}
        return [self._finding(Code.WRONG_VALUE_KEY, file, (*path, keys[0].value), "key", **facts)]

    def _off_scale(self, low: Any, high: Any, file: str, path: KeyPath) -> list[Diagnostic]:
        is_range = low is not high
        findings = []
        for at, figure in enumerate((low, high) if is_range else (low,)):
            here = (*path, at) if is_range else path
            finding = self._off_scale_figure(figure, file, here)
            if finding is not None:
                findings.append(finding)
        return findings

    def _off_scale_figure(self, figure: Any, file: str, path: KeyPath) -> Diagnostic | None:
        if self._order:
            if figure in self._order:
                return None
            facts = {"choice": str(figure), "leaf": self.leaf, "options": ", ".join(self._order)}
            return Diagnostic(Code.UNKNOWN_CHOICE, Where(file, path), facts, nearest(str(figure), self._order))
        if isinstance(figure, str):
            return self._finding(Code.WRONG_TYPE, file, path, expected=Shape.FIGURE, found=figure)
        if self._levels:
            if figure in self._levels:
                return None
            levels = ", ".join(str(level) for level in sorted(self._levels))
            return self._finding(Code.LEVEL_OFF_SCALE, file, path, level=str(figure), leaf=self.leaf, levels=levels)
        return self._beyond(figure, file, path)

    def _beyond(self, figure: int | Decimal, file: str, path: KeyPath) -> Diagnostic | None:
        assert isinstance(self.scale, Quantity)
        smaller, larger = sorted((self.scale.worst, self.scale.best))
        if smaller <= figure <= larger:
            return None
        bound = str(smaller if figure < smaller else larger)
        return self._finding(Code.BEYOND_SCALE, file, path, amount=str(figure), leaf=self.leaf, bound=bound)

    def _finding(self, code: Code, file: str, path: KeyPath, part: Any = "value", **facts: Fact) -> Diagnostic:
        return Diagnostic(code, Where(file, path, part), facts)
