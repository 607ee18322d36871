"""The figures of a scale that belong to performances: what a performance is called, and what lies just beyond it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from stratsel.analysis.needed import Needed
from stratsel.engine.value import AnyValueFunction
from stratsel.language.numbers import exact
from stratsel.model.assessments import Figure
from stratsel.model.scale import AnyScale, Calendar, Checklist, Choice, Rubric
from stratsel.results.crossing import beyond, step_near
from stratsel.results.leaf import HUNDRED, WrittenFigure, written

EPSILON = 1e-9
"""Partial values that differ by less are level."""


def figure_at(scale: AnyScale, performance: float) -> WrittenFigure | None:
    """Return what a performance is called on its scale; None of a checklist, where sets of items share one."""
    if isinstance(scale, Checklist):
        return None
    if isinstance(scale, Choice):
        return written(
            scale, min(scale.options, key=lambda option: abs(float(scale.performance(option)) - performance))
        )
    if isinstance(scale, Calendar):
        return written(scale, _day(Decimal(round(performance))))
    return written(scale, exact(performance))


def figure_beyond(scale: AnyScale, function: AnyValueFunction, needed: Needed, *, enters: bool) -> WrittenFigure | None:
    """Return the worst figure that is better than what is needed, or the best that is worse where somebody leaves.

    Of days and amounts that is the next that people would name, and never one beyond the end of the scale. None where
    the scale has none, and of a checklist.
    """
    figures = () if isinstance(scale, Checklist) else _figures(scale, function, needed, enters=enters)
    worth = {figure: function.partial_value(Fraction(scale.performance(figure))) for figure in figures}
    if enters:
        found = [figure for figure in figures if worth[figure] > needed.partial_value + EPSILON]
        return written(scale, min(found, key=worth.__getitem__)) if found else None
    found = [figure for figure in figures if worth[figure] < needed.partial_value - EPSILON]
    return written(scale, max(found, key=worth.__getitem__)) if found else None


def share_beyond(needed: Needed, *, enters: bool) -> float | None:
    """Return the next whole percentage, as a share of 1, that is to be met of a checklist; None where there is none."""
    if needed.partial_value >= 1 - EPSILON if enters else needed.partial_value <= EPSILON:
        return None
    percent = beyond(exact(HUNDRED * needed.partial_value), Decimal(1), is_upward=enters)
    return min(max(float(percent) / HUNDRED, 0), 1)


def _figures(scale: AnyScale, function: AnyValueFunction, needed: Needed, *, enters: bool) -> tuple[Figure, ...]:
    """Return the figures that a scale names; of days and amounts the next one, or the end of the scale before it."""
    named = scale.figures() if isinstance(scale, Rubric) else scale.named_figures()
    if named:
        return tuple(named)
    amount, is_upward = exact(needed.performance), function.is_rising is enters
    step = Decimal(1) if isinstance(scale, Calendar) else step_near(function, amount)
    furthest = function.best if enters else function.worst
    end, following = Decimal(furthest.numerator) / furthest.denominator, beyond(amount, step, is_upward=is_upward)
    following = min(following, end) if is_upward else max(following, end)
    return (_day(following) if isinstance(scale, Calendar) else following,)


def _day(ordinal: Decimal) -> date:
    return date.fromordinal(min(max(int(ordinal), 1), date.max.toordinal()))
