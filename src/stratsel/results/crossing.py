"""What would carry a candidate over a line: the one open assessment whose settling is enough, and how far."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from stratsel.engine.value import ValueFunction
from stratsel.language.numbers import exact
from stratsel.model.assessments import Figure
from stratsel.model.scale import AnyScale
from stratsel.results.leaf import LeafStanding, WrittenFigure, written
from stratsel.terms import Wording

EPSILON = 1e-9
HUNDRED = 100


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
    """A leaf of the candidate that would move, with its scale and its value function."""

    standing: LeafStanding
    scale: AnyScale
    function: ValueFunction


def steps_over(gap: float, leaves: Sequence[OpenLeaf]) -> tuple[Step, ...]:
    """Return the single assessments that bring more than `gap` points, the smallest sufficient gain first."""
    steps = [step for leaf in leaves if (step := _step(gap, leaf)) is not None]
    return tuple(sorted(steps, key=lambda step: step.gain))


def _step(gap: float, leaf: OpenLeaf) -> Step | None:
    standing = leaf.standing
    if standing.possible_points - standing.points <= gap + EPSILON:
        return None
    wanted = (standing.points + gap) / standing.weight
    for figure, value in _figures(leaf, wanted):
        gain = value * standing.weight - standing.points
        within = value * standing.weight <= standing.possible_points + EPSILON
        if gain > gap + EPSILON and within:
            return Step(standing.leaf, written(leaf.scale, figure), gain)
    return None


def _figures(leaf: OpenLeaf, wanted: float) -> list[tuple[Figure, float]]:
    """Return figures of a scale with their partial values, worst first; of numbers, those just above `wanted`."""
    figures: Sequence[Figure] = leaf.scale.named_figures()
    if not figures:
        figures = (_round_amount_beyond(leaf.function, wanted), _end_of(leaf))
    values = [leaf.function.exact_partial_value(Fraction(leaf.scale.performance(figure))) for figure in figures]
    return [(figure, float(value)) for figure, value in zip(figures, values, strict=True)]


def _round_amount_beyond(function: ValueFunction, wanted: float) -> Decimal:
    """Return the next amount worth more than `wanted` that people would name: a multiple of about a hundredth."""
    worst, best = _decimal(function.worst), _decimal(function.best)
    step = Decimal(1).scaleb(abs(best - worst).adjusted() - 2)
    steps = (worst + (best - worst) * exact(wanted)) / step
    beyond = steps.to_integral(ROUND_FLOOR) + 1 if best > worst else steps.to_integral(ROUND_CEILING) - 1
    return beyond * step


def _end_of(leaf: OpenLeaf) -> Decimal:
    """Return the best amount that the assessment leaves open."""
    ends = [leaf.scale.performance(end.figure) for end in (leaf.standing.low, leaf.standing.high) if end is not None]
    amounts = ends or [_decimal(leaf.function.best)]
    return max(amounts) if leaf.function.is_rising else min(amounts)


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)
