"""What remains of a file when each defective part is replaced by a neutral one, so that other checks can go on."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from stratsel.diagnostics.span import KeyPath
from stratsel.intake.shape import KEY_OF_MAPPING, file_path
from stratsel.model.base import Entity
from stratsel.terms import UNKNOWN

M = TypeVar("M", bound=Entity)

NEUTRAL_ID = "unnamed"
"""An id where the file's own is missing or defective."""
_ROUNDS = 8
_TEXT = "?"
_DAY = "0001-01-01"
_SCALE = {"kind": "rubric", "levels": {}}
"""A scale that measures nothing: no figure can be held against it."""
_TIER = {"id": NEUTRAL_ID, "title": _TEXT, "places": 1}
_LATEST = "9999-12-31"
_NOBODY: dict[str, Any] = {"x-tier": []}
"""Tiers of a decision that put nobody anywhere: what begins with `x-` is no tier."""
_DECISION = {"date": _DAY, "by": _TEXT, "tiers": _NOBODY, "departures": {}}
_WAIVER = {"candidate": NEUTRAL_ID, "screen": NEUTRAL_ID, "by": _TEXT, "why": _TEXT, "until": _LATEST}
_SCREEN = {"id": NEUTRAL_ID, "title": _TEXT, "require": {}, "on_fail": "flag", "on_unknown": "flag"}

_ENTRIES: dict[str, Any] = {
    "assessments": UNKNOWN, "fields": UNKNOWN, "cost": UNKNOWN, "entries": _TEXT, "levels": _TEXT,
    "departures": _TEXT, "opinions": {"opinion": "none"},
    "sources": {"title": _TEXT, "publisher": _TEXT, "date": UNKNOWN, "grade": "secondary"},
    "agencies": {"name": _TEXT}, "items": {"title": _TEXT}, "scales": _SCALE, "shares": [0, 100],
    "lists": {"title": _TEXT, "valid": [_DAY, _DAY], "entries": {}},
}  # fmt: skip
"""By the key of a mapping whose keys are ids: what a defective value in it becomes."""
_ITEMS: dict[str, Any] = {
    "for": {"source": NEUTRAL_ID, "quote": _TEXT}, "against": {"source": NEUTRAL_ID, "quote": _TEXT},
    "history": {"date": _DAY, "status": _TEXT}, "criteria": {"id": NEUTRAL_ID, "title": _TEXT}, "tiers": _TIER,
    "screens": _SCREEN, "any_of": {}, "all_of": {}, "present": NEUTRAL_ID, "in": _TEXT,
    "quotas": {"field": NEUTRAL_ID, "value": 0}, "decisions": _DECISION, "waivers": _WAIVER, "recused": NEUTRAL_ID,
    "ties": NEUTRAL_ID, "options": NEUTRAL_ID, "aliases": _TEXT, "languages": "en", "valid": _DAY,
    "statements": f"{NEUTRAL_ID} >= 0",
}  # fmt: skip
"""By the key of a list: what a defective item becomes; taking it out would shift the others from their places."""
_VALUES: dict[str, Any] = {
    "id": NEUTRAL_ID, "title": _TEXT, "question": _TEXT, "owner": _TEXT, "proposer": _TEXT, "by": _TEXT, "why": _TEXT,
    "name": _TEXT, "publisher": _TEXT, "quote": _TEXT, "who": _TEXT, "status": _TEXT, "unit": _TEXT,
    "source": NEUTRAL_ID,
    "date": _DAY, "reference_date": _DAY, "grade": "secondary", "role": "maintainers", "standing": "illustration",
    "require": {}, "on_fail": "flag", "on_unknown": "flag", "field": NEUTRAL_ID, "value": 0, "departures": {},
    "candidate": NEUTRAL_ID, "screen": NEUTRAL_ID, "until": _LATEST, "opinion": "none",
    "method": "direct", "weight": 1, "places": 1, "type": "text", "valid": [_DAY, _DAY], "entries": {},
    "assessments": {}, "levels": {}, "decision": {"question": _TEXT, "owner": _TEXT, "reference_date": _DAY},
    "weighting": {"method": "direct", "by": _TEXT, "why": _TEXT}, "shortlist": {"tiers": [_TIER]}, "tiers": [_TIER],
}  # fmt: skip
"""By key: what a defective value becomes, or one that is missing."""
_VALUES_OF: dict[str, dict[str, Any]] = {"decision/1": {"tiers": _NOBODY}}
_ENTRIES_OF: dict[str, dict[str, Any]] = {
    "criteria/1": {"fields": {"type": "text", "question": _TEXT}},
    "scenario/1": {"assessments": {}, "weights": 1},
}
"""By the kind of file: the keys that mean something else there."""


