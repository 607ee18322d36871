import pytest

from stratsel import check
from stratsel.diagnostics.codes import Code
from stratsel.review.advice_rules import MANY

CARS = {"a": [3, 0], "b": [0, 3]}


def told(write, low, high, **more):
    """The levels whose anchors are said to differ by degree only."""
    levels = {"0": "Nothing is there.", "2": low, "3": high}
    folder = write({"p": 60, "q": 40}, CARS, scale="own", scales={"own": {"kind": "rubric", "levels": levels}}, **more)
    found = [each for each in check([folder], advice=True).findings if each.code is Code.ANCHORS_BY_DEGREE]
    assert all(each.where.path == ("scales", "own", "levels", "3") for each in found)
    assert all(each.related[0].path == ("scales", "own", "levels", "2") for each in found)
    return [(each.facts["low"], each.facts["high"]) for each in found]


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ("Good", "Very good"),
        ("Rather good", "good."),
        ("Partly met", "Fully met"),
        ("The plan is somewhat detailed", "The plan is highly detailed"),
        ("Partly", "Fully"),
        ("To some extent ready", "Ready"),
    ],
)
def test_words_of_degree_alone(write, low, high):
    assert told(write, low, high) == [("2", "3")]


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ("Good", "Excellent"),
        ("One site", "Two sites"),
        ("Very good in one case", "Very good in two cases"),
        ("Every part", "Very part"),
        ("Good", "Not good"),
    ],
)
def test_other_words_tell_levels_apart(write, low, high):
    assert told(write, low, high) == []


@pytest.mark.parametrize(
    ("low", "high", "is_told"),
    [
        ("Khá đầy đủ", "Rất đầy đủ", True),
        ("Cơ bản hoàn thành", "Hoàn toàn hoàn thành", True),
        ("Về cơ bản đáp ứng", "Đáp ứng", True),
        ("Phần nào đáp ứng", "Đáp ứng", True),
        ("Có cam kết", "Có hợp đồng", False),
    ],
)
def test_vietnamese(write, low, high, is_told):
    assert told(write, low, high, lang="vi") == ([("2", "3")] if is_told else [])


def test_one_language_is_enough(write):
    low, high = {"en": "On some days", "vi": "Tốt"}, {"en": "On every day", "vi": "Rất tốt"}
    assert told(write, low, high) == [("2", "3")]


def test_words_of_another_language_are_not_read(write):
    """`très` is no word of degree in English, and no French ones are known."""
    assert told(write, {"fr": "bon"}, {"fr": "très bon"}) == []


def test_levels_that_are_no_neighbours_are_not_compared(write):
    levels = {"0": "Good.", "1": "Seen.", "2": "Very good."}
    scale = {"kind": "rubric", "levels": levels}
    folder = write({"p": 60, "q": 40}, {"a": [2, 0], "b": [0, 2]}, scale=scale)
    assert Code.ANCHORS_BY_DEGREE not in {each.code for each in check([folder], advice=True).findings}


def test_a_scale_that_is_written_at_its_leaf(write):
    scale = {"kind": "rubric", "levels": {"0": "Good.", "1": "Very good."}}
    parts = [{"id": each, "title": each, "weight": 1, "scale": scale} for each in ("p", "q")]
    tree = [
        {"id": "n", "title": "N", "weight": 1, "criteria": parts},
        {"id": "r", "title": "R", "weight": 1, "scale": scale},
    ]
    folder = write(tree, {"a": [1, 0, 0], "b": [0, 1, 0]})
    found = [each.where.path for each in check([folder], advice=True).findings if each.code is Code.ANCHORS_BY_DEGREE]
    assert found == [
        ("criteria", 0, "criteria", 0, "scale", "levels", "1"),
        ("criteria", 0, "criteria", 1, "scale", "levels", "1"),
        ("criteria", 1, "scale", "levels", "1"),
    ]


@pytest.mark.parametrize(("count", "is_told"), [(MANY, False), (MANY + 1, True)])
def test_how_many_leaves_there_are(write, count, is_told):
    leaves = {f"leaf{at}": 1 for at in range(count)}
    cars = {"a": [3, *[0] * (count - 1)], "b": [0, *[3] * (count - 1)]}
    found = [each for each in check([write(leaves, cars)], advice=True).findings if each.code is Code.TOO_MANY_LEAVES]
    assert [(each.facts, each.where.path) for each in found] == (
        [({"count": count, "limit": MANY}, ("criteria",))] if is_told else []
    )
