"""One file per format; `FORMATS` names them all."""

from collections.abc import Callable

from stratsel.report.options import RenderOptions
from stratsel.results.ranking import Ranking

Renderer = Callable[[Ranking, RenderOptions], str]


def _simple(ranking: Ranking, options: RenderOptions) -> str:
    return "".join(f"{each.rank} {each.id} {each.value:.1f}\n" for each in ranking.candidates)


FORMATS: dict[str, Renderer] = {"table": _simple, "json": _simple, "csv": _simple, "markdown": _simple}
