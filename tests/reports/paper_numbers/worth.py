"""What the files of a round come to, reckoned with fractions: the points that dossiers show, and could come to.

It knows what the shipped round has: sums, and scales of levels, of amounts and days in a straight line, and of options.
"""

from datetime import date
from fractions import Fraction

WHOLE = Fraction(100)


def weights(criteria, whole=WHOLE, moved=None):
    """Each criterion with its points of the whole: its share among its siblings of what their parent has.

    With `moved`, an id and points, that one has those points; its siblings share what is left in their proportion.
    """
    own = {each["id"]: Fraction(each["weight"]) for each in criteria}
    taken = {moved[0]: Fraction(moved[1])} if moved and moved[0] in own else {}
    rest = whole - sum(taken.values())
    total = sum(weight for name, weight in own.items() if name not in taken)
    for each in criteria:
        points = taken[each["id"]] if each["id"] in taken else rest * own[each["id"]] / total
        yield each, points
        yield from weights(each.get("criteria", ()), points, moved)


def points(criteria, figures, moved=None):
    """The points of each candidate on each leaf, by both: at the low end of what it leaves open, and at the high."""
    for leaf, weight in weights(criteria["criteria"], moved=moved):
        if "scale" in leaf:
            scale = leaf["scale"] if isinstance(leaf["scale"], dict) else criteria["scales"][leaf["scale"]]
            for candidate in {candidate for candidate, _ in figures}:
                low, high = shares(scale, figures[candidate, leaf["id"]])
                yield (candidate, leaf["id"]), (weight * low, weight * high)


def totals(criteria, figures, moved=None):
    """What each candidate shows."""
    shown = dict.fromkeys(sorted({candidate for candidate, _ in figures}), Fraction(0))
    for (candidate, _), (low, _) in points(criteria, figures, moved):
        shown[candidate] += low
    return shown


def shares(scale, ends):
    """Where two ends lie on a scale, from 0 to 1, the worse first: anywhere, where nothing is known."""
    low, *_, high = [Fraction(0), Fraction(1)] if ends is None else sorted(_share(scale, end) for end in ends)
    return low, high


def _share(scale, end):
    if scale["kind"] == "choice":
        return Fraction(scale["options"][end]["value"]) / 100
    levels = sorted(map(Fraction, scale.get("levels", ())))
    worst, best = (levels[0], levels[-1]) if levels else (_number(scale["worst"]), _number(scale["best"]))
    return min(max((_number(end) - worst) / (best - worst), Fraction(0)), Fraction(1))


def _number(text):
    """An amount, or the number of a day."""
    return Fraction(date.fromisoformat(text).toordinal()) if text.count("-") == 2 else Fraction(text)
