"""What hangs on the values given to levels: which pairs hold for every increasing assignment of values."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from stratsel.analysis.ordinal import ordinal_margins
from stratsel.model.scale import AnyScale, Rubric
from stratsel.results.robustness.setting import Setting


@dataclass(frozen=True, slots=True)
class CandidateOrdinal:
    """Whom a candidate stands above whatever increasing values levels have, and whom by the values they were given."""

    candidate: str
    always_above: tuple[str, ...]
    by_values_alone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ordinal:
    """What holds of each ranked candidate, in their order; `pairs` are in the order, `always` of them hold anyway."""

    rows: tuple[CandidateOrdinal, ...]
    pairs: int
    always: int


def ordinal(setting: Setting, scales: Sequence[AnyScale]) -> Ordinal | None:
    """Return what hangs on the values of levels; None where values are no weighted sums, or very many are ranked.

    `scales` (C,) are those of the leaves; a rubric that several share has one assignment of values.
    """
    first = [next(at for at, other in enumerate(scales) if other is scale) for scale in scales]
    numbers = [at if isinstance(scale, Rubric) else None for at, scale in zip(first, scales, strict=True)]
    levels = {
        at: [float(level) for level in sorted(scale.levels)]
        for at, scale in zip(first, scales, strict=True)
        if isinstance(scale, Rubric)
    }
    found = ordinal_margins(setting.problem, setting.evaluation, numbers, levels)
    if found is None:
        return None
    ordered = setting.evaluation.order.rows
    position = np.searchsorted(found.rows, ordered)
    is_always = found.always[np.ix_(position, position)]
    ranks = setting.evaluation.order.ranks[ordered]
    names = np.array([setting.names.candidate(row) for row in ordered.tolist()], dtype=object)
    rows = []
    for at, name in enumerate(names):
        is_below = ranks > ranks[at]
        always, alone = (tuple(names[is_below & holds]) for holds in (is_always[at], ~is_always[at]))
        rows.append(CandidateOrdinal(name, always, alone))
    pairs = sum(len(row.always_above) + len(row.by_values_alone) for row in rows)
    return Ordinal(tuple(rows), pairs, sum(len(row.always_above) for row in rows))
