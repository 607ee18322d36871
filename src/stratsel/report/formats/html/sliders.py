"""“What if”: the weights as sliders, and beside the round's own order the one that they give."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from stratsel.language.catalogue import N_
from stratsel.language.numbers import NO_BREAK_SPACE, format_number, round_half_up
from stratsel.report.formats.html.anchors import Anchors
from stratsel.report.formats.html.labels import SPOKEN
from stratsel.report.robustness.words import Words
from stratsel.report.tables import tied_ranks
from stratsel.results.leaf import HUNDRED
from stratsel.results.ranking import Ranking
from stratsel.results.what_if import WhatIf, WhatIfCandidate, WhatIfNode

_UNFILLED = {name: f"{{{name}}}" for name in ("tier", "names", "count", "share", "own")}
"""The places in what is spoken: the script of the page fills them."""


@dataclass(frozen=True, slots=True)
class SliderView:
    """A slider: `value` is a whole percentage, `share` the exact one as written, `own` says that it is the round's."""

    anchor: str
    criterion: str
    title: str
    value: str
    share: str
    own: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """The sliders of siblings."""

    title: str
    sliders: tuple[SliderView, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A candidate as it stands in the round; `length` is its points without marks, for a bar."""

    candidate: str
    title: str
    anchor: str
    rank: str
    points: str
    length: str
    tier: str


@dataclass(frozen=True, slots=True)
class TierView:
    """A tier, empty for none, with its head and those who stand in it."""

    tier: str
    head: str
    places: tuple[PlaceView, ...]


@dataclass(frozen=True, slots=True)
class SlidersView:
    """All of it; `spoken` is what the script says, as JSON."""

    groups: tuple[GroupView, ...]
    tiers: tuple[TierView, ...]
    spoken: str


def payload_json(payload: WhatIf | None) -> str:
    """Return the payload as JSON that can stand in an element of a page, nothing where there is none."""
    if payload is None:
        return ""
    nodes = [{key: value for key, value in asdict(each).items() if key != "title"} for each in payload.nodes]
    candidates = [{key: value for key, value in asdict(each).items() if key != "title"} for each in payload.candidates]
    tiers = [{"tier": each.tier, "places": each.places} for each in payload.tiers]
    return _in_script({"nodes": nodes, "candidates": candidates, "tiers": tiers, "minimum": payload.minimum})


def _in_script(value: object) -> str:
    """Return a value as JSON of which nothing can end the element that it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def sliders_view(payload: WhatIf, words: Words, anchors: Anchors) -> SlidersView | None:
    """Return the sliders and the table; None where there is nothing to weigh against each other."""
    groups = tuple(_groups(payload, words, anchors))
    if not groups or not payload.candidates:
        return None
    language = words.sentences.language
    sample = format_number(1000, language)
    spoken = {key: words.say(sentence, **_UNFILLED) for key, sentence in SPOKEN.items()}
    titles = {
        "candidates": {each.candidate: words.quoted(each.candidate) for each in payload.candidates},
        "tiers": {tier.tier: words.tier(tier.tier) for tier in payload.tiers},
        "marks": {"thousands": sample[1], "point": sample[5], "percent": f"{NO_BREAK_SPACE}%"},
    }
    text = json.dumps(spoken | titles, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return SlidersView(groups, tuple(_tiers(payload, words, anchors)), text)


def _groups(payload: WhatIf, words: Words, anchors: Anchors) -> Iterator[GroupView]:
    """Yield the groups of siblings, from the top; one by itself weighs everything whatever it weighs."""
    siblings: dict[str | None, list[WhatIfNode]] = {}
    for node in payload.nodes:
        siblings.setdefault(node.parent, []).append(node)
    for parent, nodes in siblings.items():
        if len(nodes) > 1:
            sliders = tuple(_slider(node, words, anchors) for node in nodes)
            yield GroupView(words.criterion(parent), sliders, is_open=parent is None)


def _slider(node: WhatIfNode, words: Words, anchors: Anchors) -> SliderView:
    value = str(round_half_up(HUNDRED * node.share, 0))
    share = words.sentences.percent_points(node.share)
    own = words.say(N_("round: {share}"), share=share)
    title = words.criterion(node.criterion)
    return SliderView(anchors.weight(node.criterion), node.criterion, title, value, share, own)


def _tiers(payload: WhatIf, words: Words, anchors: Anchors) -> Iterator[TierView]:
    first = 1
    for tier in payload.tiers:
        head = words.sentences.tier_places(tier.title, first, tier.places)
        yield TierView(tier.tier, head, _places(payload, tier.tier, words, anchors))
        first = tier.places + 1
    yield TierView("", words.say(N_("No place")), _places(payload, None, words, anchors))


def _places(payload: WhatIf, tier: str | None, words: Words, anchors: Anchors) -> tuple[PlaceView, ...]:
    tied = tied_ranks(words.ranking)
    return tuple(_place(each, tied, words, anchors) for each in payload.candidates if each.tier == tier)


def _place(each: WhatIfCandidate, tied: set[int], words: Words, anchors: Anchors) -> PlaceView:
    points = words.sentences
    return PlaceView(
        each.candidate,
        words.candidate(each.candidate),
        anchors.total(each.candidate),
        points.rank(each.rank, each.rank in tied),
        format_number(each.points, points.language),
        str(round_half_up(each.points)),
        _standing(words.ranking, each, words),
    )


def _standing(ranking: Ranking, each: WhatIfCandidate, words: Words) -> str:
    titles = {tier.id: tier.title for tier in ranking.tiers}
    landing = next(one.landing for one in ranking.candidates if one.id == each.candidate)
    return words.sentences.tier(titles.get(each.tier or ""), [titles[tie.tier] for tie in landing.ties])
