"""The margin at the line of each tier: what moves it most, and what its variance comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stratsel.analysis.drivers import drivers
from stratsel.analysis.tornado import Bar, tornado
from stratsel.model.scale import AnyScale
from stratsel.results.leaf import WrittenFigure
from stratsel.results.robustness.figure import figure_at
from stratsel.results.robustness.names import Names
from stratsel.results.robustness.setting import Setting


@dataclass(frozen=True, slots=True)
class MarginBar:
    """What the margin at a line comes to, in points, with one thing at either end of what it may be.

    Of the weight of `criterion`, `low` and `high` are points of the whole and `candidate` is None. Of an assessment,
    they are performances in the unit of the leaf, `low` the worse, and `low_figure` and `high_figure` what these are
    called, None of a checklist.
    """

    tier: str
    criterion: str
    candidate: str | None
    low: float
    high: float
    low_figure: WrittenFigure | None
    high_figure: WrittenFigure | None
    margin_at_low: float
    margin_at_high: float


@dataclass(frozen=True, slots=True)
class MarginNow:
    """By how many points the last inside a tier stands before the first outside it."""

    tier: str
    inside: str
    outside: str
    margin: float


@dataclass(frozen=True, slots=True)
class Tornadoes:
    """For each tier that ends between two candidates, what moves the margin there, the widest first."""

    rows: tuple[MarginBar, ...]
    margins: tuple[MarginNow, ...]


@dataclass(frozen=True, slots=True)
class MarginDriver:
    """How much of the variance of the margin at a line one thing explains, as shares of 1 with standard errors.

    That is the weights of what stands below `criterion`, None for the whole, or the assessment of `candidate` on it.
    """

    tier: str
    criterion: str | None
    candidate: str | None
    first_order: float
    first_order_error: float
    total_order: float
    total_order_error: float


@dataclass(frozen=True, slots=True)
class MarginSpread:
    """The mean and the standard deviation, in points, of the margin at a line, by so many draws."""

    tier: str
    inside: str
    outside: str
    mean: float
    deviation: float
    samples: int


@dataclass(frozen=True, slots=True)
class MarginDrivers:
    """For each tier that ends between two candidates, what drives the margin there, by total index."""

    rows: tuple[MarginDriver, ...]
    margins: tuple[MarginSpread, ...]


def tornadoes(setting: Setting, scales: Sequence[AnyScale]) -> Tornadoes:
    """Return what moves the margin at each line. `scales` (C,) are those of the leaves."""
    names, of_leaf = setting.names, dict(zip(setting.names.leaves, scales, strict=True))
    rows, margins = [], []
    for number, tier in enumerate(names.tiers):
        found = tornado(
            setting.problem, setting.evaluation, setting.shortlist, number, setting.admissible, setting.spread
        )
        if found is not None:
            margins.append(MarginNow(tier, *names.pair(found.pair), found.margin))
            rows += [_bar(names, of_leaf, tier, bar) for bar in found.bars]
    return Tornadoes(tuple(rows), tuple(margins))


def _bar(names: Names, scales: Mapping[str, AnyScale], tier: str, bar: Bar) -> MarginBar:
    criterion = names.criterion(bar.node)
    assert criterion is not None
    margins = bar.at_low, bar.at_high
    if bar.row is None:
        return MarginBar(tier, criterion, None, bar.low, bar.high, None, None, *margins)
    low, high = (figure_at(scales[criterion], end) for end in (bar.low, bar.high))
    return MarginBar(tier, criterion, names.candidate(bar.row), bar.low, bar.high, low, high, *margins)


def margin_drivers(setting: Setting) -> MarginDrivers:
    """Return what drives the margin at each line."""
    names = setting.names
    rows, margins = [], []
    for number, tier in enumerate(names.tiers):
        found = drivers(
            setting.problem,
            setting.evaluation,
            setting.shortlist,
            number,
            setting.admissible,
            setting.spread,
            seed=setting.seed,
        )
        if found is None:
            continue
        margins.append(MarginSpread(tier, *names.pair(found.pair), found.mean, found.deviation, 2 * found.samples))
        for each in found.drivers:
            candidate = None if each.row is None else names.candidate(each.row)
            shares = (each.first, each.first_error, each.total, each.total_error)
            rows.append(MarginDriver(tier, names.criterion(each.node), candidate, *shares))
    return MarginDrivers(tuple(rows), tuple(margins))
