"""Acceptability of every candidate, by draws of weights and judgements, of weights alone and of judgements alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.acceptability import Acceptabilities, acceptabilities, standard_errors
from stratsel.analysis.volume import first_rank_volumes
from stratsel.results.leaf import HUNDRED
from stratsel.results.robustness.names import Names
from stratsel.results.robustness.setting import Setting
from stratsel.terms import Admissible

Floats = NDArray[np.float64]

NO_PLACE = "no place"
"""What stands for no tier among the ids of tiers; no id has a space."""


@dataclass(frozen=True, slots=True)
class CandidateAcceptability:
    """How often a candidate stands where. Shares are of 1, weights are points of the whole.

    `ranks` and `tiers` are by draws of weights and judgements; `tiers_by_weights` and `tiers_by_judgements` by draws of
    one alone. `first_exactly` is the share of all admitted weights under which it is first, by volume, where that can
    be computed. `central_weights` are the mean weights where it is first, empty where it never is; with these it is
    first in `confidence_factor` of the draws of judgements. `tiers_by_scenario` are, for each scenario that was asked
    for, by draws as those of `tiers`, around what the scenario says.
    """

    candidate: str
    ranks: Mapping[int, float]
    tiers: Mapping[str, float]
    tiers_by_weights: Mapping[str, float]
    tiers_by_judgements: Mapping[str, float]
    expected_rank: float
    first_exactly: float | None
    confidence_factor: float | None
    central_weights: Mapping[str, float]
    tiers_by_scenario: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Acceptability:
    """The acceptabilities of all ranked candidates, in their order, from `samples` draws.

    `largest_error` is the largest standard error of any share; `assumes_uniform` says that something unknown was drawn
    evenly over its scale.
    """

    rows: tuple[CandidateAcceptability, ...]
    samples: int
    samples_by_weights: int
    samples_by_judgements: int
    confidence_samples: int
    largest_error: float
    assumes_uniform: bool


def acceptability(setting: Setting) -> Acceptability:
    """Return how often each ranked candidate stands where."""
    both = _drawn(setting)
    by_weights = _drawn(replace(setting, spread=replace(setting.spread, is_fixed=True)))
    fixed = replace(setting.admissible, kind=Admissible.FIXED, statements=())
    by_judgements = _drawn(replace(setting, admissible=fixed))
    volumes = first_rank_volumes(setting.problem, setting.evaluation, setting.admissible)
    position = {row: at for at, row in enumerate(both.rows.tolist())}
    ordered = [position[row] for row in setting.evaluation.order.rows.tolist()]
    rows = (_candidate(setting, (both, by_weights, by_judgements), volumes, at) for at in ordered)
    drawn = {name: _drawn(each) for name, each in setting.scenarios.items()}
    supposed = {name: _tiers_by_candidate(setting.scenarios[name].names, each) for name, each in drawn.items()}
    return Acceptability(
        tuple(replace(row, tiers_by_scenario=_under(supposed, row)) for row in rows),
        both.samples,
        by_weights.samples,
        by_judgements.samples,
        both.confidence_samples,
        max(_largest_errors(both, by_weights, by_judgements, *drawn.values())),
        both.assumes_uniform,
    )


def _drawn(setting: Setting) -> Acceptabilities:
    return acceptabilities(
        setting.problem,
        setting.evaluation,
        setting.shortlist,
        setting.admissible,
        setting.spread,
        setting.samples,
        setting.seed,
        setting.threads,
    )


def _candidate(
    setting: Setting, drawn: tuple[Acceptabilities, Acceptabilities, Acceptabilities], volumes: Floats | None, at: int
) -> CandidateAcceptability:
    both, by_weights, by_judgements = drawn
    names, ranks = setting.names, both.rank_acceptability[at].tolist()
    is_ever_first = ranks[0] > 0
    central = (HUNDRED * both.central_weights[at]).tolist() if is_ever_first else []
    return CandidateAcceptability(
        candidate=names.candidate(int(both.rows[at])),
        ranks={rank: share for rank, share in enumerate(ranks, 1) if share > 0},
        tiers=_tiers(names.tiers, both.tier_acceptability[at]),
        tiers_by_weights=_tiers(names.tiers, by_weights.tier_acceptability[at]),
        tiers_by_judgements=_tiers(names.tiers, by_judgements.tier_acceptability[at]),
        expected_rank=float(both.expected_rank[at]),
        first_exactly=None if volumes is None else float(volumes[at]),
        confidence_factor=float(both.confidence_factor[at]) if is_ever_first else None,
        central_weights=dict(zip(names.leaves, central, strict=False)),
    )


def _largest_errors(*drawn: Acceptabilities) -> Iterator[float]:
    """Yield the largest standard error of each kind of share, which have samples of their own."""
    for each in drawn:
        for shares, samples in (
            (each.rank_acceptability, each.samples),
            (each.tier_acceptability, each.samples),
            (each.confidence_factor, each.confidence_samples),
        ):
            yield float(standard_errors(shares, samples).max(initial=0.0)) if samples else 0.0


def _tiers_by_candidate(names: Names, drawn: Acceptabilities) -> dict[str, dict[str, float]]:
    found = zip(drawn.rows.tolist(), drawn.tier_acceptability, strict=True)
    return {names.candidate(row): _tiers(names.tiers, shares) for row, shares in found}


def _under(
    supposed: Mapping[str, Mapping[str, Mapping[str, float]]], row: CandidateAcceptability
) -> dict[str, Mapping[str, float]]:
    """Return the tiers of one candidate by scenario; who is not in the order under one has no place in any draw."""
    nowhere = {tier: 1.0 if tier == NO_PLACE else 0.0 for tier in row.tiers}
    return {name: tiers.get(row.candidate, nowhere) for name, tiers in supposed.items()}


def _tiers(names: tuple[str, ...], shares: Floats) -> dict[str, float]:
    return dict(zip((*names, NO_PLACE), shares.tolist(), strict=True))
