"""The rule of one tier: who has a place in it, given the order and who has a place above it.

Who stands level is taken together, so that no place hangs on name or file order: an alternative has a place if it has
one however its group were put in order, and is tied if it would have one in some orders and none in others.
"""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from stratsel.engine.problem import UNKNOWN_CLASS, Line, Quota
from stratsel.engine.rank import Order
from stratsel.terms import Members


@dataclass(frozen=True, slots=True)
class Contest:
    """Rows that are tied for `places` of a tier, fewer than they need: classes where the tier counts classes."""

    rows: tuple[int, ...]
    places: int


@dataclass(frozen=True, slots=True)
class Filled:
    """A tier as it is filled: the rows `inside`, and `contests` between those who are tied for what is left.

    `unmet` holds the quotas that are not kept, each with how many of its class the tier holds at least.
    """

    inside: Set[int] = frozenset()
    contests: tuple[Contest, ...] = ()
    unmet: tuple[tuple[Quota, int], ...] = ()

    @property
    def tied(self) -> dict[int, int]:
        """The rows that are tied, each with the places left for it."""
        return {row: contest.places for contest in self.contests for row in contest.rows}


def fill(line: Line, order: Order, above: Set[int]) -> Filled:
    """Fill a tier with rows that the order ranks; the rows `above` have a place in it whatever the rule says."""
    return _by_place(line, order, above) if line.members is None else _by_class(line, order, above)


def limits(line: Line) -> dict[int, tuple[int, int]]:
    """Return for each class that has a quota how many the tier must hold, and how many it may.

    A class that may hold any number may hold as many as there are alternatives.
    """
    found: dict[int, tuple[int, int]] = {}
    for quota in line.quotas:
        least, most = found.get(quota.of, (0, len(line.classes)))
        found[quota.of] = max(least, quota.at_least), most if quota.at_most is None else min(most, quota.at_most)
    return found


def without_idle_quotas(line: Line) -> Line:
    """Return a tier without the quotas of classes that nobody can be of: they move nobody.

    A criteria file may hold thousands of them.
    """
    present = set(line.classes)
    if UNKNOWN_CLASS in present or not line.quotas:
        return line
    return replace(line, quotas=tuple(quota for quota in line.quotas if quota.of in present))


def own_classes(classes: Sequence[int]) -> list[int]:
    """Return the classes (A,) by which places are counted: an alternative of unknown class is a class of its own."""
    return [of if of != UNKNOWN_CLASS else -2 - row for row, of in enumerate(classes)]


# --- places counted by class ----------------------------------------------------------------------


def _by_class(line: Line, order: Order, above: Set[int]) -> Filled:
    """Fill a tier with the classes that come first, counted by the best member of each."""
    classes = own_classes(line.classes)
    opened: set[int] = set()
    contested: set[int] = set()
    reached: list[int] = []
    for group in order.groups():
        reached += group
        new = {classes[row] for row in group} - opened
        if len(opened) + len(new) > line.places:
            contested = new
            break
        opened |= new
    left = line.places - len(opened)
    rows = order.rows.tolist() if line.members is Members.ALL else reached
    inside = above | {row for row in rows if classes[row] in opened}
    tied = tuple(row for row in rows if left and classes[row] in contested and row not in inside)
    return Filled(inside, (Contest(tied, left),) if tied else ())


# --- places counted by alternative ----------------------------------------------------------------


def _by_place(line: Line, order: Order, above: Set[int]) -> Filled:
    """Fill a tier with the set that is best by rank, place after place, among those that keep to the quotas.

    Going down the order and taking whoever still fits finds it, as the sets that keep to upper and lower limits by
    class are the independent sets of a matroid (Edmonds 1971, Matroids and the greedy algorithm).
    """
    room = _Room(line, order, above)
    inside, contests = set(above), list[Contest]()
    for level in order.groups():
        if room.left <= 0:
            break
        group = [row for row in level if row not in above]
        if len(group) == 1:
            inside |= {row for row in group if room.admits(room.class_of(row))}
            continue
        sizes = Counter(room.class_of(row) for row in group)
        sure, contested = room.take(sizes)
        inside |= {row for row in group if room.class_of(row) in sure}
        for classes, places in contested:
            contests.append(Contest(tuple(row for row in group if room.class_of(row) in classes), places))
    unmet = (quota for quota in line.quotas if not _is_kept(quota, room.held[quota.of]))
    return Filled(inside, tuple(contests), tuple((quota, room.held[quota.of]) for quota in unmet))


