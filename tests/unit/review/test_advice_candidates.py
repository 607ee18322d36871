import pytest

from stratsel import check
from stratsel.diagnostics.codes import Code
from stratsel.review.advice_candidates import LOCATED

APART = {"a": [3, 0], "b": [2, 1], "c": [1, 2], "d": [0, 3]}


def found(folder, *codes):
    return [each for each in check([folder], advice=True).findings if each.code in codes]


# --- dominance --------------------------------------------------------------------------------------------------------


def test_nobody_dominates_anybody(write):
    assert found(write({"p": 60, "q": 40}, APART), Code.DOMINATED_CANDIDATE) == []


def test_those_nowhere_better_are_told_beside_the_first_that_dominates_them(write):
    """d is behind a and c alike; a comes first."""
    cars = {"a": [4, 1], "b": [1, 1], "c": [0, 4], "d": [0, 1]}
    (finding,) = found(write({"p": 60, "q": 40}, cars), Code.DOMINATED_CANDIDATE)
    assert finding.facts == {"candidate": "a", "others": "`b`, `d`", "count": 2}
    assert finding.where.file.endswith("candidates/a.yaml")
    assert finding.where.path == ("id",)
    assert [each.file.rpartition("/")[2] for each in finding.related] == ["b.yaml", "d.yaml"]


def test_many_are_counted_and_some_are_named(write):
    cars = {"a": [4, 4], **{f"car{at}": [3, 3] for at in range(8)}}
    (finding,) = found(write({"p": 60, "q": 40}, cars), Code.DOMINATED_CANDIDATE)
    assert finding.facts == {"candidate": "a", "others": "`car0`, `car1`, `car2`, …", "count": 8}
    assert len(finding.related) == LOCATED


def test_whoever_has_no_place_is_no_measure(write):
    """b dominates c and d; the only place is that of a."""
    cars = {"a": [4, 0], "b": [2, 2], "c": [1, 2], "d": [1, 1]}
    assert found(write({"p": 90, "q": 10}, cars), Code.DOMINATED_CANDIDATE) == []
    (finding,) = found(write({"p": 90, "q": 10}, cars, places=(2,)), Code.DOMINATED_CANDIDATE)
    assert finding.facts["candidate"] == "b"


def test_a_leaf_of_no_weight_counts_for_nothing(write):
    cars = {"a": [3, 0, 0], "b": [2, 0, 4]}
    (finding,) = found(write({"p": 60, "q": 40, "r": 0}, cars), Code.DOMINATED_CANDIDATE)
    assert (finding.facts["candidate"], finding.facts["others"]) == ("a", "`b`")


def test_what_is_shown_counts_and_not_what_is_possible(write):
    """The range of b reaches above a, and its lower end counts."""
    (finding,) = found(write({"p": 60, "q": 40}, {"a": [3, 3], "b": [[2, 4], 3]}), Code.DOMINATED_CANDIDATE)
    assert finding.facts["others"] == "`b`"


def test_whoever_has_something_left_out_is_not_compared(write):
    """What c shows is nowhere better, yet nobody can say what it is worth on q."""
    cars = {"a": [4, 4], "b": [3, 4], "c": [3, None]}
    missing = {"kind": "available", "at_least": 0.5}
    (finding,) = found(write({"p": 60, "q": 40}, cars, missing=missing), Code.DOMINATED_CANDIDATE)
    assert finding.facts["others"] == "`b`"


def test_likely_figures_count_where_the_order_is_by_them(write):
    """Shown, b is nowhere better than a; by the middle of its range it is better on q."""
    cars = {"a": [4, 2], "b": [3, [2, 4]]}
    assert found(write({"p": 60, "q": 40}, cars, missing="refuse"), Code.DOMINATED_CANDIDATE) == []
    assert len(found(write({"p": 60, "q": 40}, cars), Code.DOMINATED_CANDIDATE)) == 1


# --- evidence ---------------------------------------------------------------------------------------------------------


def source(publisher, grade="press"):
    return {"title": "Report", "publisher": publisher, "date": "2025-10-01", "grade": grade}


SOURCES = {
    "paper": source("The Paper"),
    "radio": source("The Radio"),
    "maker": source("The Maker", "company"),
    "office-page": source({"en": "the  office"}, "official"),
    "short-name": source("TO", "official"),
}


def cited(*sources, level=4):
    return {"level": level, "why": "Read.", "for": [{"source": each, "quote": f"As {each} says."} for each in sources]}


def resting(write, assessment, **more):
    """What is said of the evidence of the first car."""
    folder = write({"p": 60, "q": 40}, {"a": [assessment, 3], "b": [3, 0]}, sources=SOURCES, **more)
    return [
        (each.code, each.facts["candidate"], each.where.path)
        for each in found(folder, Code.OWN_WORD, Code.SINGLE_SOURCE)
    ]


@pytest.mark.parametrize(
    ("assessment", "code"),
    [
        (cited("paper"), Code.SINGLE_SOURCE),
        (cited("paper", "radio"), None),
        (cited("maker"), Code.OWN_WORD),
        (cited("maker", "office-page"), Code.OWN_WORD),
        (cited("short-name"), Code.OWN_WORD),
        (cited("maker", "paper"), None),
        (cited("paper", level=3), None),
        (cited("paper", level=[3, 4]), None),
        ({"level": 4, "why": "Seen by us."}, None),
    ],
)
def test_what_a_best_level_rests_on(write, assessment, code):
    expected = [(code, "a", ("assessments", "p"))] if code else []
    assert resting(write, assessment) == expected


def test_a_proposer_that_is_no_agency(write):
    assert resting(write, cited("paper"), proposer="the paper") == [(Code.OWN_WORD, "a", ("assessments", "p"))]


def test_the_best_amount_is_one_too(write):
    scale = {"kind": "quantity", "unit": "m", "worst": 0, "best": 10, "outside": "silent"}
    metres = {**cited("paper"), "amount": 12}
    del metres["level"]
    other = {"amount": 2, "why": "Measured."}
    folder = write({"p": 60, "q": 40}, {"a": [metres, other], "b": [other, other]}, scale=scale, sources=SOURCES)
    assert len(found(folder, Code.SINGLE_SOURCE)) == 1


def test_only_of_those_who_have_a_place_or_are_tied_for_one(write):
    cars = {"a": [4, 4], "b": [cited("paper"), 0]}
    assert found(write({"p": 60, "q": 40}, cars, sources=SOURCES), Code.SINGLE_SOURCE) == []
    tied = {"a": [4, 4], "b": [cited("paper"), 4]}
    assert len(found(write({"p": 60, "q": 40}, tied, sources=SOURCES), Code.SINGLE_SOURCE)) == 1
