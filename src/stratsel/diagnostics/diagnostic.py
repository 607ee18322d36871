"""One finding: what is wrong, where, and the facts that its words are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.span import Where
from stratsel.terms import Severity, Wording

Fact = str | int | Wording
"""What a page's sentence may name: a text as it stands in the file, a count, or a word of ours."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A defect of a file. The words stand on the page of its code; a check passes facts only.

    `severity` overrides the page's where a rule is stricter in a frozen round.
    `near` is the one spelling that was probably meant, if there is one.
    """

    code: Code
    where: Where
    facts: Mapping[str, Fact] = field(default_factory=dict)
    near: str | None = None
    related: tuple[Where, ...] = ()
    severity: Severity | None = None
