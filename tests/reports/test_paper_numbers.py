"""Every number on the first page of the paper is found again in the data, by a second way than the sentence's own.

The data are the JSON of the ranking, of the study and of the methods: what another program would have. A number is
rounded here by decimals, half up. A sentence with a number that no rule below knows fails.
"""

import json
import re
import runpy
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from stratsel.report.document import Bullets, Heading, Kind, Paragraph, Table, written
from stratsel.report.document import Section as HeadOfRows
from stratsel.report.formats import FORMATS
from stratsel.report.methods_data import methods_data
from stratsel.report.options import RenderOptions
from stratsel.report.paper.compose import compose_paper
from stratsel.report.paper.section import Section
from stratsel.report.robustness.data import robustness_data

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def points(number):
    return str(Decimal(repr(number)).quantize(Decimal("0.1"), ROUND_HALF_UP))


def percent(share):
    return str((100 * Decimal(repr(share))).quantize(Decimal(1), ROUND_HALF_UP))


class Data:
    """The three results as other programs read them, and what the sentences ask of them."""

    def __init__(self, paper):
        self.ranking = json.loads(FORMATS["json"](paper.ranking, RenderOptions("en")))
        self.parts = json.loads(json.dumps(robustness_data(paper.robustness)))["parts"]
        self.methods = json.loads(json.dumps(methods_data(paper.methods)))["methods"]
        self.candidates = self.ranking["ranking"]
        self.tiers = {each["title"]["en"]: each for each in self.ranking["tiers"]}
        self.ids = {each["title"]["en"]: each["id"] for each in self.candidates}
        self.criteria = {each["title"]["en"]: each["id"] for each in self.ranking["criteria"]}
        self.held = [each for each in self.candidates if each["tier"]]
        self.tied = [each for each in self.candidates if each["firmness"]["verdict"] == "tied"]

    def left(self, tier):
        """Places of a tier that nobody holds: tiers are cumulative."""
        places = [each["id"] for each in self.ranking["tiers"]]
        upto = places[: places.index(self.tiers[tier]["id"]) + 1]
        return [str(self.tiers[tier]["places"] - sum(each["tier"] in upto for each in self.held))]

    def firm(self):
        verdicts = [each["firmness"]["verdict"] for each in self.held]
        return [str(verdicts.count("firm")), str(len(verdicts))]

    def least_firm(self, title):
        shares = {each["id"]: each["firmness"]["tier_share"] for each in self.held}
        assert min(shares, key=shares.get) == self.ids[title]
        return [percent(min(shares.values()))]

    def kept_alone(self):
        rows = {each["candidate"]: each for each in self.parts["acceptability"]["rows"]}
        kept = [
            min(rows[each["id"]][key][each["tier"]] for each in self.held)
            for key in ("tiers_by_weights", "tiers_by_judgements")
        ]
        return [percent(share) for share in kept]

    def same(self):
        """Of the methods, how many put nobody else into each tier; the first number is how many methods there are."""
        alike = [
            sum(all(each["tier"] != tier["id"] for each in method["differences"]) for method in self.methods)
            for tier in self.tiers.values()
        ]
        return list(map(str, [len(self.methods), *alike]))

    def margin(self, outside, tier):
        inside = [each["value"] for each in self.held if each["tier"] == self.tiers[tier]["id"]]
        values = {each["id"]: each["value"] for each in self.candidates}
        return [points(min(inside) - values[self.ids[outside]])]

    def settles(self, criterion, candidate):
        found = next(
            each
            for each in self.ranking["settles"]
            if (each["candidate"], each["leaf"]) == (self.ids[candidate], self.criteria[criterion])
        )
        return [str(found["if_best"]), str(found["if_worst"])]

    def weight(self, criterion, tier):
        wanted = self.criteria[criterion], self.tiers[tier]["id"]
        row = next(row for row in self.parts["stability"]["rows"] if (row["criterion"], row["keeps"]) == wanted)
        now = next(each["weight"] for each in self.ranking["criteria"] if each["id"] == wanted[0])
        return [points(now), points(row["high"])]

    def unknown(self):
        shares = sorted(each["unknown"] for each in [*self.held, *self.tied])
        return [percent(shares[0]), percent(shares[-1])]

    def open(self):
        return [str(sum(state == "open" for each in self.candidates for state in each["places"].values()))]

    def could_reach(self, title):
        return [points(next(each["bounds"]["possible"] for each in self.candidates if each["id"] == self.ids[title]))]

    def departures(self):
        """The day of the one decision that departs without a reason, and for how many."""
        ((day, count),) = (
            (each["date"], missing)
            for each in self.ranking["decisions"]
            if (missing := sum(not one["why"] for one in each["departures"]))
        )
        year, _, day = day.split("-")
        return [day, year, str(count)]

    def unheard(self):
        """Nobody said anything for or against a and c, as `made_paper.py` has it; b is spoken of."""
        chosen = {each["id"] for each in [*self.held, *self.tied]}
        return [str(len(chosen - {"b"})), str(len(chosen))]


