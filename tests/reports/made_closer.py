"""One candidate of the small result of `made.py` in full, and two side by side, made by hand.

b in full: use 30 of 60 points, 45 at best; of cost 40 the price brings 24 of 30, speed nothing known of 10. Of itself
use is 50 to 75, cost 60 to 85. Above it a, 16 points ahead; below it d, 54 behind; c is level.

a beside b, with a price of 90 instead of 50, which brings 3 of 30 points: a 45 + 3 + 10 = 58, b 54. Leads: use +15,
price -21, speed +10, together +4; use alone is as much. Level at these weights:

    price  of the 40 of cost: 15 + 0.1 p + (40 - p) = 0.8 p, p = 55/1.7 = 32.35, 2.35 more; speed 7.65
    use    of the whole: a 0.75 and 0.325, b 0.5 and 0.6: 0.25 u = 0.275 (1 - u), u = 52.38, 7.62 less; cost 47.62
"""

from dataclasses import replace

from stratsel.results.comparison import Comparison, LeafDifference, SwapFacts
from stratsel.results.explanation import Explanation, LeafAccount, Neighbour, NodeAccount, PlainScreen
from stratsel.results.leaf import WrittenFigure
from stratsel.results.place import FilePlace
from stratsel.terms import Outcome

MAKER = {"en": "Its maker is named", "vi": "Nêu tên nhà sản xuất"}


def explained(ranking, candidate="b"):
    """b of a ranking made like the small one, in full; or another, with the same accounts."""
    criteria = {each.id: each for each in ranking.criteria}
    whys = {"use": {"en": "Two of three places use it.", "vi": "Hai trong ba nơi dùng."}}
    found = ranking.by_id["b"]
    leaves = {
        standing.leaf: LeafAccount(
            standing,
            whys.get(standing.leaf),
            FilePlace("candidates/b.yaml", line),
            tuple(each for each in found.reasons.evidence if each.leaf == standing.leaf),
        )
        for standing, line in zip(found.leaves, (8, 12, 13), strict=True)
    }
    rows = (
        ("use", 0, 50.0, 75.0, 30.0, 45.0),
        ("cost", 0, 60.0, 85.0, 24.0, 34.0),
        ("price", 1, 80.0, 80.0, 24.0, 24.0),
        ("speed", 1, 0.0, 100.0, 0.0, 10.0),
    )
    return Explanation(
        ranking=ranking,
        candidate=ranking.by_id[candidate],
        value=54.0,
        nodes=tuple(NodeAccount(criteria[name], *facts, leaves.get(name)) for name, *facts in rows),
        reasons=found.reasons,
        screens=(PlainScreen("maker", MAKER, Outcome.MET),),
        above=Neighbour("a", 1, 16.0),
        below=Neighbour("d", 4, 54.0),
        level=("c",),
        settles=tuple(each for each in ranking.open_places.settles if each.candidate == "b"),
        jointly=(),
    )


def dear(ranking):
    """The ranking with a price of 90 for a, so that it is 4 points ahead of b."""
    a, *others = ranking.candidates
    use, price, speed = a.leaves
    figure = replace(price.low, figure=90)
    assert isinstance(figure, WrittenFigure)
    leaves = (use, replace(price, points=3.0, possible_points=3.0, low=figure, high=figure), speed)
    return replace(ranking, candidates=(replace(a, value=58.0, shown=58.0, possible=58.0, leaves=leaves), *others))


def compared(ranking):
    """a and b of the ranking as `dear` makes it."""
    ranking = dear(ranking)
    a, b = (ranking.by_id[name] for name in "ab")
    criteria = [each for each in ranking.criteria if each.is_leaf]
    leaves = tuple(
        LeafDifference(
            criterion,
            first,
            second,
            FilePlace("candidates/a.yaml", line),
            FilePlace("candidates/b.yaml", line),
            first.points - second.points,
        )
        for criterion, first, second, line in zip(criteria, a.leaves, b.leaves, (8, 12, 13), strict=True)
    )
    price, use = 55 / 1.7, 100 * 0.275 / 0.525
    return Comparison(
        ranking=ranking,
        first=a,
        second=b,
        values=(58.0, 54.0),
        lead=4.0,
        leaves=leaves,
        decided_by=leaves[:1],
        swaps=(
            SwapFacts("price", 30.0, price, price - 30),
            SwapFacts("speed", 10.0, 40 - price, price - 30),
            SwapFacts("use", 60.0, use, 60 - use),
            SwapFacts("cost", 40.0, 100 - use, 60 - use),
        ),
        is_sum=True,
        is_sure=False,
    )
