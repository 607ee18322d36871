"""The smallest changes that carry a candidate across a line: in weights, in one assessment, in the value of a level."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from stratsel.analysis.anchors import anchor_shifts
from stratsel.analysis.line import pair_at
from stratsel.analysis.nearest import nearest_across
from stratsel.analysis.needed import needed_across
from stratsel.model.scale import AnyScale, Checklist, Rubric
from stratsel.results.leaf import WrittenFigure
from stratsel.results.robustness.figure import figure_beyond, share_beyond
from stratsel.results.robustness.setting import Setting

SLIGHT = 1e-6
"""Weights that move by less, in points, are left out."""

MOST = 60
"""Of more ranked candidates only these, those that stand first, are moved across lines."""


@dataclass(frozen=True, slots=True)
class WeightChange:
    """The nearest weights with which a candidate stands at the line of a tier.

    `points_moved` is what is given and taken, added up, in points of the whole: at most 200. `weight_shifts` are the
    leaves whose weights move, and by how many points. `enters` says that it has no place in the tier now. What is not
    `is_exact` is one way, and perhaps not the nearest.
    """

    tier: str
    candidate: str
    enters: bool
    points_moved: float
    is_exact: bool
    weight_shifts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class AssessmentChange:
    """What one assessment alone would have to be for a candidate to change sides of the line of a tier.

    At `performance`, in the unit of the leaf, it stands level there. Enough is `figure`, the next that the scale
    admits, or better, or worse where it leaves the tier; of a checklist, the `share` of 1 that is met.
    """

    tier: str
    candidate: str
    enters: bool
    leaf: str
    performance: float
    figure: WrittenFigure | None
    share: float | None


@dataclass(frozen=True, slots=True)
class LevelChange:
    """What a level would have to be worth, in points of its scale, for the two at the line of a tier to stand level.

    `leaves` are those that share the scale; `value` is what the level is worth now.
    """

    tier: str
    inside: str
    outside: str
    leaves: tuple[str, ...]
    level: float
    value: float
    value_needed: float


@dataclass(frozen=True, slots=True)
class WeightChanges:
    """The nearest weights across each line; none where values are no sums, or tiers hang on more than ranks."""

    rows: tuple[WeightChange, ...]


@dataclass(frozen=True, slots=True)
class AssessmentChanges:
    """The single assessments that are enough; none where tiers hang on more than ranks."""

    rows: tuple[AssessmentChange, ...]


@dataclass(frozen=True, slots=True)
class LevelChanges:
    """The values of levels that are enough, smallest shift first; none where values are no weighted sums."""

    rows: tuple[LevelChange, ...]


def nearest_weights(setting: Setting) -> WeightChanges:
    """Return the nearest weights across each line."""
    return WeightChanges(tuple(_weights(setting)))


def needed_assessments(setting: Setting, scales: Sequence[AnyScale]) -> AssessmentChanges:
    """Return the single assessments that carry somebody across a line. `scales` (C,) are those of the leaves."""
    return AssessmentChanges(tuple(_assessments(setting, scales)))


def level_changes(setting: Setting, scales: Sequence[AnyScale]) -> LevelChanges:
    """Return the values of levels at which the two at a line stand level. `scales` (C,) are those of the leaves."""
    return LevelChanges(tuple(_levels(setting, scales)))


def _inside(setting: Setting, row: int, number: int) -> bool:
    return setting.shortlist.landings[row].tier in setting.names.tiers[: number + 1]


def _weights(setting: Setting) -> Iterator[WeightChange]:
    names = setting.names
    for number, tier in enumerate(names.tiers):
        for row in setting.evaluation.order.rows[:MOST].tolist():
            found = nearest_across(setting.problem, setting.evaluation, setting.shortlist, row, number)
            if found is None:
                continue
            moved = zip(names.leaves, (found.then - found.now).tolist(), strict=True)
            shifts = {leaf: shift for leaf, shift in moved if abs(shift) > SLIGHT}
            enters = not _inside(setting, row, number)
            yield WeightChange(tier, names.candidate(row), enters, found.points, found.is_exact, shifts)


def _assessments(setting: Setting, scales: Sequence[AnyScale]) -> Iterator[AssessmentChange]:
    names, functions = setting.names, setting.problem.value_functions
    for number, tier in enumerate(names.tiers):
        for row in setting.evaluation.order.rows[:MOST].tolist():
            enters = not _inside(setting, row, number)
            for needed in needed_across(setting.problem, setting.evaluation, row, number) or ():
                if needed is None:
                    continue
                scale, function = scales[needed.leaf], functions[needed.leaf]
                figure = figure_beyond(scale, function, needed, enters=enters)
                share = share_beyond(needed, enters=enters) if isinstance(scale, Checklist) else None
                if figure is not None or share is not None:
                    sides = tier, names.candidate(row), enters
                    yield AssessmentChange(*sides, names.leaf(needed.leaf), needed.performance, figure, share)


def _levels(setting: Setting, scales: Sequence[AnyScale]) -> Iterator[LevelChange]:
    names = setting.names
    numbers = [next(at for at, other in enumerate(scales) if other is scale) for scale in scales]
    levels = [[Fraction(level) for level in scale.levels] if isinstance(scale, Rubric) else [] for scale in scales]
    for number, tier in enumerate(names.tiers):
        pair = pair_at(setting.problem, setting.evaluation, setting.shortlist, number)
        found = anchor_shifts(setting.problem, setting.evaluation, pair, numbers, levels) if pair is not None else None
        for each in found or ():
            if pair is not None and isinstance(scales[each.leaves[0]], Rubric):
                leaves = tuple(map(names.leaf, each.leaves))
                inside, outside = map(names.candidate, pair)
                yield LevelChange(tier, inside, outside, leaves, float(each.performance), each.value, each.to)
