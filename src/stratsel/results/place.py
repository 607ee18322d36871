"""Lines of files that bear out what a result says."""

from dataclasses import dataclass

from stratsel.diagnostics.span import KeyPath, Part, Places, Where


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A line of a file of the round, counted from 1."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds lines of one file; where a key is not there, that of the last key on the way to it."""

    file: str
    places: Places

    def at(self, path: KeyPath, part: Part = "value") -> FilePlace:
        """Return the line of a key or a value."""
        span = self.places.locate(Where(self.file, path, part)).span
        assert span is not None
        return FilePlace(self.file, span.line)
