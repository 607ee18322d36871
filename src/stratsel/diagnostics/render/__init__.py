"""One file per format in which findings are shown."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stratsel.diagnostics.findings import Findings
    from stratsel.diagnostics.span import Places

    Renderer = Callable[[Findings, Places, str], str]

FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif", "junit")
"""The formats; each is the module of that name, with a function `render`."""


def renderer(form: str) -> "Renderer":
    """Return the function that writes findings in a format; its module is loaded only now."""
    found: Renderer = import_module(f"{__name__}.{form}").render
    return found
