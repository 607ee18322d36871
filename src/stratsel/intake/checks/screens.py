"""Screens of a criteria file: that each test can be made of what the round asks and measures."""

from collections.abc import Iterator

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.intake.checks.fields import FieldRules
from stratsel.intake.checks.threshold import off_scale
from stratsel.intake.nearest import nearest
from stratsel.intake.record import Said
from stratsel.model.criteria import Criteria, Criterion
from stratsel.model.screen import Requirement
from stratsel.terms import FieldType, Shape

OF_FIELD = ("in", "in_list", "at_least", "at_most", "before", "after")
"""What can be asked of a field."""
OF_CRITERION = ("at_least", "value_at_least")
"""What can be asked of a criterion."""
TESTS = frozenset(
    frozenset(keys)
    for keys in (
        *((alone,) for alone in ("present", "any_of", "all_of", "not")),
        *(("field", asked) for asked in OF_FIELD),
        *(("criterion", asked) for asked in OF_CRITERION),
    )
)
"""The keys that make one test together."""

FITTING: dict[FieldType, frozenset[str]] = {
    FieldType.TEXT: frozenset({"in", "in_list"}),
    FieldType.NUMBER: frozenset({"in", "at_least", "at_most"}),
    FieldType.DATE: frozenset({"before", "after"}),
    FieldType.OPTION: frozenset({"in"}),
    FieldType.ENTRY: frozenset({"in", "in_list"}),
}
"""What can be asked of a field of each type."""


def screen_findings(file: str, criteria: Criteria) -> Iterator[Diagnostic]:
    """Yield what is wrong with the screens of a criteria file."""
    tests = _Tests(file, criteria)
    first: dict[str, KeyPath] = {}
    for at, screen in enumerate(criteria.screens):
        path: KeyPath = ("screens", at, "id")
        if screen.id in first:
            related = (Where(file, first[screen.id]),)
            yield Diagnostic(Code.DUPLICATE_SCREEN, Where(file, path), {"screen": screen.id}, related=related)
        first.setdefault(screen.id, path)
        for here, test in screen.require.walk(("screens", at, "require")):
            yield from tests.findings(here, test)


def unasked_field(file: str, path: KeyPath, field: str, criteria: Criteria) -> Diagnostic | None:
    """Return the finding that a rule of the file looks at a field that is not under `fields`, or None."""
    if field in criteria.fields:
        return None
    return Diagnostic(Code.UNASKED_FIELD, Where(file, path), {"field": field}, nearest(field, criteria.fields))


def unfit_test(file: str, path: KeyPath, name: str, what: str) -> Diagnostic:
    """Return the finding that the last key of `path` cannot be asked of something; `what` says why, as written."""
    facts: dict[str, Fact] = {"key": str(path[-1]), "name": name, "what": what}
    return Diagnostic(Code.UNFIT_TEST, Where(file, path, "key"), facts)


class _Tests:
    """What the tests of one file may look at, and what may be asked of it."""

    def __init__(self, file: str, criteria: Criteria) -> None:
        self.file = file
        self.criteria = criteria
        self.fields = FieldRules(criteria, Said())
        self.nodes: dict[str, Criterion] = {}
        for node in criteria.nodes():
            self.nodes.setdefault(node.id, node)

    def findings(self, path: KeyPath, test: Requirement) -> Iterator[Diagnostic]:
        """Yield what is wrong with one test, those that it joins left aside."""
        keys = [
            field.alias or name for name, field in Requirement.model_fields.items() if getattr(test, name) is not None
        ]
        is_clear = frozenset(keys) in TESTS
        if not is_clear:
            facts: dict[str, Fact] = {"keys": ", ".join(keys) or Shape.NOTHING}
            yield Diagnostic(Code.UNCLEAR_TEST, Where(self.file, path), facts)
        yield from self._references(path, test)
        if is_clear and test.field in self.criteria.fields:
            yield from self._of_field(path, test, test.field, keys[-1])
        if is_clear and test.criterion in self.nodes:
            yield from self._of_criterion(path, test, self.nodes[test.criterion])

    def _references(self, path: KeyPath, test: Requirement) -> Iterator[Diagnostic]:
        named = [((*path, "present", at), field) for at, field in enumerate(test.present or ())]
        if test.field is not None:
            named.append(((*path, "field"), test.field))
        for where, field in named:
            unasked = unasked_field(self.file, where, field, self.criteria)
            if unasked is not None:
                yield unasked
        if test.criterion is not None and test.criterion not in self.nodes:
            facts: dict[str, Fact] = {"node": test.criterion}
            near = nearest(test.criterion, self.nodes)
            yield Diagnostic(Code.UNKNOWN_NODE, Where(self.file, (*path, "criterion")), facts, near)
        if test.in_list is not None:
            yield from self._of_list(Where(self.file, (*path, "in_list")), test.in_list)

    def _of_list(self, where: Where, name: str) -> Iterator[Diagnostic]:
        if name not in self.criteria.lists:
            yield Diagnostic(Code.UNKNOWN_LIST, where, {"list": name}, nearest(name, self.criteria.lists))
            return
        first, last = self.criteria.lists[name].valid
        day = self.criteria.decision.reference_date
        if first <= last and not first <= day <= last:
            facts: dict[str, Fact] = {"list": name, "date": str(day), "first": str(first), "last": str(last)}
            related = (Where(self.file, ("lists", name, "valid")),)
            yield Diagnostic(Code.LIST_NOT_IN_FORCE, where, facts, related=related)

    def _of_field(self, path: KeyPath, test: Requirement, field: str, asked: str) -> Iterator[Diagnostic]:
        field_type = self.criteria.fields[field].field_type
        if asked not in FITTING[field_type]:
            yield unfit_test(self.file, (*path, asked), field, f"type: {field_type}")
            return
        values: list[tuple[KeyPath, object]] = [((*path, asked, at), value) for at, value in enumerate(test.in_ or ())]
        values += [((*path, asked), value) for value in (test.at_least, test.at_most) if value is not None]
        for where, value in values:
            found = self.fields.finding(field, value, self.file, where)
            if found is not None:
                yield found

    def _of_criterion(self, path: KeyPath, test: Requirement, node: Criterion) -> Iterator[Diagnostic]:
        if test.at_least is None:
            return
        here = (*path, "at_least")
        scale = self.criteria.scale_of(node)
        if node.criteria:
            yield unfit_test(self.file, here, node.id, "criteria")
        elif scale is not None:
            yield from off_scale(self.file, here, node.id, scale, test.at_least)
