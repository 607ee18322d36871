"""Sure in, open, sure out: what holds of each place however everything that is open turns out.

From exact bounds, not from samples. Alternatives are assessed one by one, and a screen that is undecided may turn out
either way, so that one completion makes an alternative as bad and all its rivals as good as they can be, and another
one the reverse. A rule that never prefers a worse alternative is settled by these two.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.evaluate import Evaluation
from stratsel.engine.levels import levels
from stratsel.engine.problem import UNKNOWN_CLASS, Line, Outcomes, Problem
from stratsel.engine.rule import limits, own_classes, without_idle_quotas
from stratsel.engine.screening import admission, reaches_minimum
from stratsel.terms import Certainty, Members

Booleans = NDArray[np.bool_]
Integers = NDArray[np.int64]

CERTAINTIES = {1: Certainty.IN, 0: Certainty.OPEN, -1: Certainty.OUT}
AHEAD = 0
"""The level of who has a place before the order is asked."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far up and down each alternative may come. All (A,).

    `worst` and `best` are levels, even numbers from 2 to 4A: smaller is better, equal is level, and each odd number is
    a level between two of them. `can_be` and `is_sure` mark who may be admitted and reach the minimum at its best, and
    who is admitted for sure and reaches it even at its worst.
    """

    worst: Integers
    best: Integers
    can_be: Booleans
    is_sure: Booleans

    @property
    def behind(self) -> int:
        """The level of nobody, behind all others."""
        return 4 * len(self.worst) + 2

    def count_up_to(self, counted: Integers, own: Integers) -> Integers:
        """Return how many of some levels are as good as one's own (A,), or better."""
        counts: Integers = np.cumsum(np.bincount(counted, minlength=self.behind + 1))[own]
        return counts

    def count_above(self, counted: Integers, own: Integers) -> Integers:
        """Return how many of some levels are better than one's own (A,)."""
        return self.count_up_to(counted, own - 1)


def bounds(problem: Problem, evaluation: Evaluation) -> Bounds:
    """Return how far up and down each alternative may come in the order of all."""
    worst, best = levels(problem, evaluation)
    admitted = admission(problem)
    return Bounds(
        2 * worst,
        2 * best,
        admitted.can_be & reaches_minimum(problem, evaluation.possible),
        admitted.is_sure & reaches_minimum(problem, evaluation.shown),
    )


def rivals(found: Bounds) -> Integers:
    """Return how many others (A,) may stand as high as the worst of each, or higher."""
    return found.count_up_to(found.best[found.can_be], found.worst) - found.can_be


def betters(found: Bounds) -> Integers:
    """Return how many others (A,) surely stand higher than the best of each."""
    return found.count_above(found.worst[found.is_sure], found.best)


def certainties(problem: Problem, evaluation: Evaluation, found: Bounds | None = None) -> list[Mapping[str, Certainty]]:
    """Return for every alternative, ranked or not, and for every tier whether it is sure in, open or sure out.

    In: it has a place, and is not merely tied for it, in every completion: whatever turns out where something is
    unknown, a range, or undecided by a screen. Out: it has none and is tied for none in any. What the order leaves out
    today for want of facts is ranked once everything is known. `found` are the bounds, if they are known already.
    """
    tiers = [line.tier for line in problem.lines]
    table = standings_within(problem.lines, bounds(problem, evaluation) if found is None else found)
    kind_of = np.zeros(len(table), dtype=np.int64)
    for column in table.T:
        _, first, kind_of = np.unique(3 * kind_of + column, return_index=True, return_inverse=True)
    kinds = table[first].tolist() if tiers else [[]]
    named = [{tier: CERTAINTIES[each] for tier, each in zip(tiers, kind, strict=True)} for kind in kinds]
    return [named[kind] for kind in kind_of.tolist()]


def standings_within(lines: Sequence[Line], found: Bounds) -> Outcomes:
    """Return the same as numbers (A, T), a column for each tier: 1 sure in, 0 open, -1 sure out.

    Exact where all tiers follow one rule and every class is known. Where a tier above has a rule of its own, or where
    a class is unknown, it may be open although it is sure; it is never the other way round.
    """
    table = np.zeros((len(found.worst), len(lines)), dtype=np.int8)
    is_in, is_out = np.zeros(len(found.worst), dtype=bool), np.ones(len(found.worst), dtype=bool)
    for at, line in enumerate(lines):
        if line.members is None and not _follows_on(line, lines[:at]):
            own_in, own_out = _beside(line, found, ~is_out, is_in)
        else:
            own_in, own_out = _alone(line, found)
        is_in = is_in | (own_in & found.is_sure)
        is_out = is_out & (own_out | ~found.can_be)
        table[:, at] = is_in.astype(np.int8) - is_out
    return table


def _follows_on(line: Line, above: Sequence[Line]) -> bool:
    """Return whether tiers can be filled one by one, each with whoever has a place above added.

    They can under one rule with more places each, and where all go down the order and stop, as one goes down further.
    """
    if all(_rule(each) == _rule(line) for each in above):
        return True
    return not line.quotas and not any(each.quotas or each.members is Members.ALL for each in above)


