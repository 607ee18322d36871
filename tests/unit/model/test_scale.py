from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from stratsel.model.scale import AnyScale, Choice, Quantity, Rubric, Scale
from stratsel.terms import ScaleKind, ValueKey

SCALE = TypeAdapter(Scale)


def rubric(*levels):
    return {"kind": "rubric", "levels": dict.fromkeys(levels, "anchor")}


def test_a_rubric_runs_from_its_lowest_level_to_its_highest():
    scale = SCALE.validate_python(rubric("0", "1", "2", "4"))
    assert isinstance(scale, Rubric)
    assert scale.points() == ((0, 0), (4, 100))


def test_levels_may_stand_in_any_order():
    scale = SCALE.validate_python(rubric("3", "-1.5", "0"))
    assert scale.points() == ((Decimal("-1.5"), 0), (3, 100))


@pytest.mark.parametrize("level", ["0", "12", "-3", "1.5", "0.25", "-0.5", "123456789"])
def test_a_level_is_a_number_in_its_shortest_form(level):
    assert list(SCALE.validate_python(rubric(level)).levels) == [Decimal(level)]


@pytest.mark.parametrize(
    "level", ["a", "", "1.0", "1.50", "01", "+1", ".5", "5.", "1e3", "1,5", "١", "1234567890", "--1"]
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
    assert scale.points() == points


def test_a_choice_has_the_value_of_each_option():
    options = {"none": {"value": 0, "title": "x"}, "plan": {"value": Decimal("25.5"), "title": "y"}}
    scale = SCALE.validate_python({"kind": "choice", "options": options})
    assert isinstance(scale, Choice)
    assert scale.points() == ((0, 0), (1, Decimal("25.5")))


@pytest.mark.parametrize("value", [-1, 101, Decimal("100.01"), "50"])
def test_values_of_options_are_points(value):
    with pytest.raises(ValidationError):
        SCALE.validate_python({"kind": "choice", "options": {"a": {"value": value, "title": "x"}}})


OPTIONS = {"none": {"value": 0, "title": "No plan"}, "plan": {"value": 50, "title": {"en": "A plan"}}}


def test_each_kind_has_its_own_key_in_a_dossier():
    assert [kind.value_key for kind in (Rubric, Quantity, Choice)] == [ValueKey.LEVEL, ValueKey.AMOUNT, ValueKey.CHOICE]
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
    ],
)
def test_what_a_scale_says_of_itself(written, named, figure, performance, meaning, texts):
    """A unit that is a plain text is a symbol and needs no language."""
    scale = SCALE.validate_python(written)
    assert scale.named_figures() == named
    assert scale.performance(figure) == performance
    assert scale.meaning(figure) == meaning
    assert list(scale.texts()) == texts
