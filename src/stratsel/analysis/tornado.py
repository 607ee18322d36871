"""The tornado at a tier's line: what each weight, and each open assessment of the two there, does to the margin alone.

One at a time, each goes to either end of what is admitted, everything else staying as it is (Howard 1988, Decision
analysis: practice and promise, Management Science 34).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.change import Change, changed_hierarchy
from stratsel.analysis.line import pair_at
from stratsel.analysis.sampling import AS_GIVEN, Spread, open_judgements
from stratsel.analysis.shift import HUNDRED
from stratsel.analysis.space import AdmissibleWeights, Group, groups, polytope, statements_about
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import TOP, Hierarchy, Problem
from stratsel.engine.profile import Profiles
from stratsel.engine.selection import Shortlist
from stratsel.engine.weight import global_weights
from stratsel.terms import Admissible

Floats = NDArray[np.float64]

TRIFLE = Fraction(1, 10**9)
"""What stands for nothing where something must be left."""

DIGITS = 7
"""Swings that differ by less, in points, are equal."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What the margin comes to, in points, with one thing at either end of what it may be.

    Of a weight, of `node`, `low` and `high` are points of the whole and `row` is None. Of an assessment, of `row` on
    the leaf `node`, they are performances in the unit of the leaf, `low` the worse.
    """

    node: int
    row: int | None
    low: float
    high: float
    at_low: float
    at_high: float

    @property
    def swing(self) -> float:
        """How far apart the margins lie."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True, slots=True)
class Tornado:
    """The bars at a line, the widest first, and the `margin` as things are.

    That is what the first of the `pair`, the last that has a place, is worth more than the second, the first that has
    none: in points, before any rounding to the resolution.
    """

    pair: tuple[int, int]
    margin: float
    bars: tuple[Bar, ...]


def tornado(
    problem: Problem,
    evaluation: Evaluation,
    shortlist: Shortlist,
    tier: int,
    admissible: AdmissibleWeights,
    spread: Spread = AS_GIVEN,
) -> Tornado | None:
    """Return the tornado at the line of a tier, by its number; None where there is no pair.

    As a weight moves, those drawn together with it keep their proportions. Bars without swing are left out.

    Raises:
        ValueError: the statements about weights leave none.
    """
    pair = pair_at(problem, evaluation, shortlist, tier)
    if pair is None:
        return None
    basis = evaluation.basis.only(pair)
    bars = [*_weight_bars(basis, admissible), *_assessment_bars(problem, basis, pair, spread)]
    bars = [bar for bar in bars if round(bar.swing, DIGITS) > 0]
    return Tornado(pair, _margin(basis), tuple(sorted(bars, key=lambda bar: (-round(bar.swing, DIGITS), bar.node))))


def _margin(basis: Profiles) -> float:
    first, second = basis.values().tolist()
    return HUNDRED * float(first - second)


# --- weights --------------------------------------------------------------------------------------


def _weight_bars(basis: Profiles, admissible: AdmissibleWeights) -> Iterator[Bar]:
    hierarchy = basis.hierarchy
    whole = global_weights(hierarchy)
    for group in groups(hierarchy, admissible.space):
        if len(group.members) < 2:
            continue
        above = HUNDRED * (1.0 if group.root == TOP else float(whole[group.root]))
        for at, ends in enumerate(zip(*share_ranges(group, admissible), strict=True)):
            low, high = (above * float(end) for end in ends)
            moved = (replace(basis, hierarchy=_with_share(basis, group, at, end)) for end in ends)
            yield Bar(group.members[at], None, low, high, *map(_margin, moved))


def share_ranges(group: Group, admissible: AdmissibleWeights) -> tuple[tuple[Fraction, ...], tuple[Fraction, ...]]:
    """Return the least and the largest share (M,) that each member of a group is admitted to have.

    Around its own share, no further than the others can make up for it: where two weigh 80 and 20 of 100, and each may
    move by 30 %, the first moves by 6 points and not by 24.

    Raises:
        ValueError: the statements leave no weights.
    """
    shares = group.shares
    match admissible.kind:
        case Admissible.FIXED:
            return shares, shares
        case Admissible.AROUND:
            pairs = _around(shares, admissible.percent)
        case Admissible.ORDER:
            pairs = [_in_order(shares, share) for share in shares]
        case Admissible.WITHIN if about := statements_about(group, admissible):
            region = polytope(group, admissible, about)
            if region.is_empty:
                raise ValueError("the statements leave no weights")
            ends = (np.clip(each, 0.0, 1.0).tolist() for each in region.ranges())
            pairs = [(Fraction(low), Fraction(high)) for low, high in zip(*ends, strict=True)]
        case _:
            pairs = [(Fraction(0), Fraction(1)) for _ in shares]
    return tuple(low for low, _ in pairs), tuple(high for _, high in pairs)


def _around(shares: tuple[Fraction, ...], percent: Fraction) -> list[tuple[Fraction, Fraction]]:
    ends = [(max(share * (1 - percent), Fraction(0)), share * (1 + percent)) for share in shares]
    least, most = (sum(each) for each in zip(*ends, strict=True))
    return [(max(low, 1 - (most - high)), min(high, 1 - (least - low))) for low, high in ends]


def _in_order(shares: tuple[Fraction, ...], share: Fraction) -> tuple[Fraction, Fraction]:
    """Return how little and how much one of some shares may be while their order stays.

    At most as much as each of those above it, and all of them together 1; at least nothing, unless it is the largest.
    """
    above, others = sum(each > share for each in shares), sum(each >= share for each in shares) - 1
    return Fraction(0) if others else Fraction(1, len(shares)), Fraction(1, above + 1)


def _with_share(basis: Profiles, group: Group, at: int, share: Fraction) -> Hierarchy:
    """Return the tree with another share of one member of a group, the others in their proportions."""
    hierarchy = basis.hierarchy
    if basis.is_absent is not None:
        # All weight on what is absent, or none on what is present, would leave nothing to value.
        share = min(max(share, TRIFLE), 1 - TRIFLE)
    rest = (1 - share) / (1 - group.shares[at])
    shares = [rest * each for each in group.shares]
    shares[at] = share
    masses = {node: sum((shares[part] for part in parts), Fraction(0)) for node, parts in group.masses.items()}
    # Where nothing is left for a node, what stands below it shares that as before.
    left = {hierarchy.parents[node] for node, mass in masses.items() if mass}
    weights = {node: mass for node, mass in masses.items() if hierarchy.parents[node] in left}
    return changed_hierarchy(hierarchy, Change(weights=weights))


# --- assessments ----------------------------------------------------------------------------------


def _assessment_bars(problem: Problem, basis: Profiles, pair: tuple[int, int], spread: Spread) -> Iterator[Bar]:
    is_counted = np.zeros(len(problem.alternatives), dtype=bool)
    is_counted[list(pair)] = True
    for judged in open_judgements(problem, spread, is_counted):
        function, node = problem.value_functions[judged.leaf], problem.hierarchy.leaf_nodes[judged.leaf]
        worst, best = (judged.low, judged.high) if function.is_rising else (judged.high, judged.low)
        for row, *ends in zip(judged.rows.tolist(), worst.tolist(), best.tolist(), strict=True):
            moved = (
                _margin(_with_value(basis, pair.index(row), judged.leaf, value))
                for value in function.partial_values(np.array(ends)).tolist()
            )
            yield Bar(node, row, *ends, *moved)


def _with_value(basis: Profiles, at: int, leaf: int, value: float) -> Profiles:
    partial_values = basis.partial_values.copy()
    partial_values[at, leaf] = value
    return replace(basis, partial_values=partial_values)
