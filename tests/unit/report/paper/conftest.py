import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from stratsel.report.document import Blank, Bullets, Entries, Figure, Section, Table, written
from stratsel.report.robustness.words import Words
from stratsel.report.sentences import Sentences

MADE = Path(__file__).resolve().parents[3] / "reports" / "made_paper.py"


@pytest.fixture(scope="session")
def papers():
    """The papers of `tests/reports/made_paper.py`."""
    return SimpleNamespace(**runpy.run_path(str(MADE)))


@pytest.fixture
def paper(papers):
    """The paper of the small result."""
    return papers.paper()


@pytest.fixture
def words_of():
    """Names and sentences of a paper, in English unless said."""

    def make(paper, language="en"):
        return Words(paper.ranking, Sentences(language))

    return make


@pytest.fixture
def lines():
    """Every text that some blocks show, one by one, with spaces that break."""

    def flat(block):
        match block:
            case Bullets():
                yield from block.items
            case Entries():
                for entry in block.entries:
                    yield entry.term
                    yield from (line.text for line in entry.lines)
            case Table():
                yield from (column.title for column in block.columns)
                for row in block.rows:
                    if isinstance(row, Section):
                        yield row.text
                    elif isinstance(row, tuple):
                        yield from (written(cell, "en") for cell in row)
            case Figure():
                yield from (block.caption, block.alternative)
            case Blank():
                yield from (text for row in block.rows for text in row)
            case _:
                yield block.text

    return lambda blocks: [text.replace("\u00a0", " ") for block in blocks for text in flat(block)]


@pytest.fixture
def rows():
    """The rows of a table as texts, with spaces that break."""
    return lambda table: [[written(cell, "en").replace("\u00a0", " ") for cell in row] for row in table.rows]
