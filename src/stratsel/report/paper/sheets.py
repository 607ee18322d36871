"""What people fill in for each candidate with a place, and what the analysis does not do."""

from collections.abc import Iterator

from stratsel.language.catalogue import N_
from stratsel.report.document import Blank, Block, Bullets, Heading, Paragraph
from stratsel.report.paper.placed import placed
from stratsel.report.robustness.words import Words
from stratsel.results.paper import Paper

_PRODUCT = N_("Product")
_SHEET = (
    N_("Person"),
    N_("Task"),
    N_("Responsibility"),
    N_("Time"),
    N_("Authority"),
    _PRODUCT,
    N_("Resources"),
    N_("Chief engineer"),
    N_("Chief architect"),
)
_LIMITS = (
    N_("It orders what the dossiers show: with a thin dossier one stands low for that, and not for being worse."),
    N_("It knows what the cited sources say, up to the date of the round; what they leave out it does not know."),
    N_("Levels, weights and scales are choices. The paper says whose, and what other choices would change."),
    N_("Draws vary weights and judgements within what the files allow; they say nothing of what the files forgot."),
    N_("It informs those who decide, and decides nothing."),
)


def sheets_blocks(paper: Paper, words: Words) -> Iterator[Block]:
    """Yield a sheet for each candidate with a place: the seven things that are to be clear, and who leads."""
    chosen = placed(paper.ranking)
    if chosen:
        sentence = N_(
            "Seven things are to be clear before work begins, and who leads it. What is blank stands in no file of the "
            "round: it is for those who decide to fill in."
        )
        yield Paragraph(words.say(sentence))
    for each in chosen:
        name = words.candidate(each.id)
        yield Heading(3, name)
        yield Blank(tuple((words.say(label), name if label == _PRODUCT else "") for label in _SHEET))


def limits_blocks(words: Words) -> Iterator[Block]:
    """Yield what the analysis does not do."""
    yield Bullets(tuple(map(words.say, _LIMITS)))
