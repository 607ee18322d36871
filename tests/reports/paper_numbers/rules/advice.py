"""Advice: the codes, and what is counted in their sentences."""

import runpy
from pathlib import Path
from types import SimpleNamespace

write = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "figures.py")))
orders = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "orders.py")))


def code(data, found, told):
    assert found[0] in {each["code"] for each in data.ranking["advice"]}
    return [found[1]]


def same_order(data, found, told):
    leaves = data.criterion(found[1])["id"], data.criterion(found[2])["id"]
    known = [
        each for each in data.candidates if all(data.record.figures[each["id"], leaf] is not None for leaf in leaves)
    ]
    values = [[each["values"][leaf] for each in known] for leaf in leaves]
    return [str(len(known)), write.percent(orders.tau_b(*values))]


def dominated(data, found, told):
    """Everybody whom a candidate dominates on the leaves; of several who do, the best by rank is named."""
    by = [_dominator(data, each) for each in data.candidates]
    return [str(by.count(data.candidate(found[1])["id"]))]


def _dominator(data, each):
    return next((one["id"] for one in data.candidates if _dominates(data, one, each)), None)


def _dominates(data, one, other):
    pairs = [(one["values"][leaf["id"]], other["values"][leaf["id"]]) for leaf in data.leaves() if leaf["weight"]]
    return all(own >= theirs for own, theirs in pairs) and any(own > theirs for own, theirs in pairs)


RULES = {
    r"^ST(\d+)$": code,
    r"^“(.+)” puts the .* as “(.+)” \(Kendall": same_order,
    r"^As things stand, “(.+?)” is nowhere worse .*\(in all: ": dominated,
}
TABLES = {}
