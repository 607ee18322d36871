"""Pairwise winning indices: in what share of the draws one candidate stands above another."""

from collections.abc import Mapping
from dataclasses import dataclass

from stratsel.analysis.winning import pairwise_winning
from stratsel.results.robustness.setting import Setting


@dataclass(frozen=True, slots=True)
class CandidateWinning:
    """In what share of the draws, 0 to 1, a candidate stands strictly above each other."""

    candidate: str
    above: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Winning:
    """The pairwise winning indices of the candidates that stand first, in their order, of `ranked` in all."""

    rows: tuple[CandidateWinning, ...]
    ranked: int
    samples: int


def winning(setting: Setting) -> Winning:
    """Return the pairwise winning indices."""
    found = pairwise_winning(
        setting.problem,
        setting.evaluation,
        setting.admissible,
        setting.spread,
        setting.samples,
        setting.seed,
        setting.threads,
    )
    order = setting.evaluation.order.rows.tolist()
    position = {row: at for at, row in enumerate(found.rows.tolist())}
    listed = [row for row in order if row in position]
    name = setting.names.candidate
    rows = tuple(
        CandidateWinning(
            name(row),
            {name(other): float(found.shares[position[row], position[other]]) for other in listed if other != row},
        )
        for row in listed
    )
    return Winning(rows, len(order), found.samples)
