"""Screens of the school kitchens: what decides, in which line, and what follows."""

from decimal import Decimal

import pytest

from stratsel.results.place import FilePlace
from stratsel.results.screening import FieldCause, LeafCause, ValueCause
from stratsel.terms import Certainty, Consequence, Outcome

FIELDS = """\
fields:
  cook: {type: text, question: Who cooks?}
  staff: {type: number, question: How many cook?}
"""
# Line 1 is `stratsel: candidate/1`; the four lines of the head come first.
DOSSIER = """\
fields: {fields}
assessments:
  freshness: {freshness}
  menu: 2
  price: {price}
  delivery: hired"""


def dossier(fields: str = "{cook: An, staff: 3}", freshness: str = "3", price: str = "30") -> str:
    return DOSSIER.format(fields=fields, freshness=freshness, price=price)


def screen(require: str, on_fail: str = "exclude", on_unknown: str = "flag", name: str = "only") -> str:
    rule = f"on_fail: {on_fail}, on_unknown: {on_unknown}"
    return f"  - {{id: {name}, title: The {name}, require: {require}, {rule}}}\n"


@pytest.fixture
def screened(join, criteria):
    """Rank kitchens under screens."""

    def of(kitchens: dict[str, str], *screens: str, decision: str = ""):
        return join(kitchens, f"{criteria}{FIELDS}screens:\n{''.join(screens)}", decision).ranking

    return of


def everyone(ranking):
    return {each.id: each for each in (*ranking.candidates, *ranking.unranked, *ranking.excluded)}


NAMED = screen("{present: [cook, staff]}")


def test_who_fails_is_excluded_with_the_field_and_its_line(screened):
    ranking = screened(
        {"a": dossier(), "b": dossier("{cook: '', staff: 3}"), "c": dossier("{cook: unknown, staff: 3}")}, NAMED
    )
    assert [each.id for each in ranking.candidates] == ["a", "c"]
    [out] = ranking.excluded
    assert (out.id, out.title, out.file) == ("b", "Kitchen b", "candidates/b.yaml")
    # freshness 40, menu 40/3, price 16, delivery 10
    assert (out.shown, out.possible) == pytest.approx((238 / 3, 238 / 3), abs=1e-9)
    assert set(out.places.values()) == {Certainty.OUT}
    [verdict] = out.screens
    assert (verdict.screen, verdict.title, verdict.outcome) == ("only", "The only", Outcome.FAILED)
    assert (verdict.consequence, verdict.waiver, verdict.excludes) == (Consequence.EXCLUDE, None, True)
    assert verdict.causes == (FieldCause("cook", "Who cooks?", "", FilePlace("candidates/b.yaml", 5)),)


def test_who_is_met_is_said_nothing_of_and_who_is_undecided_is_flagged(screened):
    """A field that is unknown stands in its line; one that is left out, at the fields."""
    found = everyone(
        screened({"a": dossier(), "b": dossier("{cook: unknown, staff: 3}"), "c": dossier("{cook: An}")}, NAMED)
    )
    assert found["a"].screens == ()
    [unknown], [left_out] = found["b"].screens, found["c"].screens
    assert (unknown.outcome, unknown.consequence, unknown.excludes) == (Outcome.UNDECIDED, Consequence.FLAG, False)
    assert unknown.causes == (FieldCause("cook", "Who cooks?", None, FilePlace("candidates/b.yaml", 5)),)
    assert left_out.causes == (FieldCause("staff", "How many cook?", None, FilePlace("candidates/c.yaml", 5)),)


def test_undecided_may_exclude_and_the_places_stay_open(screened):
    ranking = screened({"a": dossier(), "b": dossier("{cook: An}")}, screen("{present: [staff]}", on_unknown="exclude"))
    [out] = ranking.excluded
    assert (out.id, out.screens[0].outcome, out.screens[0].excludes) == ("b", Outcome.UNDECIDED, True)
    # a and b are worth the same: should b come in, they would be tied for the one place
    assert out.places == {"first": Certainty.OPEN, "reserve": Certainty.OPEN}
    assert ranking.open_places.count > 0


def test_a_failed_screen_may_flag(screened):
    ranking = screened({"a": dossier("{cook: '', staff: 3}")}, screen("{present: [cook]}", on_fail="flag"))
    [verdict] = ranking.candidates[0].screens
    assert (verdict.outcome, verdict.consequence) == (Outcome.FAILED, Consequence.FLAG)


def test_what_is_admitted_is_not_told(screened):
    ranking = screened({"a": dossier("{cook: unknown}")}, screen("{present: [cook]}", on_unknown="admit"))
    assert ranking.candidates[0].screens == ()
    assert [(each.id, each.title) for each in ranking.screens] == [("only", "The only")]


def test_screens_in_the_order_of_the_file(screened):
    both = dossier("{cook: '', staff: 2}")
    ranking = screened({"a": both}, NAMED, screen("{field: staff, at_least: 3}", name="many"))
    assert [each.screen for each in ranking.excluded[0].screens] == ["only", "many"]
    assert ranking.excluded[0].screens[1].causes[0].given == 2


# --- which facts decide -----------------------------------------------------------------------------


def causes(ranking, candidate: str = "a"):
    [verdict] = everyone(ranking)[candidate].screens
    return verdict.causes


