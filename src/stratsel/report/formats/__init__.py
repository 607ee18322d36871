"""One file per format; `FORMATS` names those of a ranking, `write_as` writes any other result."""

from collections.abc import Callable, Mapping
from typing import Any

from stratsel.report.document import Document
from stratsel.report.formats import csv, data_json, markdown, terminal
from stratsel.report.options import RenderOptions
from stratsel.results.ranking import Ranking

Renderer = Callable[[Ranking, RenderOptions], str]

FORMATS: dict[str, Renderer] = {
    "table": terminal.render,
    "json": data_json.render,
    "csv": csv.render,
    "markdown": markdown.render,
}


def write_as(
    form: str, options: RenderOptions, document: Callable[[], Document], data: Callable[[], Mapping[str, Any]]
) -> str:
    """Return a result as `json`, as `markdown`, or as text; only what the format needs is made."""
    if form == "json":
        return data_json.write(data())
    return markdown.write(document()) if form == "markdown" else terminal.write(document(), options)
