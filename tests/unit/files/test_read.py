import errno
import os
import pathlib
import sys

import pytest

from stratsel.files.read import MAX_BYTES, FileDefect, UnreadableFile, decode, obstacle_of, read_bytes
from stratsel.terms import Obstacle


def refusal(path):
    with pytest.raises(UnreadableFile) as refused:
        read_bytes(path)
    return refused.value.defect, refused.value.obstacle


@pytest.mark.parametrize("content", [b"", b"a: b\n", b"\x00\xff" * 1000, b"x" * MAX_BYTES])
def test_the_bytes_of_a_file(tmp_path, content):
    path = tmp_path / "f"
    path.write_bytes(content)
    assert read_bytes(path) == content
    assert read_bytes(str(path)) == content


def test_a_file_has_a_largest_size(tmp_path):
    path = tmp_path / "f"
    path.write_bytes(b"x" * (MAX_BYTES + 1))
    assert refusal(path)[0] is FileDefect.TOO_LARGE
    assert MAX_BYTES == 1024 * 1024


def test_a_file_that_comes_in_pieces(tmp_path, monkeypatch):
    """A system may give fewer bytes than asked for, and that is not yet the end."""
    path = tmp_path / "f"
    path.write_bytes(b"abcdefg")
    whole = os.read
    monkeypatch.setattr(os, "read", lambda handle, count: whole(handle, min(count, 3)))
    assert read_bytes(path) == b"abcdefg"


def test_what_is_not_there(tmp_path):
    assert refusal(tmp_path / "f") == (FileDefect.UNREADABLE, Obstacle.NOT_FOUND)


def test_a_folder_is_no_file(tmp_path):
    defect, _ = refusal(tmp_path)
    assert defect is (FileDefect.UNREADABLE if sys.platform == "win32" else FileDefect.NOT_A_FILE)


def test_a_folder_that_the_system_will_not_open(monkeypatch, tmp_path):
    def refuse(*_):
        raise IsADirectoryError(errno.EISDIR, "")

    monkeypatch.setattr(os, "open", refuse)
    assert refusal(tmp_path)[0] is FileDefect.NOT_A_FILE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_holds_nothing_up(tmp_path):
    """Opening a pipe for reading waits for a writer, unless it is asked not to."""
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe")[0] is FileDefect.NOT_A_FILE


@pytest.mark.skipif(not pathlib.Path("/dev/zero").exists(), reason="this system has no such device")
def test_a_device_gives_no_bytes():
    assert refusal("/dev/zero")[0] is FileDefect.NOT_A_FILE


def test_a_fault_while_reading_is_a_fact_about_the_file(tmp_path, monkeypatch):
    path = tmp_path / "f"
    path.write_bytes(b"x")

    def fail(*_):
        raise OSError(errno.EIO, "")

    monkeypatch.setattr(os, "read", fail)
    assert refusal(path) == (FileDefect.UNREADABLE, Obstacle.FAILED)


@pytest.mark.parametrize(
    ("number", "obstacle"),
    [
        (errno.ENOENT, Obstacle.NOT_FOUND),
        (errno.EACCES, Obstacle.NO_PERMISSION),
        (errno.EPERM, Obstacle.NO_PERMISSION),
        (errno.ELOOP, Obstacle.BROKEN_LINK),
        (errno.ENOSPC, Obstacle.NO_SPACE),
        (errno.EIO, Obstacle.FAILED),
        (None, Obstacle.FAILED),
    ],
)
def test_obstacles(number, obstacle):
    assert obstacle_of(OSError(number, "")) is obstacle


# --- from bytes to text ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        (b"a: b", "a: b"),
        ("Bếp ăn 😀".encode(), "Bếp ăn 😀"),
        (b"\xef\xbb\xbfa: b", "a: b"),  # a byte order mark
        (b"a\r\nb\rc", "a\r\nb\rc"),
        (b"a", "a"),
    ],
)
def test_utf_8(content, text):
    assert decode(content) == text


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("utf-32-le", "UTF-32"),
        ("utf-32-be", "UTF-32"),
    ],
)
@pytest.mark.parametrize("text", ["a: b\n", "# Bếp", "\na: b"])
def test_other_encodings_are_known_by_their_beginning(codec, name, text):
    """With a byte order mark or without (YAML 1.2.2, section 5.2)."""
    with pytest.raises(UnreadableFile) as refused:
        decode(text.encode(codec))
    assert (refused.value.defect, refused.value.encoding, refused.value.at) == (FileDefect.NOT_UTF_8, name, "")


@pytest.mark.parametrize(
    ("content", "found", "before"),
    [
        (b"a: caf\xe9\n", "byte 0xe9", "a: caf"),  # Latin-1
        (b"a: B\xea\xccp", "byte 0xea", "a: B"),
        ("é: ".encode() + b"\xed\xa0\x80", "byte 0xed", "é: "),  # half of a pair
        (b"\xef\xbb\xbfa\n\xff", "byte 0xff", "a\n"),
        (b"ab\xc3", "byte 0xc3", "ab"),  # cut off
        (b"a: \xc0\x80", "byte 0xc0", "a: "),  # NUL written long
    ],
)
def test_bytes_that_are_not_utf_8(content, found, before):
    with pytest.raises(UnreadableFile) as refused:
        decode(content)
    assert (refused.value.defect, refused.value.encoding, refused.value.at) == (FileDefect.NOT_UTF_8, found, before)
