"""The first line of a file: which kind it is, and which version of the tool may read it."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import Where


def header_findings(file: str, data: Any, expected: str, version: str) -> Iterator[Diagnostic]:
    """Yield why a file should not be read any further: another kind, a later format, or a later tool needed."""
    if not isinstance(data, dict):
        return
    header = data.get("stratsel")
    if isinstance(header, str) and header != expected:
        where = Where(file, ("stratsel",))
        if header.split("/")[0] == expected.split("/", maxsplit=1)[0]:
            yield Diagnostic(Code.UNKNOWN_FORMAT, where, {"found": header, "known": expected})
        else:
            yield Diagnostic(Code.WRONG_KIND, where, {"found": header, "expected": expected})
    needs = data.get("stratsel_version")
    if isinstance(needs, str) and not _admits(needs, version):
        yield Diagnostic(Code.NEWER_TOOL_NEEDED, Where(file, ("stratsel_version",)), {"needs": needs, "has": version})


@lru_cache(maxsize=64)
def _admits(needs: str, version: str) -> bool:
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    try:
        return SpecifierSet(needs).contains(version, prereleases=True)
    except InvalidSpecifier:
        return False
