"""One file's bytes, and the text they hold, within limits and without ever waiting."""

import errno
import os
import re
import stat
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from stratsel.terms import Obstacle

MAX_BYTES = 1 << 20
"""The largest file that is read: 1 MiB."""

_OTHER_ENCODINGS = (
    (re.compile(rb"\xff\xfe\x00\x00|\x00\x00\xfe\xff|\x00\x00\x00.|.\x00\x00\x00", re.DOTALL), "UTF-32"),
    (re.compile(rb"\xff\xfe|\xfe\xff|\x00.|.\x00", re.DOTALL), "UTF-16"),
)
"""How a text in another encoding begins, with a byte order mark or without (YAML 1.2.2, section 5.2)."""


class FileDefect(Enum):
    """What keeps a file from being a text that can be read."""

    UNREADABLE = auto()
    NOT_A_FILE = auto()
    TOO_LARGE = auto()
    NOT_UTF_8 = auto()


@dataclass(frozen=True, slots=True)
class UnreadableFile(Exception):
    """A file that gives no text; `at` is the text before the first byte that is not UTF-8."""

    defect: FileDefect
    obstacle: Obstacle = Obstacle.FAILED
    encoding: str = ""
    at: str = ""


def read_bytes(path: str | Path) -> bytes:
    """Return the content of a regular file of at most `MAX_BYTES`.

    Opened without blocking, so that a pipe or a device in a candidate's place cannot hold the tool up.

    Raises:
        UnreadableFile: the file is missing, forbidden, no regular file, or too large.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except IsADirectoryError as error:
        raise UnreadableFile(FileDefect.NOT_A_FILE) from error
    except OSError as error:
        raise UnreadableFile(FileDefect.UNREADABLE, obstacle_of(error)) from error
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableFile(FileDefect.NOT_A_FILE)
        return _read_within_limit(handle, found.st_size)
    except OSError as error:
        raise UnreadableFile(FileDefect.UNREADABLE, obstacle_of(error)) from error
    finally:
        os.close(handle)


def _read_within_limit(handle: int, expected: int) -> bytes:
    content = os.read(handle, min(expected, MAX_BYTES) + 1)
    while len(content) <= MAX_BYTES:
        more = os.read(handle, MAX_BYTES + 1 - len(content))
        if not more:
            return content
        content += more
    raise UnreadableFile(FileDefect.TOO_LARGE)


def obstacle_of(error: OSError) -> Obstacle:
    """Say in our words why the system refused a file."""
    if error.errno == errno.ENOENT:
        return Obstacle.NOT_FOUND
    if error.errno in (errno.EACCES, errno.EPERM):
        return Obstacle.NO_PERMISSION
    if error.errno == errno.ELOOP:
        return Obstacle.BROKEN_LINK
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return Obstacle.NO_SPACE
    return Obstacle.FAILED


def decode(content: bytes) -> str:
    """Return the text of UTF-8 bytes, without a byte order mark.

    Raises:
        UnreadableFile: the bytes are not UTF-8.
    """
    for beginning, encoding in _OTHER_ENCODINGS:
        if beginning.match(content):
            raise UnreadableFile(FileDefect.NOT_UTF_8, encoding=encoding)
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        found = f"byte {content[error.start]:#04x}"
        raise UnreadableFile(FileDefect.NOT_UTF_8, encoding=found, at=content[: error.start].decode()) from error
