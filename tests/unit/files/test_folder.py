import os

import pytest

from stratsel.errors import UsageError
from stratsel.files.folder import Entry, EntryKind, Folder
from stratsel.files.read import FileDefect, UnreadableFile


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "round" / "candidates").mkdir(parents=True)
    (tmp_path / "round" / "candidates" / "a.yaml").write_bytes(b"a: 1")
    (tmp_path / "outside.yaml").write_bytes(b"b: 2")
    return Folder(tmp_path / "round", "round/")


def link(path, target):
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this system makes no links for this user")


def test_a_file_is_shown_as_a_person_would_type_it(folder):
    assert folder.shown("candidates/a.yaml") == "round/candidates/a.yaml"
    assert Folder(folder.root).shown("a.yaml") == "a.yaml"


def test_a_file_is_read(folder):
    assert folder.read("candidates/a.yaml") == b"a: 1"
    with pytest.raises(UnreadableFile) as refused:
        folder.read("candidates")
    assert refused.value.defect in (FileDefect.NOT_A_FILE, FileDefect.UNREADABLE)


def test_what_is_there(folder):
    assert folder.has("candidates") and folder.has("candidates/a.yaml")
    assert not folder.has("sources.yaml")
    assert folder.has_folder("candidates")
    assert not folder.has_folder("candidates/a.yaml") and not folder.has_folder("x")


def test_a_broken_link_is_there(folder):
    link(folder.root / "sources.yaml", folder.root / "nowhere")
    assert folder.has("sources.yaml")


def test_entries_stand_in_the_order_of_their_names(folder):
    """By code points, whatever the system's order or language."""
    for name in ("b.yaml", "B.yaml", "ă.yaml", "z"):
        (folder.root / "candidates" / name).mkdir() if name == "z" else (folder.root / "candidates" / name).touch()
    names = [entry.path.partition("/")[2] for entry in folder.entries("candidates")]
    assert names == sorted(names)
    assert Entry("candidates/z", EntryKind.FOLDER) in folder.entries("candidates")
    assert Entry("candidates/a.yaml", EntryKind.FILE) in folder.entries("candidates")


def test_entries_of_the_round_itself_have_no_folder_before_them(folder):
    assert folder.entries("") == [Entry("candidates", EntryKind.FOLDER)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_neither_file_nor_folder(folder):
    os.mkfifo(folder.root / "candidates" / "pipe.yaml")
    assert Entry("candidates/pipe.yaml", EntryKind.OTHER) in folder.entries("candidates")


def test_a_link_to_itself_counts_as_a_file_to_be_refused(folder):
    path = folder.root / "candidates" / "loop.yaml"
    link(path, path)
    assert Entry("candidates/loop.yaml", EntryKind.FILE) in folder.entries("candidates")


@pytest.mark.parametrize("name", ["nowhere", "candidates/a.yaml"])
def test_what_cannot_be_listed_is_wrong_use(folder, name):
    with pytest.raises(UsageError) as refused:
        folder.entries(name)
    assert refused.value.facts["folder"] == f"round/{name}"


# --- links ----------------------------------------------------------------------------------------


def test_a_file_without_links_stays_in_the_round(folder):
    assert not folder.leaves_round("candidates/a.yaml")
    assert not folder.leaves_round("candidates/none.yaml")


def test_a_link_within_the_round_stays_in_it(folder):
    link(folder.root / "b.yaml", "candidates/a.yaml")
    link(folder.root / "again", folder.root / "candidates")
    assert not folder.leaves_round("b.yaml")
    assert not folder.leaves_round("again/a.yaml")


@pytest.mark.parametrize("target", ["../outside.yaml", "../nowhere.yaml", "/dev/zero"])
def test_a_link_that_leads_out(folder, target):
    link(folder.root / "b.yaml", target)
    assert folder.leaves_round("b.yaml")


def test_a_folder_that_leads_out(folder):
    link(folder.root / "other", folder.root.parent)
    assert folder.leaves_round("other/outside.yaml")


def test_a_link_by_way_of_a_link(folder):
    link(folder.root / "first.yaml", "../outside.yaml")
    link(folder.root / "second.yaml", "first.yaml")
    assert folder.leaves_round("second.yaml")


def test_a_link_to_itself_leads_nowhere(folder):
    link(folder.root / "loop.yaml", "loop.yaml")
    assert not folder.leaves_round("loop.yaml")


def test_a_round_reached_by_a_link_is_a_round(folder):
    link(folder.root.parent / "linked", folder.root)
    assert not Folder(folder.root.parent / "linked").leaves_round("candidates/a.yaml")


def test_who_names_a_file_outside_means_it(folder):
    assert not folder.leaves_round("../outside.yaml")
