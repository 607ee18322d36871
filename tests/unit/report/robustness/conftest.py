import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from stratsel.report.robustness.words import Words
from stratsel.report.sentences import Sentences

MADE = Path(__file__).resolve().parents[3] / "reports" / "made_robustness.py"


@pytest.fixture(scope="session")
def made_study():
    """The studies of `tests/reports/made_robustness.py`."""
    return SimpleNamespace(**runpy.run_path(str(MADE)))


@pytest.fixture(scope="session")
def parts(made_study):
    return made_study.parts()


@pytest.fixture(scope="session")
def words(made):
    return Words(made.small(), Sentences("en"))


@pytest.fixture(scope="session")
def tell():
    """What blocks say: paragraphs as text, entries as lists of terms with their lines, tables as lists of rows."""

    def told(blocks):
        for block in blocks:
            if hasattr(block, "entries"):
                yield [(entry.term, [line.text for line in entry.lines]) for entry in block.entries]
            elif hasattr(block, "rows"):
                yield [[cell.value for cell in row] for row in block.rows]
            elif hasattr(block, "items"):
                yield list(block.items)
            else:
                yield block.text

    return lambda blocks: list(told(blocks))
