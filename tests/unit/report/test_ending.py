from dataclasses import replace

from stratsel.report.document import Paragraph
from stratsel.report.ending import ending, inputs_entry, unrounded
from stratsel.report.sentences import Sentences


def test_inputs_in_full_and_in_short(made):
    ranking, sentences = made.small(), Sentences("en")
    digest = "sha256:" + "0123456789abcdef" * 4
    assert [line.text for line in inputs_entry(ranking, sentences, in_full=True).lines] == [
        f"{digest} · criteria/tools.yaml · stratsel 1.2.3"
    ]
    assert [line.text for line in inputs_entry(ranking, sentences, in_full=False).lines] == [
        "sha256:0123456789ab… · criteria/tools.yaml · stratsel 1.2.3"
    ]


def test_only_what_is_not_official_says_whose_it_is(made):
    _, closing = ending(made.small(), Sentences("en"), in_full=True)
    assert closing.text.endswith("not an official result.")
    assert len([*ending(made.official(), Sentences("en"), in_full=True)]) == 1


def test_what_is_not_rounded(made):
    ranking = made.small()
    assert not [*unrounded(ranking, Sentences("en"))]
    rounded = replace(ranking, round=replace(ranking.round, resolution=0.25))
    sentence = "The order is by the whole rounded to 0.25 points; the points here are not rounded."
    assert [*unrounded(rounded, Sentences("en"))] == [Paragraph(sentence, is_quiet=True)]
