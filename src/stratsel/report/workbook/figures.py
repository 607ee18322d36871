"""Charts of the spreadsheet's own, drawn from cells, so that those of contributions follow the weights."""

from collections.abc import Sequence
from typing import Any

from stratsel.language.catalogue import N_
from stratsel.language.markdown import WORD_JOINER
from stratsel.language.visible import shorten
from stratsel.report.charts.palette import INK, ink_on, shades
from stratsel.report.robustness.words import Words
from stratsel.report.tables import compared_criteria, is_sum
from stratsel.report.workbook.book import Sheet, reference
from stratsel.report.workbook.matrix import Grid
from stratsel.results.paper import Paper
from stratsel.results.robustness.acceptability import NO_PLACE, Acceptability
from stratsel.results.robustness.part import RobustnessPart

MAX_ROWS = 20
"""How many candidates a chart shows; the other sheets have all."""
WIDTHS = (50, *(16,) * 9)
NAME = 48
"""Letters of a name on an axis."""
_WIDTH, _ROW, _FRAME = 980, 26, 170
"""Pixels of a chart: its width, what a bar takes, and what stands around the bars."""
_POINTS = "0.0"
_SHARE = '0"\u00a0"%'


class Charts:
    """Writes, for each chart, the chart and below it the cells that it draws."""

    def __init__(self, sheet: Sheet, paper: Paper, words: Words, banner: str) -> None:
        self.sheet, self.paper, self.words, self.say, self.banner = sheet, paper, words, words.say, banner
        self.ranked = paper.ranking.candidates[:MAX_ROWS]
        self.breaks: list[int] = []

    def write(self, grid: Grid | None) -> None:
        """Draw the charts below each other, and say where they leave candidates out."""
        if len(self.paper.ranking.candidates) > MAX_ROWS:
            told = N_("The first {count} candidates are drawn; the other sheets have all.")
            self.sheet.across(self.say(told, count=self.words.sentences.count(MAX_ROWS)))
        self.contributions(grid)
        self.tiers()

    def contributions(self, grid: Grid | None) -> None:
        """Draw what each topmost criterion brings; with a grid its cells are drawn, and so what its weights make."""
        criteria = compared_criteria(self.paper.ranking)
        if not self.ranked or not criteria or not is_sum(self.paper.ranking):
            return
        names = [self.words.criterion(each.id) for each in criteria]
        title = self.say(N_("Where the points come from"))
        if grid is not None:
            title = self.say(N_("Where the points come from, with the weights of the sheet {sheet}"), sheet=grid.sheet)
        told = self.say(N_("Stacked bars of points by criterion; the cells below have every number."))
        first = self._space(title, told, self.say(N_("points")), names, "0", "[>=1.5]0.0;;")
        for row, each in enumerate(self.ranked, first):
            self.sheet.text(row, 0, shorten(self.words.candidate(each.id), NAME))
            for column, criterion in enumerate(criteria, 1):
                value = each.contributions[criterion.id]
                if grid is None:
                    self.sheet.number(row, column, value, _POINTS)
                else:
                    quoted = grid.sheet.replace("'", "''")
                    cell = reference(grid.nodes[criterion.id], grid.candidates[each.id])
                    self.sheet.formula(row, column, f"='{quoted}'!{cell}", value, _POINTS)
        self.sheet.row = first + len(self.ranked) + 2

    def tiers(self) -> None:
        """Draw in what share of the draws each candidate lands in each tier."""
        found = self.paper.robustness.parts.get(RobustnessPart.ACCEPTABILITY)
        if not isinstance(found, Acceptability) or not found.rows:
            return
        tiers = [tier.id for tier in self.paper.ranking.tiers]
        names = [*map(self.words.tier, tiers), self.say(N_("No place"))]
        title = self.say(N_("How often each candidate lands in each tier"))
        told = self.say(N_("Stacked bars of the share of draws in each tier; the cells below have every number."))
        rows = found.rows[:MAX_ROWS]
        first = self._space(title, told, self.say(N_("share of draws")), names, _SHARE, f"[>=0.035]{_SHARE};;")
        for row, each in enumerate(rows, first):
            self.sheet.text(row, 0, shorten(self.words.candidate(each.candidate), NAME))
            for column, tier in enumerate((*tiers, NO_PLACE), 1):
                self.sheet.number(row, column, each.tiers[tier], _SHARE)
        self.sheet.row = first + len(rows) + 2

    def _space(self, title: str, told: str, axis: str, names: Sequence[str], form: str, labels: str) -> int:
        """Insert a chart, with the heads of its cells below it, and return the first row of these."""
        sheet, count = self.sheet, len(self.ranked)
        height = _FRAME + _ROW * count
        heads = sheet.row + height // 20 + 2
        self.breaks += [*([sheet.row] if self.breaks else []), heads]
        sheet.worksheet.set_h_pagebreaks(self.breaks)
        chart = self._stacked(title, axis, form)
        for at, (name, colour) in enumerate(zip(names, shades(len(names)), strict=True), 1):
            series = {
                "name": [sheet.name, heads, at],
                "categories": [sheet.name, heads + 1, 0, heads + count, 0],
                "values": [sheet.name, heads + 1, at, heads + count, at],
                "fill": {"color": colour},
                "border": {"color": "#ffffff", "width": 0.75},
                "gap": 35,
                "overlap": 100,
                "data_labels": {
                    "value": True, "num_format": labels, "font": {"color": ink_on(colour), "size": 8},
                },
            }  # fmt: skip
            chart.add_series(series)
            sheet.text(heads, at, name, "head")
        sheet.text(heads, 0, self.say(N_("Candidate")), "head")
        chart.set_size({"width": _WIDTH, "height": height})
        sheet.worksheet.insert_chart(sheet.row, 0, chart, {"description": f"{title}. {told}"})
        return heads + 1

    def _stacked(self, title: str, axis: str, form: str) -> Any:
        chart = self.sheet.book.workbook.add_chart({"type": "bar", "subtype": "stacked"})
        font = {"color": INK, "size": 9, "bold": False}
        named = f"{axis} · {self.banner}" if self.banner else axis
        chart.set_title({"name": _as_text(title), "name_font": {"size": 12, "color": INK}, "overlay": False})
        # The first candidate stands on top, and the axis of numbers below the last.
        chart.set_y_axis({
            "name": _as_text(self.say(N_("Candidate"))), "name_font": font, "num_font": font, "reverse": True,
            "crossing": "max",
        })  # fmt: skip
        chart.set_x_axis({
            "name": _as_text(named), "name_font": {**font, "size": 8}, "num_font": font, "num_format": form, "min": 0,
            **({"max": 1} if form == _SHARE else {}),
            "major_gridlines": {"visible": True, "line": {"color": "#e0e0e0", "width": 0.5}},
        })  # fmt: skip
        chart.set_legend({"position": "top", "font": font})
        chart.set_chartarea({"fill": {"color": "#ffffff"}, "border": {"none": True}})
        return chart


def _as_text(text: str) -> str:
    """Return a text that xlsxwriter does not take for a cell's name, as it takes what reads like `sheet!A1`."""
    return text.replace("!", f"!{WORD_JOINER}")
