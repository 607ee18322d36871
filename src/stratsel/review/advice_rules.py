"""Advice on the rules as they are written: how many leaves there are, and what their anchors say."""

import re
from collections.abc import Iterator
from itertools import pairwise

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.model.base import Text, by_language
from stratsel.model.criteria import Criteria, Criterion
from stratsel.model.scale import Rubric, as_key

MANY = 25
"""More leaves than this are too many, as a rule of thumb: at 25 even ones, each has four points of the whole."""

DEGREES = {
    "en": (
        "very", "rather", "quite", "highly", "extremely", "somewhat", "fully", "largely", "partly", "partially",
        "mostly", "slightly", "fairly", "moderately", "completely", "entirely", "exceptionally", "particularly",
        "reasonably", "really", "a little", "a bit", "to some extent", "to a large extent",
    ),
    "vi": (
        "rất", "khá", "tương đối", "hơi", "vô cùng", "hoàn toàn", "về cơ bản", "cơ bản", "phần nào", "một phần",
        "phần lớn", "cực kỳ", "cực kì", "hết sức", "lắm", "đặc biệt",
    ),
}  # fmt: skip
"""Words of degree by language."""

_WORDS = {
    language: re.compile(rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b", re.IGNORECASE)
    for language, words in DEGREES.items()
}


def nodes_with_paths(criteria: Criteria) -> Iterator[tuple[KeyPath, Criterion]]:
    """Walk the tree with the path of each criterion, parents first, in the order of the file."""
    waiting: list[tuple[KeyPath, Criterion]] = [(("criteria", at), each) for at, each in enumerate(criteria.criteria)]
    waiting.reverse()
    while waiting:
        path, criterion = waiting.pop()
        yield path, criterion
        below = [((*path, "criteria", at), child) for at, child in enumerate(criterion.criteria)]
        waiting.extend(reversed(below))


def advice_on_rules(file: str, criteria: Criteria) -> Iterator[Diagnostic]:
    """Yield what there is to say of a criteria file by itself."""
    count = sum(1 for _ in criteria.leaves())
    if count > MANY:
        yield Diagnostic(Code.TOO_MANY_LEAVES, Where(file, ("criteria",), "key"), {"count": count, "limit": MANY})
    scales: list[tuple[KeyPath, object]] = [(("scales", name), scale) for name, scale in criteria.scales.items()]
    scales += [((*path, "scale"), node.scale) for path, node in nodes_with_paths(criteria)]
    for path, scale in scales:
        if isinstance(scale, Rubric):
            yield from _anchors(file, path, scale, criteria.lang)


def _anchors(file: str, path: KeyPath, scale: Rubric, language: str) -> Iterator[Diagnostic]:
    """Yield the anchors that differ from the one below by their degree only, in any language."""
    for low, high in pairwise(sorted(scale.levels)):
        if _differ_by_degree(scale.levels[low], scale.levels[high], language):
            facts = {"low": as_key(low), "high": as_key(high)}
            lower, upper = (Where(file, (*path, "levels", as_key(level))) for level in (low, high))
            yield Diagnostic(Code.ANCHORS_BY_DEGREE, upper, facts, related=(lower,))


def _differ_by_degree(low: Text, high: Text, language: str) -> bool:
    lower, upper = by_language(low, language), by_language(high, language)
    pairs = [(each, lower[each], upper[each]) for each in lower.keys() & upper.keys() & _WORDS.keys()]
    return any(
        _plain(one) != _plain(other) and _without_degree(one, each) == _without_degree(other, each)
        for each, one, other in pairs
    )


def _plain(anchor: str) -> list[str]:
    return re.findall(r"\w+", anchor.casefold())


def _without_degree(anchor: str, language: str) -> list[str]:
    """Return the words of an anchor that say more than how much."""
    return _plain(_WORDS[language].sub(" ", anchor))
