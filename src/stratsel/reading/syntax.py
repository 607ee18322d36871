"""What a YAML parser could not read, as one of our codes with its place."""

import re
from typing import Any

import yaml

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.span import TextSpan
from stratsel.reading.defect import Defect

_TAB = "\t"


def syntax_defect(error: yaml.YAMLError, text: str) -> Defect:
    """Return the defect behind a parser's exception, pointing where a person would mend it."""
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    at = _Position.of(getattr(error, "problem_mark", None), text)
    begun = _Position.of(getattr(error, "context_mark", None) or getattr(error, "problem_mark", None), text)
    if _is_tab(at, text, problem):
        return Defect(Code.TAB_INDENTATION, at.span())
    if "quoted scalar" in context:
        return Defect(Code.UNCLOSED_QUOTE, begun.span(), {"quote": text[begun.index : begun.index + 1] or '"'})
    if "flow" in context and ("',' or" in problem or "end of stream" in problem):
        bracket = text[begun.index : begun.index + 1]
        return Defect(Code.UNCLOSED_BRACKET, begun.span(), {"bracket": bracket if bracket in ("[", "{") else "["})
    if "mapping values are not allowed" in problem:
        return Defect(Code.COLON_IN_TEXT, at.span(), {"text": _value_before(text, at.index)})
    if "could not find expected ':'" in problem:
        return Defect(Code.MISSING_COLON, begun.to_line_end(text), {"text": begun.rest_of_line(text)})
    if _is_indentation(problem, context):
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

    def span(self) -> TextSpan:
        return TextSpan(self.line + 1, self.column + 1, self.line + 1, self.column + 2)

    def rest_of_line(self, text: str) -> str:
        return re.split(r"[\r\n]", text[self.index :], maxsplit=1)[0].rstrip()

    def to_line_end(self, text: str) -> TextSpan:
        width = max(len(self.rest_of_line(text)), 1)
        return TextSpan(self.line + 1, self.column + 1, self.line + 1, self.column + 1 + width)


def _is_tab(at: _Position, text: str, problem: str) -> bool:
    if "tab" in problem:
        return True
    line_start = max(text.rfind("\n", 0, at.index), text.rfind("\r", 0, at.index)) + 1
    return _TAB in text[line_start : at.index + 1] and not text[line_start : at.index + 1].strip()


def _is_indentation(problem: str, context: str) -> bool:
    return "expected key" in problem or "block end" in problem or "block collection" in context


def _value_before(text: str, index: int) -> str:
    line_start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    line = text[line_start:index]
    return line.split(": ", 1)[-1].strip()
