"""What the dossiers say, before any total: every figure as its file has it."""


def said(data, grid):
    leaves = [data.criterion(title)["id"] for title in grid.rows[0][1:]]
    yield [""] * len(grid.rows[0])
    for each in data.candidates:
        yield "", *(_short(data.record.figures[each["id"], leaf]) for leaf in leaves)


def _short(ends):
    """Both ends, or the one that there is; an option has a name and no number."""
    return " ".join(dict.fromkeys(end for end in ends or () if end[0].isdigit()))


RULES = {}
TABLES = {r"^Candidate( \||$)": said}
