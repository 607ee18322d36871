import pytest

from stratsel import check
from stratsel.diagnostics.codes import Code

ABOUT_CRITERIA = {Code.ALIKE_CANDIDATES, Code.COINCIDING_LEAVES, Code.IDLE_WEIGHT, Code.ONLY_BEST_LEVELS}


def advised(folder):
    """The codes of the advice on criteria, with the criterion."""
    findings = check([folder], advice=True).findings
    assert not findings.errors
    return [(each.code, each.facts["criterion"]) for each in findings if each.code in ABOUT_CRITERIA]


# On p they stand 3, 2, 1, 0 and on q 0, 1, 2, 3: with 60 to 40 the first of p is first, and either weight turns that.
APART = {"a": [3, 0], "b": [2, 1], "c": [1, 2], "d": [0, 3]}


def with_third(*figures):
    return {car: [*own, figure] for (car, own), figure in zip(APART.items(), figures, strict=True)}


def test_nothing_to_say(write):
    assert advised(write({"p": 60, "q": 40}, APART)) == []


# --- all alike --------------------------------------------------------------------------------------------------------


def test_a_leaf_on_which_all_are_alike(write):
    folder = write({"p": 60, "q": 40, "r": 8}, with_third(2, 2, 2, 2))
    assert advised(folder) == [(Code.ALIKE_CANDIDATES, "r")]
    (finding,) = (each for each in check([folder], advice=True).findings if each.code is Code.ALIKE_CANDIDATES)
    assert finding.where.path == ("criteria", 2, "id")
    assert finding.facts["count"] == 4


def test_it_is_told_of_the_topmost_only(write):
    parts = [{"id": each, "title": each, "weight": 1, "scale": {"kind": "quantity", "unit": "m", "worst": 0, "best": 9}}
             for each in ("r", "s")]  # fmt: skip
    levels = {"kind": "rubric", "levels": {"0": "None.", "3": "Three."}, "step": 1}
    tree = [
        {"id": "p", "title": "P", "weight": 60, "scale": levels},
        {"id": "q", "title": "Q", "weight": 40, "scale": levels},
        {"id": "n", "title": "N", "weight": 8, "criteria": parts},
    ]
    metres = {"amount": 4, "why": "Measured."}
    assert advised(write(tree, {car: [*own, metres, metres] for car, own in APART.items()})) == [
        (Code.ALIKE_CANDIDATES, "n")
    ]


@pytest.mark.parametrize("figures", [(2, 2, 2, 1), (2, 2, 2, [2, 3]), (2, 2, 2, None), (0, 0, 0, 0), (None,) * 4])
def test_somebody_is_not_alike_or_may_not_be_or_a_ranking_remarks_it(write, figures):
    """That nobody has a point stands under every ranking."""
    assert advised(write({"p": 60, "q": 40, "r": 8}, with_third(*figures))) == []


def test_that_nobody_has_a_point_is_told_where_no_ranking_remarks_it(write):
    """An order by what is known does not, as what is not known takes no part in it."""
    missing = {"kind": "available", "at_least": 0.5}
    found = advised(write({"p": 60, "q": 40, "r": 8}, with_third(0, 0, 0, 0), missing=missing))
    assert found == [(Code.ALIKE_CANDIDATES, "r")]


def test_three_may_be_alike_by_chance(write):
    cars = {car: figures for car, figures in with_third(2, 2, 2, 2).items() if car != "d"}
    assert advised(write({"p": 60, "q": 40, "r": 8}, cars)) == []


def test_what_weighs_nothing_separates_nobody_anyway(write):
    assert advised(write({"p": 60, "q": 40, "r": 0}, with_third(2, 2, 2, 2))) == []


# --- only the best ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ((4, 4, 4, 4), True),
        ((4, 4, 4, 3), False),
        ((4, 4, 4, [3, 4]), False),
        ((4, 4, 4, None), False),
    ],
)
def test_every_known_level_is_the_best(write, figures, told):
    """Three that are known are too few."""
    found = advised(write({"p": 60, "q": 40, "r": 8}, with_third(*figures)))
    assert found == ([(Code.ONLY_BEST_LEVELS, "r")] if told else [])


def test_the_unknown_is_left_out_of_the_count(write):
    cars = {**with_third(4, 4, 4, 4), "e": [0, 0, None]}
    folder = write({"p": 60, "q": 40, "r": 8}, cars)
    assert (Code.ONLY_BEST_LEVELS, "r") in advised(folder)
    (finding,) = (each for each in check([folder], advice=True).findings if each.code is Code.ONLY_BEST_LEVELS)
    assert finding.facts["count"] == 4


