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


class Rejected(StratselError):  # noqa: N818 - a verdict on a round, not an error of the program
    """The round has findings that reject it (exit code 1); `check` holds them with their places."""

    def __init__(self, check: Any) -> None:
        self.check = check
        super().__init__("the round is rejected; its findings stand in `check`")
