"""How an order was made and how to read it: what was ranked, what its columns say, the rules, the weights."""

from collections.abc import Iterator

from stratsel.language.catalogue import N_
from stratsel.report.document import Entry, Line
from stratsel.report.firmness import draws_words
from stratsel.report.sentences import Sentences
from stratsel.results.ranking import Ranking
from stratsel.terms import Combine, Members, Missing

_ORDERS = {
    Missing.WORST: N_("by Shown: what is not shown does not count (missing: {missing})."),
    Missing.AVAILABLE: N_(
        "by what is known, its weights scaled up to the whole; a range counts by its likely figure, else by its middle "
        "(missing: {missing}, at least {least} of the weight)."
    ),
    Missing.REFUSE: N_(
        "nothing is unknown; a range counts by its likely figure, else by its middle (missing: {missing})."
    ),
}
_MEMBERS = {
    Members.ALL: N_("{tier} counts its places ({places}) by {field} and holds everybody of these: {held} in all."),
    Members.IN_ORDER: N_(
        "{tier} counts its places ({places}) by {field} and holds everybody down to the first too many: {held} in all."
    ),
}
_COMBINES = {
    Combine.GEOMETRIC: N_(
        "{criterion} is the weighted geometric mean of its parts: one part worth nothing makes it worth nothing."
    ),
    Combine.HARMONIC: N_(
        "{criterion} is the weighted harmonic mean of its parts: one part worth nothing makes it worth nothing."
    ),
    Combine.MINIMUM: N_("{criterion} is worth as much as its weakest part."),
    Combine.MAXIMUM: N_("{criterion} is worth as much as its strongest part."),
}


def counts_words(ranking: Ranking, sentences: Sentences) -> str:
    """Say how many candidates there are, by how much they were judged and as of when, and whether rules may change."""
    counts = {
        N_("ranked: {count}"): len(ranking.candidates),
        N_("not ranked: {count}"): len(ranking.unranked),
        N_("excluded: {count}"): len(ranking.excluded),
        N_("leaves: {count}"): sum(each.is_leaf for each in ranking.criteria),
        N_("screens: {count}"): len(ranking.screens),
    }
    told = [sentences.say(words, count=sentences.count(count)) for words, count in counts.items() if count]
    date = sentences.say(N_("judged as of {date}"), date=sentences.date(ranking.round.reference_date))
    return " · ".join([*told, date, sentences.status(ranking.round)])


def legend_entries(ranking: Ranking, sentences: Sentences) -> Iterator[Entry]:
    """Yield what the columns of the order say."""
    say = sentences.say
    shown = N_("what the dossier establishes: unknown counts as worst, a range by its lower end.")
    yield _entry(say(N_("Shown")), say(shown))
    yield _entry(say(N_("Possible")), say(N_("the same if everything open turned out best.")))
    yield _entry(say(N_("Unknown")), say(N_("the share of the weight on which the dossier knows nothing.")))
    if ranking.firmness is not None:
        draws = draws_words(ranking.firmness, sentences)
        yield _entry(say(N_("Keeps its tier")), say(N_("in how many draws: {draws}."), draws=draws))


def rules_entries(ranking: Ranking, sentences: Sentences) -> Iterator[Entry]:
    """Yield by what candidates are ordered, what separates those who stand level, and who set the weights and why."""
    facts, say = ranking.round, sentences.say
    yield Entry(say(N_("Order")), tuple(map(Line, _rules(ranking, sentences))))
    if facts.ties:
        titles = {each.id: each.title for each in ranking.criteria}
        nodes = " · ".join(sentences.words(titles[node]) for node in facts.ties)
        yield _entry(say(N_("Ties")), say(N_("separated by {criteria}, in this order."), criteria=nodes))
    by, why = sentences.words(facts.weighting_by), sentences.words(facts.weighting_why)
    yield _entry(say(N_("Weights")), say(N_("by {by}. {why}"), by=by, why=why))


def _entry(term: str, sentence: str) -> Entry:
    return Entry(term, (Line(sentence),))


def _rules(ranking: Ranking, sentences: Sentences) -> Iterator[str]:
    facts, say = ranking.round, sentences.say
    least = sentences.share(facts.at_least)
    yield say(_ORDERS[Missing(facts.missing)], missing=facts.missing, least=least)
    yield from _combined(ranking, sentences)
    if facts.resolution is not None:
        step = sentences.exact(facts.resolution)
        yield say(N_("Values are rounded half up to {step} points before anything compares them."), step=step)
    if facts.minimum:
        yield say(N_("Nobody below {points} points has a place."), points=sentences.exact(facts.minimum))
    for tier in ranking.tiers:
        title = sentences.quoted(tier.title)
        if tier.members is not None:
            places, held = sentences.count(tier.places), sentences.count(tier.held)
            field = sentences.quoted(tier.count or "")
            yield say(_MEMBERS[tier.members], tier=title, places=places, field=field, held=held)
        elif tier.is_limited:
            yield say(N_("{tier} keeps to its quotas: the best set by rank, place after place."), tier=title)


def _combined(ranking: Ranking, sentences: Sentences) -> Iterator[str]:
    """Say of what is no arithmetic mean how it is made of its parts."""
    if ranking.round.combine in _COMBINES:
        yield sentences.say(_COMBINES[ranking.round.combine], criterion=sentences.say(N_("The whole")))
    for each in ranking.criteria:
        if each.combine in _COMBINES:
            yield sentences.say(_COMBINES[each.combine], criterion=sentences.quoted(each.title))
