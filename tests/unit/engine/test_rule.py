from itertools import chain, combinations, permutations, product

import numpy as np
import pytest

from stratsel.engine.problem import UNKNOWN_CLASS, Line, Quota
from stratsel.engine.rank import Order
from stratsel.engine.rule import Contest, Filled, fill, limits, own_classes, shares, without_idle_quotas
from stratsel.terms import Members

NOBODY = frozenset()


def order_of(is_level: str) -> Order:
    """Rows in order; `=` marks one that stands level with the one before."""
    return Order(np.arange(len(is_level)), np.array([sign == "=" for sign in is_level], dtype=bool))


def by_class(text: str) -> tuple[int, ...]:
    """`AAB?` as classes: A and B, and one of unknown class."""
    return tuple(UNKNOWN_CLASS if letter == "?" else "ABCDEFG".index(letter) for letter in text)


A, B, C = range(3)


# --- quotas by hand -------------------------------------------------------------------------------


def test_at_most_passes_over_whoever_is_too_many():
    line = Line("tier", 3, classes=by_class("AAABB"), quotas=(Quota(A, at_most=2),))
    assert fill(line, order_of("....."), NOBODY) == Filled({0, 1, 3})


def test_at_least_keeps_the_last_places_free():
    line = Line("tier", 3, classes=by_class("AAAAB"), quotas=(Quota(B, at_least=1),))
    assert fill(line, order_of("....."), NOBODY) == Filled({0, 1, 4})


def test_at_most_may_leave_places_empty():
    line = Line("tier", 3, classes=by_class("AAA"), quotas=(Quota(A, at_most=1),))
    assert fill(line, order_of("..."), NOBODY) == Filled({0})


def test_too_few_of_a_class_are_said_and_the_others_fill_the_tier():
    quota = Quota(B, at_least=2)
    line = Line("tier", 3, classes=by_class("AAAB"), quotas=(quota,))
    assert fill(line, order_of("...."), NOBODY) == Filled({0, 1, 3}, (), ((quota, 1),))


def test_who_is_of_unknown_class_is_neither_needed_nor_too_many():
    line = Line("tier", 3, classes=by_class("??AB"), quotas=(Quota(A, at_most=0), Quota(B, at_least=1)))
    assert fill(line, order_of("...."), NOBODY) == Filled({0, 1, 3})


def test_members_of_a_class_share_the_places_it_is_sure_of():
    # two of A stand level for the one place that A needs; B has the other
    line = Line("tier", 2, classes=by_class("BBAA"), quotas=(Quota(A, at_least=1),))
    assert fill(line, order_of("...="), NOBODY) == Filled({0}, (Contest((2, 3), 1),))


def test_classes_that_no_quota_separates_contest_the_places_together():
    # 0 is in; of 1 (A), 2 (A) and 3 (C), all level, one place is left beside the one that B needs
    line = Line("tier", 3, classes=by_class("AAACB"), quotas=(Quota(B, at_least=1),))
    assert fill(line, order_of("..==."), NOBODY) == Filled({0, 4}, (Contest((1, 2, 3), 1),))


def test_who_has_a_place_above_counts():
    line = Line("tier", 3, classes=by_class("AAAAB"), quotas=(Quota(A, at_most=2),))
    assert fill(line, order_of("....."), frozenset({2, 3})) == Filled({2, 3, 4})


def test_a_tier_above_may_break_a_quota():
    quotas = (Quota(A, at_most=1), Quota(B, at_least=2))
    line = Line("tier", 3, classes=by_class("AABB"), quotas=quotas)
    assert fill(line, order_of("...."), frozenset({0, 1})) == Filled({0, 1, 2}, (), ((quotas[0], 2), (quotas[1], 1)))


def test_a_tier_above_may_fill_all_places():
    assert fill(Line("tier", 1), order_of("..."), frozenset({0, 1})) == Filled({0, 1})


