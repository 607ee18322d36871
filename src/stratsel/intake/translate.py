"""From pydantic's errors to findings: one for each mistake, in the words of the file."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic_core import ErrorDetails

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import KeyPath, Part, Where
from stratsel.intake.nearest import has_one_near, nearest, nearest_number
from stratsel.intake.shape import KEY_OF_MAPPING, file_path, keys_of, models_at, shape_of, value_at
from stratsel.language.visible import SEEN
from stratsel.model.base import ID_PATTERN, Entity
from stratsel.model.candidate import Candidate
from stratsel.model.later import KEYS
from stratsel.reading.scalar import plain_scalar
from stratsel.terms import UNKNOWN, Shape

_ENOUGH = 1_000
"""More findings about one file than these are not looked for."""

EXPECTED_TYPES: dict[str, Shape] = {
    "string_type": Shape.TEXT,
    "int_type": Shape.WHOLE_NUMBER,
    "is_instance_of": Shape.NUMBER,
    "list_type": Shape.LIST,
    "tuple_type": Shape.LIST,
    "dict_type": Shape.MAPPING,
    "model_type": Shape.MAPPING,
    "model_attributes_type": Shape.MAPPING,
    "date_expected": Shape.DATE,
    "day_expected": Shape.DAY,
}
"""What pydantic's complaints of a wrong type expect, each in our words."""

_UNION_SHAPES: dict[frozenset[Shape], Shape] = {
    frozenset({Shape.TEXT, Shape.MAPPING}): Shape.TEXT_OR_LANGUAGES,
    frozenset({Shape.WHOLE_NUMBER, Shape.NUMBER}): Shape.NUMBER,
    frozenset({Shape.WHOLE_NUMBER, Shape.NUMBER, Shape.LIST}): Shape.FIGURE,
    frozenset({Shape.WHOLE_NUMBER, Shape.NUMBER, Shape.TEXT, Shape.MAPPING}): Shape.TEXT,
    frozenset({Shape.WHOLE_NUMBER, Shape.NUMBER, Shape.TEXT, Shape.LIST, Shape.MAPPING}): Shape.FIGURE,
    frozenset({Shape.WHOLE_NUMBER, Shape.NUMBER, Shape.TEXT}): Shape.FIGURE,
    frozenset({Shape.TEXT, Shape.LIST}): Shape.FIGURE,
    frozenset({Shape.DATE, Shape.LIST}): Shape.DATES,
    frozenset({Shape.WHOLE_NUMBER, Shape.NUMBER, Shape.TEXT, Shape.LIST}): Shape.THRESHOLD,
}

_BOUNDS = {"greater_than": ("gt", ">"), "greater_than_equal": ("ge", "≥"), "less_than_equal": ("le", "≤")}
_LANGUAGES = ("en", "vi")
_LENGTHS = {"too_short": "min_length", "too_long": "max_length"}
_PAIR = 2
"""The length of lists that have to be just so long; a longer one is a limit."""

TRANSLATED = {
    *EXPECTED_TYPES, *_BOUNDS, *_LENGTHS,
    "missing", "extra_forbidden", "literal_error", "union_tag_invalid", "union_tag_not_found", "string_too_short",
    "string_too_long", "string_pattern_mismatch", "malformed_id", "impossible_date", "malformed_level",
    "unsafe_address", "malformed_statement",
}  # fmt: skip
"""Every type of error that the models can raise; a test holds it complete."""


