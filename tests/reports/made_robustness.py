"""A study beside the small result of `made.py`, made by hand: its four candidates, two tiers and three leaves.

The figures agree with each other as far as it goes: shares of a candidate sum to 1, a pair's shares do, margins lie
between what they become, and what is moved is given by some and taken by others.
"""

from decimal import Decimal

from stratsel.results.leaf import WrittenFigure
from stratsel.results.robustness.acceptability import NO_PLACE, Acceptability, CandidateAcceptability
from stratsel.results.robustness.changes import (
    AssessmentChange,
    AssessmentChanges,
    LevelChange,
    LevelChanges,
    WeightChange,
    WeightChanges,
)
from stratsel.results.robustness.margin import (
    MarginBar,
    MarginDriver,
    MarginDrivers,
    MarginNow,
    MarginSpread,
    Tornadoes,
)
from stratsel.results.robustness.names import Move
from stratsel.results.robustness.ordinal import CandidateOrdinal, Ordinal
from stratsel.results.robustness.part import RobustnessPart
from stratsel.results.robustness.preference import CandidatePreference, Preference
from stratsel.results.robustness.stability import FIRST, ORDER, CriterionInterval, Stability
from stratsel.results.robustness.study import Robustness
from stratsel.results.robustness.trials import (
    WHOLE,
    Means,
    OtherMeans,
    Step,
    Steps,
    WithoutCriteria,
    WithoutCriterion,
)
from stratsel.results.robustness.winning import CandidateWinning, Winning
from stratsel.terms import Combine, ValueKey

LEAVES = ("use", "price", "speed")
LEVELS = {2: {"en": "in two places", "vi": "ở hai nơi"}, 4: {"en": "everywhere", "vi": "khắp nơi"}}


def level(number):
    return WrittenFigure(ValueKey.LEVEL, number, LEVELS[number])


def price(amount):
    return WrittenFigure(ValueKey.AMOUNT, Decimal(amount), {"en": "thousand dong", "vi": "nghìn đồng"})


def often(candidate, ranks, tiers, exactly=None, factor=None, central=()):
    shares = dict(zip(("first", "second", NO_PLACE), tiers, strict=True))
    alone = {"first": 1.0, "second": 0.0, NO_PLACE: 0.0}
    expected = sum(rank * share for rank, share in ranks.items())
    weights = dict(zip(LEAVES, central, strict=False))
    return CandidateAcceptability(candidate, ranks, shares, shares, alone, expected, exactly, factor, weights)


