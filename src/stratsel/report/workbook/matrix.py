"""The matrix as live formulas: weights to change, and what they make of values, totals, ranks and tiers."""

from dataclasses import dataclass

from stratsel.language.catalogue import N_
from stratsel.report.robustness.words import Words
from stratsel.report.workbook.book import Sheet, area, reference
from stratsel.results.what_if import DIGITS, WhatIf, WhatIfPlace, reordered

NAME, WEIGHT, SHARE, WHOLE, PARENT, EXACT, FIRST = range(7)
"""The columns: a criterion, its weight to change, its share, its points of the whole; hidden, the number of its parent
and its points before they are rounded; and the first candidate."""
WIDTHS = (46, 10, 10, 10, 1, 1)
CANDIDATE_WIDTH = 15
SHOWN = 10
"""Decimal places of what is shown and not reckoned with, so that 11.25 is no hair less where a viewer rounds it."""
MAX_FITTED = 20
"""With more candidates a printed page would be too small to read, and the sheet runs over several pages instead."""
MAX_ON_A_PAGE = 30
"""So many criteria fit on one page."""
_POINTS, _COUNT, _SHARE = "0.0", "0", '0.0"\u00a0"%'
NO_TIER = "–"


@dataclass(frozen=True, slots=True)
class Grid:
    """Where things stand on the sheet: rows of nodes by their ids, and the columns of candidates by theirs."""

    sheet: str
    nodes: dict[str, int]
    candidates: dict[str, int]


