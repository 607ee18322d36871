"""The library: one function for each use, from paths to results; nothing here prints."""

from stratsel.api.checking import check, feedback, fix, repairs
from stratsel.api.opening import Check
from stratsel.api.ranking import rank
from stratsel.api.starting import init, new, schema

__all__ = ["Check", "check", "feedback", "fix", "init", "new", "rank", "repairs", "schema"]
