"""Advice on the decision: what is said of whom or what, where, and what to do."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from stratsel.diagnostics.catalogue import help_text, message, related_note, rule
from stratsel.diagnostics.causes import Cause, by_cause
from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import START_OF_FILE, Where, format_path
from stratsel.language.catalogue import LANGUAGES, N_
from stratsel.language.visible import visible
from stratsel.model.base import Text
from stratsel.report.document import Entries, Entry, Line
from stratsel.report.sentences import Sentences
from stratsel.results.ranking import Ranking

MAX_LISTED = 6
"""How many causes of a code, and places of a cause, are listed where a document is kept short."""


def advice_entries(ranking: Ranking, sentences: Sentences, in_full: bool) -> Entries:
    """Return an entry for each code: what there is to say, of whom and where, and what to do."""
    teller = _Teller(ranking, sentences, in_full)
    causes: dict[Code, list[Cause]] = {}
    for cause in by_cause(ranking.advice):
        causes.setdefault(cause.first.code, []).append(cause)
    return Entries(tuple(teller.entry(code, causes[code]) for code in sorted(causes)))


class _Teller:
    """Tells the advice on one ranking, with the titles of candidates and criteria."""

    def __init__(self, ranking: Ranking, sentences: Sentences, in_full: bool) -> None:
        self.sentences = sentences
        self.in_full = in_full
        self.criteria = {each.id: each.title for each in ranking.criteria}
        self.candidates = ranking.titles

    def entry(self, code: Code, causes: Sequence[Cause]) -> Entry:
        """Return what the causes of one code come to; what to do is told once for those of which it is the same."""
        listed = causes if self.in_full else causes[:MAX_LISTED]
        lines = [line for cause in listed for line in self._cause(cause)]
        if len(causes) > len(listed):
            lines.append(Line(self.sentences.and_more(len(causes) - len(listed))))
        for cure in dict.fromkeys(help_text(cause.first, self.sentences.language) for cause in listed):
            lines.append(Line(self.sentences.say(N_("What to do: {cure}."), cure=self._quoted(cure, {}))))
        return Entry(code.value, tuple(lines))

    def _cause(self, cause: Cause) -> Iterator[Line]:
        return self._same(cause) if cause.says_the_same else self._different(cause)

    def _same(self, cause: Cause) -> Iterator[Line]:
        yield Line(self._sentence(cause.first))
        listed = cause.findings if self.in_full else cause.findings[:MAX_LISTED]
        for each in listed:
            yield Line(self._subject(each), _place(each.where), is_under=True)
        if len(cause.findings) > len(listed):
            yield Line(self.sentences.and_more(len(cause.findings) - len(listed)), is_under=True)

    def _different(self, cause: Cause) -> Iterator[Line]:
        for each in cause.findings:
            yield Line(self._sentence(each), _place(each.where))

    def _subject(self, each: Diagnostic) -> str:
        """Name whom and what a piece of advice concerns; where neither is told, the key at its place."""
        named = (
            self.candidates.get(str(each.facts.get("candidate"))),
            self.criteria.get(str(each.facts.get("criterion"))),
        )
        titles = [self.sentences.words(title) for title in named if title is not None]
        return " · ".join(titles) or visible(format_path(each.where.path))

    def _sentence(self, each: Diagnostic) -> str:
        named = {str(each.facts.get(fact)) for fact in ("criterion", "other")} & self.criteria.keys()
        titles = {**self.candidates, **{name: self.criteria[name] for name in named}}
        words = self._quoted(message(each, self.sentences.language), titles)
        return f"{words[:1].upper()}{words[1:]}."

    def _quoted(self, text: str, titles: Mapping[str, Text]) -> str:
        """Return words of the catalogue with the quotation marks that a document has, and titles for ids."""
        parts = visible(text).split("`")
        parts[1::2] = [self.sentences.quoted(titles.get(part, part)) for part in parts[1::2]]
        return "".join(parts)


def advice_data(ranking: Ranking) -> list[dict[str, Any]]:
    """Return all advice as plain data, its words in every language."""
    return [_data(each) for each in ranking.advice]


def _data(each: Diagnostic) -> dict[str, Any]:
    related = {language: related_note(each, language) for language in LANGUAGES}
    return {
        "code": each.code.value,
        "name": rule(each.code).name,
        "message": {language: message(each, language) for language in LANGUAGES},
        "help": {language: help_text(each, language) for language in LANGUAGES},
        "candidate": each.facts.get("candidate"),
        "criterion": each.facts.get("criterion"),
        **_located(each.where),
        "key": visible(format_path(each.where.path)),
        "related": [{**_located(where), "message": related} for where in each.related],
    }


def _located(where: Where) -> dict[str, Any]:
    span = where.span or START_OF_FILE
    return {"file": visible(where.file), "line": span.line, "column": span.column}


def _place(where: Where) -> str:
    return f"{visible(where.file)}:{(where.span or START_OF_FILE).line}"
