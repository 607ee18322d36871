"""The order: its table, remarks, screens, and where the points come from."""

import runpy
from itertools import zip_longest
from pathlib import Path
from types import SimpleNamespace

write = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "figures.py")))

MOST_COMPARED, MOST_RANKS = 10, 12
"""How many candidates stand beside each other in the table of contributions, and how many ranks a chart has."""


# --- the order --------------------------------------------------------------------------------------


def order(data, grid):
    yield [""] * len(grid.rows[0])
    lines, before = {tier["places"] for tier in data.tiers}, None
    for at, (each, below) in enumerate(zip_longest(data.candidates, data.candidates[1:]), 1):
        if (each["tier"], each["tied_for"]) != before:
            before = each["tier"], each["tied_for"]
            yield (_places(data, each),)
        yield _row(each)
        if at in lines and data.has_place(each) and below is not None and each["rank"] != below["rank"]:
            yield "", write.points(data.ahead(each["id"], below["id"]))


def _row(each):
    low, high = (write.tenth(each["bounds"][name]) for name in ("shown", "possible"))
    shares = write.percent(each["unknown"]), write.percent(each["firmness"]["tier_share"])
    return str(each["rank"]), "", "", low, high, f"{low} {high}", *shares


def _places(data, each):
    """The places that a tier adds to those before it, or those left for which candidates are tied."""
    if each["tied_for"] is not None:
        return str(data.left(next(tier for tier in data.tiers if tier["id"] == each["tied_for"]["tier"])))
    first = 1
    for tier in data.tiers:
        if tier["id"] == each["tier"]:
            return f"{first} {tier['places']}" if first < tier["places"] else str(first)
        first = tier["places"] + 1
    return ""


def legend(data, found, told):
    return data.draws()


# --- remarks ----------------------------------------------------------------------------------------


def shared(data, found, told):
    rank = data.candidate(found[1])["rank"]
    group = [each for each in data.candidates if each["rank"] == rank]
    assert len(group) > 1
    return [str(rank), *data.unnamed(group)]


def left(data, found, told):
    return [str(data.left(data.tier(found[1])))]


def silent(data, found, told):
    nobody = [each for each in data.criteria if each["weight"] and not _brings(data, each)]
    ids = {each["id"] for each in nobody}
    topmost = [each for each in nobody if each["parent"] not in ids]
    assert {data.criterion(title)["id"] for title in found[1].split(" · ")} == {each["id"] for each in topmost}
    return [write.points(sum(each["weight"] for each in topmost))]


def _brings(data, criterion):
    return sum(each["contributions"][criterion["id"]] for each in data.candidates)


def screened(data, found, told):
    screen, outcome, consequence = data.screen(told.term)["id"], found[1], CONSEQUENCES[found[2]]
    verdicts = [each for one in data.everyone for each in one["screens"] if each["screen"] == screen]
    wanted = (outcome, consequence, None)
    named = [each for each in verdicts if (each["outcome"], each["consequence"], each["waiver"]) == wanted]
    return data.unnamed(named)


CONSEQUENCES = {"so excluded": "exclude", "flagged": "flag"}


# --- where the points come from ---------------------------------------------------------------------


def contributions(data, grid):
    compared = data.candidates[:MOST_COMPARED]
    yield "", "", *(str(each["rank"]) for each in compared)
    for top in data.top():
        brought = (each["contributions"][top["id"]] for each in compared)
        yield "", write.tenth(top["weight"]), *map(write.tenth, brought)
    shown = (each["bounds"]["shown"] for each in compared)
    yield "", write.tenth(sum(top["weight"] for top in data.top())), *map(write.tenth, shown)


def columns(data, found, told):
    assert len(data.candidates) > MOST_COMPARED
    return [str(MOST_COMPARED)]


def stacked(data, grid):
    yield [""] * len(grid.rows[0])
    for each in data.candidates:
        brought = (each["contributions"][top["id"]] for top in data.top())
        yield "", *map(write.points, brought), write.points(each["bounds"]["shown"])


def ends_of_bars(data, found, told):
    first, last = data.candidates[0], data.candidates[-1]
    assert [data.candidate(found[at])["id"] for at in (1, 2)] == [first["id"], last["id"]]
    return [write.points(each["bounds"]["shown"]) for each in (first, last)]


def heat(data, grid):
    return data.at_ranks(MOST_RANKS)


def first_most_often(data, found, told):
    shares = {row["candidate"]: row["ranks"].get("1", 0) for row in data.acceptability["rows"]}
    assert shares[data.candidate(found[1])["id"]] == max(shares.values())
    return [write.percent(max(shares.values()))]


RULES = {
    r"^in how many draws: ": legend,
    r"^\d+=? is shared by “(.+?)”": shared,
    r"^They are tied for the places left in “(.+?)”: ": left,
    r"^Nobody has a point on (.+): ": silent,
    r"^(failed|undecided), (so excluded|flagged): .* more$": screened,
    r"^Columns: the first ": columns,
    r"^Stacked bars .*, from “(.+)” with .* to “(.+)” with ": ends_of_bars,
    r"^Heat map .* “(.+)” is first most often": first_most_often,
}
TABLES = {
    r"^Rank \| Candidate \| Tier": order,
    r"^Criterion \| At most": contributions,
    r"^contributions$": stacked,
    r"^acceptability$": heat,
}