RULES = {
    r".* Firm is a place kept in": lambda *_: ["95", "50"],
    r"Places that are firm: .* “(\w+)”": lambda data, found: data.firm() + data.least_firm(found[1]),
    r"Where only the weights vary": lambda data, _: data.kept_alone(),
    r"Of \d+ other methods": lambda data, _: data.same(),
    r"Settle who takes the places left in “(\w+)”": lambda data, found: data.left(found[1]),
    r"Put on record why": lambda data, _: data.departures(),
    r"“(\w+)” is .* points short of “(\w+)”": lambda data, found: data.margin(found[1], found[2]),
    r"Find out: (\w+) \((\w+)\), now": lambda data, found: data.settles(found[1], found[2]),
    r"Confirm the weights .*: “(\w+)”, now .* above .* \(“(\w+)”\)": lambda data, found: data.weight(
        found[1], found[2]
    ),
    r"Of those with a place": lambda data, _: data.unknown(),
    r"Places that are open": lambda data, _: data.open(),
    r"“(\w+)”, now without a place": lambda data, found: data.could_reach(found[1]),
    r"Without an opinion": lambda data, _: data.unheard(),
}
"""How a sentence begins, and the numbers that it must have, from the data."""


@pytest.fixture(scope="module")
def paper():
    return runpy.run_path(str(Path(__file__).with_name("made_paper.py")))["paper"]()


@pytest.fixture(scope="module")
def data(paper):
    return Data(paper)


def blocks(paper, language):
    """The first page, from its heading to that of what every paper ends with."""
    made = compose_paper(paper, language, [Section.SUMMARY]).blocks
    begin, end = (at for at, block in enumerate(made) if isinstance(block, Heading) and block.level == 2)
    return made[begin:end]


def sentences(paper, language):
    found = []
    for block in blocks(paper, language):
        if isinstance(block, Bullets):
            found += block.items
        elif isinstance(block, Paragraph):
            found.append(block.text)
    return found


def said(sentence):
    """The numbers of a sentence, without what the dossier itself gives."""
    own = re.sub(r"level 2 to 3|mức 2 đến 3", "", sentence)
    return NUMBER.findall(own)


def test_every_number_is_derived(paper, data):
    used = set()
    for sentence in sentences(paper, "en"):
        if not said(sentence):
            continue
        rule, found = next(
            ((rule, found) for rule in RULES if (found := re.match(rule, sentence) or re.search(rule, sentence))),
            (None, None),
        )
        assert rule is not None, sentence
        assert said(sentence) == RULES[rule](data, found), sentence
        used.add(rule)
    assert used == set(RULES)


def test_the_table_repeats_the_data(paper, data):
    (table,) = (block for block in blocks(paper, "en") if isinstance(block, Table))
    rows = [row for row in table.rows if not isinstance(row, HeadOfRows)]
    for row, each in zip(rows, data.candidates, strict=True):
        rank, _, _, shown, possible, bounds, unknown, kept = (written(cell, "en") for cell in row)
        low, high = points(each["bounds"]["shown"]), points(each["bounds"]["possible"])
        assert rank.rstrip("=") == str(each["rank"])
        assert (shown, possible, bounds) == (low, high, f"{low}–{high}")
        assert NUMBER.findall(unknown) == [percent(each["unknown"])]
        assert kept.startswith(percent(each["firmness"]["tier_share"]))
        assert kept.endswith(each["firmness"]["verdict"])


def test_both_languages_have_the_same_numbers(paper):
    """Order may differ with the grammar, and months are numbers in Vietnamese dates."""
    pairs = zip(sentences(paper, "en"), sentences(paper, "vi"), strict=True)
    for english, vietnamese in pairs:
        if "2025" not in english:
            assert sorted(said(english)) == sorted(each.replace(",", ".") for each in said(vietnamese)), vietnamese


def test_a_cell_holds_a_value_and_no_text_of_one(paper):
    (table,) = (block for block in blocks(paper, "en") if isinstance(block, Table))
    kinds = {cell.kind for row in table.rows if not isinstance(row, HeadOfRows) for cell in row}
    assert kinds == {Kind.TEXT, Kind.COUNT, Kind.POINTS, Kind.SHARE}
