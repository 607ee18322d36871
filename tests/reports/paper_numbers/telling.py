"""What a document tells, one text after the other, and where each stands; its tables and charts as rows of texts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from stratsel.report.charts.kinds import HeatMap, Slopes, Spans, StackedBars, Tornado
from stratsel.report.document import (
    Blank,
    Bullets,
    Divider,
    Entries,
    Figure,
    Heading,
    Paragraph,
    Section,
    Table,
    written,
)


@dataclass(frozen=True)
class Told:
    """A text: under which `heading` and `term` it stands, and what is `above` it.

    Above a line is the line that it belongs to, above a paragraph the one before, above the words for a chart its
    caption.
    """

    text: str
    heading: str = ""
    term: str = ""
    above: str = ""
    place: str = ""

    @property
    def is_under(self):
        """Whether it is a line that belongs to another of its term."""
        return bool(self.term) and self.above != self.text


@dataclass(frozen=True)
class Grid:
    """A table, or a chart by its `name`: `rows` of texts, the titles of the columns first; `after` which paragraph."""

    rows: tuple[tuple[str, ...], ...]
    heading: str
    after: str
    name: str = ""

    @property
    def title(self):
        return self.name or " | ".join(self.rows[0])


def hidden(grid, hide):
    """A table with the digits of its texts hidden, as far as they are those of a file."""
    rows = tuple(tuple(map(hide, row)) for row in grid.rows)
    return Grid(rows, hide(grid.heading), hide(grid.after), grid.name)


def told(blocks, language):
    """Every text of some blocks and every grid, in their order."""
    heading, after = "", ""
    for block in blocks:
        for each in _of(block, language):
            if isinstance(each, Grid):
                yield replace(each, heading=heading, after=after)
            else:
                heading = each.text if isinstance(block, Heading) else heading
                yield replace(each, heading=heading, above=after if isinstance(block, Paragraph) else each.above)
        after = block.text if isinstance(block, Paragraph) else after


def _of(block, language) -> Iterator[Told | Grid]:
    match block:
        case Heading() | Paragraph():
            yield Told(block.text)
        case Bullets():
            yield from map(Told, block.items)
        case Entries():
            yield from (each for entry in block.entries for each in _entry(entry))
        case Blank():
            yield from (Told(text) for row in block.rows for text in row)
        case Figure():
            yield from (Told(block.caption), Told(block.alternative, above=block.caption))
            yield Grid(tuple(_chart(block.chart)), "", "", block.name)
        case Table():
            titles = tuple(column.title for column in block.columns)
            yield Grid((titles, *(_row(row, language) for row in block.rows)), "", "")


def _entry(entry):
    yield Told(entry.term)
    above = ""
    for line in entry.lines:
        above = above if line.is_under else line.text
        yield Told(line.text, term=entry.term, above=above, place=line.place)


def _row(row, language):
    match row:
        case Section():
            return (row.text,)
        case Divider():
            return (row.text, row.note)
    return tuple(written(cell, language) for cell in row)


def _chart(chart):
    """The labels of a chart: those of its axis and columns first, then what is drawn for each of its rows."""
    match chart:
        case StackedBars():
            yield chart.axis, *(series.label for series in chart.series)
            for at, row in enumerate(chart.rows):
                yield row, *(series.labels[at] for series in chart.series), chart.totals[at]
        case HeatMap():
            yield chart.axis, *chart.columns
            for row, labels in zip(chart.rows, chart.labels, strict=True):
                yield row, *labels
        case Spans() | Tornado():
            yield chart.axis, *((chart.now_label,) if isinstance(chart, Tornado) else (chart.inside, chart.mark))
            for span in chart.spans:
                yield span.row, span.low_label, span.high_label, span.now_label
        case Slopes():
            yield chart.axis, *chart.columns
            for row, ranks in zip(chart.rows, chart.ranks, strict=True):
                yield row, *map(str, ranks)
