import pytest

# Nobody has all of 100 points.
SCREEN = """\
screens:
  - id: perfect
    title: Perfect
    require: {criterion: food, value_at_least: 100}
    on_fail: exclude
    on_unknown: exclude
"""


def test_a_frame_has_a_row_for_each_candidate(join):
    ranking = join().ranking
    frame = ranking.to_frame()
    assert list(frame.index) == ["alpha", "beta", "delta", "gamma"]
    assert list(frame.columns[:6]) == ["rank", "value", "shown", "possible", "unknown", "tier"]
    assert list(frame["value"]) == [each.value for each in ranking.candidates]
    assert frame.loc["alpha", "contribution.food"] == pytest.approx(160 / 3)
    assert frame["tier"].isna().tolist() == [False, False, True, True]


def test_results_do_not_change(join):
    with pytest.raises(AttributeError):
        join().ranking.candidates = ()


def test_a_frame_of_nobody_has_the_columns_all_the_same(join, criteria):
    everybody_out = criteria + SCREEN
    frame = join(criteria=everybody_out).ranking.to_frame()
    assert (frame.index.name, len(frame)) == ("id", 0)
    assert list(frame.columns) == ["rank", "value", "shown", "possible", "unknown", "tier"]


def test_titles_of_everybody(join, criteria):
    ranking = join(criteria=criteria + SCREEN).ranking
    assert ranking.candidates == ()
    assert ranking.titles == {name: f"Kitchen {name}" for name in ("alpha", "beta", "delta", "gamma")}
