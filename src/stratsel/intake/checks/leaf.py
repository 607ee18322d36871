"""What every leaf asks of a dossier: one figure under the key of its scale, or `unknown` where that may be said."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from copy import copy
from typing import Any, Self

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import KeyPath, Part, Where
from stratsel.intake.nearest import nearest, nearest_number
from stratsel.model.assessments import Assessed
from stratsel.model.candidate import Assessment
from stratsel.model.scale import AnyScale
from stratsel.terms import UNKNOWN, Outside, Shape, ValueKey

Read = tuple[Assessed | None, Sequence[Diagnostic]]
"""What an entry establishes, None being nothing, and what is wrong with it."""

FINE: tuple[Diagnostic, ...] = ()
_OPEN_ITEMS = "unknown"
"""The key beside `met` under which a checklist's open items stand."""
_BEYOND = {Outside.WARN: Code.BEYOND_SCALE, Outside.REFUSE: Code.REFUSED_BEYOND_SCALE}


class LeafRule(ABC):
    """What one leaf asks of every dossier. `refuses_unknown` where the round lets nothing be unknown."""

    def __init__(self, leaf: str, scale: AnyScale, *, refuses_unknown: bool = False) -> None:
        self.leaf = leaf
        self.scale = scale
        self.key: ValueKey = scale.value_key
        self.own_keys = (str(self.key), _OPEN_ITEMS) if self.key is ValueKey.MET else (str(self.key),)
        self._others = frozenset({*map(str, ValueKey), _OPEN_ITEMS}).difference(self.own_keys)
        self._beyond = _BEYOND.get(scale.beyond)
        self._refuses_unknown = refuses_unknown

    def of(self, leaf: str) -> Self:
        """Return what another leaf on the same scale asks."""
        other = copy(self)
        other.leaf = leaf
        return other

    def read(self, written: Any, file: str, name: str | None = None) -> Read:
        """Return what an entry under `assessments` establishes on this leaf, and what is wrong with it.

        `name` is the entry's key in the file, where it is a misspelt one.
        """
        path: KeyPath = ("assessments", name or self.leaf)
        if written.__class__ is not Assessment:
            return self.unknown(file, path) if written == UNKNOWN else self.read_short(written, file, path)
        keys = written.__dict__
        if not self._others.isdisjoint(written.model_fields_set) and any(
            keys[each] is not None for each in self._others
        ):
            return None, [self._wrong_keys(keys, file, path)]
        for own in self.own_keys:
            if keys[own] is not None:
                return self.read_full(keys, file, path)
        return None, [self.finding(Code.MISSING_FIGURE, file, path, "key", expected=self.key)]

    @abstractmethod
    def read_short(self, written: Any, file: str, path: KeyPath) -> Read:
        """Read an entry that is a bare figure or range, and not `unknown`."""

    @abstractmethod
    def read_full(self, keys: dict[str, Any], file: str, path: KeyPath) -> Read:
        """Read an entry by its keys, of which the leaf's own are there and no other's."""

    def unknown(self, file: str, path: KeyPath) -> Read:
        """Return what `unknown` establishes: nothing."""
        if self._refuses_unknown:
            return None, [self.finding(Code.UNKNOWN_REFUSED, file, path)]
        return None, FINE

    def beyond(self, figure: object, bound: object, file: str, path: KeyPath) -> list[Diagnostic]:
        """Return what the scale has said on a figure beyond one of its ends."""
        if self._beyond is None:
            return []
        return [self.finding(self._beyond, file, path, amount=str(figure), bound=str(bound))]

    def wrong_type(self, figure: Any, expected: Shape, file: str, path: KeyPath) -> Diagnostic:
        """Return that a figure is nothing which the scale can read."""
        near = None
        if isinstance(figure, str) and expected in (Shape.FIGURE, Shape.DATES):
            near = nearest(figure, [UNKNOWN])
        if isinstance(figure, str) and expected is Shape.FIGURE:
            near = near or nearest_number(figure)
        return Diagnostic(Code.WRONG_TYPE, Where(file, path), {"expected": expected, "found": str(figure)}, near)

    def finding(self, code: Code, file: str, path: KeyPath, part: Part = "value", **facts: Fact) -> Diagnostic:
        """Return a finding that names the leaf."""
        return Diagnostic(code, Where(file, path, part), {"leaf": self.leaf, **facts})

    def _wrong_keys(self, keys: dict[str, Any], file: str, path: KeyPath) -> Diagnostic:
        """Return that there is a figure of another kind of scale, alone or beside one of this."""
        given = [key for key in map(str, ValueKey) if keys[key] is not None]
        if keys[_OPEN_ITEMS] is not None and str(ValueKey.MET) not in given:
            given.append(_OPEN_ITEMS)
        if len(given) == 1:
            return self.finding(Code.WRONG_VALUE_KEY, file, (*path, given[0]), "key", expected=self.key, found=given[0])
        return self.finding(Code.SEVERAL_FIGURES, file, path, "key", keys=", ".join(given), expected=self.key)
