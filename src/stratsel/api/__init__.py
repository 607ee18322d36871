"""The library: one function for each use, from paths to results; nothing here prints."""

from stratsel.api.checking import check, feedback, fix, repairs
from stratsel.api.opening import Check
from stratsel.api.other_methods import methods
from stratsel.api.ranking import compare, explain, rank
from stratsel.api.reporting import paper
from stratsel.api.starting import init, new, schema
from stratsel.api.studying import robustness

__all__ = [
    "Check",
    "check",
    "compare",
    "explain",
    "feedback",
    "fix",
    "init",
    "methods",
    "new",
    "paper",
    "rank",
    "repairs",
    "robustness",
    "schema",
]
