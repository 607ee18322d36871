"""The problem that a round poses."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import numpy as np

from stratsel.assemble.performances import HUNDRED, array, column, performance, value_function
from stratsel.assemble.screens import screens_of
from stratsel.engine.problem import TOP, UNKNOWN_CLASS, UNWEIGHTED, End, Hierarchy, Line, Problem, Quota
from stratsel.language.visible import is_blank
from stratsel.model.assessments import AssessmentTable, Fact
from stratsel.model.criteria import Available, Criteria, Criterion
from stratsel.model.round import Round
from stratsel.model.shortlist import Tier
from stratsel.terms import UNKNOWN, Combine, Members, Missing


def assemble(round_: Round) -> Problem:
    """Return the problem that a round poses: one alternative for each candidate, in the order of their ids."""
    problem = _unscreened(round_)
    return replace(problem, screens=screens_of(round_, problem)) if round_.criteria.screens else problem


def _unscreened(round_: Round) -> Problem:
    criteria, table = round_.criteria, round_.table
    hierarchy = hierarchy_of(criteria)
    scales = [scale for leaf in criteria.leaves() if (scale := criteria.scale_of(leaf)) is not None]
    assessed = [table.columns[leaf.id] for leaf in criteria.leaves()]
    # Leaves that share a scale share its value function, which takes time and room to make.
    made = {id(scale): value_function(scale) for scale in {id(scale): scale for scale in scales}.values()}
    functions = [made[id(scale)] for scale in scales]
    columns = [column(*each) for each in zip(scales, functions, assessed, strict=True)]
    shape = (len(table.candidates), len(functions))
    positions = {node: at for at, node in enumerate(hierarchy.nodes)}
    shortlist, missing = criteria.shortlist, criteria.missing_policy
    worst = array(columns, End.WORST, shape)
    is_open = any(each[End.WORST] != each[End.BEST] for ends in columns for each in ends)
    return Problem(
        alternatives=tuple(table.candidates),
        hierarchy=hierarchy,
        value_functions=tuple(functions),
        worst_performances=worst,
        best_performances=array(columns, End.BEST, shape) if is_open else worst,
        is_unknown=np.array([[each is None for each in row] for row in assessed], dtype=bool).T.reshape(shape),
        lines=tuple(_line(tier, criteria, table) for tier in shortlist.tiers),
        ties=tuple(positions[node] for node in shortlist.ties),
        exact_performance=lambda row, leaf, end: performance(columns[leaf][row], end),
        missing=missing,
        likely_performances=None if missing is Missing.WORST else array(columns, End.LIKELY, shape),
        least_assessed=_least_assessed(criteria.missing),
        resolution=None if shortlist.resolution is None else Fraction(shortlist.resolution) / HUNDRED,
        minimum=Fraction(shortlist.minimum) / HUNDRED,
    )


def _least_assessed(missing: str | Available) -> Fraction:
    return Fraction(missing.at_least) if isinstance(missing, Available) else Fraction(0)


def hierarchy_of(criteria: Criteria) -> Hierarchy:
    """Return the tree of criteria; where nobody states weights, and where none count, siblings weigh the same."""
    nodes: list[str] = []
    parents: list[int] = []
    weights: list[Fraction] = []
    combines: dict[int, Combine] = {}
    top = Combine(criteria.combine)
    waiting = [(criterion, TOP, top) for criterion in reversed(criteria.criteria)]
    while waiting:
        criterion, parent, siblings = waiting.pop()
        here = len(nodes)
        waiting.extend((child, here, criterion.combined_by) for child in reversed(criterion.criteria))
        nodes.append(criterion.id)
        parents.append(parent)
        weights.append(_weight(criterion, siblings))
        if criterion.criteria and criterion.combined_by is not Combine.ARITHMETIC:
            combines[here] = criterion.combined_by
    return Hierarchy(tuple(nodes), tuple(parents), tuple(weights), combines, top)


def _weight(criterion: Criterion, siblings: Combine) -> Fraction:
    is_free = criterion.weight is None or siblings in UNWEIGHTED
    return Fraction(1 if is_free else criterion.weight or 0)


def _line(tier: Tier, criteria: Criteria, table: AssessmentTable) -> Line:
    quotas = [quota for quota in criteria.shortlist.quotas if quota.tier in (None, tier.id)]
    members = Members(tier.members) if tier.members is not None else None
    counted_by = tier.count if tier.count is not None else (quotas[0].field if quotas else None)
    if counted_by is None:
        return Line(tier.id, tier.places)
    facts = table.fields[counted_by]
    classes = classes_of([*facts, *(quota.value for quota in quotas)])
    found = tuple(
        Quota(at, quota.at_least or 0, quota.at_most) for at, quota in zip(classes[len(facts) :], quotas, strict=True)
    )
    return Line(tier.id, tier.places, members, tuple(classes[: len(facts)]), found)


def classes_of(facts: Sequence[Fact | None]) -> list[int]:
    """Return for each fact a whole number from 0, the same for equal facts; `UNKNOWN_CLASS` where it is not known."""
    numbers: dict[str, int] = {}
    return [UNKNOWN_CLASS if not (key := _key(fact)) else numbers.setdefault(key, len(numbers)) for fact in facts]


def _key(fact: Fact | None) -> str:
    """Return what equal facts share; nothing where it is unknown, left out, or an empty text."""
    if fact is None or fact == UNKNOWN or (isinstance(fact, str) and is_blank(fact)):
        return ""
    if isinstance(fact, Mapping):
        return str(sorted(fact.items()))
    return format(fact.normalize(), "f") if isinstance(fact, Decimal) else str(fact).strip()
