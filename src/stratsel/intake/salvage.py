"""What can be saved of a file that its model refuses: its findings, and what remains of it for other checks."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.intake.mend import OUT, mended, replaced
from stratsel.intake.nearest import has_one_near, nearest
from stratsel.intake.record import MAX_FINDINGS, as_written
from stratsel.intake.shape import KEY_OF_MAPPING, file_path, keys_of, models_at, value_at
from stratsel.intake.translate import Translator
from stratsel.intake.validate import EXTENSION, IsRemark, Validated
from stratsel.model.base import ID_PATTERN, Entity
from stratsel.model.later import KEYS

_BEGINNING = 4_000
"""How many values are looked at of a file with more complaints than can be looked at one by one."""
_PASSES = 5


def salvage(
    file: str, data: Any, model: type[Entity], version: str, is_remark: IsRemark, error: ValidationError
) -> Validated[Any]:
    """Return the findings behind an error of validation, and the model of what remains."""
    return _Salvage(file, data, model, version, is_remark).run(_details(error))


def salvage_beginning(
    file: str, data: Any, model: type[Entity], version: str, error: ValidationError
) -> Validated[Any]:
    """Return the findings about the first values of a file that has too many defects to look at them all."""
    return Validated(None, _of_beginning(file, data, model, version, error.error_count()))


def _details(error: ValidationError) -> list[ErrorDetails]:
    return error.errors(include_url=False)


class _Salvage:
    """Validates again and again: without remarks, with misspelt keys put right, at last with defects replaced."""

    def __init__(self, file: str, data: Any, model: type[Entity], version: str, is_remark: IsRemark) -> None:
        self.file = file
        self.data = data
        self.model = model
        self.version = version
        self.is_remark = is_remark
        self.findings: list[Diagnostic] = []
        self.renamed: dict[KeyPath, str] = {}

    def run(self, errors: list[ErrorDetails]) -> Validated[Any]:
        """Return what comes of a file with these errors."""
        for _ in range(_PASSES):
            changes = dict.fromkeys(self._remarks(errors), OUT) or self._misspelt(errors)
            if not changes:
                break
            self.data = replaced(self.data, changes)
            try:
                return self._settled(self.model.model_validate(self.data))
            except ValidationError as error:
                errors = _details(error)
        translator = Translator(self.file, self.data, self.model, self.version)
        self.findings.extend(as_written(translator.findings(errors), self.renamed))
        return self._settled(mended(self.data, self.model, errors))

    def _settled(self, model: Entity | None) -> Validated[Any]:
        return Validated(model, tuple(self.findings), self.renamed)

    def _remarks(self, errors: list[ErrorDetails]) -> Iterator[KeyPath]:
        for error in errors:
            path = file_path(error["loc"], self.data)
            if _is_extension(error):
                yield path
            else:
                yield from filter(self.is_remark, (path[:2], path[:3]))

    def _misspelt(self, errors: list[ErrorDetails]) -> dict[KeyPath, Any]:
        """Return the changes that put each misspelt key right, and note the findings about them."""
        changes: dict[KeyPath, Any] = {}
        for error in [error for error in errors if error["type"] == "extra_forbidden"][:MAX_FINDINGS]:
            path = file_path(error["loc"], self.data)
            key, models = str(path[-1]), models_at(error["loc"][:-1], self.model)
            if any(key in KEYS.get(model, ()) for model in models):
                continue
            siblings, known = value_at(path[:-1], self.data), keys_of(models)
            free = [name for name in known if name not in siblings and (*path[:-1], name) not in changes]
            near = nearest(key, free)
            if near is None:
                continue
            where, is_sure = Where(self.file, path, "key"), has_one_near(key, known)
            found = Diagnostic(Code.UNKNOWN_KEY, where, {"key": key}, near, has_one_near=is_sure)
            self.findings.extend(as_written([found], self.renamed))
            changes[path] = OUT
            changes[*path[:-1], near] = siblings[key]
            self.renamed[*path[:-1], near] = key
        return changes


def _is_extension(error: ErrorDetails) -> bool:
    """Whether it refuses a key that begins with `x-` where no id can stand."""
    kind, trail = error["type"], error["loc"]
    if kind == "extra_forbidden":
        return str(trail[-1]).startswith(EXTENSION)
    is_of_key = trail[-1:] == (KEY_OF_MAPPING,) and kind != "malformed_id"
    return is_of_key and error.get("ctx", {}).get("pattern") != ID_PATTERN and str(trail[-2]).startswith(EXTENSION)


def _of_beginning(file: str, data: Any, model: type[Entity], version: str, count: int) -> tuple[Diagnostic, ...]:
    part = _first_values(data, [_BEGINNING])
    findings: list[Diagnostic] = []
    try:
        model.model_validate(part)
    except ValidationError as error:
        whole = [each for each in _details(error) if not _is_cut(file_path(each["loc"], part), part, data)]
        findings = Translator(file, part, model, version).findings(whole)[:MAX_FINDINGS]
    where = findings[-1].where if findings else Where(file)
    return (*findings, Diagnostic(Code.TOO_MANY_FINDINGS, where, {"count": str(len(findings) or count)}))


def _first_values(data: Any, left: list[int]) -> Any:
    if not isinstance(data, dict | list):
        return data
    copy: Any = type(data)()
    for step, value in data.items() if isinstance(data, dict) else enumerate(data):
        if left[0] <= 0:
            break
        left[0] -= 1
        inner = _first_values(value, left)
        if isinstance(copy, dict):
            copy[step] = inner
        else:
            copy.append(inner)
    return copy


def _is_cut(path: KeyPath, part: Any, data: Any) -> bool:
    """Whether the value at a path is not whole, so that a complaint about what it lacks means nothing."""
    here = value_at(path, part)
    return isinstance(here, dict | list) and len(here) < len(value_at(path, data))
