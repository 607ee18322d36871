"""What methods gave when the peer was recorded, by `record_methods.py`."""

import json
from pathlib import Path

import numpy as np
import pytest

from stratsel.analysis.methods import METHODS, method_values

CASES = json.loads(Path(__file__).with_name("methods.json").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{len(case['partial_values'])}x{len(case['shares'])}")
@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
def test_values_are_those_of_the_peer(method, case):
    values, shares = np.array(case["partial_values"]), np.array(case["shares"])
    found = method_values(method, values, shares / shares.sum())
    assert found == pytest.approx(case["values"][method.id], abs=1e-12)


def test_every_method_is_recorded():
    assert all(case["values"].keys() == {method.id for method in METHODS} for case in CASES)
