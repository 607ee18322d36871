"""What would carry a candidate over a line: the one open assessment whose settling is enough, and how far."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from stratsel.engine.value import AnyValueFunction, LogValueFunction
from stratsel.language.numbers import exact
from stratsel.model.assessments import Figure
from stratsel.model.scale import AnyScale, Checklist, Rubric
from stratsel.results.leaf import LeafStanding, WrittenFigure, written
from stratsel.terms import ValueKey, Wording

EPSILON = 1e-9


class Direction(Wording):
    """Which way a crossing goes, seen from the candidate whose reason it is."""

    UP = ("up", "lên")
    DOWN = ("down", "xuống")


@dataclass(frozen=True, slots=True)
class Step:
    """An open assessment that is enough by itself: settled at `figure` or better, it brings `gain` points or more."""

    leaf: str
    figure: WrittenFigure
    gain: float


@dataclass(frozen=True, slots=True)
class Crossing:
    """How a line of the shortlist could be crossed.

    `mover` would pass `passed`, from whom `gap` points separate it; `steps` are the single assessments that are enough,
    least demanding first. Where there are none, `largest` is the leaf that could bring most. `passes_needed` is how
    many must pass `passed` before it has no place: more than one where others stand between it and the line.
    """

    tier: str
    direction: Direction
    mover: str
    passed: str
    gap: float
    steps: tuple[Step, ...]
    largest: LeafStanding | None
    passes_needed: int = 1


@dataclass(frozen=True, slots=True)
class OpenLeaf:
    """A leaf of the candidate that would move, with its scale and its value function, and what the whole would be.

    `points_at` gives for partial values on this leaf the points of the whole; `least_worth` the least partial value
    with which the whole comes to so many points, None where none does.
    """

    standing: LeafStanding
    scale: AnyScale
    function: AnyValueFunction
    best: float
    points_at: Callable[[Sequence[float]], Sequence[float]]
    least_worth: Callable[[float], float | None]


Worth = dict[int, tuple[Sequence[Figure], Sequence[float]]]
"""By the identity of a scale, the figures that it names, worst first, and what they are worth."""


def steps_over(points: float, gap: float, leaves: Sequence[OpenLeaf]) -> tuple[Step, ...]:
    """Return the single assessments that bring more than `gap` to a whole of `points`, the smallest gain first."""
    known: Worth = {}
    steps = [step for leaf in leaves if (step := _step(points, gap, leaf, known)) is not None]
    return tuple(sorted(steps, key=lambda step: step.gain))


def _step(points: float, gap: float, leaf: OpenLeaf, known: Worth) -> Step | None:
    if leaf.standing.possible_points - leaf.standing.points <= gap + EPSILON:
        return None
    figures, values = _worth(leaf, points + gap, known)
    for figure, value, whole in zip(figures, values, leaf.points_at(values), strict=True):
        if whole - points > gap + EPSILON and value <= leaf.best + EPSILON:
            return Step(leaf.standing.leaf, written(leaf.scale, figure), whole - points)
    return None


def _worth(leaf: OpenLeaf, wanted: float, known: Worth) -> tuple[Sequence[Figure], Sequence[float]]:
    """Return figures with what they are worth; those that a scale names are the same for all leaves that share it."""
    if id(leaf.scale) in known:
        return known[id(leaf.scale)]
    named = leaf.scale.figures() if isinstance(leaf.scale, Rubric) else leaf.scale.named_figures()
    figures = named or _figures(leaf, wanted)
    worth = figures, [leaf.function.partial_value(Fraction(leaf.scale.performance(figure))) for figure in figures]
    if named:
        known[id(leaf.scale)] = worth
    return worth


def _figures(leaf: OpenLeaf, wanted: float) -> Sequence[Figure]:
    """Return sets of items, worst first; of numbers and days, those just beyond what comes to `wanted` points."""
    if isinstance(leaf.scale, Checklist):
        return _more_items(leaf.scale, leaf.standing)
    value = leaf.least_worth(wanted)
    if value is None:
        return ()
    amount = exact(leaf.function.performance_worth(value))
    if leaf.scale.value_key is ValueKey.DATE:
        ends = (beyond(amount, Decimal(1), is_upward=leaf.function.is_rising), _end_of(leaf))
        return [date.fromordinal(min(max(int(end), 1), date.max.toordinal())) for end in ends]
    step = step_near(leaf.function, amount)
    return (beyond(amount, step, is_upward=leaf.function.is_rising), _end_of(leaf))


def _more_items(scale: Checklist, standing: LeafStanding) -> list[tuple[str, ...]]:
    """Return the items that are met with one of the open ones more, then with all of them."""
    met, may_be = (standing.low.figure, standing.high.figure) if standing.low and standing.high else ((), scale.items)
    met, may_be = (tuple(map(str, items)) for items in (met, may_be))  # type: ignore[arg-type]
    single = [tuple(item for item in scale.items if item in met or item == new) for new in may_be if new not in met]
    return [*sorted(single, key=scale.performance), tuple(item for item in scale.items if item in may_be)]


def step_near(function: AnyValueFunction, amount: Decimal) -> Decimal:
    """Return how far apart the amounts lie that people would name: about a hundredth of the scale.

    Where equal ratios are worth the same, it is about a tenth of the amount itself.
    """
    if isinstance(function, LogValueFunction):
        return Decimal(1).scaleb(amount.adjusted() - 1)
    return Decimal(1).scaleb(_decimal(abs(function.best - function.worst)).adjusted() - 2)


def beyond(amount: Decimal, step: Decimal, *, is_upward: bool) -> Decimal:
    """Return the next multiple of a step that is more than an amount, or less."""
    steps = amount / step
    return step * (steps.to_integral(ROUND_FLOOR) + 1 if is_upward else steps.to_integral(ROUND_CEILING) - 1)


def _end_of(leaf: OpenLeaf) -> Decimal:
    """Return the best amount that the assessment leaves open."""
    ends = [leaf.scale.performance(end.figure) for end in (leaf.standing.low, leaf.standing.high) if end is not None]
    amounts = ends or [_decimal(leaf.function.best)]
    return max(amounts) if leaf.function.is_rising else min(amounts)


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)
