from dataclasses import replace

import pytest

from stratsel.report.document import Heading, Paragraph
from stratsel.report.formats import markdown, terminal
from stratsel.report.options import RenderOptions
from stratsel.report.robustness.compose import compose_robustness, part_words
from stratsel.results.robustness.part import RobustnessPart


def headings(document):
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2]


def paragraphs(document):
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("language", ["en", "vi"])
def test_each_part_has_a_heading_and_says_what_it_is_about(language, made_study, made):
    document = compose_robustness(made_study.beside(made.small()), language)
    assert len(headings(document)) == len(set(headings(document))) == len(RobustnessPart)
    assert {part_words(part, language) for part in RobustnessPart} <= set(paragraphs(document))


def test_it_begins_with_the_banner_and_ends_with_whose_it_is(made_study, made):
    document = compose_robustness(made_study.beside(made.small()), "en")
    assert document.banner.startswith("ILLUSTRATION")
    assert paragraphs(document)[-1].endswith("not an official result.")
    assert compose_robustness(made_study.beside(made.official()), "en").banner == ""


def test_a_part_that_the_round_does_not_admit_says_so(made_study, made):
    told = paragraphs(compose_robustness(made_study.empty(made.small()), "en"))
    assert told.count("Not given here: values are no plain weighted sums, or very many candidates are ranked.") == 1


def test_nobody_is_ranked(made_study, made):
    document = compose_robustness(made_study.empty(made.nobody()), "en")
    assert "Nobody is ranked." in paragraphs(document)
    assert headings(document) == []


def test_no_line_of_others_passes_for_ours(made_study, made):
    hostile = "# 1\n\x1b[31m| a | b |\u202e"
    ranking = made.small()
    first = replace(ranking.candidates[0], title=hostile)
    ranking = replace(ranking, candidates=(first, *ranking.candidates[1:]))
    document = compose_robustness(made_study.beside(ranking), "en")
    text, marked = terminal.write(document, RenderOptions("en")), markdown.write(document)
    assert not {"\x1b", "\u202e"} & set(text + marked)
    assert not any(line.startswith(("# 1", "| a |")) for line in marked.splitlines())
    assert not any("\n" in told for told in paragraphs(document))
