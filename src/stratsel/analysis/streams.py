"""Random numbers that belong to what they are drawn for: a stream for each node, and for each open assessment.

What is drawn for one thing does not hang on what else there is, so that adding a candidate changes no other's draws.
"""

from dataclasses import dataclass
from hashlib import blake2b

import numpy as np


@dataclass(frozen=True, slots=True)
class Streams:
    """The streams that follow from one seed."""

    seed: int

    def of(self, *names: str) -> np.random.Generator:
        """Return the stream that belongs to a name: the same numbers each time it is asked for.

        Names are told apart by a hash of 128 bits, from which NumPy's own mixing makes the state (PCG64).
        """
        digest = blake2b(digest_size=16)
        for part in (str(self.seed), *names):
            digest.update(len(part).to_bytes(8, "little") + part.encode())
        return np.random.default_rng(int.from_bytes(digest.digest(), "little"))
