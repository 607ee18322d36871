"""Writes `cases.json`: payloads, weights, and where candidates would stand, by `reordered` of the library.

    python tests/what_if/make_cases.py

`tests/unit/results/test_what_if.py` holds `reordered` itself to hand calculation. These cases hold to it whatever else
runs on the payload: the script of the page in a browser, the live formulas of the workbook in a spreadsheet program.
"""

import json
from dataclasses import asdict
from pathlib import Path
from random import Random

from stratsel.results.what_if import WhatIf, WhatIfCandidate, WhatIfNode, WhatIfTier, reordered

CASES = Path(__file__).with_name("cases.json")
TREE = (("a", None), ("a1", "a"), ("a2", "a"), ("a3", "a"), ("b", None), ("b1", "b"), ("b2", "b"), ("c", None))
LEAVES = ("a1", "a2", "a3", "b1", "b2", "c")
STEPS = (0.0, 0.25, 0.5, 0.75, 1.0)
TIERS = (WhatIfTier("first", "First", 2), WhatIfTier("second", "Second", 4))


def payload(random, is_coarse, minimum):
    """Coarse values and shares make ties; fine ones make sums that end in other digits in another order."""
    number = (lambda: random.choice(STEPS)) if is_coarse else random.random
    given = {name: number() + 0.25 for name, _ in TREE}
    totals = {above: sum(given[name] for name, parent in TREE if parent == above) for above in (None, "a", "b")}
    nodes = tuple(WhatIfNode(name, name, parent, given[name] / totals[parent], name in LEAVES) for name, parent in TREE)
    candidates = tuple(
        WhatIfCandidate(f"c{at}", f"Candidate {at}", 0, 0.0, None, {leaf: number() for leaf in LEAVES})
        for at in range(7)
    )
    own = WhatIf(nodes, candidates, TIERS, minimum)
    places = {each.candidate: each for each in reordered(own, {})}
    stands = tuple(
        WhatIfCandidate(each.candidate, each.title, found.rank, found.points, found.tier, each.values)
        for each in candidates
        if (found := places[each.candidate])
    )
    return WhatIf(nodes, tuple(sorted(stands, key=lambda each: each.rank)), TIERS, minimum)


def weights(random):
    """None, one, a whole group at nothing, everything at nothing, and several at once."""
    yield {}
    yield {"a": 0.9}
    yield {"b1": 0.0, "b2": 0.0}
    yield {"a": 0.0, "b": 0.0, "c": 0.0}
    yield {name: random.randrange(101) / 100 for name, _ in TREE}


def cases():
    random = Random(2025)
    for at in range(12):
        made = payload(random, is_coarse=at % 2 == 0, minimum=40.0 if at % 3 == 0 else 0.0)
        moves = [
            {"weights": given, "places": [asdict(place) for place in reordered(made, given)]}
            for given in weights(random)
        ]
        yield {"payload": asdict(made), "moves": moves}


if __name__ == "__main__":
    CASES.write_text(json.dumps(list(cases()), indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")
