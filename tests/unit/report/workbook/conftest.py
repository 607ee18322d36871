import io
import runpy
from pathlib import Path

import pytest

pytest.importorskip("xlsxwriter", reason="workbooks are written with xlsxwriter")
REPORTS = Path(__file__).resolve().parents[3] / "reports"


@pytest.fixture(scope="session")
def made_paper():
    return runpy.run_path(str(REPORTS / "made_paper.py"))


@pytest.fixture(scope="session")
def made_what_if():
    return runpy.run_path(str(REPORTS / "made_what_if.py"))


@pytest.fixture
def book():
    from stratsel.report.workbook.book import Book

    return Book("A title", "An owner", "2025-12-01")


@pytest.fixture
def read_back():
    """Closes a book and reads it with another library."""
    openpyxl = pytest.importorskip("openpyxl", reason="reading workbooks back needs openpyxl")
    return lambda book, **how: openpyxl.load_workbook(io.BytesIO(book.content()), **how)
