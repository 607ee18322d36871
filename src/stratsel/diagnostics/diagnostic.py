"""One finding: what is wrong, where, and the facts that its words are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.span import Where
from stratsel.terms import Severity, Wording

Fact = str | int | Wording
"""What a page's sentence may name: a text as it stands in the file, a count, or a word of ours."""

MISSPELT_KEYS = frozenset({Code.UNKNOWN_KEY, Code.UNKNOWN_CRITERION, Code.UNKNOWN_FIELD})
"""The codes of a key that is not known where it stands."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A defect of a file. The words stand on the page of its code; a check passes facts only.

    `severity` overrides the page's where a rule is stricter in a frozen round.
    `near` is the one spelling that was probably meant, if there is one; `has_one_near` says that no other word comes
    near, so that `near` can be written without asking.
    """

    code: Code
    where: Where
    facts: Mapping[str, Fact] = field(default_factory=dict)
    near: str | None = None
    related: tuple[Where, ...] = ()
    severity: Severity | None = None
    has_one_near: bool = False

    @property
    def is_repairable(self) -> bool:
        """Whether it is one of the slips of form that `check --fix` sets right."""
        return self.code in (Code.NOT_NFC, Code.COMMA_IN_TEXT) or (self.code in MISSPELT_KEYS and self.has_one_near)
