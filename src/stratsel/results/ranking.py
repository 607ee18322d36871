"""The ranking of a round, as people and programs are told it: order, bounds, tiers, contributions and reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stratsel.__about__ import __version__
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.engine.selection import Landing
from stratsel.model.base import Text
from stratsel.results.departures import DecisionFacts
from stratsel.results.firmness import CandidateFirmness, FirmnessFacts
from stratsel.results.flags import Flag
from stratsel.results.leaf import LeafStanding
from stratsel.results.reasons import Reasons
from stratsel.results.scenario import ScenarioOutcome
from stratsel.results.screening import ScreenVerdict
from stratsel.results.settling import NOTHING_OPEN, OpenPlaces
from stratsel.terms import Certainty, Combine, Members, Standing, Status

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """Which round was ranked, in whose name, as of when, and from which inputs.

    `lang` is the language of the criteria file's plain texts; `ties` are the nodes that separate those who stand level,
    the first of them first. `missing` is what the order is by where something is unknown, `at_least` the share of
    weight, 0 to 1, that has to be assessed for a rank. `resolution` and `minimum` are points. `combine` says how the
    whole is made of the criteria without a parent.
    """

    id: str
    lang: str
    title: Text
    question: Text
    standing: Standing
    owner: Text
    reference_date: str
    status: Status
    missing: str
    ties: tuple[str, ...]
    weighting_by: Text
    weighting_why: Text
    digest: str
    criteria_file: str
    at_least: float = 0.0
    resolution: float | None = None
    minimum: float = 0.0
    combine: Combine = Combine.ARITHMETIC


@dataclass(frozen=True, slots=True)
class CriterionFacts:
    """A node of the tree; `weight` is what it can bring at most, in points of the whole.

    `combine` says how it is made of its children.
    """

    id: str
    title: Text
    parent: str | None
    weight: float
    is_leaf: bool
    combine: Combine = Combine.ARITHMETIC


@dataclass(frozen=True, slots=True)
class TierFacts:
    """A tier of the shortlist: its places, counted from the top, or by the values of the field `count`.

    `held` is how many candidates have a place in it; those who are merely tied for one are left out.
    """

    id: str
    title: Text
    places: int
    count: str | None = None
    members: Members | None = None
    held: int = 0
    is_limited: bool = False


@dataclass(frozen=True, slots=True)
class ScreenFacts:
    """A screen of the round."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A candidate that a quota keeps out of a tier, those in its place, and what that costs in points."""

    tier: str
    candidate: str
    instead: tuple[str, ...]
    cost: float | None


@dataclass(frozen=True, slots=True)
class UnmetQuota:
    """A quota that the candidates there are cannot keep: `value` of the field, and how many the tier holds of it."""

    tier: str
    value: Text
    at_least: int
    held: int


@dataclass(frozen=True, slots=True)
class RankedCandidate:
    """One candidate's result. Values, bounds and contributions are points, 0 to 100.

    `value` is what the order is by; `shown` and `possible` its bounds; `unknown` the share of weight, 0 to 1, on which
    the dossier knows nothing; `places` says for every tier whether it is sure in, open or sure out; `contributions`
    maps nodes to points along arithmetic means from the top, any other node as a whole; `node_values` every node of
    which something counts to its own value, 0 to 100; `screens` are those that flag it or were waived; `reasons` is
    None below the places that are justified.
    """

    id: str
    title: Text
    file: str
    rank: int
    value: float
    shown: float
    possible: float
    unknown: float
    landing: Landing
    places: Mapping[str, Certainty]
    contributions: Mapping[str, float]
    leaves: tuple[LeafStanding, ...]
    flags: tuple[Flag, ...]
    reasons: Reasons | None
    node_values: Mapping[str, float] = field(default_factory=dict)
    screens: tuple[ScreenVerdict, ...] = ()
    firmness: CandidateFirmness | None = None

    @property
    def tier(self) -> str | None:
        """The first tier that holds the candidate, or None."""
        return self.landing.tier


@dataclass(frozen=True, slots=True)
class ExcludedCandidate:
    """A candidate that a screen keeps out of the order; shown and possible are points, as if it were in it."""

    id: str
    title: Text
    file: str
    shown: float
    possible: float
    places: Mapping[str, Certainty]
    screens: tuple[ScreenVerdict, ...]


@dataclass(frozen=True, slots=True)
class UnrankedCandidate:
    """A candidate of which too little is known for a rank: `assessed` is the share of weight, 0 to 1, that is."""

    id: str
    title: Text
    file: str
    shown: float
    possible: float
    assessed: float
    places: Mapping[str, Certainty]
    screens: tuple[ScreenVerdict, ...]


AnyCandidate = RankedCandidate | UnrankedCandidate | ExcludedCandidate


@dataclass(frozen=True, slots=True)
class Ranking:
    """The candidates of a round from best to worst; those tied stand in the order of their ids.

    `rejected` are the files of dossiers left out because of errors, when that was asked for. `open_places` are
    those that hang on what is not known, and what would settle them. `scenarios` are those that were asked for,
    `advice` is on the quality of the decision.
    """

    round: RoundFacts
    criteria: tuple[CriterionFacts, ...]
    tiers: tuple[TierFacts, ...]
    candidates: tuple[RankedCandidate, ...]
    rejected: tuple[str, ...]
    version: str = __version__
    screens: tuple[ScreenFacts, ...] = ()
    excluded: tuple[ExcludedCandidate, ...] = ()
    unranked: tuple[UnrankedCandidate, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    unmet: tuple[UnmetQuota, ...] = ()
    open_places: OpenPlaces = NOTHING_OPEN
    decisions: tuple[DecisionFacts, ...] = ()
    firmness: FirmnessFacts | None = None
    scenarios: tuple[ScenarioOutcome, ...] = ()
    advice: tuple[Diagnostic, ...] = ()

    @property
    def titles(self) -> dict[str, Text]:
        """The title of every candidate, ranked or not."""
        return {candidate: each.title for candidate, each in self.by_id.items()}

    @property
    def by_id(self) -> dict[str, AnyCandidate]:
        """Every candidate by its id, ranked or not."""
        everyone: tuple[AnyCandidate, ...] = (*self.candidates, *self.unranked, *self.excluded)
        return {each.id: each for each in everyone}

    def to_frame(self) -> pd.DataFrame:
        """Return one row for each candidate, best first, indexed by id; contributions in columns of their own."""
        import pandas as pd

        rows = [
            {
                "id": each.id,
                "rank": each.rank,
                "value": each.value,
                "shown": each.shown,
                "possible": each.possible,
                "unknown": each.unknown,
                "tier": each.tier,
                **{f"contribution.{node}": points for node, points in each.contributions.items()},
            }
            for each in self.candidates
        ]
        columns = ["id", "rank", "value", "shown", "possible", "unknown", "tier"]
        return pd.DataFrame(rows, columns=None if rows else columns).set_index("id")
