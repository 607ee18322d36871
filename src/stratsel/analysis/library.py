"""The library of methods, loaded late: it brings drawing with it, and what that tells of itself is not for people."""

import logging
from importlib import import_module
from importlib.util import find_spec
from typing import Any


def has_pymcdm() -> bool:
    """Whether the library is installed."""
    return find_spec("pymcdm") is not None


def pymcdm_methods() -> Any:
    """Return its module of methods.

    Raises:
        ModuleNotFoundError: it is not installed.
    """
    drawing = logging.getLogger("matplotlib")
    level = drawing.level
    # While it loads for the first time, matplotlib tells of its cache of fonts; nothing is drawn here.
    drawing.setLevel(logging.ERROR)
    try:
        return import_module("pymcdm.methods")
    finally:
        drawing.setLevel(level)
