"""What if: places under scenarios, and what each scenario changes."""

import runpy
from pathlib import Path
from types import SimpleNamespace

data_of = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "data.py")))
write = data_of.write


def places(data, grid):
    scenarios = data.ranking["scenarios"]
    yield [""] * len(grid.rows[0])
    for each in data.candidates:
        supposed = [scenario["places"][each["id"]] for scenario in scenarios]
        if data.has_place(each) or any(place["tier"] or place["tied_for"] for place in supposed):
            yield "", str(each["rank"]), *(str(place["rank"]) for place in supposed)


def weight(data, found, told):
    criterion = data.criterion(found[1])
    (moved,) = (each for each in _scenario(data, told)["weights"] if each["criterion"] == criterion["id"])
    assert moved["before"] == criterion["weight"]
    return [write.points(moved["after"]), write.points(moved["before"])]


def supposed(data, found, told):
    wanted = data.candidate(found[1])["id"], data.criterion(found[2])["id"]
    moves = _scenario(data, told)["assessments"]
    (moved,) = (each for each in moves if (each["candidate"], each["leaf"]) == wanted)
    return [number for ends in (moved["after"], moved["before"]) for number in data_of.figure(**ends)]


def _scenario(data, told):
    return next(each for each in data.ranking["scenarios"] if write.hide(each["id"]) == told.term)


RULES = {
    r"^(.+) weighs .* points of the whole instead of ": weight,
    r"^“(.+?)” · (.+?): .* instead of ": supposed,
}
TABLES = {r"^Candidate \| As it is \|": places}
