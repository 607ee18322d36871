"""The parser in pure Python, brought to read what libyaml reads: it is used where libyaml is not installed.

PyYAML's own scanner ends a plain text in brackets at a question mark, takes no tab for a space, and lets escapes
through for characters that do not exist.
"""

from typing import Any

import yaml
from yaml.scanner import ScannerError
from yaml.tokens import ScalarToken

_BREAKS = "\r\n"
_ENDS = "\0 \t\r\n"
_BLANKS = " \t"


class PureParser(yaml.SafeLoader):
    """A parser with `get_event` and `dispose`."""

    def scan_to_next_token(self) -> None:
        """Skip spaces, tabs where they do not indent, remarks and ends of lines."""
        while True:
            while self.peek() == " " or (self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0\r\n":
                    self.forward()
            if not self.scan_line_break():  # type: ignore[no-untyped-call]
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_plain(self) -> ScalarToken:
        """Read a text without quotes."""
        pieces: list[str] = []
        gap = ""
        start = end = self.get_mark()
        indent = self.indent + 1
        while self.peek() != "#":
            length = self._word(start)
            if not length:
                break
            self.allow_simple_key = False
            pieces += (gap, self.prefix(length))
            self.forward(length)
            end = self.get_mark()
            if self.peek() not in _BLANKS + _BREAKS:
                break
            gap, is_broken = self._gap(indent, start)
            if is_broken is None or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(pieces), True, start, end)

    def _word(self, start: Any) -> int:
        """Return the length of what goes on without a space."""
        length = 0
        while True:
            sign = self.peek(length)
            if sign in _ENDS or (self.flow_level and sign in ",[]{}"):
                return length
            if sign == ":":
                following = self.peek(length + 1)
                if self.flow_level and following in ",?[]{}":
                    self.forward(length)
                    raise ScannerError("while scanning a plain scalar", start, "found unexpected ':'", self.get_mark())
                if following in _ENDS:
                    return length
            length += 1

    def _gap(self, indent: int, start: Any) -> tuple[str, bool | None]:
        """Return what stands for the space after a word, and whether lines end in it; None where the text ends too."""
        blanks, breaks = "", 0
        while (sign := self.peek()) in _BLANKS + _BREAKS:
            if sign in _BREAKS:
                self.scan_line_break()  # type: ignore[no-untyped-call]
                breaks += 1
                self.allow_simple_key = True
                if self.prefix(3) in ("---", "...") and self.peek(3) in _ENDS:
                    return "", None
                continue
            if breaks and sign == "\t" and self.column < indent:
                problem = "found a tab character that violates indentation"
                raise ScannerError("while scanning a plain scalar", start, problem, self.get_mark())
            blanks += sign
            self.forward()
        return ("\n" * (breaks - 1) or " ", True) if breaks else (blanks, False)

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> list[str]:
        """Read a piece of a text in quotes, and refuse escapes of what is no character."""
        at = self.get_mark()
        try:
            pieces: list[str] = super().scan_flow_scalar_non_spaces(double, start_mark)
        except ValueError:
            pieces = ["\ud800"]
        if any("\ud800" <= sign <= "\udfff" for piece in pieces for sign in piece):
            problem = "found invalid Unicode character escape code"
            raise ScannerError("while parsing a quoted scalar", start_mark, problem, at)
        return pieces
