from dataclasses import replace

import pytest

from stratsel.model.base import in_language
from stratsel.results.build import reasons_of
from stratsel.results.reasons import FilePlace
from stratsel.terms import Stance

# Line 1 is `stratsel: candidate/1`; the four lines of the head come first.
ALPHA = """\
sources:
  daily: {title: Report, publisher: {en: The Daily}, date: 2025-11, grade: press}
  rumour: {title: Talk, publisher: A blog, date: unknown, grade: secondary}
assessments:
  freshness:
    level: 3
    why: Seen on every visit.
    for:
      - {source: daily, quote: always fresh, note: on page 3}
    against:
      - source: rumour
        quote: not on Mondays
        answer: Closed on Mondays.
  menu: 2
  price: {amount: 30, why: As offered.}
  delivery: {choice: hired, why: As offered.}"""


@pytest.fixture
def reasons(join):
    def of(**kitchens: str):
        ranking = join({"beta": "{freshness: 0, menu: 0, price: 50, delivery: fetched}"} | kitchens).ranking
        return {each.id: each.reasons for each in ranking.candidates}

    return of


def test_strengths_are_the_three_leaves_that_bring_most(reasons):
    alpha = reasons(alpha=ALPHA)["alpha"]
    # 40, 16, 40/3, 10
    assert [(each.standing.leaf, each.place.line) for each in alpha.strengths] == [
        ("freshness", 9),
        ("price", 19),
        ("menu", 18),
    ]
    assert [each.standing.points for each in alpha.strengths] == pytest.approx([40, 16, 40 / 3], abs=1e-9)
    assert {each.place.file for each in alpha.strengths} == {"candidates/alpha.yaml"}


def test_weakest_is_the_leaf_that_costs_most(reasons):
    # freshness 0, menu 20/3, price 4, delivery 10
    weakest = reasons(alpha=ALPHA)["alpha"].weakest
    assert (weakest.standing.leaf, weakest.place) == ("delivery", FilePlace("candidates/alpha.yaml", 20))


def test_evidence_with_source_and_line(reasons):
    praise, doubt = reasons(alpha=ALPHA)["alpha"].evidence
    assert (praise.leaf, praise.stance, praise.quote) == ("freshness", Stance.FOR, "always fresh")
    assert in_language(praise.note, "en") == "on page 3"
    assert in_language(praise.publisher, "en") == "The Daily"
    assert (praise.date, praise.grade, praise.place.line) == ("2025-11", "press", 13)
    assert (doubt.stance, doubt.date, doubt.place.line) == (Stance.AGAINST, None, 16)
    assert in_language(doubt.answer, "en") == "Closed on Mondays."


def test_nothing_lacking(reasons):
    best = reasons(alpha="{freshness: 3, menu: 3, price: 25, delivery: own}")["alpha"]
    assert best.weakest is None
    assert best.evidence == best.unknown == ()


def test_nothing_to_praise(reasons):
    found = reasons(alpha="{freshness: 3, menu: 3, price: 25, delivery: own}")
    assert found["beta"].strengths == ()
    assert found["beta"].weakest.standing.leaf == "freshness"


def test_what_the_dossier_leaves_out_is_placed_at_its_assessments(reasons):
    alpha = reasons(alpha="{menu: 1, price: unknown, delivery: own}")["alpha"]
    assert [standing.leaf for standing in alpha.unknown] == ["freshness", "price"]
    assert (alpha.weakest.standing.leaf, alpha.weakest.place.line) == ("freshness", 5)


def test_a_leaf_without_weight_is_never_the_weakest(join, criteria):
    without = criteria.replace("{id: price, weight: 1,", "{id: price, weight: 0,")
    ranking = join({"alpha": "{freshness: 3, menu: 3, price: unknown, delivery: own}"}, without).ranking
    assert ranking.candidates[0].reasons.weakest is None


def test_dossiers_are_read_once_for_each_candidate_however_much_is_unknown(join):
    joined = join({"alpha": "{}", "beta": "{freshness: 0, menu: 0, price: 50, delivery: fetched}"})
    read = []

    def counted(candidate: str):
        read.append(candidate)
        return joined.loaded.round.read_dossier(candidate)

    round_ = replace(joined.loaded.round, read_dossier=counted)
    alpha = joined.problem.alternatives.index("alpha")
    found = reasons_of(round_, joined.problem, joined.evaluation, joined.loaded.places, alpha)
    assert len(found.unknown) == 4
    assert sorted(read) == sorted(set(read))
