"""Who stands where if one thing were otherwise: a criterion left out, an assessment a level off, other means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from stratsel.analysis.leave_out import leave_out
from stratsel.analysis.one_step import one_steps
from stratsel.analysis.other_means import other_means
from stratsel.analysis.placing import Placing
from stratsel.results.robustness.names import Move, Names
from stratsel.results.robustness.setting import Setting
from stratsel.terms import Combine

WHOLE = "the whole"
"""What stands for the whole among the ids of criteria; no id has a space."""


@dataclass(frozen=True, slots=True)
class WithoutCriterion:
    """Ranks without a criterion, and who lands in another tier."""

    criterion: str
    ranks: Mapping[str, int]
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class WithoutCriteria:
    """Each criterion left out in turn, in tree order."""

    rows: tuple[WithoutCriterion, ...]


@dataclass(frozen=True, slots=True)
class OtherMeans:
    """Ranks if some criteria, the whole among them, were combined by another mean, and who lands in another tier."""

    criteria: tuple[str, ...]
    combine: Combine
    ranks: Mapping[str, int]
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Means:
    """Arithmetic against geometric: each node in turn, then all together."""

    rows: tuple[OtherMeans, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """An assessment otherwise by a level, in the unit of the leaf, the points that brings, and who lands elsewhere."""

    candidate: str
    leaf: str
    by: float
    points_gained: float
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """The single levels, more or less, that change a tier.

    `tried` were possible; of those that could reach a line, `examined` were looked at, all of them unless there are
    very many: `within_reach`.
    """

    rows: tuple[Step, ...]
    tried: int
    within_reach: int
    examined: int


def without_criteria(setting: Setting) -> WithoutCriteria:
    """Return what leaving out each criterion changes."""
    names = setting.names
    found = leave_out(setting.problem, setting.evaluation, setting.shortlist)
    return WithoutCriteria(
        tuple(
            WithoutCriterion(
                names.criterion(each.node) or WHOLE, _ranks(names, each.placing), tuple(map(names.move, each.moves))
            )
            for each in found
        )
    )


def means(setting: Setting) -> Means:
    """Return what other means change."""
    names = setting.names
    return Means(
        tuple(
            OtherMeans(
                tuple(names.criterion(node) or WHOLE for node in each.nodes),
                each.combine,
                _ranks(names, each.placing),
                tuple(map(names.move, each.moves)),
            )
            for each in other_means(setting.problem, setting.evaluation, setting.shortlist)
        )
    )


def steps(setting: Setting, sizes: Sequence[Fraction]) -> Steps:
    """Return the single levels that change a tier; `sizes` (C,) are a level of each leaf, 0 where it has none."""
    names = setting.names
    found = one_steps(setting.problem, setting.evaluation, setting.shortlist, sizes)
    rows = tuple(
        Step(
            names.candidate(each.row),
            names.leaf(each.leaf),
            float(each.by),
            each.gain,
            tuple(map(names.move, each.moves)),
        )
        for each in found.found
    )
    return Steps(rows, found.tried, found.within_reach, found.examined)


def _ranks(names: Names, placing: Placing) -> dict[str, int]:
    """Return the ranks of those that are ranked, best first."""
    ranked = [(rank, row) for row, rank in enumerate(placing.ranks.tolist()) if rank]
    return {names.candidate(row): rank for rank, row in sorted(ranked)}
