"""A dossier by itself: the school kitchens of `conftest.py`, with the points that stand there."""

from datetime import date

import pytest

from stratsel.results.feedback import MAX_WEIGHTY, Duty, dossier_standing
from stratsel.results.leaf import WrittenFigure
from stratsel.results.place import FilePlace
from stratsel.terms import Consequence, Outcome, ValueKey

# Lines 1 to 4 are the head.
CITED = """\
sources:
  daily: {title: Report, publisher: The Daily, date: 2025-11, grade: press}
assessments:
  freshness:
    level: [1, 3]
    why: Seen on some visits.
    for:
      - {source: daily, quote: always fresh}
      - {source: daily, quote: bought this morning}
    against:
      - {source: daily, quote: not on Mondays, answer: Closed on Mondays.}
  menu: 1
  delivery: own"""


@pytest.fixture
def standing(join):
    def of(candidate: str, *arguments, **options):
        joined = join(*arguments, **options)
        return dossier_standing(joined.loaded.round, joined.problem, joined.evaluation, candidate, joined.loaded.places)

    return of


def answers(found):
    return {answer.standing.leaf: answer for group in found.groups for answer in group.answers}


def near(*numbers: float):
    return pytest.approx(numbers, abs=1e-9)


def test_the_whole_and_its_groups(standing):
    found = standing("delta")
    assert (found.title, [group.title for group in found.groups]) == ("Kitchen delta", ["Food", "Supply"])
    assert (found.shown, found.possible, found.unknown) == near(60, 60 + 80 / 3, 0)
    assert [*answers(found)] == ["freshness", "menu", "price", "delivery"]
    assert (found.screens, found.met) == ((), ())


def test_what_hangs_on_evidence_comes_first_by_its_points(standing):
    """Delta gives bare figures: freshness 40/3 and 80/3 more, price and delivery 20 each, menu 20/3."""
    found = standing("delta")
    assert [answer.standing.leaf for answer in found.weighty] == ["freshness", "price", "delivery", "menu"]
    freshness = found.weighty[0]
    assert (freshness.gain, freshness.bare_points, freshness.at_stake) == near(80 / 3, 40 / 3, 40)


def test_what_is_unknown_could_bring_all_and_what_is_worth_nothing_hangs_on_nothing(standing):
    """Gamma: freshness unknown, of 40 points; menu 0, price beyond its worst, delivery fetched by the school."""
    found = standing("gamma")
    (only,) = found.weighty
    assert (only.standing.leaf, only.gain, only.bare_points) == ("freshness", pytest.approx(40), 0)
    assert found.unknown == pytest.approx(0.4)


def test_cited_evidence_bears_points_out(standing):
    """Freshness has evidence for it, so only the 80/3 points hang on more; price is left out: 20 points could come."""
    found = standing("delta", {"delta": CITED})
    freshness, price = answers(found)["freshness"], answers(found)["price"]
    assert (freshness.cited_for, freshness.cited_against, freshness.bare_points) == (2, 1, 0)
    assert (price.gain, price.cited_for, price.standing.is_unknown) == (20, 0, True)
    assert [answer.standing.leaf for answer in found.weighty] == ["freshness", "price", "delivery", "menu"]
    assert freshness.place == FilePlace("candidates/delta.yaml", 8)
    assert price.place == FilePlace("candidates/delta.yaml", 7), "where the assessments begin, as it is left out"


def test_evidence_against_alone_bears_nothing_out(standing):
    dossier = CITED.replace("    for:\n", "").replace("      - {source: daily, quote: always fresh}\n", "")
    dossier = dossier.replace("      - {source: daily, quote: bought this morning}\n", "")
    freshness = answers(standing("delta", {"delta": dossier}))["freshness"]
    assert (freshness.cited_for, freshness.cited_against, freshness.bare_points) == (0, 1, pytest.approx(40 / 3))


def test_rivals_change_nothing(standing, kitchens, tmp_path):
    """What is said of a dossier does not hang on who else was submitted."""
    beside = standing("beta")
    for part in (tmp_path / "criteria", tmp_path / "candidates"):
        for file in part.iterdir():
            file.unlink()
        part.rmdir()
    assert standing("beta", {"beta": kitchens["beta"]}) == beside


@pytest.mark.parametrize("missing", ["{kind: available, at_least: 0.5}", "worst"])
def test_what_is_shown_does_not_hang_on_what_the_order_is_by(standing, criteria, missing):
    """Under `available` the order leaves freshness out; the dossier shows nothing of its 40 points all the same."""
    freshness = answers(standing("gamma", criteria=f"{criteria}missing: {missing}\n"))["freshness"].standing
    assert (freshness.weight, freshness.points, freshness.possible_points) == near(40, 0, 40)


def six_leaves():
    leaves = "".join(
        f"  - {{id: leaf{at}, title: Leaf {at}, weight: {5 if at == 4 else 1}, scale: quality}}\n" for at in range(6)
    )
    return leaves, "{" + ", ".join(f"leaf{at}: unknown" for at in range(6)) + "}"


def test_five_are_named_and_of_equal_ones_the_first(standing, criteria):
    """Six unknown leaves, of which one weighs more."""
    leaves, unknown = six_leaves()
    head, _, tail = criteria.partition("criteria:\n  - id: food")
    text = f"{head}criteria:\n{leaves}shortlist:{tail.partition('shortlist:')[2]}"
    found = standing("zeta", {"zeta": unknown}, text)
    assert MAX_WEIGHTY == 5
    assert [answer.standing.leaf for answer in found.weighty] == ["leaf4", "leaf0", "leaf1", "leaf2", "leaf3"]
    assert [group.title for group in found.groups] == [f"Leaf {at}" for at in range(6)]


