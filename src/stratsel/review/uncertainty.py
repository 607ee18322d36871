"""Weights within bounds and statements: whether any are left, which only a linear program can tell."""

from collections.abc import Iterator

from stratsel.analysis.space import conflict
from stratsel.assemble.problem import hierarchy_of
from stratsel.assemble.uncertainty import admissible_weights
from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import Where
from stratsel.model.criteria import Criteria
from stratsel.model.uncertainty import Within

_NAMED = 5
"""As many statements are quoted; the places of all are given."""


def conflict_findings(file: str, criteria: Criteria) -> Iterator[Diagnostic]:
    """Yield the finding that a smallest set of bounds and statements in a criteria file leaves no weights."""
    weights = criteria.uncertainty.weights
    if not isinstance(weights, Within):
        return
    written = list(weights.spelt_out())
    found = [written[at] for at in conflict(hierarchy_of(criteria), admissible_weights(criteria))]
    texts = {place: statement.text for place, statement in found}
    if texts:
        first, *others = (Where(file, ("uncertainty", "weights", *place)) for place in texts)
        named = [*list(texts.values())[:_NAMED], *(["…"] if len(texts) > _NAMED else [])]
        facts: dict[str, Fact] = {"statements": "; ".join(named)}
        yield Diagnostic(Code.CONFLICTING_STATEMENTS, first, facts, related=tuple(others))
