"""The tree of criteria: ids, weights, and that every leaf has a scale that can measure."""

from collections.abc import Iterator

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.intake.nearest import nearest
from stratsel.model.criteria import Criteria, Criterion
from stratsel.model.scale import AnyScale, Choice, Quantity, Rubric
from stratsel.terms import UNKNOWN

MIN_LEVELS = 2


def walk(siblings: tuple[Criterion, ...], path: KeyPath = ("criteria",)) -> Iterator[tuple[KeyPath, Criterion]]:
    """Walk the tree with the path of each criterion, parents first, in the order of the file."""
    waiting = [((*path, at), criterion) for at, criterion in enumerate(siblings)][::-1]
    while waiting:
        here, criterion = waiting.pop()
        yield here, criterion
        below = [((*here, "criteria", at), child) for at, child in enumerate(criterion.criteria)]
        waiting.extend(below[::-1])


def tree_findings(file: str, criteria: Criteria) -> Iterator[Diagnostic]:
    """Yield what is wrong with the tree, its weights and its scales."""
    yield from _duplicate_ids(file, criteria)
    yield from _weights(file, criteria, criteria.criteria, ("criteria",), criteria.id)
    for path, criterion in walk(criteria.criteria):
        yield from _weights(file, criteria, criterion.criteria, (*path, "criteria"), criterion.id)
        yield from _measure(file, criteria, path, criterion)
    for name, scale in criteria.scales.items():
        yield from _scale(file, ("scales", name), scale)


def _duplicate_ids(file: str, criteria: Criteria) -> Iterator[Diagnostic]:
    first: dict[str, KeyPath] = {}
    for path, criterion in walk(criteria.criteria):
        if criterion.id in first:
            related = (Where(file, (*first[criterion.id], "id")),)
            facts = {"criterion": criterion.id}
            yield Diagnostic(Code.DUPLICATE_CRITERION, Where(file, (*path, "id")), facts, related=related)
        first.setdefault(criterion.id, path)


def _weights(
    file: str, criteria: Criteria, siblings: tuple[Criterion, ...], path: KeyPath, parent: str
) -> Iterator[Diagnostic]:
    weights = [criterion.weight for criterion in siblings]
    for at, criterion in enumerate(siblings):
        facts = {"criterion": criterion.id}
        if criteria.has_equal_weights and criterion.weight is not None:
            yield Diagnostic(Code.UNEXPECTED_WEIGHT, Where(file, (*path, at, "weight"), "key"), facts)
        elif not criteria.has_equal_weights and criterion.weight is None:
            yield Diagnostic(Code.MISSING_WEIGHT, Where(file, (*path, at, "id")), facts)
    if weights and all(weight is not None and weight == 0 for weight in weights):
        yield Diagnostic(Code.ZERO_WEIGHTS, Where(file, path, "key"), {"criterion": parent})


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
        yield from _scale(file, (*path, "scale"), scale)


def _scale(file: str, path: KeyPath, scale: AnyScale) -> Iterator[Diagnostic]:
    if isinstance(scale, Rubric):
        if len(scale.levels) < MIN_LEVELS:
            yield Diagnostic(Code.SINGLE_LEVEL, Where(file, (*path, "levels"), "key"))
    elif isinstance(scale, Quantity):
        if scale.worst == scale.best:
            yield Diagnostic(Code.FLAT_SCALE, Where(file, (*path, "best")), {"value": str(scale.best)})
    else:
        yield from _options(file, (*path, "options"), scale)


def _options(file: str, path: KeyPath, scale: Choice) -> Iterator[Diagnostic]:
    if len(scale.options) < MIN_LEVELS:
        yield Diagnostic(Code.SINGLE_LEVEL, Where(file, path, "key"))
    before = None
    for name, option in scale.options.items():
        if name == UNKNOWN:
            yield Diagnostic(Code.MALFORMED_ID, Where(file, (*path, name), "key"), {"found": name})
        if before is not None and option.value < before:
            yield Diagnostic(Code.UNORDERED_OPTIONS, Where(file, (*path, name, "value")), {"option": name})
        before = option.value
    values = {option.value for option in scale.options.values()}
    if len(scale.options) >= MIN_LEVELS and len(values) == 1:
        yield Diagnostic(Code.FLAT_SCALE, Where(file, path, "key"), {"value": str(before)})
