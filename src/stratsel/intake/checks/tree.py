"""The tree of criteria: ids, weights, and that every leaf has a scale that can measure."""

from collections.abc import Iterator

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.intake.checks.scales import scale_findings
from stratsel.intake.checks.threshold import off_scale
from stratsel.intake.nearest import nearest
from stratsel.model.criteria import Criteria, Criterion
from stratsel.model.texts import walk
from stratsel.model.threshold import ANY
from stratsel.terms import Combine

UNWEIGHTED = (Combine.MINIMUM, Combine.MAXIMUM)
"""Ways of combining in which no child counts more than another."""


def tree_findings(file: str, criteria: Criteria) -> Iterator[Diagnostic]:
    """Yield what is wrong with the tree, its weights and its scales."""
    yield from _duplicate_ids(file, criteria)
    yield from _siblings(file, criteria, (), criteria)
    for path, criterion in walk(criteria.criteria):
        yield from _siblings(file, criteria, path, criterion)
        yield from _measure(file, criteria, path, criterion)
        yield from _evidence(file, criteria, path, criterion)
    for name, scale in criteria.scales.items():
        yield from scale_findings(file, ("scales", name), scale)


def _duplicate_ids(file: str, criteria: Criteria) -> Iterator[Diagnostic]:
    first: dict[str, KeyPath] = {}
    for path, criterion in walk(criteria.criteria):
        if criterion.id in first:
            related = (Where(file, (*first[criterion.id], "id")),)
            facts = {"criterion": criterion.id}
            yield Diagnostic(Code.DUPLICATE_CRITERION, Where(file, (*path, "id")), facts, related=related)
        first.setdefault(criterion.id, path)


def _siblings(file: str, criteria: Criteria, above: KeyPath, parent: Criteria | Criterion) -> Iterator[Diagnostic]:
    """Yield what is wrong with the children of a node, or of the whole tree, as a group."""
    path: KeyPath = (*above, "criteria")
    if parent.combine in UNWEIGHTED:
        yield from _unweighted(file, path, parent, f"combine: {parent.combine}")
    elif criteria.has_equal_weights:
        yield from _unweighted(file, path, parent, f"method: {criteria.weighting.method}")
    else:
        yield from _weighted(file, path, parent)
    if len(parent.criteria) == 1:
        facts = {"criterion": parent.id, "child": parent.criteria[0].id}
        yield Diagnostic(Code.SINGLE_CHILD, Where(file, path, "key"), facts)


def _unweighted(file: str, path: KeyPath, parent: Criteria | Criterion, cause: str) -> Iterator[Diagnostic]:
    for at, criterion in enumerate(parent.criteria):
        if criterion.weight is not None:
            facts = {"criterion": criterion.id, "cause": cause}
            yield Diagnostic(Code.UNEXPECTED_WEIGHT, Where(file, (*path, at, "weight"), "key"), facts)


def _weighted(file: str, path: KeyPath, parent: Criteria | Criterion) -> Iterator[Diagnostic]:
    for at, criterion in enumerate(parent.criteria):
        if criterion.weight is None:
            yield Diagnostic(Code.MISSING_WEIGHT, Where(file, (*path, at, "id")), {"criterion": criterion.id})
    weights = [criterion.weight for criterion in parent.criteria]
    if weights and all(weight is not None and weight == 0 for weight in weights):
        yield Diagnostic(Code.ZERO_WEIGHTS, Where(file, path, "key"), {"criterion": parent.id})


def _measure(file: str, criteria: Criteria, path: KeyPath, criterion: Criterion) -> Iterator[Diagnostic]:
    facts = {"criterion": criterion.id}
    scale = criterion.scale
    if criterion.criteria and scale is not None:
        yield Diagnostic(Code.LEAF_WITH_CHILDREN, Where(file, (*path, "scale"), "key"), facts)
    elif not criterion.criteria and scale is None:
        yield Diagnostic(Code.CRITERION_WITHOUT_SCALE, Where(file, (*path, "id")), facts)
    elif isinstance(scale, str):
        if scale not in criteria.scales:
            near = nearest(scale, criteria.scales)
            yield Diagnostic(Code.UNKNOWN_SCALE, Where(file, (*path, "scale")), {"scale": scale}, near)
    elif scale is not None:
        yield from scale_findings(file, (*path, "scale"), scale)


def _evidence(file: str, criteria: Criteria, path: KeyPath, criterion: Criterion) -> Iterator[Diagnostic]:
    """Yield that a criterion demands evidence from a figure that it does not have."""
    key, written = "evidence_required_from", criterion.evidence_required_from
    scale = criteria.scale_of(criterion)
    if written is None:
        return
    if criterion.is_leaf and scale is not None and written != ANY:
        yield from off_scale(file, (*path, key), criterion.id, scale, written)
    elif not criterion.is_leaf and scale is None:
        yield Diagnostic(Code.CONFLICTING_KEYS, Where(file, (*path, key), "key"), {"key": key, "others": "criteria"})