def _is_kept(quota: Quota, held: int) -> bool:
    return quota.at_least <= held and (quota.at_most is None or held <= quota.at_most)


class _Room:
    """What is left of a tier on the way down the order.

    `left` counts places, `needs` how many of a class must still come, where any must, `rooms` how many still may, and
    `held` how many have come at least.
    """

    def __init__(self, line: Line, order: Order, above: Set[int]) -> None:
        self.classes = line.classes if line.quotas else ()
        self.left = line.places - len(above)
        self.held = Counter(self.class_of(row) for row in above)
        self.rooms, self.needs = dict[int, int](), dict[int, int]()
        found = limits(line)
        is_any_needed = any(least for least, _ in found.values())
        rows = order.rows.tolist() if is_any_needed else ()
        waiting = Counter(self.class_of(row) for row in rows if row not in above)
        for of, (least, most) in found.items():
            self.rooms[of] = max(0, most - self.held[of])
            if needed := min(max(0, least - self.held[of]), waiting[of], self.rooms[of]):
                self.needs[of] = needed

    def class_of(self, row: int) -> int:
        return self.classes[row] if self.classes else UNKNOWN_CLASS

    def admits(self, of: int) -> bool:
        """Take a row that stands by itself, if there is a place for its class, and return whether there is."""
        is_spare = self.rooms.get(of, 1) > 0 and self.left > sum(self.needs.values())
        if is_spare or of in self.needs:
            self.left -= 1
            self._come(of, 1, 1)
            return True
        return False

    def take(self, sizes: Mapping[int, int]) -> tuple[set[int], list[tuple[set[int], int]]]:
        """Take a level group, counted by class: the classes that are in, and those tied with the places left for them.

        A class that is sure of some places shares them among its own; the others contest what is left together.
        """
        found, taken = shares(sizes, self.needs, self.rooms, self.left)
        self.left -= taken
        for of, (fewest, most) in found.items():
            self._come(of, fewest, most)
        sure = {of for of, (fewest, _) in found.items() if fewest == sizes[of]}
        contested = [({of}, fewest) for of, (fewest, most) in found.items() if 0 < fewest == most < sizes[of]]
        together = {of for of, (fewest, most) in found.items() if fewest < most}
        if together:
            contested.append((together, taken - sum(found[of][0] for of in sizes if of not in together)))
        return sure, contested

    def _come(self, of: int, fewest: int, most: int) -> None:
        self.held[of] += fewest
        if of in self.rooms:
            self.rooms[of] -= most
        if self.needs.get(of, 0) > most:
            self.needs[of] -= most
        else:
            self.needs.pop(of, None)


def shares(
    sizes: Mapping[int, int], needs: Mapping[int, int], rooms: Mapping[int, int], left: int
) -> tuple[dict[int, tuple[int, int]], int]:
    """Return how many of each class of a level group have one of the places `left`, at least and at most; and in all.

    `sizes` counts the group by class, `needs` how many of a class must still come, here or further down, and `rooms`
    how many still may; a class without limit may have all. What is not needed shares the places that need leaves over.
    Where need is more than the places left, only who is needed has one.
    """
    spare = left - sum(needs.values())
    if spare < 0:
        rooms, needs, spare = {of: needs.get(of, 0) for of in sizes}, {}, left
    needed = {of: min(size, needs.get(of, 0)) for of, size in sizes.items()}
    extra = {of: min(size, rooms.get(of, size)) - needed[of] for of, size in sizes.items()}
    wanted = sum(extra.values())
    found = {
        of: (
            needed[of] + min(extra[of], max(0, spare - (wanted - extra[of]))),
            needed[of] + min(extra[of], spare),
        )
        for of in sizes
    }
    return found, sum(needed.values()) + min(spare, wanted)
