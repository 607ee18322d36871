"""What to decide in the meeting: ties, missing reasons, screens, the lines, what to find out, weights, advice."""

from collections.abc import Iterator

from stratsel.language.catalogue import N_
from stratsel.report.advice import advice_entries
from stratsel.report.paper.placed import placed
from stratsel.report.robustness.words import Words
from stratsel.results.crossing import EPSILON
from stratsel.results.paper import Paper
from stratsel.results.robustness.margin import MarginBar, MarginNow, Tornadoes
from stratsel.results.robustness.part import RobustnessPart
from stratsel.results.robustness.stability import CriterionInterval, Stability

MAX_SETTLES, MAX_WEIGHTS, MAX_MOVERS = 3, 2, 2
"""How many assessments, weights, and things that move a line are put on the agenda."""


def agenda_items(paper: Paper, words: Words) -> Iterator[str]:
    """Yield what people have to settle, what to find out first, and which weights to confirm."""
    yield from _ties(paper, words)
    yield from _reasons(paper, words)
    yield from _screens(paper, words)
    yield from _lines(paper, words)
    yield from _settles(paper, words)
    yield from _weights(paper, words)
    if paper.ranking.advice:
        count = words.sentences.count(len(advice_entries(paper.ranking, words.sentences, in_full=True).entries))
        yield words.say(N_("Advice on the decision, to be answered before anybody signs: {count}."), count=count)


def _ties(paper: Paper, words: Words) -> Iterator[str]:
    chosen = placed(paper.ranking)
    for tier in paper.ranking.tiers:
        tied = [(each, tie) for each in chosen for tie in each.landing.ties if tie.tier == tier.id]
        if tied:
            facts = {
                "tier": words.sentences.quoted(tier.title),
                "names": words.sentences.named([each.title for each, _ in tied]),
                "count": words.sentences.count(tied[0][1].places_left),
            }
            yield words.say(N_("Settle who takes the places left in {tier} ({count}): {names} are tied."), **facts)


def _reasons(paper: Paper, words: Words) -> Iterator[str]:
    told = []
    for decision in paper.ranking.decisions:
        moved = sum(each.why is None for each in decision.departures)
        if moved:
            told.append(f"{words.sentences.date(decision.date)} ({words.sentences.count(moved)})")
    if told:
        sentence = N_("Put on record why decisions depart from the order: {decisions}.")
        decisions = " · ".join(told)
        yield words.say(sentence, decisions=decisions)


def _screens(paper: Paper, words: Words) -> Iterator[str]:
    titles = {screen.id: screen.title for screen in paper.ranking.screens}
    undecided = paper.ranking.open_places.screens
    if undecided:
        screen, most = max(undecided, key=lambda pair: pair[1])
        facts = {
            "count": words.sentences.count(len(undecided)),
            "screen": words.sentences.quoted(titles[screen]),
            "most": words.sentences.count(most),
        }
        sentence = N_("Screens that may still exclude: {count}; most candidates wait for {screen} ({most}).")
        yield words.say(sentence, **facts)


def _lines(paper: Paper, words: Words) -> Iterator[str]:
    tornado = paper.robustness.parts.get(RobustnessPart.TORNADO)
    if isinstance(tornado, Tornadoes):
        tied = {tie.tier for each in placed(paper.ranking) for tie in each.landing.ties}
        for now in tornado.margins:
            if now.tier not in tied:
                yield _line(now, [bar for bar in tornado.rows if bar.tier == now.tier], words)


def _line(now: MarginNow, bars: list[MarginBar], words: Words) -> str:
    """Say who stands on either side of a line, and which open assessments could move that most."""
    facts = {
        "tier": words.sentences.quoted(words.tier(now.tier)),
        "inside": words.quoted(now.inside),
        "outside": words.quoted(now.outside),
        "margin": words.sentences.points(now.margin),
    }
    if now.margin <= EPSILON:
        sentence = N_(
            "{outside} has as many points as {inside}, the last in {tier}; only the ties rule separates them."
        )
        return words.say(sentence, **facts)
    turning = [bar for bar in bars if bar.candidate is not None and min(bar.margin_at_low, bar.margin_at_high) < 0]
    if not turning:
        return words.say(N_("{outside} is {margin} points short of {tier}; nothing open turns that alone."), **facts)
    told = [words.say(N_("{outside} is {margin} points short of {tier}."), **facts)]
    for candidate, sentence in (
        (now.outside, N_("First find out of it: {criteria}.")),
        (now.inside, N_("First find out of {inside}: {criteria}.")),
    ):
        criteria = " · ".join(
            words.criterion(bar.criterion) for bar in turning[:MAX_MOVERS] if bar.candidate == candidate
        )
        if criteria:
            told.append(words.say(sentence, **facts, criteria=criteria))
    return " ".join(told)


def _settles(paper: Paper, words: Words) -> Iterator[str]:
    for each in paper.ranking.open_places.settles[:MAX_SETTLES]:
        facts = {
            "criterion": words.criterion(each.standing.leaf),
            "candidate": words.candidate(each.candidate),
            "now": words.sentences.figure(each.standing),
            "best": words.sentences.count(each.if_best),
            "worst": words.sentences.count(each.if_worst),
        }
        sentence = N_(
            "Find out: {criterion} ({candidate}), now {now}. Places that this makes sure: {best} at its best, "
            "{worst} at its worst."
        )
        yield words.say(sentence, **facts)


def _weights(paper: Paper, words: Words) -> Iterator[str]:
    stability = paper.robustness.parts.get(RobustnessPart.STABILITY)
    if isinstance(stability, Stability):
        tiers = {tier.id for tier in paper.ranking.tiers}
        limited = [row for row in stability.rows if row.keeps in tiers and row.is_limited]
        nearest = sorted(limited, key=lambda row: min(_down(row), _up(row)))[:MAX_WEIGHTS]
        if nearest:
            sentence = N_("Confirm the weights that first fill a tier otherwise: {weights}.")
            weights = " · ".join(_weight(row, words) for row in nearest)
            yield words.say(sentence, weights=weights)


def _down(row: CriterionInterval) -> float:
    """Return how far a weight may fall until the tier is filled otherwise."""
    return row.weight - row.low if row.ahead_at_low or row.behind_at_low else float("inf")


def _up(row: CriterionInterval) -> float:
    """Return how far a weight may rise until the tier is filled otherwise."""
    return row.high - row.weight if row.ahead_at_high or row.behind_at_high else float("inf")


def _weight(row: CriterionInterval, words: Words) -> str:
    is_up = _up(row) <= _down(row)
    facts = {
        "criterion": words.sentences.quoted(words.criterion(row.criterion)),
        "to": words.sentences.points(row.high if is_up else row.low, [row.weight]),
        "weight": words.sentences.points(row.weight),
        "tier": words.sentences.quoted(words.tier(row.keeps)),
    }
    if is_up:
        return words.say(N_("{criterion}, now {weight}, above {to} points ({tier})"), **facts)
    return words.say(N_("{criterion}, now {weight}, below {to} points ({tier})"), **facts)
