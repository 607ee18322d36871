from dataclasses import replace
from itertools import pairwise

import pytest

from stratsel.report.document import Entries, Figure, Heading, Paragraph
from stratsel.report.paper.compose import compose_paper
from stratsel.report.paper.section import Section

TITLES = {
    Section.SUMMARY: "Summary",
    Section.METHOD: "Criteria and weights",
    Section.MATRIX: "What the dossiers say, before any total",
    Section.RANKING: "The order, and how firm it is",
    Section.REASONS: "Justifications",
    Section.OPINIONS: "Opinions and decisions",
    Section.ROBUSTNESS: "What would change the result",
    Section.METHODS: "Appendix: other methods",
    Section.SHEETS: "Sheets for those who decide",
    Section.LIMITS: "Limits of this analysis",
    Section.SOURCES: "Sources",
}
"""Those that the small round has something for; it has no scenario and no advice."""
END = "What this paper was made from"


def heads(document, level=2):
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == level]


def test_sections_in_their_order(paper):
    assert heads(compose_paper(paper, "en")) == [*TITLES.values(), END]


@pytest.mark.parametrize("section", TITLES)
def test_one_section_alone_keeps_its_title_and_the_end(section, paper):
    document = compose_paper(paper, "en", [section])
    assert heads(document) == [TITLES[section], END]
    assert heads(document, 1) == ["Tools of the year"]


@pytest.mark.parametrize("section", [Section.WHAT_IF, Section.ADVICE])
def test_what_the_round_has_nothing_for_leaves_no_gap(section, paper):
    assert heads(compose_paper(paper, "en", [section])) == [END]


def test_sections_stand_in_their_own_order_whichever_is_asked_for_first(paper):
    asked = [Section.SOURCES, Section.SUMMARY]
    assert heads(compose_paper(paper, "en", asked)) == ["Summary", "Sources", END]


def test_levels_go_down_one_by_one(paper):
    levels = [block.level for block in compose_paper(paper, "en").blocks if isinstance(block, Heading)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels.count(1) == 1


def test_no_heading_without_a_word_under_it(paper):
    blocks = compose_paper(paper, "en").blocks
    bare = [
        one.text
        for one, following in pairwise(blocks)
        if isinstance(one, Heading) and isinstance(following, Heading) and following.level <= one.level
    ]
    assert not bare
    assert not isinstance(blocks[-1], Heading)


def test_digest_version_and_seed_stand_at_the_end(paper):
    entries, closing = compose_paper(paper, "en").blocks[-2:]
    assert isinstance(entries, Entries)
    told = {entry.term: entry.lines[0].text for entry in entries.entries}
    assert told["Inputs"] == f"{paper.ranking.round.digest} · criteria/tools.yaml · stratsel 1.2.3"
    assert told["Draws"].endswith("seed 7")
    assert isinstance(closing, Paragraph)


def test_a_round_in_its_owners_name_has_neither_banner_nor_closing(papers):
    document = compose_paper(papers.bare(papers.MADE["official"]()), "en")
    assert document.banner == ""
    assert isinstance(document.blocks[-1], Entries)


def test_the_banner_is_the_rounds(paper):
    assert compose_paper(paper, "en").banner.startswith("ILLUSTRATION by the office")
    assert "văn phòng" in compose_paper(paper, "vi").banner


def test_texts_without_a_translation_are_counted(paper):
    """In English: none. In Vietnamese: a note, an answer and an opinion's reason that are in English alone.

    The reasons of departures have both; the question, which is plain in an English file, stands in the summary.
    """
    assert not any("another language" in text for text in quiet(compose_paper(paper, "en")))
    sections = [Section.REASONS, Section.OPINIONS]
    assert quiet(compose_paper(paper, "vi", sections))[0].endswith("ngôn ngữ khác: 3")
    assert quiet(compose_paper(paper, "vi", [*sections, Section.SUMMARY]))[0].endswith("ngôn ngữ khác: 4")


def quiet(document):
    return [block.text for block in document.blocks[:3] if isinstance(block, Paragraph) and block.is_quiet]


def test_figures_have_names_of_their_own(paper):
    names = [block.name for block in compose_paper(paper, "en").blocks if isinstance(block, Figure)]
    assert names == ["contributions", "acceptability", "stability-second", "tornado-first", "methods"]


def test_only_those_named_are_justified(paper):
    document = compose_paper(paper, "en", [Section.REASONS], ["d"])
    assert heads(document, 3) == ["Why “Drill” is ranked 4"]


@pytest.mark.parametrize("name", ["nobody", "alone", "silent", "geometric", "available", "plain", "official"])
@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_kind_of_round_is_written(name, language, papers):
    document = compose_paper(papers.bare(papers.MADE[name]()), language)
    assert document.blocks[0] == Heading(1, {"en": "Tools of the year", "vi": "Công cụ của năm"}[language])


def test_a_round_without_tiers(papers):
    """Nobody can have a place: there is an order, and no sheet."""
    ranking = papers.MADE["alone"]()
    only = replace(ranking.candidates[0], landing=papers.MADE["Landing"](None), places={})
    document = compose_paper(papers.bare(replace(ranking, tiers=(), candidates=(only,))), "en")
    assert "The order, and how firm it is" in heads(document)
    assert "Sheets for those who decide" not in heads(document)


def test_five_hundred_candidates(papers):
    document = compose_paper(papers.bare(papers.MADE["many"](500)), "en")
    assert heads(document)[-1] == END


def test_the_same_twice(paper):
    assert compose_paper(paper, "vi") == compose_paper(replace(paper), "vi")
