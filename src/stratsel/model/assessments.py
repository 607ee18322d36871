"""The waist: what all dossiers say, as plain columns. Nothing after intake reads dossiers for figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

Figure = int | Decimal | str
"""A level, an amount or the id of an option, as the file writes it."""


class Assessed(NamedTuple):
    """What a dossier establishes on one leaf: a figure, or a range with an optional likely figure."""

    low: Figure
    high: Figure
    likely: Figure | None = None


@dataclass(frozen=True, slots=True)
class AssessmentTable:
    """One row for each candidate, one column for each leaf; None is unknown.

    `columns[leaf]` is as long as `candidates`; rows stand in the order of the candidates' ids.
    """

    candidates: Sequence[str]
    columns: Mapping[str, Sequence[Assessed | None]]
