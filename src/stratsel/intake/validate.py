"""One file's values against its model: the model, and every finding of its shape."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import KeyPath
from stratsel.model.base import Entity

M = TypeVar("M", bound=Entity)

EXTENSION = "x-"
"""Keys that begin so are the round's own and are passed over, except where a key is the id of something."""
MAX_ERRORS = 20_000
"""The most complaints about one file that are looked at one by one."""

IsRemark = Callable[[KeyPath], bool]


def no_remark(path: KeyPath) -> bool:
    """Whether a path names a remark where nothing is known of what a round has: never."""
    return False


@dataclass(frozen=True, slots=True)
class Validated(Generic[M]):
    """A file's model with the findings of its shape.

    Where there are findings, the model is what remains when each defective part is replaced by a neutral one, so that
    the checks between files still find what else is wrong; None where nothing sensible remains. `renamed` are the
    places that the model has under another key than the file, with the key that the file has.
    """

    model: M | None
    findings: tuple[Diagnostic, ...] = ()
    renamed: Mapping[KeyPath, str] = field(default_factory=dict)


def validate(file: str, data: Any, model: type[M], version: str, is_remark: IsRemark = no_remark) -> Validated[M]:
    """Validate the values of one file. The data themselves are never changed.

    `is_remark` says of a path whose last key begins with `x-`, in a mapping of ids, that it is the round's own.
    """
    try:
        return Validated(model.model_validate(data))
    except ValidationError as error:
        from stratsel.intake.salvage import salvage, salvage_beginning

        if error.error_count() > MAX_ERRORS:
            own = {key: value for key, value in data.items() if not key.startswith(EXTENSION)}
            if len(own) < len(data):
                return validate(file, own, model, version, is_remark)
            return salvage_beginning(file, data, model, version, error)
        return salvage(file, data, model, version, is_remark, error)
