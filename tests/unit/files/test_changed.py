import pytest

from stratsel.files.changed import ChangedFolder
from stratsel.files.folder import Entry, EntryKind, Folder
from stratsel.files.read import MAX_BYTES, FileDefect, UnreadableFile
from stratsel.files.stdin import FolderWithInput


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"one")
    (tmp_path / "b.txt").write_bytes(b"two")
    return ChangedFolder(tmp_path, "typed/", base=Folder(tmp_path), contents={"a.txt": b"new"})


def test_what_is_changed_is_read_so_and_the_rest_from_disk(folder):
    assert (folder.read("a.txt"), folder.read("b.txt")) == (b"new", b"two")
    assert (folder.root / "a.txt").read_bytes() == b"one"


def test_all_else_is_as_in_the_folder(folder):
    assert folder.shown("a.txt") == "typed/a.txt"
    assert folder.has("b.txt")
    assert not folder.has("c.txt")
    assert not folder.leaves_round("a.txt")
    assert folder.entries("") == [Entry("a.txt", EntryKind.FILE), Entry("b.txt", EntryKind.FILE)]


def test_a_change_may_not_make_a_file_too_large(folder):
    large = ChangedFolder(folder.root, base=folder, contents={"a.txt": b" " * (MAX_BYTES + 1)})
    with pytest.raises(UnreadableFile) as refused:
        large.read("a.txt")
    assert refused.value.defect is FileDefect.TOO_LARGE


def test_what_stands_for_a_file_of_the_folder_still_does(tmp_path):
    given = FolderWithInput(tmp_path, "", "c.txt", b"given")
    changed = ChangedFolder(tmp_path, base=given, contents={})
    assert changed.has("c.txt")
    assert changed.read("c.txt") == b"given"
    assert changed.entries("") == [Entry("c.txt", EntryKind.FILE)]
