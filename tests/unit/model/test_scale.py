from datetime import date
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from stratsel.model.scale import AnyScale, Choice, Quantity, Rubric, Scale, as_key
from stratsel.terms import Outside, ScaleKind, ValueKey

SCALE = TypeAdapter(Scale)


def rubric(*levels):
    return {"kind": "rubric", "levels": dict.fromkeys(levels, "anchor")}


def test_a_rubric_runs_from_its_lowest_level_to_its_highest():
    scale = SCALE.validate_python(rubric("0", "1", "2", "4"))
    assert isinstance(scale, Rubric)
    assert scale.course() == ((0, 0), (4, 100))


def test_levels_may_stand_in_any_order():
    scale = SCALE.validate_python(rubric("3", "-1.5", "0"))
    assert scale.course() == ((Decimal("-1.5"), 0), (3, 100))


@pytest.mark.parametrize("level", ["0", "12", "-3", "1.5", "0.25", "-0.5", "123456789"])
def test_a_level_is_a_number_in_its_shortest_form(level):
    assert list(SCALE.validate_python(rubric(level)).levels) == [Decimal(level)]


@pytest.mark.parametrize(
    "level", ["-0", "a", "", "1.0", "1.50", "01", "+1", ".5", "5.", "1e3", "1,5", "١", "1234567890", "--1"]
)
def test_what_is_no_level(level):
    """Two spellings of one number would be two levels."""
    with pytest.raises(ValidationError, match="level"):
        SCALE.validate_python(rubric(level))


@pytest.mark.parametrize(
    ("worst", "best", "points"),
    [(0, 10, ((0, 0), (10, 100))), (50, 25, ((25, 100), (50, 0))), (-1, 0, ((-1, 0), (0, 100)))],
)
def test_a_quantity_runs_from_worst_to_best_whichever_is_larger(worst, best, points):
    scale = SCALE.validate_python({"kind": "quantity", "unit": "EUR", "worst": worst, "best": best})
    assert isinstance(scale, Quantity)
    assert scale.course() == points


def test_a_rubric_may_give_each_level_its_value():
    scale = SCALE.validate_python({**rubric("0", "4", "1"), "values": [0, Decimal("12.5"), 100]})
    assert scale.course() == ((0, 0), (1, Decimal("12.5")), (4, 100))


@pytest.mark.parametrize(
    ("figure", "is_had"),
    [
        (0, True), (Decimal("0.7"), True), (Decimal("1.4"), True), (2, True), (Decimal("2.1"), True), (4, True),
        (Decimal("4.2"), False), (-1, False), (1, False), (Decimal("0.7" + "0" * 28 + "1"), False),
    ],
)  # fmt: skip
def test_steps_run_from_the_lowest_level(figure, is_had):
    """Levels 0, 2 and 4 in steps of 0.7: 0.7, 1.4, 2.1, 2.8, 3.5; a level is one whether or not a step falls on it."""
    scale = SCALE.validate_python({**rubric("0", "2", "4"), "step": Decimal("0.7")})
    assert scale.has(figure) is is_had
    named = ["0", "0.7", "1.4", "2", "2.1", "2.8", "3.5", "4"]
    assert [as_key(each) for each in scale.figures()] == named


def test_without_a_step_there_are_levels_only():
    scale = SCALE.validate_python(rubric("10", "0"))
    assert (scale.has(10), scale.has(5)) == (True, False)
    assert [as_key(each) for each in scale.figures()] == ["0", "10"]


def test_more_steps_than_can_be_surveyed_are_not_named():
    scale = SCALE.validate_python({**rubric("0", "1"), "step": Decimal("1e-30")})
    assert scale.has(Decimal("0.3")) and not scale.has(Decimal("1e-31"))
    assert scale.figures() == [0, 1]


def test_a_quantity_may_go_through_points():
    points = {"60": 100, "-1.5": 0, "0.1": Decimal("50.5"), "1000000000000": 100}
    scale = SCALE.validate_python({"kind": "quantity", "unit": "EUR", "points": points})
    course = ((Decimal("-1.5"), 0), (Decimal("0.1"), Decimal("50.5")), (60, 100), (10**12, 100))
    assert scale.course() == course


@pytest.mark.parametrize("amount", ["a", "", "1.0", "-0", "1e3", "1,5", "1" * 31])
def test_what_is_no_amount(amount):
    with pytest.raises(ValidationError, match="level"):
        SCALE.validate_python({"kind": "quantity", "unit": "EUR", "points": {amount: 0}})


@pytest.mark.parametrize("key", ["0", "-1.5", "1000000", "0.000000001"])
def test_a_number_is_the_key_that_it_was(key):
    assert as_key(Decimal(key)) == key


def test_a_logarithm_is_said_and_not_taken():
    ends = {"kind": "quantity", "unit": "EUR", "worst": 1000, "best": 1}
    assert SCALE.validate_python({**ends, "shape": "log"}).is_logarithmic
    assert not SCALE.validate_python(ends).is_logarithmic


