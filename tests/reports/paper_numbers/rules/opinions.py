"""Opinions and decisions: ranks in the order, and the days of the decisions."""

import runpy
from pathlib import Path
from types import SimpleNamespace

write = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "figures.py")))


def day(data, found, told):
    (date,) = write.read(found[0], "en")
    assert date in [each["date"] for each in data.ranking["decisions"]]
    return [date]


def decided(data, grid):
    decisions = data.ranking["decisions"]
    yield "", "", "", *(each["date"] for each in decisions)
    chosen = {each for decision in decisions for members in decision["tiers"].values() for each in members}
    for each in data.everyone:
        is_ranked = each in data.candidates
        if each["id"] in chosen or (is_ranked and data.has_place(each)):
            yield str(each["rank"]) if is_ranked else "", *[""] * (2 + len(decisions))


RULES = {r"^\d+ \w+ \d{4}$": day}
TABLES = {r"^Rank \| Candidate \| The order": decided}
