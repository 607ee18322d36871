"""All findings of one run, in the order in which people should read them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from stratsel.diagnostics.catalogue import severity_of
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import START_OF_FILE, Places, TextSpan, format_path
from stratsel.terms import Severity, Wording

_ORDER = {severity: number for number, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in `files` files: worst first, then by file, line, column and code, and nothing twice.

    `names` are those files as people know them, where whoever looked at them tells.
    """

    items: tuple[Diagnostic, ...] = ()
    files: int = 0
    names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Order the items, so that equal findings are equal whatever order they were found in."""
        once = {_sort_key(each): each for each in reversed(tuple(self.items))}
        object.__setattr__(self, "items", tuple(once[key] for key in sorted(once)))

    @classmethod
    def gather(
        cls, diagnostics: Iterable[Diagnostic], places: Places, files: int, names: Iterable[str] = ()
    ) -> "Findings":
        """Return the findings of `files` files, each with its places located, the related ones too.

        Every place is located once, those with a span as well: it may get the name under which people know its file.
        """
        return cls(tuple(_located(each, places) for each in diagnostics), files, tuple(names))

    def joined(self, diagnostics: Iterable[Diagnostic], places: Places) -> "Findings":
        """Return these findings and more about the same files, with their places located."""
        return replace(self, items=(*self.items, *(_located(each, places) for each in diagnostics)))

    def strict(self) -> "Findings":
        """Return these findings with every warning as an error; advice stays advice."""
        return replace(self, items=tuple(map(_strict, self.items)))

    def __iter__(self) -> Iterator[Diagnostic]:
        """Yield the findings, worst first."""
        return iter(self.items)

    def __len__(self) -> int:
        """Return how many findings there are."""
        return len(self.items)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that reject a submission."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The findings that reject only under `--strict`."""
        return self._of(Severity.WARNING)

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity, those of none included."""
        counted = Counter(severity_of(each) for each in self.items)
        return {severity: counted[severity] for severity in Severity}

    @property
    def rejects(self) -> bool:
        """Whether any finding is an error."""
        return bool(self.errors)

    def _of(self, severity: Severity) -> tuple[Diagnostic, ...]:
        return tuple(each for each in self.items if severity_of(each) is severity)


def _located(diagnostic: Diagnostic, places: Places) -> Diagnostic:
    related = tuple(map(places.locate, diagnostic.related))
    return replace(diagnostic, where=places.locate(diagnostic.where), related=related)


def _strict(diagnostic: Diagnostic) -> Diagnostic:
    return replace(diagnostic, severity=Severity.ERROR) if severity_of(diagnostic) is Severity.WARNING else diagnostic


def _sort_key(diagnostic: Diagnostic) -> tuple[int, str, TextSpan, str, str, str, tuple[tuple[str, str], ...]]:
    where = diagnostic.where
    return (
        _ORDER[severity_of(diagnostic)],
        where.file,
        where.span or START_OF_FILE,
        diagnostic.code.value,
        format_path(where.path),
        where.part,
        tuple(sorted((name, _fact_key(fact)) for name, fact in diagnostic.facts.items())),
    )


def _fact_key(fact: Fact) -> str:
    return fact.english if isinstance(fact, Wording) else str(fact)
