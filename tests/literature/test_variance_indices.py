"""Published variance-based indices against the estimators."""

from pathlib import Path

import numpy as np

from stratsel.analysis.drivers import variance_indices
from stratsel.reading.events import read_yaml


def test_the_g_function_of_sobol():
    file = Path(__file__).parent / "sobol-g-function.yaml"
    case = read_yaml(file.read_text(encoding="utf-8")).value
    a, printed = [float(each) for each in case["a"]], case["expected"]
    rng = np.random.default_rng(1)
    drawn = [list(rng.random((len(a), int(case["draws"])))) for _ in range(2)]
    found = variance_indices(
        lambda x: np.prod([(abs(4 * own - 2) + each) / (1 + each) for own, each in zip(x, a, strict=True)], axis=0),
        *drawn,
    )
    for name in ("first", "total"):
        indices, errors = getattr(found, name), getattr(found, f"{name}_error")
        expected = [float(each) for each in printed[name]]
        assert (np.abs(indices - expected) <= float(printed["standard_errors"]) * errors).all(), name
        assert errors.max() <= float(printed["largest_error"]), name
