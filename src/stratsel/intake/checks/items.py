"""A dossier's marks against a checklist: which items are met, and of which nobody knows."""

from typing import Any

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.intake.checks.leaf import FINE, LeafRule, Read
from stratsel.intake.nearest import nearest
from stratsel.model.assessments import Assessed
from stratsel.model.scale import Checklist


class ItemRule(LeafRule):
    """Items under `met` and `unknown`; one that stands in neither is not met."""

    def __init__(self, leaf: str, scale: Checklist, *, refuses_unknown: bool = False) -> None:
        super().__init__(leaf, scale, refuses_unknown=refuses_unknown)
        self._items = dict.fromkeys(scale.items)

    def read_short(self, written: Any, file: str, path: KeyPath) -> Read:
        """Refuse a bare figure: which items are met must be said."""
        found = ", ".join(map(str, written)) if isinstance(written, list) else str(written)
        return None, [self.finding(Code.WRONG_VALUE_KEY, file, path, expected=self.key, found=found)]

    def read_full(self, keys: dict[str, Any], file: str, path: KeyPath) -> Read:
        """Read which items are met and which are open."""
        if keys["likely"] is not None:
            where = (*path, "likely")
            return None, [self.finding(Code.WRONG_VALUE_KEY, file, where, "key", expected=self.key, found="likely")]
        named: set[str] = set()
        findings = []
        for key in self.own_keys:
            for at, item in enumerate(keys[key] or ()):
                amiss = self._amiss(item, named, file, (*path, key, at))
                if amiss is not None:
                    findings.append(amiss)
                named.add(item)
        if findings:
            return None, findings
        met = keys[self.own_keys[0]] or ()
        return Assessed(self._in_order(met), self._in_order(named)), FINE

    def _amiss(self, item: str, named: set[str], file: str, path: KeyPath) -> Diagnostic | None:
        if item not in self._items:
            facts = {"item": item, "leaf": self.leaf, "items": ", ".join(self._items)}
            return Diagnostic(Code.UNKNOWN_ITEM, Where(file, path), facts, nearest(item, self._items))
        return self.finding(Code.REPEATED_ITEM, file, path, item=item) if item in named else None

    def _in_order(self, items: Any) -> tuple[str, ...]:
        return tuple(item for item in self._items if item in items)
