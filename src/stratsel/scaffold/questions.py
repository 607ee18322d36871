"""What a round asks of every dossier, in words: the lines that editors show and that a new dossier begins with.

Texts of the criteria file are data. They come out in one line each, with whatever cannot be seen made visible.
"""

import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from stratsel.language.catalogue import N_, say
from stratsel.language.visible import visible
from stratsel.model.base import Text, in_language
from stratsel.model.criteria import Criteria, Criterion, FieldDefinition
from stratsel.model.scale import AnyScale, Calendar, Checklist, Choice, Quantity, Rubric, as_key
from stratsel.model.threshold import ANY
from stratsel.terms import FieldType, Shape

_OF_FIELD = {FieldType.TEXT: Shape.TEXT, FieldType.NUMBER: Shape.NUMBER, FieldType.DATE: Shape.DATE}


def one_line(text: Text, language: str) -> str:
    """Return a text of the criteria file as one line that moves, hides and turns nothing."""
    return visible(unicodedata.normalize("NFC", " ".join(in_language(text, language).split())))


def above(criteria: Criteria) -> dict[str, tuple[Criterion, ...]]:
    """Return for each leaf the criteria above it, the topmost first."""
    found: dict[str, tuple[Criterion, ...]] = {}
    waiting: list[tuple[Criterion, tuple[Criterion, ...]]] = [(top, ()) for top in criteria.criteria]
    while waiting:
        criterion, path = waiting.pop()
        if criterion.is_leaf:
            found[criterion.id] = path
        waiting.extend((child, (*path, criterion)) for child in criterion.criteria)
    return found


def leaf_lines(leaf: Criterion, scale: AnyScale, path: tuple[Criterion, ...], language: str) -> list[str]:
    """Return what a leaf asks: its title below those of the criteria above it, its question, and how to answer."""
    lines = [" / ".join(one_line(each.title, language) for each in (*path, leaf))]
    if leaf.question is not None:
        lines.append(one_line(leaf.question, language))
    lines.extend(scale_lines(scale, language))
    if leaf.evidence_required_from is not None:
        lines.append(_duty(leaf.evidence_required_from, language))
    return lines


def scale_lines(scale: AnyScale, language: str) -> list[str]:
    """Return which figures a scale takes, with the words that say when each is reached."""
    if isinstance(scale, Rubric):
        return [_levels(scale, language), *_named(scale, language)]
    if isinstance(scale, Choice):
        sentence = N_("`choice`: one of these, a range [lower, higher] or `unknown`")
        return [say(language, sentence), *_named(scale, language)]
    if isinstance(scale, Checklist):
        sentence = N_("`met`: the items that are met; `unknown`: those of which nobody knows; or only `unknown`")
        items = (f"  {name}: {one_line(item.title, language)}" for name, item in scale.items.items())
        return [say(language, sentence), *items]
    if isinstance(scale, Calendar):
        sentence = N_(
            "`date`: from {worst} (worth 0) to {best} (worth 100); a day, month, quarter or year, a range or `unknown`"
        )
        return [say(language, sentence, worst=scale.worst, best=scale.best)]
    return _amounts(scale, language)


def field_lines(definition: FieldDefinition, criteria: Criteria, language: str) -> list[str]:
    """Return a field's question, and what may be given for it."""
    lines = [one_line(definition.question, language)]
    if definition.field_type in _OF_FIELD:
        return [*lines, _OF_FIELD[definition.field_type].label(language)]
    lines.append(say(language, N_("one of these or `unknown`:")))
    return [*lines, *(f"  {name}: {meaning}" if meaning else f"  {name}" for name, meaning in
                      choices(definition, criteria, language).items())]  # fmt: skip


def choices(definition: FieldDefinition, criteria: Criteria, language: str) -> dict[str, str]:
    """Return the words of which a field takes one, each with its meaning, which may be empty."""
    if definition.field_type is FieldType.OPTION:
        return dict.fromkeys(definition.options, "")
    entries = criteria.lists[str(definition.list)].entries
    return {name: one_line(title, language) for name, title in entries.items()}


def number_text(number: Decimal | int) -> str:
    """Return a number as a file writes it."""
    return as_key(Decimal(number))


def _levels(scale: Rubric, language: str) -> str:
    if scale.step is None:
        return say(language, N_("`level`: one of these, a range [low, high] or `unknown`"))
    sentence = N_("`level`: one of these or, in steps of {step}, between two, a range [low, high] or `unknown`")
    return say(language, sentence, step=number_text(scale.step))


def _named(scale: Rubric | Choice, language: str) -> Iterator[str]:
    for figure in scale.named_figures():
        name = number_text(figure) if isinstance(figure, int | Decimal) else str(figure)
        yield f"  {name}: {one_line(scale.meaning(figure), language)}"


def _amounts(scale: Quantity, language: str) -> list[str]:
    unit = one_line(scale.unit, language)
    if scale.worst is None or scale.best is None:
        worth = ", ".join(f"{number_text(at)} → {number_text(value)}" for at, value in scale.course())
        sentence = N_("`amount`: in {unit}, worth {worth}; a range [low, high] or `unknown`")
        return [say(language, sentence, unit=unit, worth=worth)]
    sentence = N_("`amount`: in {unit}, from {worst} (worth 0) to {best} (worth 100); a range [low, high] or `unknown`")
    return [say(language, sentence, unit=unit, worst=number_text(scale.worst), best=number_text(scale.best))]


def _duty(threshold: object, language: str) -> str:
    if threshold == ANY:
        return say(language, N_("every judgement needs evidence under `for`"))
    if isinstance(threshold, tuple):
        figure = ", ".join(threshold)
    else:
        figure = number_text(threshold) if isinstance(threshold, int | Decimal) else visible(str(threshold))
    return say(language, N_("evidence under `for` is needed from {figure} on"), figure=figure)
