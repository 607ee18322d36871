"""Multi-criteria decision analysis as code: dossiers in, a ranking with its reasons out."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from stratsel.__about__ import __version__

if TYPE_CHECKING:
    from stratsel.api import Check, check, rank
    from stratsel.errors import Rejected, StratselError, UsageError
    from stratsel.results.ranking import Ranking

__all__ = ["Check", "Ranking", "Rejected", "StratselError", "UsageError", "__version__", "check", "rank"]

_HOMES = {
    "Check": "stratsel.api",
    "check": "stratsel.api",
    "rank": "stratsel.api",
    "Ranking": "stratsel.results.ranking",
    "Rejected": "stratsel.errors",
    "StratselError": "stratsel.errors",
    "UsageError": "stratsel.errors",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
