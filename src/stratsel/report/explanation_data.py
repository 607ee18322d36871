"""One candidate in full, and two side by side, as plain data for other programs (`explanation/1`, `comparison/1`)."""

from typing import Any

from stratsel.report.data import Facts, tool
from stratsel.report.firmness_data import draws
from stratsel.report.plain import number
from stratsel.results.comparison import Comparison, LeafDifference
from stratsel.results.explanation import Explanation, Neighbour, NodeAccount
from stratsel.results.ranking import AnyCandidate, ExcludedCandidate, RankedCandidate, Ranking


def explanation_data(found: Explanation) -> dict[str, Any]:
    """Return everything about one candidate as plain data."""
    facts = Facts(found.ranking.round.lang)
    return {
        **_head("explanation/1", found.ranking, facts),
        "candidate": _candidate(found.candidate, facts),
        "state": _state(found.candidate),
        "value": _maybe(found.value),
        "criteria": [_node(node, facts) for node in found.nodes],
        "reasons": facts.reasons(found.candidate.id, found.reasons),
        "plain_screens": [{"screen": each.screen, "outcome": each.outcome.value} for each in found.screens],
        "neighbours": {
            "above": _neighbour(found.above),
            "level": list(found.level),
            "below": _neighbour(found.below),
        },
        "settles": [facts.settles(each) for each in found.settles],
        "settles_jointly": [facts.settles_jointly(each) for each in found.jointly],
        "scenarios": [facts.scenario(each) for each in found.ranking.scenarios],
    }


def comparison_data(found: Comparison) -> dict[str, Any]:
    """Return two candidates side by side as plain data."""
    facts = Facts(found.ranking.round.lang)
    return {
        **_head("comparison/1", found.ranking, facts),
        "candidates": [_candidate(each, facts) for each in (found.first, found.second)],
        "states": [_state(each) for each in (found.first, found.second)],
        "values": [_maybe(value) for value in found.values],
        "lead": _maybe(found.lead),
        "sure": found.is_sure,
        "sum": found.is_sum,
        "leaves": [_difference(each, facts) for each in found.leaves],
        "decided_by": [each.criterion.id for each in found.decided_by],
        "swaps": None
        if found.swaps is None
        else [
            {
                "criterion": each.criterion,
                "weight": number(each.weight),
                "to": number(each.to),
                "points": number(each.points),
            }
            for each in found.swaps
        ],
    }


def _head(kind: str, ranking: Ranking, facts: Facts) -> dict[str, Any]:
    studied = draws(ranking.firmness) if ranking.firmness is not None else None
    return {
        "stratsel": kind,
        "tool": tool(ranking.version),
        "round": facts.round(ranking.round),
        "settings": {**facts.rules(ranking.round), "firmness": studied},
    }


def _candidate(each: AnyCandidate, facts: Facts) -> dict[str, Any]:
    if isinstance(each, RankedCandidate):
        return facts.candidate(each)
    return facts.excluded(each) if isinstance(each, ExcludedCandidate) else facts.unranked(each)


def _state(each: AnyCandidate) -> str:
    if isinstance(each, RankedCandidate):
        return "ranked"
    return "excluded" if isinstance(each, ExcludedCandidate) else "unranked"


def _neighbour(each: Neighbour | None) -> dict[str, Any] | None:
    return None if each is None else {"id": each.candidate, "rank": each.rank, "gap": number(each.gap)}


def _node(node: NodeAccount, facts: Facts) -> dict[str, Any]:
    leaf = node.leaf
    account = None
    if leaf is not None:
        account = {
            **facts.standing(leaf.standing),
            "file": leaf.place.file,
            "line": leaf.place.line,
            "why": None if leaf.why is None else facts.text(leaf.why),
            "evidence": [facts.evidence(each) for each in leaf.evidence],
        }
    return {
        "id": node.criterion.id,
        "title": facts.text(node.criterion.title),
        "parent": node.criterion.parent,
        "weight": number(node.criterion.weight),
        "value": {"low": number(node.low), "high": number(node.high)},
        "points": _maybe(node.points),
        "possible": _maybe(node.possible),
        "leaf": account,
    }


def _maybe(points: float | None) -> float | int | None:
    return None if points is None else number(points)


def _difference(each: LeafDifference, facts: Facts) -> dict[str, Any]:
    sides = ((each.first, each.first_place), (each.second, each.second_place))
    return {
        "leaf": each.criterion.id,
        "lead": number(each.lead),
        "candidates": [
            {**facts.standing(standing), "file": place.file, "line": place.line} for standing, place in sides
        ],
    }
