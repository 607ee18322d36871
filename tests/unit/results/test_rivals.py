import pytest

from stratsel.results.crossing import Crossing, Direction


def crossings(ranking, candidate: str) -> list[Crossing]:
    [found] = [each for each in ranking.candidates if each.id == candidate]
    return list(found.reasons.crossings)


def test_over_the_next_line_above(join):
    # delta (60) has to pass beta (64 2/3) for the reserve; freshness at 2 brings 40/3 more
    [up] = crossings(join().ranking, "delta")
    assert (up.tier, up.direction, up.mover, up.passed) == ("reserve", Direction.UP, "delta", "beta")
    assert up.gap == pytest.approx(14 / 3, abs=1e-9)
    [step] = up.steps
    assert (step.leaf, step.figure.figure, step.figure.meaning) == ("freshness", 2, "Seen on some days")
    assert step.gain == pytest.approx(40 / 3, abs=1e-9)
    assert up.largest.leaf == "freshness"


def test_where_no_single_assessment_is_enough(join):
    # beta's delivery can bring 10 more, and alpha is 14 2/3 ahead
    up, down = crossings(join().ranking, "beta")
    assert (up.tier, up.direction, up.mover, up.passed) == ("first", Direction.UP, "beta", "alpha")
    assert (up.steps, up.largest.leaf) == ((), "delivery")
    assert (down.tier, down.direction, down.mover, down.passed) == ("reserve", Direction.DOWN, "delta", "beta")
    assert [step.leaf for step in down.steps] == ["freshness"]


def test_the_rival_who_could_pass_is_named(join):
    """Beta is next, but cannot pass alpha at its best; delta can."""
    [down] = crossings(join().ranking, "alpha")
    assert (down.tier, down.mover, down.passed) == ("first", "delta", "alpha")
    assert down.gap == pytest.approx(58 / 3, abs=1e-9)
    [step] = down.steps
    assert (step.leaf, step.figure.figure) == ("freshness", 3)


def test_the_nearest_rival_where_none_could_pass(join):
    kitchens = {
        "alpha": "{freshness: 3, menu: 3, price: 25, delivery: own}",
        "beta": "{freshness: 2, menu: 3, price: 25, delivery: own}",
        "gamma": "{freshness: 1, menu: 3, price: 25, delivery: [hired, own]}",
    }
    [down] = crossings(join(kitchens).ranking, "alpha")
    assert (down.mover, down.steps, down.largest) == ("beta", (), None)


def test_nobody_is_below(join):
    ranking = join({"alpha": "{freshness: 3, menu: unknown, price: 30, delivery: own}"}).ranking
    assert crossings(ranking, "alpha") == []


def test_the_last_looks_at_the_lowest_line_only(join):
    [up] = crossings(join().ranking, "gamma")
    assert (up.tier, up.passed, up.steps, up.largest.leaf) == ("reserve", "beta", (), "freshness")


def test_a_tie_across_a_line_is_left_upwards_by_all_alike(join):
    """Whoever comes first by id has no place either."""
    kitchens = dict.fromkeys(("a", "b", "c"), "{freshness: 3, menu: [1, 2], price: 30, delivery: own}")
    ranking = join(kitchens).ranking
    for name in kitchens:
        [up] = crossings(ranking, name)
        assert (up.tier, up.direction, up.mover) == ("reserve", Direction.UP, name)
        assert up.passed != name
        assert up.gap == 0
        assert [(step.leaf, step.figure.figure) for step in up.steps] == [("menu", 2)]


def test_how_many_must_pass(join, criteria):
    """Beta stands between alpha and the only line, so that two must pass alpha before it has no place."""
    one_line = criteria.replace("    - {id: first, places: 1, title: First contract}\n", "")
    ranking = join(criteria=one_line).ranking
    assert [each.passes_needed for each in crossings(ranking, "alpha")] == [2]
    assert [each.passes_needed for each in crossings(ranking, "beta")] == [1]
