"""A paper with its data and its rules: what it tells, and which rule derives each of its numbers."""

import re
import runpy
from dataclasses import astuple, dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from stratsel.report.document import Heading, Paragraph
from stratsel.report.paper.compose import compose_paper
from stratsel.report.paper.section import Section

HERE = Path(__file__).parent
figures, telling, data_of, records = (
    SimpleNamespace(**runpy.run_path(str(HERE / f"{name}.py"))) for name in ("figures", "telling", "data", "records")
)
ENDS, WHOLE = "ends", "whole"
"""What stands before and after all sections, and everything together."""
SECTIONS_OF = {ENDS: (), WHOLE: tuple(Section)}
PARTS = [*(each.value for each in Section if each is not Section.SUMMARY), ENDS]
"""The parts of a paper; the first page has its rules in `test_paper_numbers.py`."""
RULES = {
    part: SimpleNamespace(**runpy.run_path(str(HERE / "rules" / f"{part.replace('-', '_')}.py"))) for part in PARTS
}
"""For each part how its texts and its tables begin, and the numbers that they must have, from the data."""


@dataclass(frozen=True)
class Subject:
    """A paper and its data."""

    paper: Any
    data: Any

    def told(self, part, language):
        """The texts and the tables of a part, or of the whole paper; its banner stands before both its ends."""
        if part in SECTIONS_OF:
            made = compose_paper(self.paper, language, SECTIONS_OF[part])
            return list(telling.told((Paragraph(made.banner), *made.blocks), language))
        blocks = compose_paper(self.paper, language, [Section(part)]).blocks
        heads = [at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 2]
        return list(telling.told(blocks[heads[0] : heads[-1]], language))

    def contents(self, part, language):
        """What is told, without where it stands."""
        return [each.text if isinstance(each, telling.Told) else each.rows for each in self.told(part, language)]

    def texts(self, part, language):
        """The texts of a part without its tables and charts."""
        return [each for each in self.told(part, language) if isinstance(each, telling.Told)]

    def numbers(self, part, language):
        """The numbers of each text, and of each cell of each table, beside what they stand in."""
        for each in self.told(part, language):
            rows = each.rows if isinstance(each, telling.Grid) else ((each.text,),)
            yield each, [[figures.read(self.data.hide(cell), language) for cell in row] for row in rows]

    def about(self, told):
        """The candidate that a line is about."""
        return RULES["reasons"].one(self.data, self._hidden(told))

    def line(self, place):
        """A line of a file of the round, by its place."""
        file, _, number = place.rpartition(":")
        return (self.data.record.folder / file).read_text(encoding="utf-8").splitlines()[int(number) - 1]

    def used(self, part):
        """Derive every number of a part; return the rules that this needed."""
        told = self.numbers(part, "en")
        return {self.derive(each, numbers, part) for each, numbers in told if any(map(any, numbers))}

    def derive(self, each, numbers, part):
        """Hold the numbers of a text or a table against what its rule makes of the data; return the rule."""
        if isinstance(each, telling.Told):
            hidden = self._hidden(each)
            rule, derived = _known(RULES[part].RULES, hidden.text)
            expected = [[derived(self.data, re.search(rule, hidden.text), hidden)]]
        else:
            hidden = telling.hidden(each, self.data.hide)
            rule, derived = _known(RULES[part].TABLES, hidden.title)
            expected = [[cell.split() for cell in row] for row in derived(self.data, hidden)]
        assert numbers == expected, each
        return rule

    def _hidden(self, told):
        return telling.Told(*map(self.data.hide, astuple(told)))


def _known(rules, text):
    """The one rule that knows a text."""
    matching = [rule for rule in rules if re.search(rule, text)]
    assert len(matching) == 1, (text, matching)
    return matching[0], rules[matching[0]]


def made():
    """The small paper made by hand."""
    paper = runpy.run_path(str(HERE.parent / "made_paper.py"))["paper"]()
    return Subject(paper, data_of.Data(paper, records.of_made(paper)))


def shipped(folder):
    """The paper of the shipped round, from a copy in a folder, with few draws."""
    paper, record = records.shipped(folder)
    return Subject(paper, data_of.Data(paper, record))
