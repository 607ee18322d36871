"""What dossiers leave open on each leaf, as exact performances at the worst, at the best and at the likeliest."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.problem import End
from stratsel.engine.value import LogValueFunction, ValueFunction
from stratsel.model.assessments import Assessed, Figure
from stratsel.model.scale import AnyScale

HUNDRED = 100

Ends = tuple[Fraction, Fraction, Fraction | None]
"""The worst performance that is left open, the best, and the likeliest where one is given."""


def value_function(scale: AnyScale) -> ValueFunction | LogValueFunction:
    """Return the value function that a scale of the file describes."""
    course = scale.course()
    if scale.is_logarithmic:
        worst, best = sorted(course, key=lambda point: point[1])
        return LogValueFunction(Fraction(worst[0]), Fraction(best[0]))
    return ValueFunction(
        tuple(Fraction(performance) for performance, _ in course),
        tuple(Fraction(value) / HUNDRED for _, value in course),
    )


def column(
    scale: AnyScale, function: ValueFunction | LogValueFunction, assessments: Sequence[Assessed | None]
) -> list[Ends]:
    """Return the performances that each candidate's assessment leaves open; of what is unknown, the whole scale."""
    given = (figure for each in assessments if each is not None for figure in each if figure is not None)
    performances = {figure: Fraction(scale.performance(figure)) for figure in given}
    unknown = (function.worst, function.best, None)
    return [
        unknown if each is None else _ends(performances, each, is_rising=function.is_rising) for each in assessments
    ]


def _ends(performances: dict[Figure, Fraction], assessed: Assessed, *, is_rising: bool) -> Ends:
    low, high = performances[assessed.low], performances[assessed.high]
    likely = None if assessed.likely is None else performances[assessed.likely]
    return (low, high, likely) if is_rising else (high, low, likely)


def performance(ends: Ends, end: End) -> Fraction:
    """Return the performance that is meant; where no likely one is given, that in the middle."""
    worst, best, likely = ends
    if end is End.LIKELY:
        return (worst + best) / 2 if likely is None else likely
    return best if end is End.BEST else worst


def array(columns: Sequence[Sequence[Ends]], end: End, shape: tuple[int, int]) -> NDArray[np.float64]:
    """Return one end of all columns as an array (A, C)."""
    filled = np.empty(shape, order="F")
    for leaf, ends in enumerate(columns):
        filled[:, leaf] = [float(performance(each, end)) for each in ends]
    return filled
