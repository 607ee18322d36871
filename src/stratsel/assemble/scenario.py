"""A round as a scenario has it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from stratsel.model.assessments import Assessed, AssessmentTable
from stratsel.model.criteria import Criteria, Criterion
from stratsel.model.round import Round
from stratsel.model.scenario import GivenScenario

Weights = Mapping[str, int | Decimal]


def with_scenario(round_: Round, given: GivenScenario) -> Round:
    """Return the round with the weights and the figures of a scenario in the place of its own.

    What the scenario says of a candidate that was left out of the round is passed over.
    """
    return replace(
        round_,
        criteria=_weighted(round_.criteria, given.scenario.weights),
        table=_supposed(round_.table, given.assessed),
    )


def _weighted(criteria: Criteria, weights: Weights) -> Criteria:
    if not weights:
        return criteria
    return criteria.model_copy(update={"criteria": tuple(_reweighted(each, weights) for each in criteria.criteria)})


def _reweighted(criterion: Criterion, weights: Weights) -> Criterion:
    """Return a criterion with other weights for it and for what is below it."""
    children = tuple(_reweighted(child, weights) for child in criterion.criteria)
    return criterion.model_copy(update={"criteria": children, "weight": weights.get(criterion.id, criterion.weight)})


def _supposed(table: AssessmentTable, assessed: Mapping[str, Mapping[str, Assessed | None]]) -> AssessmentTable:
    columns = {leaf: list(column) for leaf, column in table.columns.items()}
    for row, candidate in enumerate(table.candidates):
        for leaf, figure in assessed.get(candidate, {}).items():
            columns[leaf][row] = figure
    return replace(table, columns=columns)
