import importlib
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def manual():
    """The module that makes the pages of the manual; `manual.blocks` does what they say."""
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        return importlib.import_module("make_pages")
    finally:
        sys.path.remove(str(ROOT / "docs"))


@pytest.fixture(scope="session")
def texts():
    """The text of every page, by its path."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return {page.relative_to(ROOT).as_posix(): page.read_text(encoding="utf-8") for page in pages}
