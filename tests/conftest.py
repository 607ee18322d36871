"""What the whole test suite shares: its options, and a small valid round."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from stratsel import api

settings.register_profile("full", deadline=None)
settings.register_profile("quick", max_examples=20, deadline=None)
settings.load_profile("full")  # unless --hypothesis-profile says quick, as `make quick` does


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden files; then read the diff")


class SmallRound:
    """A copy of `tests/small-round` that a test may change: a valid round of two dossiers."""

    def __init__(self, folder):
        self.folder = folder

    def put(self, file, content):
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def text(self, file):
        return (self.folder / file).read_bytes().decode()

    def edit(self, file, old, new):
        text = self.text(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.put(file, text.replace(old, new))

    def place(self, file, needle):
        """Line and column, from 1, at which a text begins that stands once in a file."""
        text = self.text(file)
        assert text.count(needle) == 1, f"{needle!r} stands {text.count(needle)} times in {file}"
        before = text[: text.index(needle)]
        return before.count("\n") + 1, len(before) - before.rfind("\n")

    def check(self, *files, **options):
        return api.check([self.folder / file for file in files] or [self.folder], **options)

    def found(self, *files, **options):
        """Code, file, line and column of every finding, in the order in which people read them."""
        prefix = f"{self.folder.as_posix()}/"
        return [
            (each.code.value, each.where.file.removeprefix(prefix), each.where.span.line, each.where.span.column)
            for each in self.check(*files, **options).findings
        ]


@pytest.fixture
def small_round(tmp_path):
    folder = tmp_path / "round"
    shutil.copytree(Path(__file__).parent / "small-round", folder)
    return SmallRound(folder)