class _Neutral(NamedTuple):
    """What values and entries of mappings become in one kind of file."""

    values: Mapping[str, Any]
    entries: Mapping[str, Any]


class _Out:
    """Stands for a value to be taken out."""


OUT = _Out()


def mended(data: Any, model: type[M], errors: list[ErrorDetails]) -> M | None:
    """Return the model of what remains, or None where nothing sensible does."""
    header = get_args(model.model_fields["stratsel"].annotation)[0]
    values = {"stratsel": header, **_VALUES, **_VALUES_OF.get(header, {})}
    neutral = _Neutral(values, {**_ENTRIES, **_ENTRIES_OF.get(header, {})})
    tried: Counter[KeyPath] = Counter()
    for _ in range(_ROUNDS):
        if not isinstance(data, dict):
            return None
        data = replaced(data, _changes(data, errors, neutral, tried))
        try:
            return model.model_validate(data)
        except ValidationError as error:
            errors = error.errors(include_url=False, include_context=False)
    return None


def _changes(data: Any, errors: list[ErrorDetails], neutral: _Neutral, tried: Counter[KeyPath]) -> dict[KeyPath, Any]:
    """Return the new value for each place: the deepest that explain the errors, then, where that was in vain, above."""
    places: dict[KeyPath, bool] = {}
    for error in errors:
        path = file_path(error["loc"], data)
        if error["type"] == "missing":
            path = (*path, error["loc"][-1])
        places[path] = places.get(path, False) or _is_out_of_place(error)
    above = {path[:length] for path in places for length in range(len(path))}
    changes = {}
    for path, out in places.items():
        if path in above:
            continue
        target = path[: max(len(path) - tried[path], 0)]
        changes[target] = OUT if out and target == path else _neutral(target, neutral, is_retry=target != path)
        tried[path] += 1
    return changes


def _is_out_of_place(error: ErrorDetails) -> bool:
    return error["type"] == "extra_forbidden" or error["loc"][-1:] == (KEY_OF_MAPPING,)


def _neutral(path: KeyPath, neutral: _Neutral, *, is_retry: bool) -> Any:
    """Return what a value at a path becomes."""
    key, parent = path[-1] if path else "", path[-2] if len(path) > 1 else ""
    if key == "date" and path[0] == "assessments":
        return OUT
    if isinstance(key, int):
        return _ITEMS.get(str(parent), NEUTRAL_ID if path[-3:-2] == ("tiers",) else OUT)
    if parent in neutral.entries:
        return neutral.entries[str(parent)]
    if key == "scale":
        return _SCALE
    return OUT if is_retry else neutral.values.get(str(key), OUT)


def replaced(data: Any, changes: Mapping[KeyPath, Any]) -> Any:
    """Return the data with the values at some paths replaced, added or taken `OUT`; what is not on the way is shared.

    Of a list, nothing is taken out; a change inside a changed value is passed over.
    """
    if () in changes:
        return changes[()]
    below: dict[str | int, dict[KeyPath, Any]] = {}
    for path, value in changes.items():
        below.setdefault(path[0], {})[path[1:]] = value
    copy: Any = dict(data) if isinstance(data, dict) else list(data)
    for step, inner in below.items():
        value = inner[()] if () in inner else replaced(copy[step], inner)
        if value is not OUT:
            copy[step] = value
        elif isinstance(copy, dict):
            copy.pop(step, None)
        else:
            copy[step] = None
    return copy
