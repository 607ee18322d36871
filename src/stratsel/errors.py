"""Exceptions for misuse of the tool and for faults; never for what stands in a submitted file."""

from collections.abc import Mapping
from typing import Any


class StratselError(Exception):
    """Base of everything this package raises on purpose."""


class UsageError(StratselError):
    """The tool was called in a way it cannot follow (exit code 2).

    `message` is a sentence of the language catalogue with named places; `facts` fill them.
    """

    def __init__(self, message: str, /, **facts: object) -> None:
        self.message = message
        self.facts: Mapping[str, object] = facts
        super().__init__(message.format(**facts))


class Rejected(StratselError):
    """The round has findings that reject it (exit code 1); `check` holds them with their places.

    `leaves_some` says whether some dossiers are sound and could be ranked without the others.
    """

    def __init__(self, check: Any, *, leaves_some: bool = False) -> None:
        self.check = check
        self.leaves_some = leaves_some
        super().__init__("the round is rejected; its findings stand in `check`")
