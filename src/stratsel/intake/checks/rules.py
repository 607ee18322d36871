"""The rest of a criteria file: its agencies, its fields, its lists, its languages."""

from collections.abc import Iterator, Mapping

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.intake.nearest import nearest
from stratsel.model.criteria import Criteria
from stratsel.model.texts import texts_of
from stratsel.terms import FieldType


def rule_findings(file: str, criteria: Criteria) -> Iterator[Diagnostic]:
    """Yield what is wrong with agencies, fields, lists and languages."""
    yield from _agencies(file, criteria)
    yield from _fields(file, criteria)
    for name, listed in criteria.lists.items():
        if len(listed.valid) > 1 and listed.valid[0] > listed.valid[1]:
            facts = {"first": listed.valid[0].isoformat(), "last": listed.valid[1].isoformat()}
            yield Diagnostic(Code.REVERSED_PERIOD, Where(file, ("lists", name, "valid")), facts)
    for path, text in texts_of(criteria):
        yield from _languages(file, criteria, path, text)


def _agencies(file: str, criteria: Criteria) -> Iterator[Diagnostic]:
    for name, agency in criteria.agencies.items():
        if agency.parent is not None and agency.parent not in criteria.agencies:
            where = Where(file, ("agencies", name, "parent"))
            near = nearest(agency.parent, criteria.agencies)
            yield Diagnostic(Code.UNKNOWN_AGENCY, where, {"agency": agency.parent}, near)


def _fields(file: str, criteria: Criteria) -> Iterator[Diagnostic]:
    for name, field in criteria.fields.items():
        path: KeyPath = ("fields", name)
        wanted = {FieldType.OPTION: "options", FieldType.ENTRY: "list"}.get(field.field_type)
        if wanted is not None and not getattr(field, wanted):
            yield Diagnostic(Code.INCOMPLETE_FIELD, Where(file, path, "key"), {"type": field.type, "key": wanted})
        if field.list is not None and field.list not in criteria.lists:
            near = nearest(field.list, criteria.lists)
            yield Diagnostic(Code.UNKNOWN_LIST, Where(file, (*path, "list")), {"list": field.list}, near)


def _languages(
    file: str, criteria: Criteria, path: KeyPath, text: str | Mapping[str, str] | None
) -> Iterator[Diagnostic]:
    if text is None:
        return
    present = {criteria.lang} if isinstance(text, str) else set(text)
    for language in criteria.languages:
        if language not in present:
            yield Diagnostic(Code.MISSING_LANGUAGE, Where(file, path, "key"), {"language": language})
