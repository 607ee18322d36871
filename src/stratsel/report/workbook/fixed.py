"""The matrix without formulas, where the order hangs on more than weighted sums and counted places."""

from stratsel.language.catalogue import N_
from stratsel.report.document import DASH
from stratsel.report.robustness.words import Words
from stratsel.report.workbook.book import Sheet
from stratsel.report.workbook.matrix import CANDIDATE_WIDTH, FIRST, MAX_FITTED, NAME, WHOLE
from stratsel.results.paper import Paper

_POINTS = "0.0"


def write_fixed(sheet: Sheet, paper: Paper, words: Words) -> None:
    """Write what each criterion brings each candidate, and why other weights cannot be tried here."""
    say, ranking = words.say, paper.ranking
    told = N_(
        "Values only: this order hangs on more than weighted sums and counted places (another mean, a rounded total, "
        "what is unknown left out, quotas), which formulas of a sheet do not follow. Other weights go into the "
        "criteria file."
    )
    sheet.across(say(told))
    sheet.row += 1
    head, rows = sheet.row, {each.id: sheet.row + 3 + at for at, each in enumerate(ranking.criteria)}
    depth: dict[str | None, int] = {None: -1}
    sheet.text(head, NAME, say(N_("Criterion")), "head")
    sheet.text(head, WHOLE, say(N_("Points at most")), "head")
    sheet.text(head + 1, NAME, say(N_("Value")), "whole")
    sheet.text(head + 2, NAME, say(N_("Rank")), "whole")
    for each in ranking.criteria:
        depth[each.id] = depth[each.parent] + 1
        sheet.text(rows[each.id], NAME, words.criterion(each.id), indent=depth[each.id])
        sheet.number(rows[each.id], WHOLE, each.weight, _POINTS)
    for column, one in enumerate(ranking.candidates, FIRST):
        sheet.text(head, column, words.candidate(one.id), "head", align="right")
        sheet.number(head + 1, column, one.value, _POINTS, "whole")
        sheet.number(head + 2, column, one.rank, "0", "whole")
        brought = {standing.leaf: standing.points for standing in one.leaves} | dict(one.contributions)
        for criterion, row in rows.items():
            if criterion in brought:
                sheet.number(row, column, brought[criterion], _POINTS)
            else:
                sheet.text(row, column, DASH, align="right")
    for hidden in range(NAME + 1, FIRST):
        if hidden != WHOLE:
            sheet.worksheet.set_column(hidden, hidden, None, None, {"hidden": True})
    if ranking.candidates:
        sheet.worksheet.set_column(FIRST, FIRST + len(ranking.candidates) - 1, CANDIDATE_WIDTH)
    sheet.worksheet.freeze_panes(head + 3, FIRST)
    sheet.worksheet.repeat_columns(NAME, WHOLE)
    if len(ranking.candidates) > MAX_FITTED:
        sheet.worksheet.fit_to_pages(0, 0)
