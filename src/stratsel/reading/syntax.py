"""What a YAML parser could not read, as one of our codes with its place."""

import re
from typing import Any

import yaml

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.span import TextSpan
from stratsel.reading.defect import Defect

_TAB = "\t"
_LINE_END = re.compile(r"\r\n|\r|\n")
_KEY = re.compile(r":(?:\s|$)")
_ESCAPE = re.compile(
    r"\\(?:[0abt\tnvfre \"/\\N_LP\r\n]|x[0-9a-fA-F]{2}|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}"
    r"|U0000(?![dD][89a-fA-F])[0-9a-fA-F]{4}|U000[1-9a-fA-F][0-9a-fA-F]{4}|U0010[0-9a-fA-F]{4})"
)
"""What may follow a backslash in a text in double quotation marks."""
_BEFORE_CONTENT = " -?"
"""What may stand on a line before its first key or text."""


def syntax_defect(error: yaml.YAMLError, text: str, opened: Any = None) -> Defect:
    """Return the defect behind a parser's exception, pointing where a person would mend it.

    `opened` is the mark of the innermost bracket that is open. The parsers word and place the same problem
    differently; what they agree on is looked up in the text.
    """
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    at = _Position.of(getattr(error, "problem_mark", None), text)
    begun = _Position.of(getattr(error, "context_mark", None) or getattr(error, "problem_mark", None), text)
    if _is_tab(at, text):
        return Defect(Code.TAB_INDENTATION, at.span())
    if "alias" in context or "anchor" in context:
        return Defect(Code.ANCHOR_OR_ALIAS, begun.to_word_end(text), {"name": begun.word(text)})
    if "tag" in context:
        return Defect(Code.TAG, begun.to_word_end(text), {"tag": begun.word(text)})
    if "quoted scalar" in context and "unexpected" in problem:
        return Defect(Code.UNCLOSED_QUOTE, begun.span(), {"quote": text[begun.index : begun.index + 1]})
    if "quoted scalar" in context:
        return Defect(Code.YAML_SYNTAX, _first_wrong_escape(begun.index, text).span())
    if at.index < len(text) and at.text_before(text).rstrip()[-1:] in ('"', "'"):
        return _after_quote(at, text)
    if opened is not None and ("',' or" in problem or not text[at.index :].strip()):
        begun = _Position.of(opened, text)
        return Defect(Code.UNCLOSED_BRACKET, begun.span(), {"bracket": text[begun.index : begun.index + 1]})
    if "mapping values are not allowed" in problem:
        return _second_colon(at, text)
    if "could not find expected ':'" in problem:
        return Defect(Code.MISSING_COLON, begun.to_line_end(text), {"text": begun.rest_of_line(text)})
    if _is_indentation(problem, context, at, text) and not at.text_before(text).strip(_BEFORE_CONTENT):
        return Defect(Code.UNEVEN_INDENTATION, at.span())
    return Defect(Code.YAML_SYNTAX, at.span())


class _Position:
    """A place in the text, by index and by line and column from 0."""

    def __init__(self, index: int, line: int, column: int) -> None:
        self.index, self.line, self.column = index, line, column

    @classmethod
    def of(cls, mark: Any, text: str) -> "_Position":
        if mark is None:
            return cls(0, 0, 0)
        return cls(min(mark.index, len(text)), mark.line, mark.column)

    @classmethod
    def at(cls, index: int, text: str) -> "_Position":
        ends = list(_LINE_END.finditer(text, 0, index))
        return cls(index, len(ends), index - (ends[-1].end() if ends else 0))

    def span(self) -> TextSpan:
        return TextSpan(self.line + 1, self.column + 1, self.line + 1, self.column + 2)

    def text_before(self, text: str) -> str:
        """Return what stands before it on its line."""
        return text[self.index - self.column : self.index]

    def rest_of_line(self, text: str) -> str:
        return _LINE_END.split(text[self.index :], maxsplit=1)[0].rstrip()

    def word(self, text: str) -> str:
        return self.rest_of_line(text).split(maxsplit=1)[0]

    def to_line_end(self, text: str) -> TextSpan:
        return self._wide(len(self.rest_of_line(text)))

    def to_word_end(self, text: str) -> TextSpan:
        return self._wide(len(self.word(text)))

    def _wide(self, width: int) -> TextSpan:
        return TextSpan(self.line + 1, self.column + 1, self.line + 1, self.column + 1 + max(width, 1))


def _is_tab(at: _Position, text: str) -> bool:
    before = text[at.index - at.column : at.index + 1]
    return _TAB in before and not before.strip()


def _is_indentation(problem: str, context: str, at: _Position, text: str) -> bool:
    if "document start" in problem:  # what was read so far is at an end, since it stands further to the right
        begun = _line_before(at.index - at.column, text)
        return begun is not None and begun.column > at.column
    return "expected key" in problem or "block end" in problem or "block collection" in context


def _first_wrong_escape(index: int, text: str) -> _Position:
    """Return where the first escape from `index` on stands that means no character."""
    at = text.find("\\", index)
    while (escape := _ESCAPE.match(text, at)) is not None:
        at = text.find("\\", escape.end())
    return _Position.at(at, text)


def _after_quote(at: _Position, text: str) -> Defect:
    """Return the defect of a text behind a closing quotation mark: it closes an earlier one, or too early."""
    closing = len(text[: at.index].rstrip()) - 1
    quote = text[closing]
    opening = _Position.at(max(text.rfind(quote, 0, closing), 0), text)
    if opening.line < at.line:
        return Defect(Code.UNCLOSED_QUOTE, opening.span(), {"quote": quote})
    return Defect(Code.TEXT_AFTER_QUOTE, at.to_line_end(text), {"quote": quote, "text": at.rest_of_line(text)})


def _second_colon(at: _Position, text: str) -> Defect:
    """Return the defect of a colon where none may stand: in a text, or on a line that goes on with the one before."""
    line = at.text_before(text)
    content = line.lstrip(_BEFORE_CONTENT)
    start = at.index - len(content)
    before = _line_before(at.index - at.column, text)
    if not _KEY.search(content) and before is not None:
        if not _KEY.search(before.rest_of_line(text)):
            return Defect(Code.MISSING_COLON, before.to_line_end(text), {"text": before.rest_of_line(text)})
        if at.column - len(content) > before.column:
            return Defect(Code.UNEVEN_INDENTATION, _Position(start, at.line, at.column - len(content)).span())
    return Defect(Code.COLON_IN_TEXT, at.span(), {"text": content.split(": ", 1)[-1].strip()})


def _line_before(index: int, text: str) -> _Position | None:
    """Return where the content of the last line before `index` begins that is neither empty nor a remark."""
    for line in reversed(list(re.finditer(r"[^\r\n]+", text[:index]))):
        content = line.group().lstrip(_BEFORE_CONTENT)
        if content and not content.startswith("#"):
            return _Position.at(line.end() - len(content), text)
    return None
