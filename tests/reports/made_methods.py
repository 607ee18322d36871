"""Other methods beside the small result of `made.py`, made by hand: its four candidates under three of them.

    round             a 1    b 2=   c 2=   d 4
    weighted product  a 1    b, c and d level behind it, since each has nothing on some leaf
    VIKOR             b 1    a 2    c 3    d 4     (less is better)
    MABAC             a 1    b 2    c 3    d 4

One place in “First”, two in “Second”. The ranks are pairs of concordant and discordant ones:
VIKOR against the round: of six pairs one is tied there, one is turned: tau-b (4 - 1) / root of 5 x 6 = 0.548.
"""

from stratsel.engine.selection import Landing, Tie
from stratsel.results.methods import MethodFacts, MethodPlace, OtherMethods, ReversedPair, TierDifference

FIRST, SECOND, NOWHERE = Landing("first"), Landing("second"), Landing(None)
TIED = Landing(None, (Tie("second", 1),))


def places(values, ranks, landings):
    rows = zip("abcd", values, ranks, landings, strict=True)
    return {name: MethodPlace(value, rank, landing) for name, value, rank, landing in rows}


PRODUCT = MethodFacts(
    id="weighted-product",
    is_relative=False,
    is_less_better=False,
    places=places((0.7, 0.0, 0.0, 0.0), (1, 2, 2, 2), (FIRST, TIED, TIED, TIED)),
    differences=(),
    spearman=0.816496580928,
    kendall=0.774596669241,
    tried=0,
    reversing=0,
    reversed_pair=None,
)
VIKOR = MethodFacts(
    id="vikor",
    is_relative=True,
    is_less_better=True,
    places=places((0.25, 0.0, 0.5, 1.0), (2, 1, 3, 4), (SECOND, FIRST, NOWHERE, NOWHERE)),
    differences=(
        TierDifference("first", ("b",), ("a",), ()),
        TierDifference("second", ("b",), (), ()),
    ),
    spearman=0.632455532034,
    kendall=0.547722557505,
    tried=4,
    reversing=2,
    reversed_pair=ReversedPair("b", "a", "d"),
)
MABAC = MethodFacts(
    id="mabac",
    is_relative=True,
    is_less_better=False,
    places=places((0.3, 0.1, 0.0, -0.4), (1, 2, 3, 4), (FIRST, SECOND, NOWHERE, NOWHERE)),
    differences=(TierDifference("second", ("b",), (), ()),),
    spearman=0.948683298051,
    kendall=0.912870929175,
    tried=4,
    reversing=0,
    reversed_pair=None,
)


def beside(ranking):
    """The three beside a ranking of a, b, c and d."""
    return OtherMethods(ranking, (PRODUCT, VIKOR, MABAC), ("b", "a"), ("b", "c", "d"))
