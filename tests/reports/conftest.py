import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="session")
def made():
    """The results of `made.py`."""
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).parent / "made.py")))


@pytest.fixture
def golden(request):
    """Compare a text with a golden file, or write it with --update-golden."""

    def compare(name, text):
        file = GOLDEN / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(text.encode("utf-8"))
        assert file.is_file(), f"write {name} with: pytest --update-golden"
        assert text == file.read_bytes().decode("utf-8")

    return compare
