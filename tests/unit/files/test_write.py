import os
import sys

import pytest

from stratsel.errors import UsageError
from stratsel.files.write import write_atomically
from stratsel.terms import Obstacle


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file(tmp_path):
    write_atomically(tmp_path / "f.txt", b"one")
    assert (tmp_path / "f.txt").read_bytes() == b"one"
    assert names(tmp_path) == ["f.txt"]


def test_an_old_file_is_replaced(tmp_path):
    (tmp_path / "f.txt").write_bytes(b"old and longer")
    write_atomically(tmp_path / "f.txt", b"new")
    assert (tmp_path / "f.txt").read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_a_file_keeps_its_mode_and_a_new_one_has_the_usual(tmp_path):
    (tmp_path / "old").write_bytes(b"")
    (tmp_path / "old").chmod(0o640)
    before = os.umask(0o022)
    try:
        write_atomically(tmp_path / "old", b"x")
        write_atomically(tmp_path / "new", b"x")
        assert os.umask(0o022) == 0o022
    finally:
        os.umask(before)
    assert (tmp_path / "old").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o644


def test_through_a_link_the_file_behind_it_is_written(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    try:
        (tmp_path / "link").symlink_to("real")
    except OSError:
        pytest.skip("this system makes no links for this user")
    write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_where_writing_fails_the_old_file_is_there_and_nothing_else(tmp_path, monkeypatch):
    (tmp_path / "f.txt").write_bytes(b"old")

    def fail(handle):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "f.txt", b"new")
    assert (tmp_path / "f.txt").read_bytes() == b"old"
    assert names(tmp_path) == ["f.txt"]


def test_what_cannot_be_written_is_wrong_use(tmp_path):
    with pytest.raises(UsageError) as refused:
        write_atomically(tmp_path / "none" / "f.txt", b"")
    assert refused.value.facts["obstacle"] is Obstacle.NOT_FOUND


def test_a_folder_is_not_overwritten(tmp_path):
    (tmp_path / "f").mkdir()
    with pytest.raises(UsageError):
        write_atomically(tmp_path / "f", b"x")
    assert names(tmp_path) == ["f"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    """Only files are replaced."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_atomically(pipe, b"ranking")
    assert os.read(reader, 100) == b"ranking"
    os.close(reader)
    assert pipe.is_fifo()
