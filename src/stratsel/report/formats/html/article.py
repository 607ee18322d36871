"""One language's part of the page: its document in parts, with what a page adds to it."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from stratsel.language.catalogue import N_
from stratsel.report.banner import of_pages
from stratsel.report.document import Block, Document, Heading, Paragraph
from stratsel.report.formats.html.anchors import Anchors, only_once
from stratsel.report.formats.html.blocks import BlockViews
from stratsel.report.formats.html.labels import LABELS
from stratsel.report.formats.html.sliders import SlidersView, sliders_view
from stratsel.report.formats.html.totals import Totals, TotalView
from stratsel.report.formats.html.views import PartView
from stratsel.report.paper.section import Section
from stratsel.report.robustness.words import Words
from stratsel.report.sentences import Sentences
from stratsel.results.paper import Paper

NAMES = {"en": "English", "vi": "Tiếng Việt"}
"""Languages as they call themselves."""


class Article:
    """What the template shows of one document."""

    def __init__(self, paper: Paper, document: Document) -> None:
        self.paper, self.document = paper, document
        self.language = document.language
        self.name = NAMES.get(document.language, document.language)
        self.words = Words(paper.ranking, Sentences(document.language))
        self.anchors = Anchors(document.language)
        self.banner = of_pages(document.banner)
        self.say = self.words.say
        self.labels = {key: self.say(sentence) for key, sentence in LABELS.items()}

    @property
    def title(self) -> str:
        """The heading of the document."""
        return next((each.text for each in self.document.blocks if isinstance(each, Heading)), "")

    @property
    def introduction(self) -> str:
        """What stands between the first heading and the next."""
        first = self.document.blocks[1:2]
        return first[0].text if first and isinstance(first[0], Paragraph) else ""

    @cached_property
    def parts(self) -> tuple[PartView, ...]:
        """The document below its title, at its headings of the second level."""
        names = [(self.words.candidate(each.id), each.id) for each in self.paper.ranking.candidates]
        links = {name: self.anchors.total(key) for name, key in only_once(names).items()} if self.has_order else {}
        views = BlockViews(self.anchors, links, self.say(N_("Candidate")))
        return tuple(
            PartView(part.text, self.anchors.heading(), tuple(views.views(part.text, blocks)), _has_order(part))
            for part, blocks in self._divided()
        )

    @property
    def has_order(self) -> bool:
        """Whether the document has the order, and so what the page adds beside it."""
        found = any(isinstance(block, Heading) and _has_order(block) for block in self.document.blocks)
        return found and bool(self.paper.ranking.candidates)

    @cached_property
    def totals(self) -> tuple[TotalView, ...]:
        """What each total is made of; asked for after the parts, whose places it leads to."""
        assert self.parts
        return tuple(Totals(self.paper, self.words, self.anchors).views())

    @cached_property
    def sliders(self) -> SlidersView | None:
        """The sliders, None where an order cannot be made in a page."""
        payload = self.paper.what_if
        return None if payload is None else sliders_view(payload, self.words, self.anchors)

    def _divided(self) -> Iterator[tuple[Heading, Sequence[Block]]]:
        """Yield the headings of the second level, each with its blocks; that of what stands before them is empty."""
        blocks = self.document.blocks[2 if self.introduction else 1 :]
        starts = [at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 2]
        leading = blocks[: starts[0]] if starts else blocks
        if leading:
            yield Heading(2, ""), leading
        for start, end in pairwise([*starts, len(blocks)]):
            heading = blocks[start]
            assert isinstance(heading, Heading)
            yield heading, blocks[start + 1 : end]


def _has_order(part: Heading) -> bool:
    """Whether sliders and totals belong below a heading."""
    return part.name == Section.RANKING