# --- leaves that coincide ---------------------------------------------------------------------------------------------

EIGHT = {f"car{at}": [at % 5, 4 - at % 5] for at in range(8)}


def test_leaves_in_the_same_order(write):
    """On r each car has the level that it has on p: tau-b is 1."""
    folder = write({"p": 50, "q": 45, "r": 5}, {car: [p, q, p] for car, (p, q) in EIGHT.items()})
    (finding,) = (each for each in check([folder], advice=True).findings if each.code is Code.COINCIDING_LEAVES)
    assert finding.facts == {"criterion": "r", "other": "p", "tau": 100, "count": 8}
    assert finding.where.path == ("criteria", 2, "id")
    assert [each.path for each in finding.related] == [("criteria", 0, "id")]


def test_leaves_in_nearly_the_same_order(write):
    """Of 28 pairs p parts 25, and r all of these but one: tau-b is 24 / sqrt(25 x 24), which is 0.98."""
    swapped = {**{car: [p, q, p] for car, (p, q) in EIGHT.items()}, "car4": [4, 0, 3]}
    found = check([write({"p": 50, "q": 45, "r": 5}, swapped)], advice=True).findings
    (finding,) = (each for each in found if each.code is Code.COINCIDING_LEAVES)
    assert finding.facts["tau"] == 98


def test_seven_in_common_are_too_few(write):
    cars = {car: [p, q, p if car != "car7" else None] for car, (p, q) in EIGHT.items()}
    assert Code.COINCIDING_LEAVES not in {code for code, _ in advised(write({"p": 50, "q": 45, "r": 5}, cars))}


def test_the_opposite_order_is_not_the_same(write):
    assert Code.COINCIDING_LEAVES not in {code for code, _ in advised(write({"p": 50, "q": 50}, EIGHT))}


# --- weights that cannot matter ---------------------------------------------------------------------------------------


def test_a_weight_that_moves_nobody(write):
    """a leads on p and on q, the others never catch up; s says of each what its own p and q say together."""
    cars = {"a": [4, 4, 4], "b": [2, 1, 3], "c": [1, 2, 3], "d": [0, 3, 1]}
    found = advised(write({"p": 40, "q": 40, "s": 20}, cars))
    assert found == [(Code.IDLE_WEIGHT, "p"), (Code.IDLE_WEIGHT, "q"), (Code.IDLE_WEIGHT, "s")]


def test_a_second_tier_that_it_does_move(write):
    """b and c swap the second place with the weights of p and q."""
    cars = {"a": [4, 4, 4], "b": [3, 1, 3], "c": [1, 2, 2], "d": [0, 0, 1]}
    assert advised(write({"p": 40, "q": 40, "s": 20}, cars, places=(1, 2))) == [(Code.IDLE_WEIGHT, "s")]


def test_of_a_light_weight_nobody_wonders(write):
    cars = {"a": [4, 4, 4], "b": [2, 1, 3], "c": [1, 2, 3], "d": [0, 3, 1]}
    assert advised(write({"p": 50, "q": 41, "s": 9}, cars)) == [(Code.IDLE_WEIGHT, "p"), (Code.IDLE_WEIGHT, "q")]


def test_where_everybody_has_a_place_no_weight_is_blamed(write):
    cars = {"a": [4, 4, 4], "b": [2, 1, 3], "c": [1, 2, 3], "d": [0, 3, 1]}
    assert advised(write({"p": 40, "q": 40, "s": 20}, cars, places=(4,))) == []


def test_without_a_closed_form_nothing_is_said(write):
    cars = {"a": [4, 4, 4], "b": [2, 1, 3], "c": [1, 2, 3], "d": [0, 3, 1]}
    assert advised(write({"p": 40, "q": 40, "s": 20}, cars, combine="geometric")) == []


def test_what_parts_nobody_yet_is_not_blamed_for_its_weight(write):
    """On s nobody has shown anything, so that its weight cannot matter before somebody does."""
    cars = {"a": [4, 4, None], "b": [2, 1, None], "c": [1, 2, 0], "d": [0, 3, 0]}
    assert advised(write({"p": 40, "q": 40, "s": 20}, cars)) == [(Code.IDLE_WEIGHT, "p"), (Code.IDLE_WEIGHT, "q")]