def _rule(line: Line) -> object:
    return line.members, line.quotas, line.classes if line.quotas else ()


def _alone(line: Line, found: Bounds) -> tuple[Booleans, Booleans]:
    """Return who is in whatever turns out, if it is admitted and reaches the minimum, and who is out (A,)."""
    match line.members:
        case Members.ALL:
            return _with_class(line, found)
        case Members.IN_ORDER:
            return _in_order(line, found)
    nobody = np.zeros_like(found.is_sure)
    return _beside(line, found, nobody, nobody)


def _beside(line: Line, found: Bounds, may_be_held: Booleans, is_held: Booleans) -> tuple[Booleans, Booleans]:
    """Return the same where others have a place from above, and so take one wherever they stand in the order.

    `may_be_held` (A,) are those who may have one, which harms whoever has none, and `is_held` those who surely do.
    """
    crowded = replace(found, best=np.where(may_be_held, AHEAD, found.best))
    taken = replace(found, worst=np.where(is_held, AHEAD, found.worst))
    if not line.quotas:
        return rivals(crowded) < line.places, betters(taken) >= line.places
    quotas = _quotas(line)
    at_worst, at_best = _at_worst(quotas, crowded, may_be_held), _at_best(quotas, taken, is_held)
    fits, could_fit = (each.fits(np.minimum(quotas.classes, quotas.rest)) for each in (at_worst, at_best))
    if quotas.is_unknown.any():
        by_class = range(quotas.rest + 1)
        fits = np.where(quotas.is_unknown, np.logical_and.reduce([at_worst.fits(of) for of in by_class]), fits)
        could_fit = np.where(quotas.is_unknown, np.logical_or.reduce([at_best.fits(of) for of in by_class]), could_fit)
    return fits, ~could_fit


# --- places counted by class ----------------------------------------------------------------------


def _in_order(line: Line, found: Bounds) -> tuple[Booleans, Booleans]:
    """Who stands level with the first class too many is in if its own class stands above; so it may be saved by one."""
    classes, is_known = _numbered(line)
    foremost = _least_by(found, classes, found.best, found.can_be)
    level_with = found.count_up_to(foremost, found.worst) - found.can_be
    ahead = found.count_above(foremost, found.worst) - (foremost[classes] < found.worst)
    is_opened = _least_by(found, classes, found.worst, found.is_sure)[classes] < found.worst
    surely = _least_by(found, classes, found.worst, found.is_sure & is_known)
    higher = found.count_above(surely, found.best) - np.where(is_known, surely[classes] < found.best, 1)
    return (level_with < line.places) | (is_opened & (ahead < line.places)), higher >= line.places


def _with_class(line: Line, found: Bounds) -> tuple[Booleans, Booleans]:
    """Class stands against class, each by its best member; who is of unknown class may belong to any."""
    classes, is_known = _numbered(line)
    foremost = _least_by(found, classes, found.best, found.can_be)
    own_worst = _least_by(found, classes, found.worst, found.is_sure)[classes]
    as_high = found.count_up_to(foremost, own_worst) - 1
    unknown = foremost[classes[~is_known]].min(initial=found.behind)
    own_best = np.where(is_known, np.minimum(foremost[classes], unknown), foremost.min(initial=found.behind))
    higher = found.count_above(_least_by(found, classes, found.worst, found.is_sure & is_known), own_best)
    return as_high < line.places, higher >= line.places


@lru_cache(maxsize=16)
def _numbered(line: Line) -> tuple[Integers, Booleans]:
    """Return the classes (A,) numbered from 0, each unknown one by itself, and which are known (A,)."""
    own = np.array(own_classes(line.classes), dtype=np.int64)
    return np.unique(own, return_inverse=True)[1], own >= 0


def _least_by(found: Bounds, classes: Integers, own: Integers, counts: Booleans) -> Integers:
    """Return for each class the best level among those of its members (A,) that count."""
    least = np.full(classes.max(initial=-1) + 1, found.behind)
    np.minimum.at(least, classes[counts], own[counts])
    return least


# --- places with quotas ---------------------------------------------------------------------------


def _at_worst(quotas: "_Quotas", found: Bounds, is_inside: Booleans) -> "_Contest":
    """Return who stands against each at its worst.

    Who is of unknown class counts wherever it does harm: ahead of all classes, and among those that one of them needs.
    """
    unknown = found.can_be & quotas.is_unknown
    more = found.count_up_to(found.best[unknown], found.worst) - unknown
    exist = quotas.counts(found.can_be) + unknown.sum()
    counts = found.can_be & ~quotas.is_unknown
    return _Contest(quotas, counts, found.best, found.worst, counts, more, exist, quotas.counts(is_inside))


