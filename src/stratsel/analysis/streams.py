"""Random numbers that belong to what they are drawn for: a stream for each node, and for each open assessment.

What is drawn for one thing does not hang on what else there is, so that adding a candidate changes no other's draws.
"""

from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

Beginning = Any
"""The state of NumPy's generator PCG64 where a stream begins; what it is made of is NumPy's own affair."""


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
        return np.random.Generator(np.random.PCG64(int.from_bytes(digest.digest(), "little")))

    def beginning(self, *names: str) -> Beginning:
        """Return where the stream of a name begins: it takes less room than the stream, of which there may be many."""
        return self.of(*names).bit_generator.state


class Numbers:
    """Reads any part of any stream; each thread needs one of its own."""

    def __init__(self) -> None:
        self._bits = np.random.PCG64(0)
        self._rng = np.random.Generator(self._bits)

    def within(self, beginning: Beginning, begin: int, end: int) -> Floats:
        """Return the numbers of a stream, even between 0 and 1, from the one at `begin` to before the one at `end`."""
        self._bits.state = beginning
        self._bits.advance(begin)
        return self._rng.random(end - begin)
