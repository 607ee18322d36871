"""Quotes against the saved texts of their sources, word for word."""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from unicodedata import category, normalize

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import KeyPath, TextSpan, Where
from stratsel.files.folder import Folder
from stratsel.files.read import UnreadableFile, decode
from stratsel.intake.checks.evidence import citations, folded
from stratsel.intake.document import unreadable
from stratsel.model.assessor import Assessor
from stratsel.model.candidate import Candidate
from stratsel.model.source import Source
from stratsel.reading.characters import MAX_MARKS, pile_of_marks, span_at

_MAX_HELD = 1 << 24
"""The most characters of saved texts that are kept at a time."""
_LONGEST_PATH = 1_000
MAX_QUOTES = 300
"""The most quotes of one file that are held against saved texts: each is a search through a whole text."""
_PLACES = 100
"""At so many places a quote that begins like the text is compared with it, for the one that is most alike."""
_ENOUGH_WORDS = 3
"""A quote and a text that share fewer words at the beginning share them by chance."""
_EDGE = "\0"
_LETTERS = re.compile(r"([^\W\u0e00-\u1dff\u2e80-\U0010ffff]+)")
"""A run of letters and digits of a script that puts spaces between words, unlike Thai, Khmer, Chinese and others."""
_SPACE = re.compile(" ")
_WORD = re.compile(r"\S+")


class SavedTexts:
    """The saved texts of a round's sources, each read when a quote is first held against it.

    `common` are the sources of the round.
    """

    def __init__(self, folder: Folder, common: Mapping[str, Source]) -> None:
        self._folder = folder
        self._common = _paths(common)
        self._read: dict[str, _SavedText | Diagnostic] = {}
        self._held = 0

    def source_findings(self, file: str, sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
        """Yield what is wrong with the paths under `text` of the sources in a file, and with what stands there."""
        for name, path in _paths(sources).items():
            text = self._text(path)
            if isinstance(text, Diagnostic):
                related = (text.where,) if text.code in (Code.NOT_UTF_8, Code.TOO_MANY_MARKS) else ()
                yield replace(text, where=Where(file, ("sources", name, "text")), related=related)

    def quote_findings(self, file: str, dossier: Candidate) -> Iterator[Diagnostic]:
        """Yield the quotes of a dossier, in its evidence and its history, that do not stand in the saved text."""
        own = _paths(dossier.sources)
        if not own and not self._common:
            return
        cited = [(path, item.source, item.quote) for path, item in citations("assessments", dossier.assessments)]
        for at, entry in enumerate(dossier.history):
            if entry.source is not None and entry.quote is not None:
                cited.append((("history", at), entry.source, entry.quote))
        yield from self._findings(file, cited, own)

    def opinion_findings(self, file: str, assessor: Assessor) -> Iterator[Diagnostic]:
        """Yield the quotes under an assessor's opinions that do not stand in the saved text."""
        cited = ((path, item.source, item.quote) for path, item in citations("opinions", assessor.opinions))
        yield from self._findings(file, cited, {})

    def _findings(
        self, file: str, cited: Iterable[tuple[KeyPath, str, str]], own: Mapping[str, str]
    ) -> Iterator[Diagnostic]:
        """Yield the quotes that do not stand in the saved texts; `cited` are places with their sources and quotes."""
        proven = 0
        for path, source, quote in cited:
            name = own.get(source) or self._common.get(source)
            text = None if name is None else self._text(name)
            if not isinstance(text, _SavedText):
                continue
            where = Where(file, (*path, "quote"))
            if proven == MAX_QUOTES:
                yield Diagnostic(Code.TOO_MANY_QUOTES, where, {"limit": str(MAX_QUOTES)})
                return
            proven += 1
            if not text.has(quote):
                yield _not_found(where, text, quote)

    def _text(self, path: str) -> "_SavedText | Diagnostic":
        """Return a saved text, or why there is none."""
        if path not in self._read:
            text = self._read_text(path)
            self._held += _size(text)
            while self._held > _MAX_HELD:
                self._held -= _size(self._read.pop(next(iter(self._read))))
            self._read[path] = text
        return self._read[path]

    def _read_text(self, path: str) -> "_SavedText | Diagnostic":
        if _is_unsafe(path):
            mended = path.replace("\\", "/")
            return Diagnostic(Code.UNSAFE_PATH, Where(path), {"found": path}, None if _is_unsafe(mended) else mended)
        if self._folder.leaves_round(path):
            return Diagnostic(Code.LINK_OUT_OF_ROUND, Where(path))
        try:
            text = decode(self._folder.read(path))
        except UnreadableFile as error:
            return unreadable(path, error)
        pile = pile_of_marks(text)
        if pile is not None:
            return Diagnostic(Code.TOO_MANY_MARKS, Where(path, span=span_at(text, pile)), {"limit": str(MAX_MARKS)})
        return _SavedText(path, normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))


