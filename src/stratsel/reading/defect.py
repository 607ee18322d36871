"""What the reader itself finds wrong: it knows the span, not the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import KeyPath, TextSpan, Where

MAX_DEFECTS = 1_000
"""The most defects the reader names in one file."""


@dataclass(frozen=True, slots=True)
class Defect:
    """A defect of a text. `path` is where the value would be; `first` is the path of another place involved.

    `spoilt` are the paths of other values that the defect leaves without a meaning.
    """

    code: Code
    span: TextSpan
    facts: Mapping[str, Fact] = field(default_factory=dict)
    path: KeyPath = ()
    first: KeyPath | None = None
    spoilt: tuple[KeyPath, ...] = ()

    def in_file(self, file: str) -> Diagnostic:
        """Return the finding about `file`."""
        related = () if self.first is None else (Where(file, self.first, "key"),)
        return Diagnostic(self.code, Where(file, self.path, span=self.span), self.facts, related=related)
