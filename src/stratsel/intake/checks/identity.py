"""Who is who: a dossier's id and its file's name, each once, on every system."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import Where


def file_stem(file: str) -> str:
    """Return a file's name without its folder and its ending."""
    return file.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def colliding_names(files: Sequence[str]) -> Iterator[Diagnostic]:
    """Yield the files whose names some system takes for one: they differ by case, by normal form or by ending."""
    first: dict[str, str] = {}
    for file in files:
        folded = unicodedata.normalize("NFC", file_stem(file)).casefold()
        if folded in first:
            facts = {"name": file, "other": first[folded]}
            yield Diagnostic(Code.COLLIDING_NAMES, Where(file), facts, related=(Where(first[folded]),))
        first.setdefault(folded, file)


def own_name(file: str, candidate: str) -> Iterator[Diagnostic]:
    """Yield a finding where a dossier's id is not its file's name."""
    stem = file_stem(file)
    if candidate != stem:
        yield Diagnostic(Code.ID_UNLIKE_FILE, Where(file, ("id",)), {"candidate": candidate, "file": stem})


def duplicate_ids(files: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield the dossiers whose id another one has; `files` maps file to id, in the order of the files.

    The dossier whose file has the name keeps the id, else the first; the others are to be mended.
    """
    owners: dict[str, str] = {}
    for file, candidate in files.items():
        if candidate not in owners or (file_stem(file) == candidate != file_stem(owners[candidate])):
            owners[candidate] = file
    for file, candidate in files.items():
        owner = owners[candidate]
        if file != owner:
            related = (Where(owner, ("id",)),)
            yield Diagnostic(Code.DUPLICATE_CANDIDATE, Where(file, ("id",)), {"candidate": candidate}, related=related)