def _at_best(quotas: "_Quotas", found: Bounds, is_inside: Booleans) -> "_Contest":
    """Return who stands against each at its best; an unknown class takes no places."""
    nobody = np.zeros_like(found.can_be)
    exist, inside, counts = quotas.counts(found.is_sure), quotas.counts(is_inside), found.is_sure & ~quotas.is_unknown
    return _Contest(quotas, counts, found.worst, found.best - 1, nobody, np.zeros_like(found.best), exist, inside)


@lru_cache(maxsize=16)
def _quotas(line: Line) -> "_Quotas":
    return _Quotas(line)


class _Quotas:
    """The limits `least` and `most` (K,) of each class that has a quota, and behind them of all that have none.

    Classes that nobody can be of are left out.

    `classes` (A,) numbers the entries of these tables. Those without a quota have the number `rest`, K - 1; who is of
    unknown class has the next.
    """

    def __init__(self, line: Line) -> None:
        quotas = limits(without_idle_quotas(line))
        self.places = line.places
        self.least = np.array([least for least, _ in quotas.values()] + [0])
        self.most = np.array([most for _, most in quotas.values()] + [len(line.classes)])
        self.rest = len(quotas)
        numbers = {of: number for number, of in enumerate(quotas)} | {UNKNOWN_CLASS: self.rest + 1}
        self.classes = np.array([numbers.get(of, self.rest) for of in line.classes], dtype=np.int64)
        self.is_unknown = self.classes > self.rest

    def counts(self, who: Booleans) -> Integers:
        """Return how many of some rows (A,) are of each class (K,)."""
        return np.bincount(self.classes[who], minlength=len(self.least))[: len(self.least)]


class _Contest:
    """Whoever `counts` (A,), of known class, each at its `level` (A,), against each row, which looks `up_to` a level.

    `is_among` (A,) marks the rows that are among those themselves, no further down than they look. `more` of unknown
    class (A,) stand ahead. Of each class `exist` (K,) at all, and are `inside` (K,) already.
    """

    def __init__(
        self,
        quotas: _Quotas,
        counts: Booleans,
        level: Integers,
        up_to: Integers,
        is_among: Booleans,
        more: Integers,
        exist: Integers,
        inside: Integers,
    ) -> None:
        self.quotas, self.up_to, self.is_among, self.more = quotas, up_to, is_among, more
        self.exist, self.inside = exist, inside
        self.span = int(max(level.max(initial=0), up_to.max(initial=0))) + 1
        self.ladder = np.sort(quotas.classes[counts] * self.span + level[counts])
        self.begins = np.searchsorted(self.ladder, np.arange(len(exist)) * self.span)
        self.is_spare = self._all(self._taken) + more < quotas.places
        self.needed = self._all(self._kept) + more < quotas.places

    def fits(self, of: Integers | int) -> Booleans:
        """Return who is in (A,) if it is of some class, one for each or for all.

        Of a class w of which a stand ahead, f are inside already, and n exist at all, with limits l and m, the places
        taken or kept are max(f, min(n, l), min(a, max(f, m))); where some are left over, or where the class still needs
        the place and the needs ahead do not use up all, who is below m is in.
        """
        own = self._ahead(of) - (self.is_among & (self.quotas.classes == of)) + self.more
        fits: Booleans = own < self.quotas.most[of]
        fits &= self.is_spare | (self.needed & (own < self.quotas.least[of]))
        return fits

    def _ahead(self, of: Integers | int) -> Integers:
        """Return how many of a class stand where each row (A,) looks, itself among them."""
        found: Integers = np.searchsorted(self.ladder, of * self.span + self.up_to, side="right") - self.begins[of]
        return found

    def _taken(self, of: Integers, ahead: Integers) -> Integers:
        quotas, inside = self.quotas, self.inside[of]
        taken = np.minimum(ahead, np.maximum(inside, quotas.most[of]))
        found: Integers = np.maximum(np.maximum(inside, np.minimum(self.exist[of], quotas.least[of])), taken)
        return found

    def _kept(self, of: Integers, ahead: Integers) -> Integers:
        found: Integers = np.maximum(self.inside[of], np.minimum(ahead, self.quotas.least[of]))
        return found

    def _all(self, places: Callable[[Integers, Integers], Integers]) -> Integers:
        """Return the places (A,) of all classes, by how many of each stand ahead of a row, itself left out.

        Level by level: each who stands on the ladder adds what its class has by it, so that no table of classes by rows
        is needed.
        """
        of = self.ladder // self.span
        before = np.arange(len(of)) - self.begins[of]
        added = np.bincount(self.ladder % self.span, places(of, before + 1) - places(of, before), self.span)
        every = np.arange(len(self.exist))
        total = int(places(every, np.zeros_like(every)).sum()) + np.cumsum(added).astype(np.int64)[self.up_to]
        own = np.minimum(self.quotas.classes, self.quotas.rest)
        ahead = self._ahead(own)
        found: Integers = total - np.where(self.is_among, places(own, ahead) - places(own, ahead - 1), 0)
        return found
