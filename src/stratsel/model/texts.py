"""The criteria and the texts of a criteria file, each with its path."""

from collections.abc import Iterator

from stratsel.diagnostics.span import KeyPath
from stratsel.model.base import Text
from stratsel.model.criteria import Criteria, Criterion
from stratsel.model.scale import AnyScale

LocatedText = tuple[KeyPath, Text | None]


def walk(siblings: tuple[Criterion, ...], path: KeyPath = ("criteria",)) -> Iterator[tuple[KeyPath, Criterion]]:
    """Walk the tree with the path of each criterion, parents first, in the order of the file."""
    waiting = [((*path, at), criterion) for at, criterion in enumerate(siblings)][::-1]
    while waiting:
        here, criterion = waiting.pop()
        yield here, criterion
        below = [((*here, "criteria", at), child) for at, child in enumerate(criterion.criteria)]
        waiting.extend(below[::-1])


def texts_of(criteria: Criteria) -> Iterator[LocatedText]:
    """Yield every text that people read in the round's languages, with its path; None is one that is not given.

    A symbol for a unit may be plain.
    """
    yield ("title",), criteria.title
    yield ("decision", "question"), criteria.decision.question
    yield ("weighting", "why"), criteria.weighting.why
    for name, agency in criteria.agencies.items():
        yield ("agencies", name, "name"), agency.name
    for name, listed in criteria.lists.items():
        yield ("lists", name, "title"), listed.title
        yield from ((("lists", name, "entries", entry), text) for entry, text in listed.entries.items())
    for name, field in criteria.fields.items():
        yield ("fields", name, "question"), field.question
    for name, scale in criteria.scales.items():
        yield from _scale_texts(("scales", name), scale)
    for path, criterion in walk(criteria.criteria):
        yield (*path, "title"), criterion.title
        yield (*path, "rationale"), criterion.rationale
        yield (*path, "question"), criterion.question
        if not isinstance(criterion.scale, str) and criterion.scale is not None:
            yield from _scale_texts((*path, "scale"), criterion.scale)
    for at, screen in enumerate(criteria.screens):
        yield ("screens", at, "title"), screen.title
    for at, tier in enumerate(criteria.shortlist.tiers):
        yield ("shortlist", "tiers", at, "title"), tier.title


def _scale_texts(path: KeyPath, scale: AnyScale) -> Iterator[LocatedText]:
    return (((*path, *inner), text) for inner, text in scale.texts())
