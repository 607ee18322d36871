"""Standard input in the place of one file of a folder, as an editor hands over what is not yet saved."""

from dataclasses import dataclass
from typing import BinaryIO

from stratsel.files.folder import Entry, EntryKind, Folder
from stratsel.files.read import MAX_BYTES, FileDefect, UnreadableFile


def read_stream(stream: BinaryIO) -> bytes:
    """Return the bytes of a stream, but no more than are needed to see that they are too many for a file."""
    content = b""
    while len(content) <= MAX_BYTES:
        more = stream.read(MAX_BYTES + 1 - len(content))
        if not more:
            break
        content += more
    return content


@dataclass(frozen=True, slots=True)
class FolderWithInput(Folder):
    """A folder in which `content` stands for `file`, whether or not a file of that name is on disk."""

    file: str = ""
    content: bytes = b""

    def read(self, path: str) -> bytes:
        """Return the bytes of a file (see `read_bytes` for what it raises)."""
        if path != self.file:
            return Folder.read(self, path)
        if len(self.content) > MAX_BYTES:
            raise UnreadableFile(FileDefect.TOO_LARGE)
        return self.content

    def has(self, path: str) -> bool:
        """Whether anything stands under this name, even a broken link."""
        return path == self.file or self._holds_input(path) or Folder.has(self, path)

    def has_folder(self, path: str) -> bool:
        """Whether a folder stands under this name, be it only that of what was handed over."""
        return self._holds_input(path) or Folder.has_folder(self, path)

    def leaves_round(self, path: str) -> bool:
        """Whether a link on the way to a file leads out of the round's folder; what was handed over leads nowhere."""
        return path != self.file and Folder.leaves_round(self, path)

    def entries(self, path: str) -> list[Entry]:
        """Return what a folder holds, in the order of the names' code points.

        Raises:
            UsageError: the folder cannot be listed.
        """
        is_there = not self._holds_input(path) or Folder.has(self, path)
        found = [entry for entry in Folder.entries(self, path) if entry.path != self.file] if is_there else []
        if self.file.rpartition("/")[0] == path:
            found.append(Entry(self.file, EntryKind.FILE))
        return sorted(found, key=lambda entry: entry.path)

    def _holds_input(self, path: str) -> bool:
        """Whether what was handed over stands below a folder, which need not be on disk."""
        return self.file.startswith(f"{path}/")
