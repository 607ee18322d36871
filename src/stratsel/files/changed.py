"""A folder as it would be with some of its files changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stratsel.files.folder import Entry, Folder
from stratsel.files.read import MAX_BYTES, FileDefect, UnreadableFile


@dataclass(frozen=True, slots=True)
class ChangedFolder(Folder):
    """The folder `base` with other bytes in those of its files that `contents` names; nothing on disk is changed."""

    base: Folder = field(kw_only=True)
    contents: Mapping[str, bytes] = field(kw_only=True)

    def read(self, path: str) -> bytes:
        """Return the bytes of a file (see `read_bytes` for what it raises)."""
        content = self.contents.get(path)
        if content is None:
            return self.base.read(path)
        if len(content) > MAX_BYTES:
            raise UnreadableFile(FileDefect.TOO_LARGE)
        return content

    def has(self, path: str) -> bool:
        """Whether anything stands under this name, even a broken link."""
        return self.base.has(path)

    def leaves_round(self, path: str) -> bool:
        """Whether a link on the way to a file leads out of the round's folder."""
        return self.base.leaves_round(path)

    def entries(self, path: str) -> list[Entry]:
        """Return what a folder holds, in the order of the names' code points.

        Raises:
            UsageError: the folder cannot be listed.
        """
        return self.base.entries(path)
