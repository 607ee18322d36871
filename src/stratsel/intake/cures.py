"""What can be set right in one file without asking: the spelling and the form of a text, never a figure or a meaning."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import MISSPELT_KEYS, Diagnostic
from stratsel.diagnostics.span import Edit, KeyPath
from stratsel.intake.nearest import nearest
from stratsel.reading.comma import cut_texts
from stratsel.reading.quoting import as_yaml
from stratsel.reading.splice import LINE_END, text_at, whole

_QUOTES = "\"'"


@dataclass(frozen=True, slots=True)
class Repair:
    """One edit of a file, and all that it may change in what the file says.

    `cause` is the finding that it settles, where there is one. `name` is what the key at a path is called afterwards,
    `text` what the text at a path then says; both paths are those of the file as it is.
    """

    edit: Edit
    cause: Diagnostic | None = None
    name: tuple[KeyPath, str] | None = None
    text: tuple[KeyPath, str] | None = None


Cure = Callable[[str, Sequence[Diagnostic]], Iterator[Repair]]
"""Takes a file's text and the findings about it, with their spans, and yields repairs that do not overlap."""


def accents(text: str, findings: Sequence[Diagnostic]) -> Iterator[Repair]:
    """Put accents on their letters, in remarks too."""
    cause = next((each for each in findings if each.code is Code.NOT_NFC), None)
    if cause is not None:
        yield Repair(Edit(whole(text), unicodedata.normalize("NFC", text)), cause)


def line_ends(text: str, findings: Sequence[Diagnostic]) -> Iterator[Repair]:
    """End every line of a file in the same way, where it mixes ways; no finding is about them, since all are read."""
    if "\r" in text and len(set(LINE_END.findall(text))) > 1:
        yield Repair(Edit(whole(text), LINE_END.sub("\n", text)))


def commas(text: str, findings: Sequence[Diagnostic]) -> Iterator[Repair]:
    """Put a text in quotation marks that a comma cut."""
    causes = {
        (each.where.span.line, each.where.span.column): each
        for each in findings
        if each.code is Code.COMMA_IN_TEXT and each.where.span is not None
    }
    for found in cut_texts(text) if causes else ():
        cause = causes.get(found.cuts[0])
        if cause is not None:
            yield Repair(found.edit, cause, text=((*cause.where.path[:-1], found.key), found.text))


def keys(text: str, findings: Sequence[Diagnostic]) -> Iterator[Repair]:
    """Write a misspelt key as it was meant, where just one spelling comes near and no other key claims it."""
    misspelt = [each for each in findings if each.code in MISSPELT_KEYS]
    meant = Counter((each.where.path[:-1], near) for each in misspelt for near in _nears(each, misspelt))
    for each in misspelt:
        path, near, span = each.where.path, each.near, each.where.span
        if not each.has_one_near or near is None or span is None or meant[path[:-1], near] > 1:
            continue
        written = text_at(text, span)
        quote = written[:1] if written[:1] in _QUOTES else ""
        if written == f"{quote}{path[-1]}{quote}":
            yield Repair(Edit(span, f"{quote}{near}{quote}" if quote else as_yaml(near)), each, name=(path, near))