def test_days_are_counted():
    """Day 1 is the first of January of the year 1; 365 days later it is that of the year 2."""
    scale = SCALE.validate_python({"kind": "date", "worst": "0002-01-01", "best": "0001-01-01"})
    assert scale.course() == ((1, 100), (366, 0))
    assert scale.performance(date(1, 12, 31)) == 365
    assert not scale.is_logarithmic


def test_the_value_of_a_checklist_is_the_weight_that_is_met():
    items = {"a": {"title": "A"}, "b": {"title": "B", "weight": Decimal("2.5")}, "c": {"title": "C", "weight": 0}}
    scale = SCALE.validate_python({"kind": "checklist", "items": items})
    assert scale.course() == ((0, 0), (Decimal("3.5"), 100))
    assert [scale.performance(met) for met in ((), ("b",), ("a", "c"))] == [0, Decimal("2.5"), 1]


@pytest.mark.parametrize(
    ("written", "beyond"),
    [
        ({"kind": "quantity", "unit": "EUR", "worst": 0, "best": 1}, Outside.WARN),
        ({"kind": "quantity", "unit": "EUR", "worst": 0, "best": 1, "outside": "silent"}, Outside.SILENT),
        ({"kind": "date", "worst": "2025-01-01", "best": "2026-01-01", "outside": "refuse"}, Outside.REFUSE),
        (rubric("0", "1"), Outside.REFUSE),
    ],
)
def test_what_becomes_of_figures_beyond_the_ends(written, beyond):
    assert SCALE.validate_python(written).beyond is beyond


def test_a_choice_has_the_value_of_each_option():
    options = {"none": {"value": 0, "title": "x"}, "plan": {"value": Decimal("25.5"), "title": "y"}}
    scale = SCALE.validate_python({"kind": "choice", "options": options})
    assert isinstance(scale, Choice)
    assert scale.course() == ((0, 0), (1, Decimal("25.5")))


@pytest.mark.parametrize("value", [-1, 101, Decimal("100.01"), "50"])
def test_values_of_options_are_points(value):
    with pytest.raises(ValidationError):
        SCALE.validate_python({"kind": "choice", "options": {"a": {"value": value, "title": "x"}}})


OPTIONS = {"none": {"value": 0, "title": "No plan"}, "plan": {"value": 50, "title": {"en": "A plan"}}}


def test_each_kind_has_its_own_key_in_a_dossier():
    assert {kind.value_key for kind in AnyScale.__args__} == set(ValueKey)
    kinds = {kind.model_fields["kind"].annotation.__args__[0] for kind in AnyScale.__args__}
    assert kinds == {kind.value for kind in ScaleKind}


@pytest.mark.parametrize(
    ("written", "named", "figure", "performance", "meaning", "texts"),
    [
        (
            {"kind": "rubric", "levels": {"3": "high", "0": "low"}},
            (0, 3),
            3,
            3,
            "high",
            [(("levels", "3"), "high"), (("levels", "0"), "low")],
        ),
        ({"kind": "quantity", "unit": "EUR", "worst": 9, "best": 1}, (), 5, 5, "EUR", []),
        (
            {"kind": "quantity", "unit": {"en": "euro"}, "worst": 0, "best": 1},
            (),
            Decimal("0.5"),
            Decimal("0.5"),
            {"en": "euro"},
            [(("unit",), {"en": "euro"})],
        ),
        (
            {"kind": "choice", "options": OPTIONS},
            ("none", "plan"),
            "plan",
            1,
            {"en": "A plan"},
            [(("options", "none", "title"), "No plan"), (("options", "plan", "title"), {"en": "A plan"})],
        ),
        ({"kind": "rubric", "levels": {"0": "a", "5": "b"}, "step": 1}, (0, 5), 4, 4, "a", [
            (("levels", "0"), "a"), (("levels", "5"), "b"),
        ]),
        ({"kind": "date", "worst": "0001-01-01", "best": "2026-01-01"}, (), date(1, 1, 2), 2, "0001-01-02", []),
        ({"kind": "checklist", "items": {"a": {"title": "A"}, "b": {"title": "B"}}}, (), ("a", "b"), 2, "A, B", [
            (("items", "a", "title"), "A"), (("items", "b", "title"), "B"),
        ]),
        (
            {"kind": "checklist", "items": {"a": {"title": {"en": "A", "vi": "Á"}}, "b": {"title": {"en": "B"}}}},
            (),
            ("a", "b"),
            2,
            {"en": "A, B", "vi": "Á, B"},
            [(("items", "a", "title"), {"en": "A", "vi": "Á"}), (("items", "b", "title"), {"en": "B"})],
        ),
    ],
)  # fmt: skip
def test_what_a_scale_says_of_itself(written, named, figure, performance, meaning, texts):
    """A unit that is a plain text is a symbol and needs no language."""
    scale = SCALE.validate_python(written)
    assert scale.named_figures() == named
    assert scale.performance(figure) == performance
    assert scale.meaning(figure) == meaning
    assert list(scale.texts()) == texts