class Matrix:
    """Writes the payload of `results/what_if.py` on a sheet, so that its formulas do what `reordered` does."""

    def __init__(self, sheet: Sheet, payload: WhatIf, words: Words) -> None:
        self.sheet, self.payload, self.words, self.say = sheet, payload, words, words.say
        self.places = {place.candidate: place for place in reordered(payload, {})}
        self.columns = {each.candidate: at for at, each in enumerate(payload.candidates, FIRST)}
        self.last = FIRST + len(payload.candidates) - 1

    def write(self) -> Grid:
        """Write the sheet below its head and return where things are."""
        told = N_("Change weights in the yellow cells: points, ranks and tiers follow; the round stays as it is.")
        self.sheet.across(self.say(told))
        self.head = self.sheet.row
        self.results = {name: self.head + 1 + at for at, name in enumerate(("points", "rank", "up_to", "tier"))}
        self.own = self.head + 1 + len(self.results)
        self.nodes_head = self.own + 3
        self.rows = {node.criterion: self.nodes_head + 1 + at for at, node in enumerate(self.payload.nodes)}
        self.values_head = self.nodes_head + len(self.rows) + 2
        leaves = [node.criterion for node in self.payload.nodes if node.is_leaf]
        self.value_rows = {leaf: self.values_head + 1 + at for at, leaf in enumerate(leaves)}
        self.tiers_head = self.values_head + len(leaves) + 2
        self._tiers()
        self._heads()
        for candidate, column in self.columns.items():
            self._results(self.places[candidate], column)
        self._nodes()
        self._values()
        self._frame()
        self.sheet.row = self.tiers_head + len(self.payload.tiers) + 3
        self.sheet.across(self._limits(), "quiet")
        return Grid(self.sheet.name, self.rows, self.columns)

    def _limits(self) -> str:
        return self.say(
            N_(
                "Those level share a rank here, and across a line they have no tier: what separates them in the round "
                "is not applied. Siblings that all weigh nothing share nothing out."
            )
        )

    def _heads(self) -> None:
        sheet, say = self.sheet, self.say
        labels = {
            self.results["points"]: N_("Points with these weights"),
            self.results["rank"]: N_("Rank with these weights"),
            self.results["up_to"]: N_("As many stand there or above"),
            self.results["tier"]: N_("Tier with these weights"),
            self.own: N_("Points in the round"),
            self.own + 1: N_("Rank in the round"),
            self.own + 2: N_("Tier in the round"),
        }
        sheet.text(self.head, NAME, say(N_("Candidate")), "head")
        for row, label in labels.items():
            sheet.text(row, NAME, say(label), "whole")
        heads = (N_("Criterion"), N_("Weight"), N_("Share"), N_("Points at most"))
        for at, title in enumerate(heads):
            sheet.text(self.nodes_head, at, say(title), "head")
        sheet.text(self.values_head, NAME, say(N_("Partial values, 0 to 1")), "head")
        sheet.text(self.values_head, WHOLE, say(N_("Points at most")), "head")
        for each in self.payload.candidates:
            name = self.words.candidate(each.candidate)
            sheet.text(self.head, self.columns[each.candidate], name, "head", align="right")

    # --- totals -----------------------------------------------------------------------------------

    def _results(self, place: WhatIfPlace, column: int) -> None:
        sheet, rows = self.sheet, self.results
        own = next(each for each in self.payload.candidates if each.candidate == place.candidate)
        points = reference(rows["points"], column)
        everyone = area(rows["points"], FIRST, rows["points"], self.last)
        mine, theirs = f"ROUND({points},{DIGITS})", f"ROUND({everyone},{DIGITS})"
        compared = {each.candidate: round(each.points, DIGITS) for each in self.places.values()}
        up_to = sum(each >= compared[place.candidate] for each in compared.values())
        first, last = self.values_head + 1, self.values_head + len(self.value_rows)
        values = f"{reference(first, column, 'row')}:{reference(last, column, 'row')}"
        total = f"=ROUND(SUMPRODUCT({area(first, EXACT, last, EXACT)},{values}),{SHOWN})"
        sheet.formula(rows["points"], column, total, place.points, _POINTS, "whole")
        sheet.formula(rows["rank"], column, f"=1+SUMPRODUCT(--({theirs}>{mine}))", place.rank, _COUNT, "whole")
        sheet.formula(rows["up_to"], column, f"=SUMPRODUCT(--({theirs}>={mine}))", up_to, _COUNT, "whole")
        sheet.formula(rows["tier"], column, self._tier(mine, column), self._named(place.tier), "", "whole", "right")
        sheet.number(self.own, column, own.points, _POINTS)
        sheet.number(self.own + 1, column, own.rank, _COUNT)
        sheet.text(self.own + 2, column, self._named(own.tier), align="right")

    def _named(self, tier: str | None) -> str:
        return NO_TIER if tier is None else self.words.tier(tier)

    def _tier(self, mine: str, column: int) -> str:
        """Return the formula of the first tier that holds a candidate for sure; titles are cells, never its text."""
        up_to = reference(self.results["up_to"], column)
        found = f'"{NO_TIER}"'
        for at in reversed(range(len(self.payload.tiers))):
            row = self.tiers_head + 1 + at
            found = f"IF({up_to}<={reference(row, WEIGHT, 'both')},{reference(row, NAME, 'both')},{found})"
        least = reference(self.tiers_head + 1 + len(self.payload.tiers), WEIGHT, "both")
        return f'=IF({mine}<ROUND({least},{DIGITS}),"{NO_TIER}",{found})'

    def _tiers(self) -> None:
        sheet, say = self.sheet, self.say
        sheet.text(self.tiers_head, NAME, say(N_("Tier")), "head")
        sheet.text(self.tiers_head, WEIGHT, say(N_("Places")), "head")
        for at, tier in enumerate(self.payload.tiers, self.tiers_head + 1):
            sheet.text(at, NAME, self.words.tier(tier.tier))
            sheet.number(at, WEIGHT, tier.places, _COUNT)
        least = self.tiers_head + 1 + len(self.payload.tiers)
        sheet.text(least, NAME, say(N_("Least points for a place")))
        sheet.number(least, WEIGHT, self.payload.minimum, _POINTS)

    # --- criteria ---------------------------------------------------------------------------------

    def _parents(self) -> str:
        return area(self.nodes_head + 1, PARENT, self.nodes_head + len(self.rows), PARENT)

    def _down(self, column: int) -> str:
        """Return the rows of all criteria in one column; the column moves where this is copied."""
        first, last = self.nodes_head + 1, self.nodes_head + len(self.rows)
        return f"{reference(first, column, 'row')}:{reference(last, column, 'row')}"

    def _nodes(self) -> None:
        """Write each criterion: siblings are found by the number of their parent, 0 for the topmost."""
        sheet = self.sheet
        number = {node.criterion: at for at, node in enumerate(self.payload.nodes, 1)}
        depth: dict[str | None, int] = {None: -1}
        whole: dict[str | None, float] = {None: 100.0}
        weights = area(self.nodes_head + 1, WEIGHT, self.nodes_head + len(self.rows), WEIGHT)
        for node in self.payload.nodes:
            row = self.rows[node.criterion]
            depth[node.criterion] = depth[node.parent] + 1
            whole[node.criterion] = whole[node.parent] * node.share
            parent, weight, share = (reference(row, at, "column") for at in (PARENT, WEIGHT, SHARE))
            siblings = f"SUMIF({self._parents()},{parent},{weights})"
            above = "100" if node.parent is None else reference(self.rows[node.parent], EXACT, "column")
            sheet.text(row, NAME, self.words.criterion(node.criterion), "cell", depth[node.criterion])
            sheet.worksheet.write_number(row, WEIGHT, 100 * node.share, sheet.book.look("input", "0.0##"))
            sheet.formula(row, SHARE, f"=IF({siblings}=0,0,{weight}/{siblings})", node.share, _SHARE)
            sheet.formula(row, EXACT, f"={above}*{share}", whole[node.criterion], _POINTS)
            self._whole(row, reference(row, EXACT), whole[node.criterion])
            sheet.number(row, PARENT, number.get(node.parent or "", 0), _COUNT)
            if node.is_leaf:
                below = self.value_rows[node.criterion]
                sheet.formula(below, EXACT, f"={reference(row, EXACT)}", whole[node.criterion], _POINTS)
                self._whole(below, reference(below, EXACT), whole[node.criterion])
        self._contributions(number, whole)

    def _whole(self, row: int, exact: str, whole: float) -> None:
        self.sheet.formula(row, WHOLE, f"=ROUND({exact},{SHOWN})", whole, _POINTS)

    def _contributions(self, number: dict[str, int], whole: dict[str | None, float]) -> None:
        for each in self.payload.candidates:
            column = self.columns[each.candidate]
            brought = dict.fromkeys(self.rows, 0.0)
            for node in reversed(self.payload.nodes):
                row = self.rows[node.criterion]
                if node.is_leaf:
                    brought[node.criterion] = whole[node.criterion] * each.values[node.criterion]
                    value = reference(self.value_rows[node.criterion], column)
                    formula = f"{reference(row, EXACT, 'column')}*{value}"
                else:
                    formula = f"SUMIF({self._parents()},{number[node.criterion]},{self._down(column)})"
                if node.parent is not None:
                    brought[node.parent] += brought[node.criterion]
                self.sheet.formula(row, column, f"=ROUND({formula},{SHOWN})", brought[node.criterion], _POINTS)

    def _values(self) -> None:
        for leaf, row in self.value_rows.items():
            self.sheet.text(row, NAME, self.words.criterion(leaf))
            for each in self.payload.candidates:
                self.sheet.worksheet.write_number(
                    row, self.columns[each.candidate], each.values[leaf], self.sheet.book.look("cell", "0.00")
                )

    def _frame(self) -> None:
        worksheet = self.sheet.worksheet
        first, last = self.nodes_head + 1, self.nodes_head + len(self.rows)
        if self.rows:
            refusal = {
                "validate": "decimal",
                "criteria": ">=",
                "value": 0,
                "ignore_blank": False,
                "error_title": self.say(N_("Weight")),
                "error_message": self.say(N_("A weight is a number, 0 or more.")),
            }
            worksheet.data_validation(first, WEIGHT, last, WEIGHT, refusal)
        worksheet.set_column(PARENT, EXACT, None, None, {"hidden": True})
        worksheet.set_row(self.results["up_to"], None, None, {"hidden": True})
        if len(self.columns):
            worksheet.set_column(FIRST, self.last, CANDIDATE_WIDTH)
        worksheet.freeze_panes(self.own + 3, FIRST)
        worksheet.repeat_columns(NAME, WHOLE)
        if len(self.columns) > MAX_FITTED:
            worksheet.fit_to_pages(0, 0)
        elif len(self.rows) <= MAX_ON_A_PAGE:
            worksheet.fit_to_pages(1, 1)
