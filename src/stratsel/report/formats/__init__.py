"""One file per format; `FORMATS` names them all."""

from collections.abc import Callable

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
