from stratsel.engine.certainty import bounds
from stratsel.results.settling import OpenPlaces, Settles, open_places
from stratsel.terms import Certainty


def test_what_would_settle_the_open_places(join):
    """Places still open: alpha in the first tier (only delta, at best 86 2/3, can pass its 79 1/3), delta in both, and
    beta in the reserve. Delta's freshness, 1 to 3, is what is open of it. At level 1 delta has 60 and stands behind
    alpha and beta (64 2/3 and more): all four are sure. At level 3 it has 86 2/3, more than beta's best of 74 2/3:
    it is first, alpha second, beta third, and all four are sure again. Beta's delivery settles nothing: at 64 2/3
    and at 74 2/3 it has delta's 60 to 86 2/3 on either side.
    """
    places = join().ranking.open_places
    assert (places.count, places.screens, places.jointly) == (4, (), ())
    [found] = places.settles
    assert (found.candidate, found.standing.leaf, found.if_worst, found.if_best) == ("delta", "freshness", 4, 4)
    assert (found.standing.low.figure, found.standing.high.figure) == (1, 3)


def test_a_standing_is_asked_for_where_it_is_needed(join):
    joined = join()
    asked = []
    found = bounds(joined.problem, joined.evaluation)
    places = open_places(joined.problem, joined.evaluation, found, 4, lambda row, leaf: asked.append((row, leaf)))
    assert asked == [(2, 0)], "delta is the third by id, freshness the first leaf"
    assert places.settles == (Settles("delta", None, 4, 4),)


def test_nothing_open_is_asked_nothing_of(join):
    settled = {f"k{level}": f"{{freshness: {level}, menu: 1, price: 30, delivery: own}}" for level in (1, 2, 3)}
    assert join(settled).ranking.open_places == OpenPlaces()


ONE_PLACE = "    - {id: reserve, places: 2, title: Reserve}\n"
OPEN = {
    "a": "{freshness: unknown, menu: unknown, price: unknown, delivery: unknown}",
    "b": "{freshness: 0, menu: unknown, price: unknown, delivery: unknown}",
}


def test_what_settles_a_place_together(join, criteria):
    """A has 0 to 100 points and b 0 to 60, for one place. A is sure of it with more than 60: freshness brings 40 and
    each of the others 20, so that it takes freshness and two more. Nothing makes b sure in, as it cannot pass a's 100.
    """
    places = join(OPEN, criteria.replace(ONE_PLACE, "")).ranking.open_places
    assert (places.count, places.settles) == (2, ())
    together = places.jointly[0]
    assert (together.candidate, together.tier, together.certainty) == ("a", "first", Certainty.IN)
    assert [each.leaf for each in together.standings] == ["freshness", "menu", "price"]


def test_screens_that_may_still_exclude_come_first(join, criteria):
    """Both are undecided, and b's screen is waived; a screen that only flags decides no place."""
    test = "require: {criterion: food, value_at_least: 10}, on_unknown: flag"
    two = [f"{{id: {name}, title: The {name}, on_fail: {on_fail}, {test}}}" for name, on_fail in
           (("out", "exclude"), ("note", "flag"))]  # fmt: skip
    screens = f"screens: [{', '.join(two)}]\n"
    waiver = "waivers: [{candidate: b, screen: out, by: council, why: Named soon., until: 2026-01-01}]\n"
    assert join(OPEN, criteria + screens, waiver).ranking.open_places.screens == (("out", 1),)
