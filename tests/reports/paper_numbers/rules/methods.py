"""Other methods: ranks side by side, how alike the orders are, and what each shows of its weakness."""

import runpy
from pathlib import Path
from types import SimpleNamespace

write = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "figures.py")))
orders = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "orders.py")))


def by_title(data, title):
    """A method by what it is called."""
    return next(each for each in data.methods["methods"] if each["id"] == title.lower().replace(" ", "-"))


def places(data, method):
    return [each["methods"][method["id"]] for each in data.methods["ranking"]]


# --- tables -----------------------------------------------------------------------------------------


def side_by_side(data, grid):
    """A column for each method; the chart has the round's ranks in its second column too."""
    yield [""] * len(grid.rows[0])
    columns = [places(data, by_title(data, title)) for title in grid.rows[0][2:]]
    for each, *others in zip(data.candidates, *columns, strict=True):
        yield "", str(each["rank"]), *(str(other["rank"]) for other in others)


def alike(data, grid):
    yield [""] * 4
    for method in data.methods["methods"]:
        pairs = list(zip(data.candidates, places(data, method), strict=True))
        ranks = [[each["rank"] for each in order] for order in zip(*pairs, strict=True)]
        yield "", *_correlations(*ranks), str(sum(each["tier"] != place["tier"] for each, place in pairs))


def _correlations(own, theirs):
    """Nothing is alike where a method tells nobody apart."""
    if len(set(theirs)) == 1:
        return "", ""
    return [write.rounded(found(own, theirs), 3) for found in (orders.spearman, orders.tau_b)]


# --- weaknesses -------------------------------------------------------------------------------------


def full_preference(data, found, told):
    return [write.percent(data.methods["settings"]["full_preference"])]


def reversal(data, found, told):
    reversals = by_title(data, told.term)["reversals"]
    assert reversals["tried"] == len(data.candidates)
    return [str(len(data.candidates)), *([str(reversals["reversing"])] if reversals["pair"] else [])]


RULES = {
    r"preference grows with the difference and is full from": full_preference,
    r"^Rank reversal: ": reversal,
}
TABLES = {
    r"^Candidate \| This round \|": side_by_side,
    r"^Method \| Spearman": alike,
    r"^methods$": side_by_side,
}
