"""Writing a file that was not there; what is there stays as it is."""

import os
from pathlib import Path

from stratsel.errors import UsageError
from stratsel.files.read import obstacle_of


def create(path: Path, content: bytes) -> None:
    """Write a new file, with the folders on the way to it; whatever goes wrong, none is left that is not whole.

    Raises:
        UsageError: something stands there already, or the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as stream:
            try:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            except BaseException:
                path.unlink()
                raise
    except FileExistsError as error:
        raise already_there(path) from error
    except OSError as error:
        raise UsageError("cannot write {file}: {obstacle}", file=str(path), obstacle=obstacle_of(error)) from error


def already_there(path: Path) -> UsageError:
    """Return what is said where nothing may be written over."""
    return UsageError("{path} is already there; nothing was written", path=path.as_posix())