class Translator:
    """Turns the errors of one file's validation into findings."""

    def __init__(self, file: str, data: Any, model: type[Entity], version: str) -> None:
        self.file = file
        self.data = data
        self.model = model
        self.version = version

    def findings(self, errors: list[ErrorDetails]) -> list[Diagnostic]:
        """Return one finding for each mistake; a union's several complaints of one value are one mistake."""
        by_path: dict[KeyPath, list[ErrorDetails]] = {}
        for error in errors:
            if not _counts_amiss(error):
                by_path.setdefault(file_path(error["loc"], self.data), []).append(error)
        above = {path[:length] for path in by_path for length in range(len(path))}
        found: list[Diagnostic] = []
        for path, group in by_path.items():
            found.extend(self._at_one_place(path, group, path in above))
            if len(found) > _ENOUGH:
                break
        return found

    def _at_one_place(self, path: KeyPath, errors: list[ErrorDetails], leads_on: bool) -> Iterator[Diagnostic]:
        """Yield the findings about one value; `leads_on` where something inside it is wrong as well."""
        of_keys = [error for error in errors if error["type"] in ("missing", "extra_forbidden")]
        yield from self._of_keys(path, of_keys)
        rest = [error for error in errors if error["type"] not in ("missing", "extra_forbidden")]
        types = [error for error in rest if error["type"] in EXPECTED_TYPES]
        content = [error for error in rest if error["type"] not in EXPECTED_TYPES and not _is_unknown_literal(error)]
        is_told = isinstance(value_at(path, self.data), dict | list) and bool(leads_on or of_keys)
        if content and not (is_told and content[0]["type"] == "literal_error"):
            yield self._of_content(path, content[0])
        elif is_told:
            return  # other branches of a union refuse its shape, while its own branch says what is wrong inside
        elif types:
            yield self._wrong_type(path, types)
        elif rest:
            yield self._of_content(path, rest[0])

    def _of_keys(self, path: KeyPath, errors: list[ErrorDetails]) -> Iterator[Diagnostic]:
        """Yield the findings about keys; what is missing beside a later version's word may be what that word brings."""
        here = value_at(path, self.data)
        for error in errors:
            models = models_at(error["loc"][:-1], self.model)
            words = {word for model in models for word in KEYS.get(model, ())}
            if error["type"] == "extra_forbidden":
                yield self._of_unknown_key(path, words, keys_of(models))
            elif words.isdisjoint(here):
                yield self._finding(Code.MISSING_KEY, path, "key", key=str(error["loc"][-1]))

    def _of_unknown_key(self, path: KeyPath, later: set[str], known: list[str]) -> Diagnostic:
        key = str(path[-1])
        if key in later:
            return self._finding(Code.UNREAD_WORD, path, "key", word=key, version=self.version)
        free = [name for name in known if name not in value_at(path[:-1], self.data)]
        return self._finding(Code.UNKNOWN_KEY, path, "key", near=nearest(key, free), key=key)

    def _wrong_type(self, path: KeyPath, errors: list[ErrorDetails]) -> Diagnostic:
        shapes = frozenset(EXPECTED_TYPES[error["type"]] for error in errors)
        value = value_at(path, self.data)
        if path[-1:] == ("scale",):
            expected = Shape.SCALE
        elif _is_of_fact(path, shapes) or (path[:1] == ("fields",) and self.model is Candidate):
            expected = Shape.FACT
        else:
            expected = next(iter(shapes)) if len(shapes) == 1 else _UNION_SHAPES.get(shapes, Shape.FIGURE)
        if isinstance(value, dict | list | None):
            return self._finding(Code.WRONG_TYPE, path, expected=expected, found=shape_of(value))
        near = _meant(value, expected)
        return self._finding(Code.WRONG_TYPE, path, near=near, expected=expected, found=_shown(value))

    def _of_content(self, path: KeyPath, error: ErrorDetails) -> Diagnostic:
        kind, context, found = error["type"], error.get("ctx", {}), _as_written(error["input"])
        part: Part = "key" if error["loc"] and error["loc"][-1] == KEY_OF_MAPPING else "value"
        if kind == "literal_error":
            return self._unknown_option(path, found, _quoted(context["expected"]))
        if kind == "union_tag_invalid":
            return self._unknown_option((*path, "kind"), str(context["tag"]), _quoted(context["expected_tags"]))
        if kind == "union_tag_not_found":
            return self._finding(Code.MISSING_KEY, path, "key", key="kind")
        if kind in _BOUNDS:
            name, sign = _BOUNDS[kind]
            return self._finding(Code.NUMBER_OUT_OF_BOUNDS, path, found=found, bound=f"{sign} {context[name]}")
        if kind == "too_short" and isinstance(error["input"], dict):
            return self._finding(Code.EMPTY_TEXT, path)
        if kind == "too_long" and (isinstance(error["input"], dict) or context["max_length"] > _PAIR):
            count, limit = len(error["input"]), str(context["max_length"])
            return self._finding(Code.TOO_MANY_ENTRIES, path, "key", count=str(count), limit=limit)
        if kind in _LENGTHS:
            wanted, counted = str(context[_LENGTHS[kind]]), str(context["actual_length"])
            return self._finding(Code.WRONG_LENGTH, path, expected=wanted, found=counted)
        if kind == "string_pattern_mismatch" and context["pattern"] != ID_PATTERN:
            return self._of_pattern(path, part, found, str(context["pattern"]))
        codes = {
            "string_too_short": Code.EMPTY_TEXT, "string_pattern_mismatch": Code.MALFORMED_ID,
            "string_too_long": Code.MALFORMED_ID, "malformed_id": Code.MALFORMED_ID,
            "impossible_date": Code.IMPOSSIBLE_DATE, "malformed_level": Code.MALFORMED_LEVEL,
            "unsafe_address": Code.UNSAFE_ADDRESS, "malformed_statement": Code.MALFORMED_STATEMENT,
        }  # fmt: skip
        if kind in codes:
            return self._finding(codes[kind], path, part, found=found)
        return self._finding(Code.OTHER_DEFECT, path, part, detail=error["msg"])

    def _of_pattern(self, path: KeyPath, part: Part, found: str, pattern: str) -> Diagnostic:
        if pattern == SEEN:
            return self._finding(Code.EMPTY_TEXT, path)
        if part == "key":
            finding = self._finding(Code.UNKNOWN_KEY, path, part, near=nearest(found, _LANGUAGES), key=found)
            return replace(finding, has_one_near=has_one_near(found, _LANGUAGES))
        return self._unknown_option(path, found, list(_LANGUAGES))

    def _unknown_option(self, path: KeyPath, found: str, options: list[str]) -> Diagnostic:
        if path == ("missing",):
            options = [*options, "{kind: available, at_least: …}"]
        if path == ("uncertainty", "assessments"):
            options = [*options, "{levels: …}"]
        if path == ("stratsel",):
            return self._finding(Code.WRONG_KIND, path, expected=options[0], found=found)
        near = nearest(found, options)
        return self._finding(Code.UNKNOWN_OPTION, path, near=near, found=found, options=", ".join(options))

    def _finding(
        self, code: Code, path: KeyPath, part: Part = "value", near: str | None = None, **facts: Fact
    ) -> Diagnostic:
        return Diagnostic(code, Where(self.file, path, part), facts, near)


