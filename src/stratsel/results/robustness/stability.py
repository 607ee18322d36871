"""Between which weights of each criterion the first rank, the line of a tier, and the whole order stay as they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stratsel.analysis.stability import StabilityInterval, stability_intervals
from stratsel.analysis.stability_search import Change
from stratsel.results.robustness.names import Names
from stratsel.results.robustness.setting import Setting

FIRST, ORDER = "first rank", "whole order"
"""What is to stay, beside the lines of the tiers, which go by their ids; no id has a space."""


@dataclass(frozen=True, slots=True)
class CriterionInterval:
    """Between which weights of a criterion something stays, in points of the whole.

    `keeps` is `first rank`, `whole order`, or the id of a tier. At `low` the candidate `ahead_at_low` passes
    `behind_at_low`, and so at `high`; both are None where the weight can go all the way, and one of them where a
    candidate comes to reach, or to miss, the least that a place takes. What is not `is_exact` was found by a search.
    """

    criterion: str
    keeps: str
    weight: float
    low: float
    high: float
    ahead_at_low: str | None
    behind_at_low: str | None
    ahead_at_high: str | None
    behind_at_high: str | None
    is_exact: bool

    @property
    def is_limited(self) -> bool:
        """Whether some weight between nothing and all that the parent has changes what is to stay."""
        changes = (self.ahead_at_low, self.behind_at_low, self.ahead_at_high, self.behind_at_high)
        return any(each is not None for each in changes)


@dataclass(frozen=True, slots=True)
class Stability:
    """The intervals: for each thing that is to stay, one for each criterion whose weight can be moved."""

    rows: tuple[CriterionInterval, ...]


def stability(setting: Setting) -> Stability:
    """Return between which weights things stay as they are."""
    found = stability_intervals(setting.problem, setting.evaluation, setting.shortlist)
    kept = {FIRST: found.first, **found.tiers, ORDER: found.order}
    return Stability(tuple(row for keeps, own in kept.items() for row in _intervals(setting.names, keeps, own)))


def _intervals(names: Names, keeps: str, found: Sequence[StabilityInterval]) -> Iterator[CriterionInterval]:
    for each in found:
        criterion = names.criterion(each.node)
        assert criterion is not None
        low, high = (_pair(names, change) for change in (each.at_low, each.at_high))
        yield CriterionInterval(criterion, keeps, each.weight, each.low, each.high, *low, *high, each.is_exact)


def _pair(names: Names, change: Change | None) -> tuple[str | None, str | None]:
    if change is None:
        return None, None
    ahead, behind = (None if row is None else names.candidate(row) for row in (change.ahead, change.behind))
    return ahead, behind
