"""What would change the result: shares of draws, stretches of weights, and what moves the margins."""

import re
import runpy
from pathlib import Path
from types import SimpleNamespace

data_of = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "data.py")))
write = data_of.write

NO_PLACE = "no place"
"""What stands for no tier."""
MOST_RANKS, MOST_BARS, MOST_DRAWN = 10, 12, 10
"""How many ranks and bars a table has, and how many bars a chart."""


# --- how often --------------------------------------------------------------------------------------


def varied(data, found, told):
    return data.draws()


def least_sure(data, found, told):
    """The largest root of p (1 - p) / n over all shares: of candidates at ranks, and in tiers."""
    rows, samples = data.acceptability["rows"], data.acceptability["samples"]
    shares = [share for row in rows for name in ("ranks", "tiers") for share in row[name].values()]
    error = max((share * (1 - share) / samples) ** 0.5 for share in shares)
    return [str(samples), f"{write.tenth(100 * error)}%"]


def tiers(data, grid):
    yield [""] * len(grid.rows[0])
    names = [*(tier["id"] for tier in data.tiers), NO_PLACE]
    for row in data.acceptability["rows"]:
        each = data.by_id(row["candidate"])
        now = each["tier"] or NO_PLACE
        alone = (write.percent(row[name][now]) for name in ("tiers_by_weights", "tiers_by_judgements"))
        expected = sum(int(rank) * share for rank, share in row["ranks"].items())
        exactly = [] if row["first_exactly"] is None else [write.percent(row["first_exactly"])]
        shares = (write.slight(row["tiers"][name]) for name in names)
        yield str(each["rank"]), "", *shares, *alone, write.tenth(expected), *exactly


def by_scenario(data, grid):
    yield [""] * len(grid.rows[0])
    for row in data.acceptability["rows"]:
        now = data.by_id(row["candidate"])["tier"] or NO_PLACE
        supposed = (row["tiers_by_scenario"][each["id"]][now] for each in data.ranking["scenarios"])
        yield "", write.slight(row["tiers"][now]), *map(write.slight, supposed)


def ranks(data, grid):
    return data.at_ranks(MOST_RANKS)


def central(data, grid):
    leading = [row for row in data.acceptability["rows"] if row["ranks"].get("1")][:MOST_RANKS]
    yield "", "", *(str(data.by_id(row["candidate"])["rank"]) for row in leading)
    for leaf in data.leaves():
        yield "", write.tenth(leaf["weight"]), *(write.tenth(row["central_weights"][leaf["id"]]) for row in leading)
    yield "", "", *(write.percent(row["confidence_factor"]) for row in leading)


# --- between which weights --------------------------------------------------------------------------


def between(data, grid):
    yield [""] * 5
    for row in _limited(data, _kept(data, grid.after)):
        yield "", write.tenth(row["weight"]), f"{write.tenth(row['low'])} {write.tenth(row['high'])}", "", ""


def stretches(data, grid):
    yield [""] * 3
    for row in _limited(data, grid.name.removeprefix("stability-")):
        yield "", *(write.points(row[name]) for name in ("low", "high", "weight"))


def shortest(data, found, told):
    """The caption, which stands before it, names the tier."""
    rows = _limited(data, data.tier(re.match(BETWEEN, told.above)[1])["id"])
    row = min(rows, key=lambda row: min(row["weight"] - row["low"], row["high"] - row["weight"]))
    assert row["criterion"] == data.criterion(found[1])["id"]
    return [write.points(row["low"]), write.points(row["high"])]


BETWEEN = r"^Between which weights (.+) is filled as it is$"


def _kept(data, sentence):
    """What a sentence says stays as it is."""
    tier = re.match(r"^Who has a place in (.+) stays the same", sentence)
    return data.tier(tier[1])["id"] if tier else "first rank" if sentence.startswith("Who is first") else "whole order"


def _limited(data, keeps):
    """The intervals that end where somebody passes, gets or loses a place."""
    ends = ("ahead_at_low", "behind_at_low", "ahead_at_high", "behind_at_high")
    return [row for row in data.stability if row["keeps"] == keeps and any(row[end] for end in ends)]


# --- margins ----------------------------------------------------------------------------------------


def margin(data, found, told):
    return [write.points(data.ahead(data.candidate(found[1])["id"], data.candidate(found[2])["id"]))]


def becomes(data, grid):
    yield [""] * 4
    for bar in _bars(data, re.match(AT_THE_LINE, grid.after)[1])[:MOST_BARS]:
        ends = map(write.tenth, (bar["margin_at_low"], bar["margin_at_high"]))
        yield "", *ends, " ".join(_ends(bar))


AT_THE_LINE = r"^At the line of (.+), “"


def _ends(bar):
    if bar["candidate"] is None:
        return map(write.points, (bar["low"], bar["high"]))
    low, high = bar["low_figure"], bar["high_figure"]
    if low is None or low["key"] == "level":
        return map(write.exact, (bar["low"], bar["high"]))
    return data_of.figure(low, high)


def swings(data, grid):
    tier = grid.name.removeprefix("tornado-")
    now = write.points(next(each["margin"] for each in data.tornado["margins"] if each["tier"] == tier))
    yield "0", now
    for bar in [bar for bar in data.tornado["rows"] if bar["tier"] == tier][:MOST_DRAWN]:
        yield "", *map(write.points, _margins(bar)), now


def drawn(data, found, told):
    return [str(MOST_DRAWN), str(len(_bars(data, found[1])))]


def widest(data, found, told):
    """The caption, which stands before it, names the line."""
    bars = _bars(data, re.search(r"at the line of (.+?)(?: \(the first .*)?$", told.above)[1])
    low, high = _margins(bars[0])
    assert high - low == max(most - least for least, most in map(_margins, bars))
    return [write.points(low), write.points(high)]


def further(data, found, told):
    """The bars that a table leaves out; the paragraph before it names the line."""
    return [str(len(_bars(data, re.match(AT_THE_LINE, told.above)[1])) - MOST_BARS)]


def _margins(bar):
    return sorted((bar["margin_at_low"], bar["margin_at_high"]))


def _bars(data, tier):
    return [bar for bar in data.tornado["rows"] if bar["tier"] == data.tier(tier)["id"]]


RULES = {
    r"^Varied are: ": varied,
    r"draws; no share is less sure than ": least_sure,
    r"the shortest way out is that of (.+): ": shortest,
    r"^At the line of .+, “(.+)” is .* points ahead of “(.+)”; ": margin,
    r"^What moves the margin of .*, at the line of (.+) \(the first ": drawn,
    r"^Tornado; the widest swing is ": widest,
    r"^and .* more$": further,
}
TABLES = {
    r"^Rank \| Candidate \| .*\| Expected rank": tiers,
    r"^Candidate \| As it is \|": by_scenario,
    r"^Candidate \| 1( \||$)": ranks,
    r"^Criterion \| Now \|": central,
    r"^Criterion \| Weight \| Stays so from–to": between,
    r"^stability-": stretches,
    r"^What varies \|": becomes,
    r"^tornado-": swings,
}
