"""Standard input in the place of one file of a folder."""

import io

import pytest

from stratsel.errors import UsageError
from stratsel.files.folder import Entry, EntryKind, Folder
from stratsel.files.read import MAX_BYTES, FileDefect, UnreadableFile
from stratsel.files.stdin import FolderWithInput, read_stream

FILE = "candidates/a.yaml"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "candidates").mkdir()
    (tmp_path / "candidates" / "a.yaml").write_bytes(b"saved")
    (tmp_path / "candidates" / "b.yaml").write_bytes(b"beside it")
    return FolderWithInput(tmp_path, "", FILE, b"typed")


def test_one_file_is_what_was_handed_over_and_the_rest_is_on_disk(folder):
    assert folder.read(FILE) == b"typed"
    assert folder.read("candidates/b.yaml") == b"beside it"
    assert folder.has(FILE) and folder.has("candidates/b.yaml")
    assert not folder.has("candidates/c.yaml")


def test_the_folder_lists_the_same(folder, tmp_path):
    assert folder.entries("candidates") == Folder(tmp_path).entries("candidates")
    assert folder.entries("") == Folder(tmp_path).entries("")


def test_a_file_that_is_not_saved_yet_is_listed_in_its_place(folder, tmp_path):
    unsaved = FolderWithInput(tmp_path, "", "candidates/ab.yaml", b"typed")
    assert [entry.path for entry in unsaved.entries("candidates")] == [
        FILE,
        "candidates/ab.yaml",
        "candidates/b.yaml",
    ]
    assert unsaved.has("candidates/ab.yaml")
    assert unsaved.read("candidates/ab.yaml") == b"typed"


def test_its_folder_need_not_be_there(tmp_path):
    """Else a file that is not saved yet would be passed over, and all would seem well."""
    unsaved = FolderWithInput(tmp_path, "", "panel/a.yaml", b"typed")
    assert unsaved.has("panel") and unsaved.has_folder("panel")
    assert unsaved.entries("panel") == [Entry("panel/a.yaml", EntryKind.FILE)]
    assert not unsaved.has("pan") and not unsaved.has_folder("panel/a.yaml")


def test_what_was_handed_over_is_a_file_whatever_stands_on_disk(tmp_path):
    (tmp_path / "x.yaml").mkdir()
    assert FolderWithInput(tmp_path, "", "x.yaml", b"").entries("") == [Entry("x.yaml", EntryKind.FILE)]


def test_a_link_out_of_the_round_is_not_followed(tmp_path):
    (tmp_path / "round").mkdir()
    (tmp_path / "outside.yaml").write_bytes(b"outside")
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / "round" / name).symlink_to(tmp_path / "outside.yaml")
    folder = FolderWithInput(tmp_path / "round", "", "a.yaml", b"typed")
    assert (folder.leaves_round("a.yaml"), folder.read("a.yaml")) == (False, b"typed")
    assert folder.leaves_round("b.yaml")


def test_the_limit_is_that_of_files(tmp_path):
    assert len(FolderWithInput(tmp_path, "", FILE, b"x" * MAX_BYTES).read(FILE)) == MAX_BYTES
    with pytest.raises(UnreadableFile) as refused:
        FolderWithInput(tmp_path, "", FILE, b"x" * (MAX_BYTES + 1)).read(FILE)
    assert refused.value.defect is FileDefect.TOO_LARGE


def test_a_folder_that_is_not_there_cannot_be_listed(tmp_path):
    with pytest.raises(UsageError):
        FolderWithInput(tmp_path, "", FILE, b"").entries("panel")


class Trickle(io.RawIOBase):
    """A stream that gives a few bytes at a time, as a pipe may."""

    def __init__(self, content):
        self.content = content

    def read(self, size=-1):
        piece, self.content = self.content[: min(size, 7)], self.content[min(size, 7) :]
        return piece


@pytest.mark.parametrize("content", [b"", b"x", b"\x00\xff" * 50])
def test_a_stream_is_read_to_its_end(content):
    assert read_stream(io.BytesIO(content)) == read_stream(Trickle(content)) == content


def test_an_endless_stream_is_read_until_it_is_too_long():
    assert len(read_stream(io.BytesIO(b"x" * (MAX_BYTES + 1000)))) == MAX_BYTES + 1
