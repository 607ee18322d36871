"""Criteria and weights: the points of the whole."""

import runpy
from pathlib import Path
from types import SimpleNamespace

write = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "figures.py")))


def whole(data, found, told):
    return [write.exact(sum(each["weight"] for each in data.top()))]


def criteria(data, grid):
    yield [""] * 4
    for each in data.criteria:
        yield "", write.tenth(each["weight"]), "", ""


RULES = {r"^Weights are in points of the whole": whole}
TABLES = {r"^Criterion \| Weight \| Measured by": criteria}