def test_several_quotas_of_a_class_hold_together():
    line = Line("tier", 3, classes=by_class("AAB"), quotas=(Quota(A, at_least=1), Quota(A, at_most=2), Quota(B)))
    assert limits(line) == {A: (1, 2), B: (0, 3)}


# --- quotas against every set of rows -------------------------------------------------------------


def refinements(groups: list[list[int]]):
    """Every order in which nobody stands level any more."""
    for parts in product(*(permutations(group) for group in groups)):
        yield list(chain.from_iterable(parts))


def best_set(rows: list[int], line: Line, needed: dict[int, int]) -> frozenset[int]:
    """Of all sets that keep to the limits, or come closest to what is needed, the one that is best place by place."""
    found = []
    for size in range(min(line.places, len(rows)) + 1):
        for chosen in combinations(range(len(rows)), size):
            held = [line.classes[rows[at]] for at in chosen]
            if all(quota.at_most is None or held.count(quota.of) <= quota.at_most for quota in line.quotas):
                short = sum(max(0, least - held.count(of)) for of, least in needed.items())
                # places further up first; an empty place comes behind every row
                standing = [*chosen, *[len(rows)] * (line.places - size)]
                found.append((short, standing, frozenset(rows[at] for at in chosen)))
    return min(found, key=lambda each: each[:2])[2]


def random_groups(rng: np.random.Generator, size: int) -> tuple[list[list[int]], Order]:
    is_level = "." + "".join(rng.choice([".", "="], size - 1))
    return list(order_of(is_level).groups()), order_of(is_level)


@pytest.mark.parametrize("seed", range(4))
def test_quotas_against_every_set(seed):
    rng = np.random.default_rng(seed)
    for _ in range(150):
        size = int(rng.integers(1, 7))
        groups, order = random_groups(rng, size)
        quotas = []
        for of in rng.permutation(3)[: int(rng.integers(1, 3))].tolist():
            least = int(rng.choice([0, 0, 1, 2]))
            quotas.append(Quota(of, least, [None, max(1, least), 3][int(rng.integers(3))]))
        classes = tuple(int(of) for of in rng.choice([UNKNOWN_CLASS, A, B, C], size, p=[0.1, 0.3, 0.3, 0.3]))
        line = Line("tier", int(rng.integers(1, 5)), None, classes, tuple(quotas))
        sets = [best_set(rows, line, {q.of: q.at_least for q in quotas}) for rows in refinements(groups)]
        found = fill(line, order, NOBODY)
        always, ever = frozenset.intersection(*sets), frozenset.union(*sets)
        assert (found.inside, set(found.tied)) == (always, ever - always), (line, groups)
        for contest in found.contests:
            # as many of those who contest the places have one in every order
            assert {len(each & set(contest.rows)) for each in sets} == {contest.places}, (line, groups)
        kept = [min(sum(classes[row] == q.of for row in each) for each in sets) for q in quotas]
        assert found.unmet == tuple((q, n) for q, n in zip(quotas, kept, strict=True) if n < q.at_least)


def test_places_without_quotas_against_every_order():
    rng = np.random.default_rng(11)
    for _ in range(100):
        groups, order = random_groups(rng, int(rng.integers(1, 7)))
        line = Line("tier", int(rng.integers(1, 5)))
        sets = [frozenset(rows[: line.places]) for rows in refinements(groups)]
        found = fill(line, order, NOBODY)
        assert found.inside == frozenset.intersection(*sets)
        assert set(found.tied) == frozenset.union(*sets) - found.inside
        assert all(len(each & set(found.tied)) == left for each in sets for left in found.tied.values())


# --- shares by hand -------------------------------------------------------------------------------


