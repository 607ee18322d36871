"""The study of robustness: a ranking, what was let vary, and the parts that were asked for."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from stratsel.model.criteria import Criteria
from stratsel.model.scale import AnyScale, Rubric
from stratsel.results.ranking import Ranking
from stratsel.results.robustness.acceptability import Acceptability, acceptability
from stratsel.results.robustness.changes import (
    AssessmentChanges,
    LevelChanges,
    WeightChanges,
    level_changes,
    nearest_weights,
    needed_assessments,
)
from stratsel.results.robustness.margin import MarginDrivers, Tornadoes, margin_drivers, tornadoes
from stratsel.results.robustness.ordinal import Ordinal, ordinal
from stratsel.results.robustness.part import RobustnessPart
from stratsel.results.robustness.preference import Preference, preference
from stratsel.results.robustness.setting import Setting
from stratsel.results.robustness.stability import Stability, stability
from stratsel.results.robustness.trials import (
    Means,
    Steps,
    WithoutCriteria,
    means,
    steps,
    without_criteria,
)
from stratsel.results.robustness.winning import Winning, winning

AnyPart = (
    Acceptability
    | Winning
    | Stability
    | Preference
    | Ordinal
    | WeightChanges
    | AssessmentChanges
    | LevelChanges
    | Tornadoes
    | MarginDrivers
    | WithoutCriteria
    | Steps
    | Means
)


@dataclass(frozen=True, slots=True)
class Robustness:
    """How the order of a `ranking`, which says by which draws, holds; None is a part that the round does not admit."""

    ranking: Ranking
    samples: int
    seed: int
    parts: Mapping[RobustnessPart, AnyPart | None]


def study(ranking: Ranking, criteria: Criteria, setting: Setting, parts: Collection[RobustnessPart]) -> Robustness:
    """Make some parts of the study, each in the order of the vocabulary."""
    scales = [scale for leaf in criteria.leaves() if (scale := criteria.scale_of(leaf)) is not None]
    makers: Mapping[RobustnessPart, Callable[[], AnyPart | None]] = {
        RobustnessPart.ACCEPTABILITY: lambda: acceptability(setting),
        RobustnessPart.WINNING: lambda: winning(setting),
        RobustnessPart.STABILITY: lambda: stability(setting),
        RobustnessPart.PREFERENCE: lambda: preference(setting),
        RobustnessPart.ORDINAL: lambda: ordinal(setting, scales),
        RobustnessPart.NEAREST: lambda: nearest_weights(setting),
        RobustnessPart.NEEDED: lambda: needed_assessments(setting, scales),
        RobustnessPart.LEVELS: lambda: level_changes(setting, scales),
        RobustnessPart.TORNADO: lambda: tornadoes(setting, scales),
        RobustnessPart.DRIVERS: lambda: margin_drivers(setting),
        RobustnessPart.WITHOUT: lambda: without_criteria(setting),
        RobustnessPart.STEPS: lambda: steps(setting, [_step(scale) for scale in scales]),
        RobustnessPart.MEANS: lambda: means(setting),
    }
    made = {part: makers[part]() for part in RobustnessPart if part in parts}
    return Robustness(ranking, setting.samples, setting.seed, made)


def _step(scale: AnyScale) -> Fraction:
    """Return what a level is on a scale, in its unit: the least distance between two, and 0 where it has none."""
    if not isinstance(scale, Rubric):
        return Fraction(0)
    levels = sorted(Fraction(level) for level in scale.levels)
    return min((high - low for low, high in pairwise(levels)), default=Fraction(0))
