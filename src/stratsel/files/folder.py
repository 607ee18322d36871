"""A folder on disk as the place where a round lives."""

import os
from dataclasses import dataclass
from enum import IntEnum, auto
from pathlib import Path

from stratsel.errors import UsageError
from stratsel.files.read import obstacle_of, read_bytes


class EntryKind(IntEnum):
    """What stands under a name in a folder."""

    FILE = auto()
    FOLDER = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a folder, with `/` between the steps, relative to the round."""

    path: str
    kind: EntryKind


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of a round. Files in it are named relative to it, with `/` on every system.

    `prefix` is what people typed to get here; findings show it before each name.
    """

    root: Path
    prefix: str = ""

    def shown(self, path: str) -> str:
        """Return `path` as a person here would type it."""
        return f"{self.prefix}{path}"

    def read(self, path: str) -> bytes:
        """Return the bytes of a file (see `read_bytes` for what it raises)."""
        return read_bytes(os.path.join(self.root, path))  # noqa: PTH118 - speed

    def has(self, path: str) -> bool:
        """Whether anything stands under this name, even a broken link."""
        return os.path.lexists(self.root / path)

    def has_folder(self, path: str) -> bool:
        """Whether a folder stands under this name."""
        return (self.root / path).is_dir()

    def leaves_round(self, path: str) -> bool:
        """Whether a link on the way to a file leads out of the round's folder.

        A path that says itself that it leads out, with `..`, was named so by a person and misleads nobody.
        """
        steps = path.split("/")
        if steps[0] == "..":
            return False
        way = os.fspath(self.root)
        for step in steps:
            way = os.path.join(way, step)  # noqa: PTH118 - speed
            if os.path.islink(way):  # noqa: PTH114 - speed
                return not Path(os.path.realpath(self.root / path)).is_relative_to(os.path.realpath(self.root))
        return False

    def entries(self, path: str) -> list[Entry]:
        """Return what a folder holds, in the order of the names' code points.

        Raises:
            UsageError: the folder cannot be listed.
        """
        try:
            with os.scandir(self.root / path) as found:
                names = sorted((entry.name, _kind(entry)) for entry in found)
        except OSError as error:
            obstacle = obstacle_of(error)
            raise UsageError("cannot list {folder}: {obstacle}", folder=self.shown(path), obstacle=obstacle) from error
        return [Entry(f"{path}/{name}" if path else name, kind) for name, kind in names]


def _kind(entry: "os.DirEntry[str]") -> EntryKind:
    try:
        if entry.is_file():
            return EntryKind.FILE
        if entry.is_dir():
            return EntryKind.FOLDER
    except OSError:
        return EntryKind.FILE
    return EntryKind.OTHER
