"""A small paper of the four tools of `tests/reports/made.py`, with the payload that its weights and values make.

Use weighs 60, cost 40 = price 30 + speed 10. On use, price and speed, 0 to 1: a 3/4, 1/2, 1; b and c 1/2, 4/5, 0; d
nothing. So a has 45 + 15 + 10 = 70, b and c 30 + 24 = 54, d 0.
"""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from stratsel.report.charts.kinds import Series, StackedBars
from stratsel.report.document import (
    Blank,
    Bullets,
    Document,
    Entries,
    Entry,
    Figure,
    Heading,
    Line,
    Paragraph,
)
from stratsel.report.formats.html import write
from stratsel.report.justification import Justifier
from stratsel.report.options import PaperOptions
from stratsel.report.paper.section import Section
from stratsel.report.sentences import Sentences
from stratsel.report.tables import order_table
from stratsel.results.paper import Paper
from stratsel.results.robustness.study import Robustness
from stratsel.results.what_if import WhatIf, WhatIfCandidate, WhatIfNode, WhatIfTier

VALUES = {"a": (0.75, 0.5, 1.0), "b": (0.5, 0.8, 0.0), "c": (0.5, 0.8, 0.0), "d": (0.0, 0.0, 0.0)}
CHART = StackedBars(("Hammer",), (Series("Use", (45.0,), ("45.0",)),), ("45.0",), "points", 45.0)


def payload_of(ranking):
    nodes = tuple(
        WhatIfNode(each.id, each.title, each.parent, share, each.is_leaf)
        for each, share in zip(ranking.criteria, (0.6, 0.4, 0.75, 0.25), strict=True)
    )
    candidates = tuple(
        WhatIfCandidate(
            each.id,
            each.title,
            each.rank,
            each.value,
            each.tier,
            dict(zip(("use", "price", "speed"), VALUES[each.id], strict=True)),
        )
        for each in ranking.candidates
    )
    tiers = tuple(WhatIfTier(tier.id, tier.title, tier.places) for tier in ranking.tiers)
    return WhatIf(nodes, candidates, tiers, 0.0)


def paper_of(ranking):
    robustness = Robustness(ranking, 0, 0, {})
    return Paper(ranking, robustness, None, payload_of(ranking), {}, {}, (), ())


def document_of(ranking, language):
    sentences = Sentences(language)
    justifier = Justifier(ranking, sentences, in_full=True)
    reasons = [justifier.entries(each, each.reasons) for each in ranking.candidates if each.reasons is not None]
    return Document(
        language,
        sentences.banner(ranking.round),
        (
            Heading(1, sentences.words(ranking.round.title)),
            Paragraph("made for a test", is_quiet=True),
            Heading(2, "The order", Section.RANKING.value),
            order_table(ranking, ranking.candidates, sentences),
            Figure("contributions", CHART, "Where the points come from", "One bar of 45.0 points."),
            Heading(2, "Reasons"),
            *reasons,
            Heading(3, "To fill in"),
            Blank((("Person", ""), ("Product", "Hammer"))),
            Bullets(("first", "second")),
            Entries((Entry("Source", (Line("https://example.org/a?b=1&c=2"), Line("javascript:alert(1)"))),)),
        ),
    )


@pytest.fixture
def small(made):
    ranking = made.small()
    return SimpleNamespace(
        ranking=ranking,
        paper=paper_of(ranking),
        documents=[document_of(ranking, language) for language in ("en", "vi")],
    )


@pytest.fixture
def retitled(made):
    """Makes a paper and its document whose every candidate, criterion, tier and owner bears one text."""

    def make(text):
        base = made.small()
        ranking = replace(
            base,
            round=replace(base.round, title=text, owner=text),
            criteria=tuple(replace(each, title=text) for each in base.criteria),
            tiers=tuple(replace(each, title=text) for each in base.tiers),
            candidates=tuple(replace(each, title=text) for each in base.candidates),
        )
        return paper_of(ranking), [document_of(ranking, "en")]

    return make


@pytest.fixture
def written():
    return lambda paper, documents: write(paper, documents, PaperOptions()).decode()
