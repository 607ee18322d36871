"""One file's values against its model: the model, and every finding of its shape."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import KeyPath
from stratsel.intake.shape import file_path
from stratsel.intake.translate import KEY_OF_MAPPING, Translator
from stratsel.model.base import Entity
from stratsel.terms import UNKNOWN

M = TypeVar("M", bound=Entity)

EXTENSION = "x-"
"""Keys that begin so are the round's own and are passed over."""
MAX_ERRORS = 1_000
_ROUNDS_OF_MENDING = 4


@dataclass(frozen=True, slots=True)
class Validated(Generic[M]):
    """A file's model with the findings of its shape.

    Where there are findings, the model is what remains when each defective part is replaced by a neutral one, so that
    the checks between files still find what else is wrong; None where nothing sensible remains.
    """

    model: M | None
    findings: tuple[Diagnostic, ...] = ()


def validate(file: str, data: Any, model: type[M], version: str) -> Validated[M]:
    """Validate the values of one file. The data are changed only where they are defective."""
    try:
        return Validated(model.model_validate(data))
    except ValidationError as error:
        errors = error.errors(include_url=False)
    if any(_is_extension(error) for error in errors):
        data = _without(data, [file_path(error["loc"], data) for error in errors if _is_extension(error)])
        return validate(file, data, model, version)
    findings = tuple(Translator(file, data, model, version).findings(errors))
    return Validated(_mended(data, model, errors), findings)


def _is_extension(error: ErrorDetails) -> bool:
    return error["type"] == "extra_forbidden" and str(error["loc"][-1]).startswith(EXTENSION)


def _without(data: Any, paths: list[KeyPath]) -> Any:
    """Return the data without the values at `paths`; containers along the way are copied."""
    for path in sorted(set(paths), key=_late_indices_first):
        data = _replaced(data, path, _NOTHING)
    return data


def _late_indices_first(path: KeyPath) -> list[tuple[int, str]]:
    return [(-step, "") if isinstance(step, int) else (0, step) for step in path]


class _Nothing:
    """Stands for a value to be taken out."""


_NOTHING = _Nothing()


def _replaced(data: Any, path: KeyPath, value: Any) -> Any:
    step, rest = path[0], path[1:]
    if (isinstance(data, dict) and step not in data) or (isinstance(data, list) and not _has(data, step)):
        return data
    copy = dict(data) if isinstance(data, dict) else list(data)
    if rest:
        copy[step] = _replaced(data[step], rest, value)  # type: ignore[index,call-overload]
    elif value is _NOTHING:
        del copy[step]  # type: ignore[arg-type]
    else:
        copy[step] = value  # type: ignore[index,call-overload]
    return copy


def _has(data: list[Any], step: str | int) -> bool:
    return isinstance(step, int) and step < len(data)


def _mended(data: Any, model: type[M], errors: list[ErrorDetails]) -> M | None:
    """Replace what is defective by something neutral, a few times over, and validate what remains."""
    for _ in range(_ROUNDS_OF_MENDING):
        if not isinstance(data, dict):
            return None
        for error in reversed(errors[:MAX_ERRORS]):
            data = _mend(data, error)
        try:
            return model.model_validate(data)
        except ValidationError as error:
            errors = error.errors(include_url=False)
    return None


_NEUTRAL_TOP = {"assessments": UNKNOWN, "fields": UNKNOWN}
_NEUTRAL_SOURCE = {"title": "?", "publisher": "?", "date": UNKNOWN, "grade": "secondary"}
NEUTRAL_ID = "unnamed"
"""The id that a dossier has while the file's own is missing or defective."""
_NEUTRAL_MISSING: dict[str, Any] = {"title": "?", "id": NEUTRAL_ID, "question": "?", "proposer": "?", "assessments": {}}
NEUTRAL_SCALE = "unnamed-scale"
"""The name that a leaf's scale has while the file's own is defective."""


def _mend(data: Any, error: ErrorDetails) -> Any:
    path = file_path(error["loc"], data)
    if error["type"] == "missing" and len(error["loc"]) == len(path) + 1 and error["loc"][-1] in _NEUTRAL_MISSING:
        key = str(error["loc"][-1])
        return _replaced_or_added(data, (*path, key), _NEUTRAL_MISSING[key])
    if error["loc"][-1:] == (KEY_OF_MAPPING,) or error["type"] == "extra_forbidden":
        return _replaced(data, path, _NOTHING) if path else data
    if not path:
        return data
    if path[0] in _NEUTRAL_TOP and len(path) > 1:
        return _replaced(data, path[:2], _NEUTRAL_TOP[str(path[0])])
    if path[0] == "sources" and len(path) > 1:
        return _replaced(data, path[:2], _NEUTRAL_SOURCE)
    if "scale" in path:
        return _replaced(data, path[: path.index("scale") + 1], NEUTRAL_SCALE)
    if path[-1] == "weight":
        return _replaced(data, path, 1)
    neutral = _NEUTRAL_MISSING.get(str(path[-1]), _NOTHING)
    return _replaced(data, path, neutral)


def _replaced_or_added(data: Any, path: KeyPath, value: Any) -> Any:
    if len(path) == 1:
        return {**data, path[0]: value} if isinstance(data, dict) else data
    step = path[0]
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[step] = _replaced_or_added(data[step], path[1:], value)  # type: ignore[index,call-overload]
    return copy
