"""How good a figure must be: what criteria files write where a test or a duty begins, read on a leaf's scale."""

from datetime import date
from decimal import Decimal

from pydantic_core import PydanticCustomError

from stratsel.model.assessments import Figure
from stratsel.model.base import parse_partial_date
from stratsel.model.scale import AnyScale, Calendar, Checklist, Choice, Rubric

ANY = "any"
"""The word for a duty that begins with the first judgement, however good it is."""

Written = int | Decimal | str | tuple[str, ...]
"""A threshold as it stands in the file."""


def threshold_of(scale: AnyScale, written: Written) -> Figure | None:
    """Return a threshold as a figure of the scale, or None where it is none.

    An amount may lie beyond the ends. A month, quarter or year is the worse of its ends, so that a dossier which says
    no more than that year is at least that year. Of a checklist, one item stands for a list of one.
    """
    if isinstance(scale, Rubric):
        return written if isinstance(written, int | Decimal) and scale.has(written) else None
    if isinstance(scale, Choice):
        return written if isinstance(written, str) and written in scale.options else None
    if isinstance(scale, Calendar):
        return _day(scale, written)
    if isinstance(scale, Checklist):
        return _items(scale, written)
    return written if isinstance(written, int | Decimal) else None


def _day(scale: Calendar, written: Written) -> date | None:
    try:
        parsed = parse_partial_date(written)
    except PydanticCustomError:
        return None
    return parsed.first if scale.worst < scale.best else parsed.last


def _items(scale: Checklist, written: Written) -> tuple[str, ...] | None:
    named = {written} if isinstance(written, str) else set(written) if isinstance(written, tuple) else set()
    if not named or not named <= scale.items.keys():
        return None
    return tuple(item for item in scale.items if item in named)
