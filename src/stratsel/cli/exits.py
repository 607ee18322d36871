"""The exit codes of every command."""

from enum import IntEnum


class Exit(IntEnum):
    """What a command's end means to a program that called it."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    FAULT = 70
    INTERRUPTED = 130