@pytest.mark.parametrize(
    ("require", "decided"),
    [
        ("{all_of: [{present: [cook]}, {field: staff, at_least: 3}]}", ["cook"]),
        ("{any_of: [{present: [cook]}, {criterion: price, at_least: 40}]}", ["cook", "price"]),
    ],
)
def test_of_several_tests_those_that_turn_out_as_the_whole_does(require, decided, screened):
    """Of all, the one that fails; of any, each of them."""
    ranking = screened({"a": dossier("{cook: '', staff: 3}", price="45")}, screen(require))
    assert [each.about for each in causes(ranking)] == decided


def test_of_what_is_undecided_the_parts_that_are(screened):
    """Cheap is failed, and would not help; fresh is unknown, and might."""
    given = dossier(freshness="unknown", price="45")
    require = "{any_of: [{criterion: price, at_least: 40}, {criterion: freshness, at_least: 2}]}"
    [cause] = causes(screened({"a": given}, screen(require)))
    assert cause == LeafCause("freshness", "Freshness", None, None, FilePlace("candidates/a.yaml", 7))


def test_what_decides_a_test_that_is_turned_round(screened):
    """Not (named or many): each that is met makes it fail."""
    require = "{not: {any_of: [{present: [cook]}, {field: staff, at_least: 9}]}}"
    [cause] = causes(screened({"a": dossier()}, screen(require)))
    assert (cause.about, cause.given) == ("cook", "An")


def test_a_fact_that_decides_twice_is_told_once(screened):
    require = "{all_of: [{field: staff, at_least: 5}, {any_of: [{field: staff, at_least: 9}]}]}"
    assert [each.about for each in causes(screened({"a": dossier()}, screen(require)))] == ["staff"]


def test_a_leaf_with_its_ends(screened):
    [cause] = causes(screened({"a": dossier(price="[35, 45]")}, screen("{criterion: price, at_least: 40}")))
    assert isinstance(cause, LeafCause)
    assert (cause.low.figure, cause.high.figure) == (35, 45)
    assert (cause.title, cause.place.line) == ("Price", 9)


def test_a_value_with_its_bounds(screened):
    """Food is 2/3 freshness and 1/3 menu: 2/3 x 1 x 1/3 for level 1 and 2/3 x 1/3 for menu 2, so 44.4 to 88.9."""
    given = dossier(freshness="[1, 3]")
    [cause] = causes(screened({"a": given}, screen("{criterion: food, value_at_least: 50}")))
    assert isinstance(cause, ValueCause)
    assert (cause.criterion, cause.title, cause.wanted) == ("food", "Food", 50)
    assert (cause.low, cause.high) == pytest.approx((400 / 9, 800 / 9), abs=1e-9)
    assert cause.place == FilePlace("candidates/a.yaml", 6), "an inner criterion has no line of its own"


# --- waivers ----------------------------------------------------------------------------------------

WAIVERS = """\
waivers:
  - {candidate: b, screen: only, by: council, why: The cook comes in May., until: 2025-12-11}
  - {candidate: b, screen: only, by: council, why: The cook comes in June., until: 2026-06-30}
  - {candidate: c, screen: only, by: The mayor, why: Long ago., until: 2025-12-11}
"""


def test_who_is_waived_is_ranked_and_who_waived_it_is_told(screened):
    """The round is judged as of 2025-12-12: b's first waiver has expired, and so has c's only one."""
    nobody = dossier("{cook: '', staff: 3}")
    ranking = screened({"a": dossier(), "b": nobody, "c": nobody}, NAMED, decision=WAIVERS)
    assert [each.id for each in ranking.candidates] == ["a", "b"]
    assert [each.id for each in ranking.excluded] == ["c"]
    assert ranking.excluded[0].screens[0].waiver is None
    [verdict] = everyone(ranking)["b"].screens
    assert (verdict.outcome, verdict.consequence, verdict.excludes) == (Outcome.FAILED, Consequence.ADMIT, False)
    assert verdict.waiver.by == {"en": "District council"}
    assert verdict.waiver.why == {"en": "The cook comes in June."}
    assert verdict.waiver.until == "2026-06-30"
    assert [each.about for each in verdict.causes] == ["cook"]


# --- many candidates --------------------------------------------------------------------------------


def test_lines_are_given_only_where_there_are_justifications(screened, monkeypatch):
    """To give them every dossier would have to be read again."""
    monkeypatch.setattr("stratsel.results.build.MAX_JUSTIFIED", 1)
    unnamed = dossier("{cook: '', staff: unknown}")
    kitchens = {"a": dossier(), "b": dossier("{cook: An}"), "c": dossier("{cook: An}", price="45"), "d": unnamed}
    found = everyone(screened(kitchens, NAMED))
    assert found["b"].screens[0].causes[0].place.line == 5, "it has a place in a tier"
    assert found["c"].screens[0].causes[0].place is None
    assert found["d"].screens[0].causes[0].place is None


def test_numbers_are_as_the_file_has_them(screened):
    [cause] = causes(screened({"a": dossier("{cook: An, staff: 2.50}")}, screen("{field: staff, at_most: 2}")))
    assert cause.given == Decimal("2.50")