# --- what comes next, and from where on evidence is asked for -----------------------------------------

LEVELS = "{kind: rubric, levels: {0: Nothing, 2: Some, 3: All}, step: 1}"
VANS = "{kind: choice, options: {a: {value: 0, title: A}, b: {value: 40, title: B}, c: {value: 90, title: C}}}"
DAYS = "{kind: date, worst: 2026-12-31, best: 2025-12-31}"
ITEMS = "{kind: checklist, items: {plan: {title: Plan}, test: {title: Test}, sale: {title: Sale}}}"
RISING = "{kind: quantity, unit: kg, points: {0: 0, 5: 100, 9: 100}}"
FALLING = "{kind: quantity, unit: kg, points: {0: 100, 5: 100, 9: 0}}"
ENDS = "{kind: quantity, unit: kg, worst: 9, best: 2.5}"


@pytest.fixture
def answer(standing, criteria):
    """The answer on a leaf with a scale, which stands in for `price`."""

    def of(scale: str, figure: str, duty: str = ""):
        old = "scale: {kind: quantity, unit: thousand VND, worst: 50, best: 25}"
        assert old in criteria
        text = criteria.replace(old, f"scale: {scale}{duty}")
        dossier = f"{{freshness: 3, menu: 3, price: {figure}, delivery: own}}"
        return answers(standing("only", {"only": dossier}, text))["price"]

    return of


@pytest.mark.parametrize(
    ("scale", "figure", "aim"),
    [
        (LEVELS, "unknown", (ValueKey.LEVEL, 2, "Some")),
        (LEVELS, "[0, 3]", (ValueKey.LEVEL, 2, "Some")),
        (LEVELS, "[1, 3]", (ValueKey.LEVEL, 2, "Some")),
        (LEVELS, "2", (ValueKey.LEVEL, 3, "All")),
        (LEVELS, "3", None),
        (VANS, "unknown", (ValueKey.CHOICE, "b", "B")),
        (VANS, "[b, c]", (ValueKey.CHOICE, "c", "C")),
        (VANS, "c", None),
        (DAYS, "unknown", (ValueKey.DATE, date(2025, 12, 31), "2025-12-31")),
        (ITEMS, "unknown", (ValueKey.MET, ("plan", "test", "sale"), "Plan, Test, Sale")),
        (ITEMS, "{met: [test], unknown: [sale]}", (ValueKey.MET, ("plan", "sale"), "Plan, Sale")),
        (ITEMS, "{met: [plan, test, sale]}", None),
        (RISING, "[1, 2]", (ValueKey.AMOUNT, 5, "kg")),
        (FALLING, "unknown", (ValueKey.AMOUNT, 5, "kg")),
    ],
)
def test_what_comes_next(answer, scale, figure, aim):
    """The level or option above what is shown; the first amount that is worth most; what is not shown to be met."""
    found = answer(scale, figure).aim
    assert (found and (found.key, found.figure, found.meaning)) == aim


def test_the_best_amount_between_two_ends(answer):
    found = answer(ENDS, "unknown").aim
    assert (float(found.figure), found.meaning) == (2.5, "kg")


def test_from_where_on_evidence_is_asked_for(answer):
    assert answer(LEVELS, "1", ", evidence_required_from: 2").duty == Duty(WrittenFigure(ValueKey.LEVEL, 2, "Some"))


def test_evidence_may_be_asked_for_with_every_judgement(answer):
    assert answer(LEVELS, "1", ", evidence_required_from: any").duty == Duty(None)


def test_evidence_need_not_be_asked_for(answer):
    assert answer(LEVELS, "1").duty is None


# --- screens --------------------------------------------------------------------------------------

SCREENED = """\
fields:
  cook: {type: text, question: Who cooks?}
screens:
  - {id: named, title: Named, require: {present: [cook]}, on_fail: exclude, on_unknown: admit}
  - {id: own-van, title: Own van, require: {criterion: delivery, at_least: own}, on_fail: exclude, on_unknown: flag}
  - {id: fresh, title: Fresh, require: {criterion: freshness, at_least: 1}, on_fail: flag, on_unknown: flag}
"""
ONE = """\
fields: {cook: unknown}
assessments: {freshness: 3, menu: 3, price: 30, delivery: hired}"""
WAIVED = """\
waivers:
  - {candidate: only, screen: own-van, by: council, why: Its van is ordered., until: 2026-06-30}
"""


def test_screens_that_are_not_plainly_met_and_the_others(standing, criteria):
    found = standing("only", {"only": ONE}, criteria + SCREENED)
    assert [(each.screen, each.outcome, each.consequence) for each in found.screens] == [
        ("named", Outcome.UNDECIDED, Consequence.ADMIT),
        ("own-van", Outcome.FAILED, Consequence.EXCLUDE),
    ]
    assert [[(cause.about, cause.place.line) for cause in each.causes] for each in found.screens] == [
        [("cook", 5)],
        [("delivery", 6)],
    ]
    assert found.met == ("Fresh",)


def test_a_screen_that_was_waived_is_none_that_is_met(standing, criteria):
    found = standing("only", {"only": ONE}, criteria + SCREENED, WAIVED)
    assert [each.waiver is not None for each in found.screens] == [False, True]
    assert found.met == ("Fresh",)
