"""What weights may be besides those of the file: that bounds and statements are about weights that vary together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import KeyPath, Part, Where
from stratsel.intake.checks.tree import UNWEIGHTED
from stratsel.intake.nearest import nearest
from stratsel.model.criteria import Criteria, Criterion
from stratsel.model.texts import walk
from stratsel.model.uncertainty import Within
from stratsel.terms import WeightSpace

WEIGHTS: KeyPath = ("uncertainty", "weights")


def uncertainty_findings(file: str, criteria: Criteria) -> Iterator[Diagnostic]:
    """Yield what is wrong with the bounds and the statements of a criteria file, each by itself."""
    weights = criteria.uncertainty.weights
    if not isinstance(weights, Within):
        return
    if not (weights.shares or weights.statements):
        facts: dict[str, Fact] = {"key": "shares", "instead": "statements"}
        yield Diagnostic(Code.MISSING_KEY, Where(file, WEIGHTS, "key"), facts)
    tree = _Tree(file, criteria)
    for criterion, (low, high) in weights.shares.items():
        path = (*WEIGHTS, "shares", criterion)
        yield from tree.findings(path, "key", [criterion])
        if low > high:
            yield Diagnostic(Code.REVERSED_RANGE, Where(file, path), {"low": str(low), "high": str(high)})
    for at, statement in enumerate(weights.statements):
        yield from tree.findings((*WEIGHTS, "statements", at), "value", statement.factors)


@dataclass(frozen=True, slots=True)
class _Share:
    """What a criterion's weight is a share of: all that stands below the node at `whole`.

    Where it has no weight that could vary, `cause` is why, as the file writes it at `because`; with `is_left_out` what
    stands below it has none either.
    """

    whole: KeyPath = ()
    cause: str = ""
    because: KeyPath = ()
    is_left_out: bool = False


class _Tree:
    """The criteria of one file, and what the weight of each is a share of."""

    def __init__(self, file: str, criteria: Criteria) -> None:
        self.file = file
        self.is_global = criteria.uncertainty.weight_space is WeightSpace.GLOBAL
        self.paths: dict[str, KeyPath] = {}
        self.ambiguous: set[str] = set()
        self.shares: dict[KeyPath, _Share] = {(): _Share(cause="the whole")}
        nodes: dict[KeyPath, Criteria | Criterion] = {(): criteria}
        for path, criterion in walk(criteria.criteria):
            above = path[:-2]
            nodes[path] = criterion
            self.shares[path] = self._share(path, criterion, nodes[above])
            if self.paths.setdefault(criterion.id, path) != path:
                self.ambiguous.add(criterion.id)

    def _share(self, path: KeyPath, criterion: Criterion, parent: Criteria | Criterion) -> _Share:
        above = path[:-2]
        over = self.shares[above]
        if over.is_left_out:
            return over
        if parent.combine in UNWEIGHTED:
            return _Share(cause=f"combine: {parent.combine}", because=(*above, "combine"))
        if criterion.weight == 0 and any(sibling.weight != 0 for sibling in parent.criteria):
            return _Share(cause=f"weight: {criterion.weight}", because=(*path, "weight"), is_left_out=True)
        return _Share(over.whole if self.is_global and not over.cause else above)

    def findings(self, path: KeyPath, part: Part, criteria: Iterable[str]) -> Iterator[Diagnostic]:
        """Yield why nothing can be said, at a place of the file, of the weights of some criteria together."""
        where = Where(self.file, path, part)
        first: str | None = None
        for criterion in criteria:
            if criterion not in self.paths:
                near = nearest(criterion, self.paths)
                yield Diagnostic(Code.UNKNOWN_NODE, where, {"node": criterion}, near)
                continue
            share = self.shares[self.paths[criterion]]
            if criterion in self.ambiguous:
                continue
            if share.cause:
                facts: dict[str, Fact] = {"criterion": criterion, "cause": share.cause}
                related = (Where(self.file, share.because, "key"),)
                yield Diagnostic(Code.WEIGHTLESS_CRITERION, where, facts, related=related)
                continue
            first = first or criterion
            if share.whole != self.shares[self.paths[first]].whole:
                yield self._unrelated(where, first, criterion)
                return

    def _unrelated(self, where: Where, criterion: str, other: str) -> Diagnostic:
        related = tuple(Where(self.file, (*self.paths[each], "id")) for each in (criterion, other))
        return Diagnostic(Code.UNRELATED_WEIGHTS, where, {"criterion": criterion, "other": other}, related=related)