def parts():
    """Each part with something to say."""
    swap = (Move("a", "first", "second", False), Move("b", None, "first", False))
    made = {
        RobustnessPart.ACCEPTABILITY: Acceptability(
            (
                often("a", {1: 0.75, 2: 0.25}, (0.75, 0.25, 0.0), 0.7, 0.8, (62.0, 28.0, 10.0)),
                often("b", {1: 0.25, 2: 0.5, 3: 0.25}, (0.25, 0.5, 0.25), 0.3, 0.25, (50.0, 39.5, 10.5)),
                often("c", {2: 0.25, 3: 0.7496, 4: 0.0004}, (0.0, 0.25, 0.75), 0.0),
                often("d", {3: 0.0004, 4: 0.9996}, (0.0, 0.0004, 0.9996), 0.0),
            ),
            samples=2500, samples_by_weights=2500, samples_by_judgements=2500, confidence_samples=2500,
            largest_error=0.01, assumes_uniform=True,
        ),
        RobustnessPart.WINNING: Winning(
            (
                CandidateWinning("a", {"b": 0.75, "c": 1.0, "d": 1.0}),
                CandidateWinning("b", {"a": 0.25, "c": 0.5, "d": 1.0}),
                CandidateWinning("c", {"a": 0.0, "b": 0.0, "d": 1.0}),
                CandidateWinning("d", {"a": 0.0, "b": 0.0, "c": 0.0}),
            ),
            ranked=4, samples=2500,
        ),
        RobustnessPart.STABILITY: Stability(
            (
                CriterionInterval("use", FIRST, 60.0, 45.5, 100.0, "b", "a", None, None, True),
                CriterionInterval("price", FIRST, 30.0, 0.0, 40.0, None, None, None, None, True),
                CriterionInterval("use", "second", 60.0, 10.0, 90.0, None, "b", "c", None, False),
                CriterionInterval("use", ORDER, 60.0, 0.0, 100.0, None, None, None, None, True),
            )
        ),
        RobustnessPart.PREFERENCE: Preference(
            (
                CandidatePreference("a", True, True, ("c", "d"), ("b", "c", "d"), ("d",)),
                CandidatePreference("b", True, True, ("d",), ("a", "c", "d"), ()),
                CandidatePreference("c", False, True, ("d",), ("d",), ()),
                CandidatePreference("d", False, False, (), (), ()),
            )
        ),
        RobustnessPart.ORDINAL: Ordinal(
            (
                CandidateOrdinal("a", ("c", "d"), ("b",)),
                CandidateOrdinal("b", ("d",), ()),
                CandidateOrdinal("c", ("d",), ()),
                CandidateOrdinal("d", (), ()),
            ),
            pairs=5, always=4,
        ),
        RobustnessPart.NEAREST: WeightChanges(
            (
                WeightChange("first", "a", False, 29.0, True, {"use": -14.5, "price": 14.5}),
                WeightChange("first", "c", True, 80.0, False, {"use": -40.0, "price": 30.0, "speed": 10.0}),
                WeightChange("first", "b", True, 29.0, True, {"use": -14.5, "price": 14.5}),
            )
        ),
        RobustnessPart.NEEDED: AssessmentChanges(
            (
                AssessmentChange("first", "a", False, "use", 1.93, level(2), None),
                AssessmentChange("first", "b", True, "use", 3.07, level(4), None),
                AssessmentChange("first", "b", True, "price", 4.4, price("4"), None),
                AssessmentChange("first", "b", True, "speed", 2.5, None, 0.63),
                AssessmentChange("second", "d", True, "use", 3.6, level(4), None),
            )
        ),
        RobustnessPart.LEVELS: LevelChanges((LevelChange("first", "a", "b", ("use",), 3.0, 75.0, 48.3),)),
        RobustnessPart.TORNADO: Tornadoes(
            (
                MarginBar("first", "use", "b", 2.0, 3.0, level(2), level(4), 16.0, 1.0),
                MarginBar("first", "speed", "b", 0.0, 2.0, None, None, 16.0, 6.0),
                MarginBar("first", "use", None, 42.0, 78.0, None, None, 13.5, 18.5),
            ),
            (MarginNow("first", "a", "b", 16.0),),
        ),
        RobustnessPart.DRIVERS: MarginDrivers(
            (
                MarginDriver("first", "use", "b", 0.7, 0.01, 0.72, 0.01),
                MarginDriver("first", None, None, 0.2, 0.01, 0.22, 0.01),
                MarginDriver("first", "cost", None, -0.004, 0.01, 1.004, 0.01),
            ),
            (MarginSpread("first", "a", "b", 9.5, 4.25, 8192),),
        ),
        RobustnessPart.WITHOUT: WithoutCriteria(
            (
                WithoutCriterion("use", {"b": 1, "c": 1, "a": 3, "d": 4}, swap),
                WithoutCriterion("price", {"a": 1, "b": 2, "c": 2, "d": 4}, ()),
            )
        ),
        RobustnessPart.STEPS: Steps((Step("b", "use", 1.0, 15.0, swap),), tried=9, within_reach=4, examined=3),
        RobustnessPart.MEANS: Means(
            (
                OtherMeans((WHOLE,), Combine.GEOMETRIC, {"a": 1, "b": 2, "c": 2, "d": 2},
                           (Move("c", None, None, True), Move("d", None, "second", True))),
                OtherMeans(("cost",), Combine.GEOMETRIC, {"a": 1, "b": 2, "c": 2, "d": 4}, ()),
                OtherMeans((WHOLE, "cost"), Combine.GEOMETRIC, {"a": 1, "b": 2, "c": 2, "d": 2}, ()),
            )
        ),
    }  # fmt: skip
    assert list(made) == list(RobustnessPart)
    return made


def beside(ranking):
    """The study beside a ranking of a, b, c and d."""
    return Robustness(ranking, 2500, 7, parts())


def empty(ranking):
    """A study of which no part has anything to say."""
    nothing = {
        RobustnessPart.ACCEPTABILITY: Acceptability((), 100, 100, 100, 100, 0.0, False),
        RobustnessPart.WINNING: Winning((), 0, 100),
        RobustnessPart.STABILITY: Stability(()),
        RobustnessPart.PREFERENCE: None,
        RobustnessPart.ORDINAL: Ordinal((), 0, 0),
        RobustnessPart.NEAREST: WeightChanges(()),
        RobustnessPart.NEEDED: AssessmentChanges(()),
        RobustnessPart.LEVELS: LevelChanges(()),
        RobustnessPart.TORNADO: Tornadoes((), ()),
        RobustnessPart.DRIVERS: MarginDrivers((), ()),
        RobustnessPart.WITHOUT: WithoutCriteria(()),
        RobustnessPart.STEPS: Steps((), 0, 0, 0),
        RobustnessPart.MEANS: Means(()),
    }
    return Robustness(ranking, 100, 1, nothing)
