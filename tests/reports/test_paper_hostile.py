"""Texts of files that would be more than text, in the paper: Markdown shows them and nothing of them runs."""

import re
import runpy
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from stratsel.report.document import Heading
from stratsel.report.formats import markdown
from stratsel.report.paper.compose import compose_paper
from stratsel.report.paper.section import Section
from stratsel.results.paper import ScaleFacts

HERE = Path(__file__).parent
HOSTILE = runpy.run_path(str(HERE / "test_hostile.py"))
TEXTS, SEEN, frame, tokens = (HOSTILE[name] for name in ("HOSTILE", "SEEN", "frame", "tokens"))


@pytest.fixture(scope="module")
def said():
    """The paper with a text of someone else's wherever a file has a say: also opinions, sources, scales."""
    papers = runpy.run_path(str(HERE / "made_paper.py"))

    def make(text):
        whole = papers["paper"]()
        ranking = papers["studied"](papers["MADE"]["said"](text))
        opinions = tuple(replace(each, name=text, why=text, quotes=(text, text)) for each in whole.opinions)
        sources = tuple(replace(each, title=text, publisher=text, url=text) for each in whole.sources)
        scales = {leaf: ScaleFacts(each.kind, text, text) for leaf, each in whole.scales.items()}
        return replace(whole, ranking=ranking, opinions=opinions, sources=sources, scales=scales)

    return make


@pytest.fixture(scope="module")
def written(said):
    return cache(lambda text, language: markdown.write(compose_paper(said(text), language)))


@pytest.mark.parametrize(("at", "name"), list(enumerate(TEXTS)))
def test_nothing_becomes_markup(at, name, written):
    language = ("en", "vi")[at % 2]
    shown = written(TEXTS[name], language)
    assert SEEN.fullmatch(shown)
    assert frame(shown) == frame(written("harmless", language))


@pytest.mark.parametrize("name", ["long", "unbroken"])
def test_nothing_is_cut(name, written):
    """A name of 10,000 letters stands wherever a short one does."""
    whole = " ".join(TEXTS[name].split())
    assert written(TEXTS[name], "en").count(whole) == written("harmless", "en").count("harmless")


def test_links_are_those_of_our_figures(written):
    for name in TEXTS:
        found = [dict(each.attrs)["src"] for each in tokens(written(TEXTS[name], "en")) if each.type == "image"]
        assert found == ["contributions", "acceptability", "stability-second", "tornado-first", "methods"]
        assert not [each for each in tokens(written(TEXTS[name], "en")) if each.type == "link_open"]


@pytest.mark.parametrize("word", ["javascript:", "<script", "=HYPERLINK("])
def test_what_would_run_elsewhere_stands_as_text(word, written):
    shown = written(f"a {word} b", "en")
    assert not re.search(r"(?<!\\)<script", shown)
    assert "](javascript:" not in shown


def test_a_text_in_another_language_alone_is_shown_and_said():
    whole = runpy.run_path(str(HERE / "made_paper.py"))["paper"]()
    titled = replace(whole, ranking=replace(whole.ranking, round=replace(whole.ranking.round, title={"vi": "Cái búa"})))
    english, vietnamese = (compose_paper(titled, language, [Section.LIMITS]) for language in ("en", "vi"))
    assert english.blocks[0] == vietnamese.blocks[0] == Heading(1, "Cái búa")
    assert english.blocks[1].text.endswith(" · texts in another language: 1")
    assert "ngôn ngữ khác" not in vietnamese.blocks[1].text


def test_tables_have_at_most_five_columns(written):
    for line, following in pairwise(written("harmless", "en").splitlines()):
        if line.startswith("|") and following.startswith("|--"):
            assert line.count(" | ") <= 4
