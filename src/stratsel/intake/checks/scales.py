"""Scales that can measure: two ends that differ, values that run one way."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.model.scale import AnyScale, Calendar, Checklist, Choice, Quantity, Rubric, as_key
from stratsel.terms import UNKNOWN

MIN_LEVELS = 2

_Located = tuple[KeyPath, str, int | Decimal]
"""The path of a value, what it is the value of, the value."""


def scale_findings(file: str, path: KeyPath, scale: AnyScale) -> Iterator[Diagnostic]:
    """Yield what is wrong with the scale at a path of a criteria file."""
    if isinstance(scale, Rubric):
        yield from _rubric(file, path, scale)
    elif isinstance(scale, Quantity):
        yield from _quantity(file, path, scale)
    elif isinstance(scale, Calendar):
        if scale.worst == scale.best:
            yield Diagnostic(Code.FLAT_SCALE, Where(file, (*path, "best")), {"value": str(scale.best)})
    elif isinstance(scale, Checklist):
        yield from _items(file, (*path, "items"), scale)
    else:
        yield from _options(file, (*path, "options"), scale)


def _rubric(file: str, path: KeyPath, scale: Rubric) -> Iterator[Diagnostic]:
    levels = sorted(scale.levels)
    if len(levels) < MIN_LEVELS:
        yield Diagnostic(Code.SINGLE_LEVEL, Where(file, (*path, "levels"), "key"))
        return
    span = levels[-1] - levels[0]
    if scale.step is not None and scale.step >= span:
        facts: dict[str, Fact] = {"found": str(scale.step), "bound": f"< {as_key(span)}"}
        yield Diagnostic(Code.NUMBER_OUT_OF_BOUNDS, Where(file, (*path, "step")), facts)
    if "values" not in scale.model_fields_set:
        return
    here: KeyPath = (*path, "values")
    if len(scale.values) != len(levels):
        counts = {"values": len(scale.values), "levels": len(levels)}
        yield Diagnostic(Code.VALUES_UNLIKE_LEVELS, Where(file, here), counts)
        return
    values = [
        ((*here, at), as_key(level), value) for at, (level, value) in enumerate(zip(levels, scale.values, strict=True))
    ]
    yield from _rising(file, here, values)


def _quantity(file: str, path: KeyPath, scale: Quantity) -> Iterator[Diagnostic]:
    if "points" in scale.model_fields_set:
        yield from _points(file, path, scale)
        return
    ends = {"worst": scale.worst, "best": scale.best}
    for key, amount in ends.items():
        if amount is None:
            yield Diagnostic(Code.MISSING_KEY, Where(file, path, "key"), {"key": key})
        elif scale.is_logarithmic and amount <= 0:
            yield Diagnostic(Code.LOG_OF_ZERO, Where(file, (*path, key)), {"key": key, "amount": str(amount)})
    if scale.worst is not None and scale.worst == scale.best:
        yield Diagnostic(Code.FLAT_SCALE, Where(file, (*path, "best")), {"value": str(scale.best)})


def _points(file: str, path: KeyPath, scale: Quantity) -> Iterator[Diagnostic]:
    beside = [key for key in ("worst", "best", "shape") if key in scale.model_fields_set]
    here: KeyPath = (*path, "points")
    if beside:
        yield Diagnostic(
            Code.CONFLICTING_KEYS, Where(file, here, "key"), {"key": "points", "others": ", ".join(beside)}
        )
        return
    if len(scale.points) < MIN_LEVELS:
        yield Diagnostic(Code.SINGLE_LEVEL, Where(file, here, "key"))
        return
    values = [((*here, as_key(amount)), as_key(amount), value) for amount, value in sorted(scale.points.items())]
    yield from _one_way(file, here, values)


def _rising(file: str, path: KeyPath, values: Sequence[_Located], sign: int = 1) -> Iterator[Diagnostic]:
    """Yield the first value that turns back, and that all are the same; `sign` is -1 where values are to fall."""
    if len({value for _, _, value in values}) == 1:
        yield Diagnostic(Code.FLAT_SCALE, Where(file, path, "key"), {"value": str(values[0][2])})
    for (_, _, before), (where, of, value) in pairwise(values):
        if sign * value < sign * before:
            facts: dict[str, Fact] = {"value": str(value), "of": of, "before": str(before)}
            yield Diagnostic(Code.UNORDERED_VALUES, Where(file, where), facts)
            return


def _one_way(file: str, path: KeyPath, values: Sequence[_Located]) -> Iterator[Diagnostic]:
    """Yield the first value that turns back, where all may rise or all may fall."""
    steps = ((value > before) - (value < before) for (_, _, before), (_, _, value) in pairwise(values))
    yield from _rising(file, path, values, next(filter(None, steps), 1))


def _items(file: str, path: KeyPath, scale: Checklist) -> Iterator[Diagnostic]:
    yield from _reserved(file, path, scale.items)
    if all(item.weight == 0 for item in scale.items.values()):
        yield Diagnostic(Code.WEIGHTLESS_ITEMS, Where(file, path, "key"))


def _options(file: str, path: KeyPath, scale: Choice) -> Iterator[Diagnostic]:
    if len(scale.options) < MIN_LEVELS:
        yield Diagnostic(Code.SINGLE_LEVEL, Where(file, path, "key"))
    yield from _reserved(file, path, scale.options)
    before = None
    for name, option in scale.options.items():
        if before is not None and option.value < before:
            yield Diagnostic(Code.UNORDERED_OPTIONS, Where(file, (*path, name, "value")), {"option": name})
        before = option.value
    values = {option.value for option in scale.options.values()}
    if len(scale.options) >= MIN_LEVELS and len(values) == 1:
        yield Diagnostic(Code.FLAT_SCALE, Where(file, path, "key"), {"value": str(before)})


def _reserved(file: str, path: KeyPath, names: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield that something is called by the word that says that nothing is known."""
    if UNKNOWN in names:
        yield Diagnostic(Code.MALFORMED_ID, Where(file, (*path, UNKNOWN), "key"), {"found": UNKNOWN})
