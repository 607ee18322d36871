"""A dossier's dates against a leaf that asks for a day: a month, quarter or year is a range of days."""

from datetime import date, timedelta
from typing import Any

from pydantic_core import PydanticCustomError

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.intake.checks.leaf import FINE, LeafRule, Read
from stratsel.model.assessments import Assessed
from stratsel.model.base import PartialDate, parse_partial_date
from stratsel.model.scale import Calendar
from stratsel.terms import UNKNOWN, Shape

_HALF = 2


class DayRule(LeafRule):
    """Days from the first of a date, or of the first of two, to its last."""

    def __init__(self, leaf: str, scale: Calendar, *, refuses_unknown: bool = False) -> None:
        super().__init__(leaf, scale, refuses_unknown=refuses_unknown)
        self._attribute = str(self.key)
        self._earliest, self._latest = sorted((scale.worst, scale.best))

    def read_short(self, written: Any, file: str, path: KeyPath) -> Read:
        """Read a bare date or two, which nothing has looked at yet."""
        findings = []
        parsed = []
        is_range = isinstance(written, list)
        for at, part in enumerate(written if is_range else [written]):
            day = self._parsed(part, file, (*path, at)) if is_range else self._parsed(part, file, path, Shape.DATES)
            if isinstance(day, Diagnostic):
                findings.append(day)
            else:
                parsed.append(day)
        return (None, findings) if findings else self._read(parsed, None, file, path)

    def read_full(self, keys: dict[str, Any], file: str, path: KeyPath) -> Read:
        """Read the date under its key, with the likely one beside it."""
        written, path = keys[self._attribute], (*path, self._attribute)
        if written == UNKNOWN:
            return self.unknown(file, path)
        return self._read(written if isinstance(written, list) else [written], keys["likely"], file, path)

    def _read(self, dates: list[PartialDate], likely: Any, file: str, path: KeyPath) -> Read:
        first, last = dates[0], dates[-1]
        low, high = first.first, last.last
        if low > high:
            return None, [Diagnostic(Code.REVERSED_RANGE, Where(file, path), {"low": first.text, "high": last.text})]
        findings = FINE if self._earliest <= low and high <= self._latest else self._beyond_ends(dates, file, path)
        if any(finding.code is not Code.BEYOND_SCALE for finding in findings):
            return None, findings
        if likely is None:
            return Assessed(low, high), findings
        day = self._likely(likely, dates, file, (*path[:2], "likely"))
        return (None, [day]) if isinstance(day, Diagnostic) else (Assessed(low, high, day), findings)

    def _likely(self, likely: Any, dates: list[PartialDate], file: str, path: KeyPath) -> date | Diagnostic:
        """Return the likely day, of a month, quarter or year the middle."""
        first, last = dates[0], dates[-1]
        parsed = self._parsed(likely, file, path)
        if isinstance(parsed, Diagnostic):
            return parsed
        if first.first <= parsed.first and parsed.last <= last.last:
            return parsed.first + timedelta(days=(parsed.last - parsed.first).days // _HALF)
        facts = {"likely": parsed.text, "low": str(first.first), "high": str(last.last)}
        return Diagnostic(Code.LIKELY_OUTSIDE_RANGE, Where(file, path), facts)

    def _parsed(self, written: Any, file: str, path: KeyPath, expected: Shape = Shape.DATE) -> PartialDate | Diagnostic:
        try:
            return parse_partial_date(written)
        except PydanticCustomError as error:
            if error.type == "impossible_date":
                return Diagnostic(Code.IMPOSSIBLE_DATE, Where(file, path), {"found": str(written)})
            return self.wrong_type(written, expected, file, path)

    def _beyond_ends(self, dates: list[PartialDate], file: str, path: KeyPath) -> tuple[Diagnostic, ...]:
        """Return what is said of each end that lies beyond the scale, once where a whole date does."""
        low, high = dates[0].first, dates[-1].last
        bounds = self._nearest_end(low), self._nearest_end(high)
        if len(dates) == 1 and bounds[0] == bounds[1]:
            return tuple(self.beyond(dates[0].text, bounds[0], file, path))
        findings: list[Diagnostic] = []
        for at, (day, bound) in enumerate(zip((low, high), bounds, strict=True)):
            if bound is not None:
                findings += self.beyond(day, bound, file, path if len(dates) == 1 else (*path, at))
        return tuple(findings)

    def _nearest_end(self, day: date) -> date | None:
        """Return the end of the scale beyond which a day lies; None where it lies on it."""
        if day < self._earliest:
            return self._earliest
        return self._latest if day > self._latest else None
