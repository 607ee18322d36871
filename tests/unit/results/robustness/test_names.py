import pytest

from stratsel.analysis.placing import TierMove
from stratsel.engine.problem import TOP
from stratsel.results.robustness.names import Move, Names


@pytest.fixture
def names(make_setting):
    """n0 and n1 are leaves below n2's siblings: the whole has n0 and the parent n1 of n2 and n3."""
    return make_setting([(1, 2, 3)], (1, 1, 1, 1), parents=(TOP, TOP, 1, 1), places=(1, 2)).names


def test_what_the_analysis_numbers(names):
    assert (names.candidate(0), names.pair((0, 0)), names.criterion(1), names.criterion(TOP)) == (
        "a0", ("a0", "a0"), "n1", None,
    )  # fmt: skip
    assert (names.leaves, names.leaf(1), names.tiers) == (("n0", "n2", "n3"), "n2", ("tier-1", "tier-2"))
    assert [names.tier(number) for number in range(3)] == ["tier-1", "tier-2", None]


def test_moves(names):
    assert names.move(TierMove(0, 2, 1, is_tied=True)) == Move("a0", None, "tier-2", True)
    assert isinstance(names, Names)
