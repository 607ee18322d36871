"""The anchors of one language's part of a page: every one is unique, as it begins with the language."""

from collections.abc import Collection
from itertools import count


class Anchors:
    """Gives anchors to headings, to places in files and to candidates.

    The places are numbered as they are first met, so that two that differ by their punctuation never share one.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._headings = count(1)
        self._places: dict[str, str] = {}

    def heading(self) -> str:
        """Return the anchor of the next heading."""
        return f"{self.language}-part-{next(self._headings)}"

    def place(self, place: str) -> str | None:
        """Return the anchor of a place that is met for the first time, None where it has one already."""
        if not place or place in self._places:
            return None
        self._places[place] = f"{self.language}-place-{len(self._places) + 1}"
        return self._places[place]

    def found(self, place: str) -> str | None:
        """Return the anchor that a place has, None where it was not met."""
        return self._places.get(place)

    def total(self, candidate: str) -> str:
        """Return the anchor of what a candidate's total is made of."""
        return f"{self.language}-total-{candidate}"

    def weight(self, criterion: str) -> str:
        """Return the anchor of the slider of a criterion."""
        return f"{self.language}-weight-{criterion}"

    def figure(self, name: str) -> str:
        """Return what the ids inside a figure begin with."""
        return f"{self.language}-{name}"


def only_once(names: Collection[tuple[str, str]]) -> dict[str, str]:
    """Return ids by their names, without the names that several have."""
    seen: dict[str, list[str]] = {}
    for name, key in names:
        seen.setdefault(name, []).append(key)
    return {name: keys[0] for name, keys in seen.items() if len(keys) == 1}
