"""The rule of a tier with quotas, or with places counted by class, for many orders at once: those without ties.

It is the rule of `stratsel.engine.rule`, place after place down the order; a test holds the two together.
"""

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.problem import Line
from stratsel.engine.rule import limits, own_classes
from stratsel.terms import Members

Booleans = NDArray[np.bool_]
Integers = NDArray[np.int64]


def fill_places(line: Line, above: Integers, reaches: Booleans, held: Booleans) -> Booleans:
    """Return who has a place (R, S) in a tier.

    `above` (R, S) counts who stands higher in each draw, all different; `reaches` marks who may have a place at all,
    which is an upper part of the order, and `held` who has one from the tiers above. The line has the classes of these
    rows.
    """
    order = np.empty_like(above)
    np.put_along_axis(order, above, np.broadcast_to(np.arange(len(above))[:, None], above.shape), axis=0)
    if line.members is not None:
        return _by_class(line, order, reaches, held)
    return _by_place(line, order, reaches, held)


def _by_class(line: Line, order: Integers, reaches: Booleans, held: Booleans) -> Booleans:
    """Classes are opened in the order of the best of each, until one is too many."""
    classes = np.unique(own_classes(line.classes), return_inverse=True)[1]
    draws = np.arange(order.shape[1])
    is_opened = np.zeros((classes.max(initial=-1) + 1, len(draws)), dtype=bool)
    inside, opened, is_open = held.copy(), np.zeros(len(draws), dtype=np.int64), np.ones(len(draws), dtype=bool)
    for row in order:
        if not is_open.any():
            break
        own, counts = classes[row], reaches[row, draws]
        is_new = counts & is_open & ~is_opened[own, draws]
        is_open &= ~(is_new & (opened >= line.places))
        is_new &= is_open
        is_opened[own[is_new], draws[is_new]] = True
        opened += is_new
        if line.members is Members.IN_ORDER:
            inside[row, draws] |= counts & is_open & is_opened[own, draws]
    if line.members is Members.ALL:
        inside |= reaches & is_opened[classes]
    return inside


def _by_place(line: Line, order: Integers, reaches: Booleans, held: Booleans) -> Booleans:
    """Down the order, whoever fits has a place: one that its class still needs, or a spare one if it has room."""
    quotas = limits(line)
    numbers = {of: number for number, of in enumerate(quotas)}
    classes = np.array([numbers.get(of, len(quotas)) for of in line.classes or (-1,) * len(order)], dtype=np.int64)
    draws, size = np.arange(order.shape[1]), len(order)
    bounds = np.array([*quotas.values(), (0, size)])[:, :, None]
    taken, waiting = (_by_number(who, classes, len(bounds)) for who in (held, reaches & ~held))
    rooms = np.maximum(bounds[:, 1] - taken, 0)
    needs = np.minimum(np.minimum(np.maximum(bounds[:, 0] - taken, 0), waiting), rooms)
    owed = needs.sum(axis=0)
    left, inside = line.places - held.sum(axis=0), held.copy()
    for row in order:
        if not (left > 0).any():
            break
        own = classes[row]
        is_needed, has_room = needs[own, draws] > 0, rooms[own, draws] > 0
        fits = reaches[row, draws] & ~held[row, draws] & (left > 0) & (is_needed | (has_room & (left > owed)))
        inside[row, draws] |= fits
        left -= fits
        rooms[own, draws] -= fits
        needs[own, draws] -= fits & is_needed
        owed -= fits & is_needed
    return inside


def _by_number(who: Booleans, classes: Integers, size: int) -> Integers:
    """Return how many (K, S) of those marked (R, S) are of each class (R,), of which there are so many."""
    counts = np.zeros((size, who.shape[1]), dtype=np.int64)
    for of, marks in zip(classes.tolist(), who, strict=True):
        counts[of] += marks
    return counts
