from stratsel.report.charts.kinds import HeatMap, Scatter, Slopes, Spot
from stratsel.report.charts.palette import PAPER, STRONG, luminance


def texts(found):
    return [each.text for each in found.texts]


def test_the_larger_a_share_the_darker_its_box(recorded):
    chart = HeatMap(("a", "b"), ("1", "2"), ((0.9, 0.1), (0.0, 0.5)), (("90 %", "10 %"), ("", "50 %")), "rank")
    found = recorded(chart)
    lights = [luminance(box.colour) for box in found.boxes]
    assert len(lights) == 3
    assert lights[0] < lights[2] < lights[1]
    assert {"90 %", "10 %", "50 %", "1", "2", "rank"} <= set(texts(found))


def test_shares_that_are_all_small_are_no_darker_than_they_are(recorded):
    """The darkest box stands for a half at least, so an even spread does not look like a certainty."""
    (box,) = recorded(HeatMap(("a",), ("1",), ((0.05,),), (("5 %",),), "rank")).boxes
    assert luminance(box.colour) > 0.8
    (box,) = recorded(HeatMap(("a",), ("1",), ((0.5,),), (("50 %",),), "rank")).boxes
    assert box.colour == STRONG


def test_those_level_stand_below_each_other(recorded):
    found = recorded(Slopes(("Saw", "File"), ("one", "two"), ((1, 1), (1, 2)), "rank"))
    ranks = [each for each in found.texts if each.text in ("1", "2")]
    assert [each.text for each in ranks] == ["1", "1", "1", "2"]
    assert ranks[0].y == ranks[1].y < ranks[2].y == ranks[3].y
    assert texts(found).count("Saw") == texts(found).count("File") == 2


def test_heads_that_are_wider_than_their_columns_are_turned(recorded):
    names = tuple(f"a rather long method {at}" for at in range(9))
    found = recorded(Slopes(("Saw",), names, ((1,) * 9,), "rank"))
    assert [getattr(each, "turned", 0) > 0 for each in found.texts if "method" in each.text] == [True] * 9


def test_points_are_numbered_and_named_below(recorded):
    found = recorded(Scatter((Spot("Saw", 1, 1, True), Spot("File", 2, 5, False)), "cost", "points"))
    one, two = (next(each for each in found.texts if each.text == number and each.size < 7) for number in "12")
    assert one.x < two.x
    assert one.y > two.y
    assert {"1 Saw", "2 File", "cost", "points"} <= set(texts(found))
    assert one.colour == PAPER