@dataclass(frozen=True, slots=True)
class _Departure:
    """Where a quote departs from its text: the quote's word, the text's in its place, and where that stands."""

    found: str
    saved: str
    span: TextSpan


@dataclass(frozen=True)
class _SavedText:
    """A text in NFC, its lines parted by line feeds; searched in one go however long it and the quotes are."""

    file: str
    text: str

    def has(self, quote: str) -> bool:
        """Whether a quote stands in the text, from the beginning of a word to the end of one."""
        return _marked(quote) in self._marked

    def departure(self, quote: str) -> _Departure | None:
        """Return where a quote that begins as a part of the text departs from it; None where too little is alike."""
        marked = _marked(quote)
        ends = [space.end() for space in _SPACE.finditer(marked)]
        if len(ends) < _ENOUGH_WORDS:
            return None
        beginning = marked[: ends[_ENOUGH_WORDS - 1]]
        place = self._marked.find(beginning)
        if place < 0:
            return None
        alike, at = _ENOUGH_WORDS, place
        for _ in range(_PLACES):
            more = self._words_alike(marked, ends, alike, place)
            if more > alike:
                alike, at = more, place
            place = self._marked.find(beginning, place + 1)
            if place < 0:
                break
        at += ends[alike - 1]
        start = self._starts[self._marked.count(" ", 0, at)]
        line, column = self.text.count("\n", 0, start) + 1, start - self.text.rfind("\n", 0, start)
        saved = _word_at(self._marked, at)
        span = TextSpan(line, column, line, column + len(saved))
        return _Departure(_word_at(marked, ends[alike - 1]), saved, span)

    def _words_alike(self, marked: str, ends: list[int], least: int, at: int) -> int:
        """Return how many words of a quote stand at a place, of which `least` are known to stand somewhere."""
        alike, beyond = least, len(ends) + 1
        while beyond - alike > 1:
            middle = (alike + beyond) // 2 if alike > least else alike + 1
            stands = self._marked.startswith(marked[: ends[middle - 1]], at)
            alike, beyond = (middle, beyond) if stands else (alike, middle)
        return alike

    @cached_property
    def _marked(self) -> str:
        return _marked(self.text)

    @cached_property
    def _starts(self) -> "array[int]":
        """Where each word begins."""
        return array("I", (word.start() for word in _WORD.finditer(self.text)))


def _not_found(where: Where, text: _SavedText, quote: str) -> Diagnostic:
    facts: dict[str, Fact] = {"text": text.file}
    departure = text.departure(quote)
    if departure is None:
        return Diagnostic(Code.QUOTE_NOT_FOUND, where, facts)
    facts |= {"found": departure.found, "saved": departure.saved}
    return Diagnostic(Code.QUOTE_NOT_FOUND, where, facts, related=(Where(text.file, span=departure.span),))


def _size(text: _SavedText | Diagnostic) -> int:
    return len(text.text) if isinstance(text, _SavedText) else 0


def _marked(text: str) -> str:
    """Return a text folded, in NFC, with a mark at each edge of a word: to contain it is to contain its whole words."""
    return _EDGE.join(_LETTERS.split(folded(normalize("NFC", text))))


def _word_at(marked: str, at: int) -> str:
    """Return the word that begins at a place of a marked text, with its punctuation."""
    end = marked.find(" ", at)
    return marked[at : end if end >= 0 else None].replace(_EDGE, "")


def _paths(sources: Mapping[str, Source]) -> dict[str, str]:
    return {name: source.text for name, source in sources.items() if source.text is not None}


def _is_unsafe(path: str) -> bool:
    """Whether a path may lead out of the round, or means something else on another system, or means nothing."""
    steps = path.split("/")
    if len(path) > _LONGEST_PATH or not steps[0] or ".." in steps:
        return True
    return any(sign in "\\:" or category(sign) in ("Cc", "Cs") for sign in path)
