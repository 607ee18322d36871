"""The waist: what all dossiers say, as plain columns. Nothing after intake reads dossiers for figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

Figure = int | Decimal | str | date | tuple[str, ...]
"""A level, an amount, the id of an option, a day, or the items of a checklist that are met."""


Fact = str | int | Decimal | Mapping[str, str]
"""What a dossier gives for a field, as the file writes it; the word `unknown` is one of the texts."""


class Assessed(NamedTuple):
    """What a dossier establishes on one leaf: a figure, or a range with an optional likely figure.

    Of a checklist `low` are the items that are met and `high` those that may be. Of days `low` is the earlier.
    """

    low: Figure
    high: Figure
    likely: Figure | None = None


@dataclass(frozen=True, slots=True)
class AssessmentTable:
    """One row for each candidate, one column for each leaf; None is unknown.

    `columns[leaf]` is as long as `candidates`; rows stand in the order of the candidates' ids. `fields[field]` is as
    long, for the fields that screens and tiers read; None is left out.
    """

    candidates: Sequence[str]
    columns: Mapping[str, Sequence[Assessed | None]]
    fields: Mapping[str, Sequence[Fact | None]] = field(default_factory=dict)
