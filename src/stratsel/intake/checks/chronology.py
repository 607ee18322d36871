"""What is told in the order in which it happened: a dossier's history, the decisions of a round."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import Where
from stratsel.model.base import PartialDate
from stratsel.model.candidate import Candidate
from stratsel.terms import Severity


def history_findings(file: str, dossier: Candidate) -> Iterator[Diagnostic]:
    """Yield the entries of a dossier's history that certainly happened before the one above them."""
    yield from out_of_order(file, "history", [entry.date for entry in dossier.history])


def out_of_order(
    file: str, key: str, dates: Sequence[PartialDate], severity: Severity | None = None
) -> Iterator[Diagnostic]:
    """Yield the items of the list under `key` that are dated before the item above, as far as their dates tell."""
    for at, (above, below) in enumerate(pairwise(dates), start=1):
        if below.last < above.first:
            facts: dict[str, Fact] = {"date": below.text, "above": above.text}
            related = (Where(file, (key, at - 1, "date")),)
            where = Where(file, (key, at, "date"))
            yield Diagnostic(Code.UNORDERED_DATES, where, facts, related=related, severity=severity)
