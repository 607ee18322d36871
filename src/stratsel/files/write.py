"""Writing a file as a whole or not at all."""

import os
import tempfile
from pathlib import Path

from stratsel.errors import UsageError
from stratsel.files.read import obstacle_of


def write_atomically(path: Path, content: bytes) -> None:
    """Replace `path` by `content` in one step; whatever happens, the old file or the new one is there.

    What is no file, such as a pipe or a terminal, is written to and never replaced.

    Raises:
        UsageError: the file cannot be written there.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(content)
            return
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).chmod(mode)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError("cannot write {file}: {obstacle}", file=str(path), obstacle=obstacle_of(error)) from error


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