def _counts_amiss(error: ErrorDetails) -> bool:
    """Whether it misses items in a list that has them, because it did not count those with a defect of their own."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _is_of_fact(path: KeyPath, shapes: frozenset[Shape]) -> bool:
    """Whether a value of the criteria file is one that a field may have."""
    return path[:1] in (("screens",), ("shortlist",)) and shapes == {Shape.WHOLE_NUMBER, Shape.NUMBER, Shape.TEXT}


def _is_unknown_literal(error: ErrorDetails) -> bool:
    """Whether it only says that the value is not the word `unknown`, which a union allows beside other things."""
    return error["type"] == "literal_error" and error.get("ctx", {}).get("expected") == "'unknown'"


def _meant(value: Any, expected: Shape) -> str | None:
    """Return the number or the word that a text probably means where a figure is asked for."""
    if not isinstance(value, str):
        return None
    word = nearest(value, [UNKNOWN]) if expected in (Shape.FIGURE, Shape.DATES) else None
    number = nearest_number(value) if expected in (Shape.FIGURE, Shape.NUMBER, Shape.WHOLE_NUMBER) else None
    return word or number


def _shown(value: Any) -> str:
    """Return a value as the file writes it: in quotes where it is a text that reads as something else without them."""
    if isinstance(value, str) and not isinstance(plain_scalar(value), str):
        return f'"{value}"'
    return _as_written(value)


def _quoted(expected: str) -> list[str]:
    return expected.replace(" or ", ", ").replace("'", "").split(", ")


def _as_written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)[:200]
