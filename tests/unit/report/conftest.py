import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

MADE = Path(__file__).resolve().parents[2] / "reports" / "made.py"


@pytest.fixture(scope="session")
def made():
    """The results of `tests/reports/made.py`."""
    return SimpleNamespace(**runpy.run_path(str(MADE)))
