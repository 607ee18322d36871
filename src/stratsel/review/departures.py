"""Decisions that depart from the order: each candidate that was moved needs its reason in decision.yaml."""

from collections.abc import Iterator, Mapping

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.engine.selection import Landing
from stratsel.model.round import Round
from stratsel.results.departures import departing
from stratsel.terms import Turn

FILE = "decision.yaml"


def departure_findings(round_: Round, landings: Mapping[str, Landing]) -> Iterator[Diagnostic]:
    """Yield the departures without a reason, and the reasons without a departure.

    `landings` are those of the candidates that are ranked. A key that names no candidate is a remark.
    """
    tiers = [tier.id for tier in round_.criteria.shortlist.tiers]
    for at, decision in enumerate(round_.decisions.decisions if round_.decisions is not None else ()):
        path: KeyPath = ("decisions", at, "departures")
        moved = departing(decision, tiers, landings)
        for candidate, (tier, is_in) in moved.items():
            if candidate not in decision.departures:
                turn = Turn.PUT_IN if is_in else Turn.LEFT_OUT
                facts: dict[str, Fact] = {"candidate": candidate, "tier": tier, "turn": turn}
                yield Diagnostic(Code.UNEXPLAINED_DEPARTURE, Where(FILE, path, "key"), facts)
        for candidate in decision.departures:
            if candidate in round_.titles and candidate not in moved:
                where = Where(FILE, (*path, candidate), "key")
                yield Diagnostic(Code.NEEDLESS_REASON, where, {"candidate": candidate})
