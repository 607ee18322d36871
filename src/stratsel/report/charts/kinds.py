"""What a chart shows, without how: names and numbers, all texts in the reader's language already.

Every number has a label, so that a chart says in grey, and read aloud, what it says in colour.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What all charts have: the language of the numbers on their axes, and in whose name they speak, if not official.

    `banner` is drawn on the chart itself, as it may be copied out of its page.
    """

    language: str = "en"
    banner: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One part of every bar, with a value, and its label, for each of the chart's rows."""

    label: str
    values: tuple[float, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StackedBars(Chart):
    """A bar for each of the `rows`, made of parts; `totals` are the labels at their ends. `most` ends the axis."""

    rows: tuple[str, ...]
    series: tuple[Series, ...]
    totals: tuple[str, ...]
    axis: str
    most: float


@dataclass(frozen=True, slots=True)
class HeatMap(Chart):
    """Shares, 0 to 1, of `rows` by `columns`, with the label of each cell; nothing is drawn where that is empty."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]
    labels: tuple[tuple[str, ...], ...]
    axis: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch from `low` to `high` with a mark at `now`, each with its label."""

    row: str
    low: float
    high: float
    now: float
    low_label: str
    high_label: str
    now_label: str


@dataclass(frozen=True, slots=True)
class Spans(Chart):
    """Stretches below each other on one axis, from `least` to `most`.

    `inside` and `mark` say in the legend what a stretch is and what its mark; without them there is none.
    """

    spans: tuple[Span, ...]
    axis: str
    least: float
    most: float
    inside: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Tornado(Chart):
    """Stretches around one value, `now`, the widest first; beyond `zero` two candidates change places."""

    spans: tuple[Span, ...]
    axis: str
    now: float
    now_label: str
    zero: float = 0.0


@dataclass(frozen=True, slots=True)
class Slopes(Chart):
    """The rank of each of the `rows` in each of the `columns`, joined by lines and named at both ends."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    ranks: tuple[tuple[int, ...], ...]
    axis: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A point with its name; `is_marked` sets it off."""

    name: str
    across: float
    up: float
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Scatter(Chart):
    """Points by two measures."""

    spots: tuple[Spot, ...]
    across: str
    up: str


AnyChart = StackedBars | HeatMap | Spans | Tornado | Slopes | Scatter
