"""What can be set right in a file without asking: the spelling and the form of a text, never a figure or a meaning."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import MISSPELT_KEYS, Diagnostic
from stratsel.diagnostics.span import Edit, KeyPath
from stratsel.intake.nearest import nearest
from stratsel.reading.comma import cut_texts
from stratsel.reading.quoting import as_yaml
from stratsel.reading.splice import LINE_END, whole

MAX_MISSPELT = 100
"""A mapping with more unknown keys than these is not misspelt but something else."""
_QUOTES = ("'", '"')


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
    """Write a misspelt key as it was meant, where just one word comes near and no other misspelt key is near that."""
    lines = LINE_END.split(text)
    mappings: dict[KeyPath, list[Diagnostic]] = {}
    for each in findings:
        if each.code in MISSPELT_KEYS:
            mappings.setdefault(each.where.path[:-1], []).append(each)
    for misspelt in mappings.values():
        for each in _unrivalled(misspelt) if len(misspelt) <= MAX_MISSPELT else ():
            edit = _renaming(each, lines)
            if edit is not None:
                yield Repair(edit, each, name=(each.where.path, str(each.near)))


def _unrivalled(misspelt: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield those of the misspelt keys of one mapping of which it is certain what each was meant to be."""
    for each in misspelt:
        near = each.near
        if near is None or not each.has_one_near:
            continue
        others = (str(other.where.path[-1]) for other in misspelt if other is not each)
        if not any(nearest(other, [near]) for other in others):
            yield each


def _renaming(finding: Diagnostic, lines: Sequence[str]) -> Edit | None:
    """Return the edit of a key, in the quotation marks that it has; None where it is not written as it is read."""
    span, key, near = finding.where.span, finding.where.path[-1], str(finding.near)
    if span is None or span.line != span.end_line:
        return None
    written = lines[span.line - 1][span.column - 1 : span.end_column - 1]
    quote = written[:1] if written[:1] in _QUOTES else ""
    if written != f"{quote}{key}{quote}":
        return None
    return Edit(span, f"{quote}{near}{quote}" if quote else as_yaml(near))


def values_meant(value: Any, repairs: Iterable[Repair] = ()) -> Any:
    """Return what a file's values are after repairs of it, all texts in the same normal form to be compared by."""
    given = tuple(repairs)
    names = dict(each.name for each in given if each.name is not None)
    texts = dict(each.text for each in given if each.text is not None)
    return _meant(value, (), names, texts)


def _meant(value: Any, path: KeyPath, names: Mapping[KeyPath, str], texts: Mapping[KeyPath, str]) -> Any:
    if isinstance(value, dict):
        pairs = ((key, (*path, key), inner) for key, inner in value.items())
        return {_composed(names.get(at, key)): _meant(inner, at, names, texts) for key, at, inner in pairs}
    if isinstance(value, list):
        return [_meant(inner, (*path, at), names, texts) for at, inner in enumerate(value)]
    return _composed(texts.get(path, value)) if isinstance(value, str) else value


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