def test_shares():
    # everybody fits
    assert shares({A: 2, B: 1}, {}, {}, 3) == ({A: (2, 2), B: (1, 1)}, 3)
    # three for two places: of A one or two, of B none or one
    assert shares({A: 2, B: 1}, {}, {}, 2) == ({A: (1, 2), B: (0, 1)}, 2)
    # B needs one, so that A shares what is left
    assert shares({A: 2, B: 1}, {B: 1}, {B: 1}, 2) == ({A: (1, 1), B: (1, 1)}, 2)
    # A may have one more only
    assert shares({A: 2, B: 1}, {}, {A: 1}, 3) == ({A: (1, 1), B: (1, 1)}, 2)
    # two are needed and one place is left: either class may have it, and C, which nobody needs, may not
    assert shares({A: 1, B: 1, C: 1}, {A: 1, B: 1}, {A: 2, B: 2}, 1) == ({A: (0, 1), B: (0, 1), C: (0, 0)}, 1)


# --- places counted by class ----------------------------------------------------------------------


def test_in_order_goes_down_to_the_first_class_too_many():
    line = Line("tier", 2, Members.IN_ORDER, by_class("AABACB"))
    assert fill(line, order_of("......"), NOBODY) == Filled({0, 1, 2, 3})


def test_all_members_of_the_classes_that_come_first():
    line = Line("tier", 2, Members.ALL, by_class("AABACB"))
    assert fill(line, order_of("......"), NOBODY) == Filled({0, 1, 2, 3, 5})


def test_more_places_than_classes_hold_everybody():
    for members in Members:
        assert fill(Line("tier", 3, members, by_class("ABA")), order_of("..."), NOBODY) == Filled({0, 1, 2})


def test_classes_level_across_the_line_contest_the_places_left():
    # A is in, and with it 3; B and C stand level for one class
    classes = by_class("ABCABA")
    in_order = fill(Line("tier", 2, Members.IN_ORDER, classes), order_of("..==.."), NOBODY)
    assert in_order == Filled({0, 3}, (Contest((1, 2), 1),))
    every = fill(Line("tier", 2, Members.ALL, classes), order_of("..==.."), NOBODY)
    assert every == Filled({0, 3, 5}, (Contest((1, 2, 4), 1),))


def test_no_place_left_is_not_contested():
    line = Line("tier", 1, Members.IN_ORDER, by_class("ABAC"))
    assert fill(line, order_of("..=="), NOBODY) == Filled({0, 2})


def test_who_is_of_unknown_class_is_a_class_of_its_own():
    assert len(set(own_classes(by_class("?A?A")))) == 3
    line = Line("tier", 2, Members.IN_ORDER, by_class("??A"))
    assert fill(line, order_of("..."), NOBODY) == Filled({0, 1})


def test_who_has_a_place_above_is_added_to_the_classes():
    line = Line("tier", 1, Members.ALL, by_class("ABAC"))
    assert fill(line, order_of("...."), frozenset({0, 1})) == Filled({0, 1, 2})


def test_all_members_against_every_order():
    rng = np.random.default_rng(13)
    for _ in range(150):
        groups, order = random_groups(rng, int(rng.integers(1, 7)))
        classes = tuple(int(of) for of in rng.integers(0, 4, len(order.rows)))
        line = Line("tier", int(rng.integers(1, 4)), Members.ALL, classes)
        sets = []
        for rows in refinements(groups):
            first = list(dict.fromkeys(classes[row] for row in rows))[: line.places]
            sets.append(frozenset(row for row in rows if classes[row] in first))
        found = fill(line, order, NOBODY)
        assert found.inside == frozenset.intersection(*sets)
        assert set(found.tied) == frozenset.union(*sets) - found.inside


# --- quotas of classes that nobody is of ----------------------------------------------------------


def test_idle_quotas_are_left_out():
    line = Line("tier", 2, classes=by_class("AAB"), quotas=(Quota(A, at_most=1), Quota(C, at_least=1)))
    assert without_idle_quotas(line).quotas == (Quota(A, at_most=1),)


def test_who_is_of_unknown_class_may_be_of_any():
    line = Line("tier", 2, classes=by_class("A?"), quotas=(Quota(A, at_most=1), Quota(C, at_least=1)))
    assert without_idle_quotas(line) is line
