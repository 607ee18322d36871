"""One file of a round, read once: its bytes' digest, its values, and what the reader found."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import START_OF_FILE, KeyPath, TextSpan, Where
from stratsel.files.folder import Folder
from stratsel.files.read import MAX_BYTES, FileDefect, UnreadableFile, decode
from stratsel.reading.defect import Defect
from stratsel.reading.events import read_yaml

_KIB = 1024


@dataclass(frozen=True, slots=True)
class Document:
    """The plain values of a file; `value` is None where it could not be read at all."""

    file: str
    value: Any
    digest: str
    findings: tuple[Diagnostic, ...] = ()
    refused: frozenset[KeyPath] = frozenset()
    """The paths of the values that the reader has already found wanting."""


def read_document(folder: Folder, file: str) -> Document:
    """Read one file of a round."""
    if folder.leaves_round(file):
        return Document(file, None, "", (Diagnostic(Code.LINK_OUT_OF_ROUND, Where(file, span=START_OF_FILE)),))
    try:
        content = folder.read(file)
        text = decode(content)
    except UnreadableFile as error:
        return Document(file, None, "", (unreadable(file, error),))
    reading = read_yaml(text)
    findings = tuple(defect.in_file(file) for defect in reading.defects)
    return Document(file, reading.value, digest_of(content), findings, frozenset(_refused(reading.defects)))


def _refused(defects: Iterable[Defect]) -> Iterator[KeyPath]:
    for defect in defects:
        if defect.code is Code.MERGE_KEY:
            yield defect.path[:-1]
        elif defect.code not in (Code.NON_TEXT_KEY, Code.DUPLICATE_KEY):
            yield defect.path
            yield from defect.spoilt


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a file's content, the same whatever its line ends and with or without a byte order mark."""
    content = content.removeprefix(b"\xef\xbb\xbf")
    if b"\r" in content:  # to ask is quicker than to search for two bytes in vain
        content = content.replace(b"\r\n", b"\n")
    return hashlib.sha256(content).hexdigest()


def text_as_read(folder: Folder, file: str, digest: str) -> str | None:
    """Return a file's text again, or None where it is no longer what it was."""
    try:
        content = folder.read(file)
        text = decode(content)
    except UnreadableFile:
        return None
    return text if digest_of(content) == digest else None


def unreadable(file: str, error: UnreadableFile) -> Diagnostic:
    """Return the finding for a file that gives no text."""
    facts: dict[str, Fact] = {}
    span = START_OF_FILE
    if error.defect is FileDefect.TOO_LARGE:
        code, facts = Code.FILE_TOO_LARGE, {"limit": f"{MAX_BYTES // _KIB} KiB"}
    elif error.defect is FileDefect.NOT_A_FILE:
        code = Code.NOT_A_FILE
    elif error.defect is FileDefect.NOT_UTF_8:
        code, facts = Code.NOT_UTF_8, {"encoding": error.encoding}
        lines = error.at.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        span = TextSpan(len(lines), len(lines[-1]) + 1, len(lines), len(lines[-1]) + 2)
    else:
        code, facts = Code.UNREADABLE_FILE, {"obstacle": error.obstacle}
    return Diagnostic(code, Where(file, span=span), facts)
