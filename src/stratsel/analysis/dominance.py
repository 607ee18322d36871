"""Dominance: who is nowhere better than another and somewhere worse, so that no weights can put it first."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

NOBODY = -1


def dominators(values: Floats, ranks: Integers) -> Integers:
    """Return for each of some rows who dominates it (R,), as a position among them; `NOBODY` where nobody does.

    `values` (R, C) are partial values, `ranks` (R,) say who can come first: nobody is dominated by one of a worse rank.
    Of several it is the first who is not dominated itself; there always is one, as dominance is transitive.
    """
    found = np.full(len(values), NOBODY, dtype=np.int64)
    free: list[int] = []
    # Whoever dominates has the greater sum, so that it comes before those of its own rank.
    for at in np.lexsort((-values.sum(axis=1), ranks)).tolist():
        others = values[free]
        beats = (others >= values[at]).all(axis=1) & (others > values[at]).any(axis=1)
        if beats.any():
            found[at] = free[int(np.argmax(beats))]
        else:
            free.append(at)
    return found
