"""Studying how a ranking holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from stratsel.api.opening import AnyPath, Opened, open_round
from stratsel.api.ranking import firmness_of, ranking_of, supposed
from stratsel.results.robustness.part import RobustnessPart

if TYPE_CHECKING:
    from stratsel.results.robustness.setting import Setting
    from stratsel.results.robustness.study import Robustness
    from stratsel.results.scenario import Valued


def robustness(
    candidates: AnyPath = "candidates",
    *,
    criteria: AnyPath | None = None,
    parts: Collection[RobustnessPart | str] | None = None,
    samples: int | None = None,
    seed: int | None = None,
    threads: int = 1,
    partial: bool = False,
    scenarios: Sequence[AnyPath] = (),
) -> Robustness:
    """Study how the order holds when weights and judgements vary within what the files allow.

    Args:
        candidates: the folder of dossiers, or the round's folder; the rest is taken from the folder around it.
        criteria: the criteria file, where the round has several.
        parts: the parts of the study to make, by name; all unless said.
        samples: how many draws, instead of those of the criteria file.
        seed: which draws, instead of those of the criteria file.
        threads: how many threads draw; the result is the same.
        partial: leave rejected dossiers out instead of refusing the round.
        scenarios: the files of scenarios to be set beside the order.

    Raises:
        Rejected: a file of the round has an error; the exception holds the findings.
        UsageError: nothing is there to rank.
    """
    chosen = {RobustnessPart(part) for part in (RobustnessPart if parts is None else parts)}
    opened = open_round(candidates, criteria, partial=partial, scenarios=scenarios)
    from stratsel.results.robustness.study import study

    instead = {name: value for name, value in (("samples", samples), ("seed", seed)) if value is not None}
    setting, found = setting_of(opened, threads, instead), firmness_of(opened, instead)
    if samples is None:
        # Of very many candidates `rank` makes fewer draws than the file says: both are to print the same shares.
        setting = replace(setting, samples=found.samples)
    return study(ranking_of(opened, found), opened.round.criteria, setting, chosen)


def setting_of(opened: Opened, threads: int = 1, instead: Mapping[str, int] = MappingProxyType({})) -> Setting:
    """Return what a study of a round is about; `instead` may hold other `samples`, and another `seed`."""
    from stratsel.assemble.uncertainty import admissible_weights, spread_of_judgements
    from stratsel.engine.selection import select
    from stratsel.results.robustness.setting import Setting

    rules = opened.round.criteria
    asked = rules.uncertainty.model_copy(update=dict(instead))
    setting = Setting(
        opened.problem,
        opened.evaluation,
        select(opened.problem, opened.evaluation),
        admissible_weights(rules),
        spread_of_judgements(rules),
        asked.samples,
        asked.seed,
        threads,
    )
    valued = {given.scenario.id: supposed(opened, given) for given in opened.scenarios}
    return replace(setting, scenarios={name: _under(setting, each) for name, each in valued.items()})


def _under(setting: Setting, then: Valued) -> Setting:
    """Return what is studied where the round is as a scenario has it."""
    from stratsel.engine.selection import select

    shortlist = select(then.problem, then.evaluation)
    return replace(setting, problem=then.problem, evaluation=then.evaluation, shortlist=shortlist)
