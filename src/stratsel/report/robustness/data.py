"""The study of robustness as plain data for other programs (`robustness/1`), and one part of it as rows."""

from collections.abc import Collection, Iterator
from typing import Any

from stratsel.errors import UsageError
from stratsel.language.catalogue import N_
from stratsel.report.data import Facts, tool
from stratsel.report.firmness_data import draws
from stratsel.report.formats.csv import inert
from stratsel.report.plain import flat, plain
from stratsel.results.robustness.part import RobustnessPart
from stratsel.results.robustness.study import Robustness


def robustness_data(found: Robustness) -> dict[str, Any]:
    """Return a study as plain data; a part that the round does not admit is null."""
    facts = Facts(found.ranking.round.lang)
    firmness = found.ranking.firmness
    return {
        "stratsel": "robustness/1",
        "tool": tool(found.ranking.version),
        "round": facts.round(found.ranking.round),
        "settings": {
            **facts.rules(found.ranking.round),
            "firmness": None if firmness is None else draws(firmness),
            "samples": found.samples,
            "seed": found.seed,
        },
        "ranking": [
            {"id": each.id, "title": facts.text(each.title, "und"), "rank": each.rank, "tier": each.tier}
            for each in found.ranking.candidates
        ],
        "parts": {part.value: plain(made) for part, made in found.parts.items()},
    }


def one_part(parts: Collection[RobustnessPart]) -> None:
    """Refuse to write rows of anything but one part.

    Raises:
        UsageError: none is asked for, or several are.
    """
    if len(set(parts)) != 1:
        raise UsageError(N_("--format csv holds one part: name it with --part"))


def robustness_rows(found: Robustness) -> Iterator[list[str]]:
    """Yield a header and the rows of a study's one part; the standing is a column, since data have no banner."""
    (made,) = found.parts.values()
    header, *lines = flat(made.rows if made is not None else ())
    yield [*header, "standing", "round"]
    ends = [found.ranking.round.standing.value, inert(found.ranking.round.id)]
    for line in lines:
        yield [*map(inert_figure, line), *ends]


def inert_figure(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; a negative number stays one."""
    try:
        float(text)
    except ValueError:
        return inert(text)
    return text
