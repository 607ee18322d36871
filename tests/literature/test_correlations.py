"""Published correlations of two orders."""

from pathlib import Path

import numpy as np
import pytest

from stratsel.analysis.orders import correlations
from stratsel.reading.events import read_yaml


@pytest.mark.parametrize("name", ["spearman-salabun", "tau-kendall"])
def test_printed_correlations(name):
    case = read_yaml((Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8")).value
    first, second = (np.array([int(rank) for rank in order]) for order in case["orders"])
    found = dict(zip(("spearman", "kendall"), correlations(first, second), strict=True))
    tolerance = float(case["expected"].pop("tolerance"))
    for coefficient, printed in case["expected"].items():
        assert found[coefficient] == pytest.approx(float(printed), abs=tolerance)
