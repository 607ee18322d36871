"""What people write in a dossier or a criteria file by mistake, and the findings a person would want.

One finding for each mistake, at the smallest place to edit, and nothing that only follows from it. Each case replaces
a text of the small round; a finding is expected where the given text then stands, or at the start of the file.
"""

import re

import pytest

A, C, S = "candidates/alpha.yaml", "criteria/meals.yaml", "sources.yaml"
MENU = """\
    for:
      - {source: visit, quote: a different dish each day}
"""
IN_DOSSIER = {
    "a leaf misspelt": ("  menu:", "  menue:", [("ST401", "menue:")]),
    "a leaf misspelt, and its figure off the scale": (
        "freshness: {level: 3",
        "freshnes: {level: 7",
        [("ST401", "freshnes:"), ("ST408", "7,")],
    ),
    "a leaf in the words of its title": ("  freshness:", "  Freshness:", [("ST205", "Freshness:")]),
    "a branch instead of its leaves": ("  freshness:", "  food:", [("ST416", "food:")]),
    "a level in quotes": ("level: 3", 'level: "3"', [("ST203", '"3"')]),
    "a level that the rubric does not have": ("level: 3", "level: 5", [("ST408", "5,")]),
    "a level between two": ("level: 3", "level: 2.5", [("ST408", "2.5")]),
    "true as a level": ("level: 3", "level: true", [("ST203", "true")]),
    "a range in words": ("level: [2, 3]", "level: {low: 2, high: 3}", [("ST203", "{low")]),
    "a range with a word in it": ("level: [2, 3]", "level: [2, high]", [("ST203", "high")]),
    "a range of one": ("level: [2, 3]", "level: [2]", [("ST215", "[2]")]),
    "a range of three": ("level: [2, 3]", "level: [1, 2, 3]", [("ST215", "[1, 2, 3]")]),
    "a range the wrong way round": ("level: [2, 3]", "level: [3, 2]", [("ST210", "[3, 2]")]),
    "likely outside the range": ("level: [2, 3]", "level: [2, 3]\n    likely: 4", [("ST211", "4\n")]),
    "likely in words": ("level: [2, 3]", "level: [2, 3]\n    likely: two", [("ST203", "two\n")]),
    "a number with the comma of Vietnam, in brackets": ("amount: 30", "amount: 1.234,56", [("ST112", "56")]),
    "a number with the comma of Vietnam": (
        "price: {amount: 30, why: By its offer.}",
        "price:\n    amount: 1.234,56",
        [("ST203", "1.234,56")],
    ),
    "a number with its unit": ("amount: 30", "amount: 30 EUR", [("ST203", "30 EUR")]),
    "a number beyond the scale": ("amount: 30", "amount: 300", [("ST409", "300,")]),
    "an option misspelt": ("choice: own", "choice: onw", [("ST410", "onw")]),
    "an option that is a number": ("choice: own", "choice: 3", [("ST203", "3, why: Two")]),
    "the key of another scale": ("amount: 30", "level: 3", [("ST207", "level: 3, why: By")]),
    "two figures": ("amount: 30", "amount: 30, level: 3", [("ST209", "price:")]),
    "no figure": ("amount: 30, ", "", [("ST208", "price:")]),
    "a word of its own for the figure": ("amount: 30", "figure: 30", [("ST202", "figure")]),
    "unknown misspelt": ("level: 3", "level: unkown", [("ST203", "unkown")]),
    "a judgement in one word": (
        "freshness: {level: 3, why: Cooked on the day.}",
        "freshness: good",
        [("ST203", "good")],
    ),
    "the figure left empty": ("level: 3", "level: ", [("ST129", "level: ,")]),
    "null for unknown": ("level: 3", "level: null", [("ST129", "level: null")]),
    "an entry left empty": (
        "  freshness: {level: 3, why: Cooked on the day.}",
        "  freshness:",
        [("ST129", "freshness")],
    ),
    "an entry left out": ("  delivery: {choice: own, why: Two vans were seen.}\n", "", [("ST407", "assessments:")]),
    "the reason left empty": ("why: Cooked on the day.", "why: ~", [("ST129", "why: ~")]),
    "a text that begins with a number sign": ("why: Varied in", "why: #1 in", [("ST129", "why: #1")]),
    "evidence without a list": (MENU, MENU.replace("\n      - ", "\n      "), [("ST203", "{source: visit, quote")]),
    "evidence in a text": (MENU, "    for: a different dish\n", [("ST203", "a different")]),
    "evidence that is only a quote": (MENU, "    for:\n      - a different dish\n", [("ST203", "a different")]),
    "an empty list of evidence": (MENU, "    for:\n", [("ST129", "for:")]),
    "no quote": (", quote: a different dish each day", "", [("ST201", "{source: visit}")]),
    "an empty quote": ("quote: a different dish each day", "quote: ''", [("ST206", "''")]),
    "a key of evidence misspelt": ("quote: a different", "qoute: a different", [("ST202", "qoute")]),
    "a source misspelt": ("{source: visit", "{source: vist", [("ST405", "vist,")]),
    "a source that the round has already": (
        "sources:\n",
        "sources:\n  gazette: {title: G, publisher: P, date: 2025, grade: press}\n",
        [("ST406", "gazette")],
    ),
    "a source without its date": (", date: 2025-11-01", "", [("ST201", "visit: {")]),
    "a day that does not exist": ("date: 2025-11-01", "date: 2025-02-30", [("ST213", "2025-02-30")]),
    "a day as it is written in letters": ("date: 2025-11-01", "date: 01/11/2025", [("ST203", "01/11/2025")]),
    "a grade misspelt": ("grade: official", "grade: oficial", [("ST204", "oficial")]),
    "an address without its beginning": ("grade: official", "grade: official, url: www.x.vn", [("ST217", "www")]),
    "a field misspelt": ("  cook: Ann", "  cok: Ann", [("ST411", "cok")]),
    "an option of a field misspelt": ("form: kitchen", "form: kitchn", [("ST204", "kitchn")]),
    "an entry that the list does not have": ("district: north", "district: nord", [("ST414", "nord")]),
    "a number of a field in quotes": ("served: 300", 'served: "300"', [("ST413", '"300"')]),
    "a number of a field in words": ("served: 300", "served: many", [("ST413", "many")]),
    "a date of a field in words": ("opened: 2020-05", "opened: May 2020", [("ST413", "May 2020")]),
    "a date of a field that does not exist": ("opened: 2020-05", "opened: 2020-02-30", [("ST213", "2020-02-30")]),
    "a list in a field": ("cook: Ann", "cook: [Ann, Bo]", [("ST203", "[Ann")]),
    "a mapping in a field of entries": ("district: north", "district: {en: north}", [("ST413", "{en")]),
    "the comma trap": (
        "title: Alpha Kitchen",
        "title: {en: Kitchen, school, vi: Bếp}",
        [("ST112", "school")],
    ),
    "a language by its name": ("title: Alpha Kitchen", "title: {English: Alpha}", [("ST202", "English")]),
    "a year as the title": ("title: Alpha Kitchen", "title: 1954", [("ST203", "1954")]),
    "no title": ("title: Alpha Kitchen\n", "", [("ST201", None)]),
    "an empty title": ("title: Alpha Kitchen", "title:", [("ST129", "title:\n")]),
    "a title twice": ("title: Alpha Kitchen\n", "title: Alpha Kitchen\ntitle: A\n", [("ST110", "title: A\n")]),
    "an entry twice": ("  menu:", "  freshness: 2\n  menu:", [("ST110", "freshness: 2")]),
    "a key of the top misspelt": ("proposer:", "propser:", [("ST202", "propser")]),
    "the key of all assessments misspelt": ("assessments:", "assesments:", [("ST202", "assesments")]),
    "a key that there is not": ("proposer:", "budget: 3\nproposer:", [("ST202", "budget")]),
    "an id in capitals": ("id: alpha", "id: Alpha", [("ST205", "Alpha\n")]),
    "an id that is a device": ("id: alpha", "id: nul", [("ST205", "nul")]),
    "an id unlike the file": ("id: alpha", "id: alfa", [("ST402", "alfa")]),
    "no id": ("id: alpha\n", "", [("ST201", None)]),
    "no header": ("stratsel: candidate/1\n", "", [("ST201", None)]),
    "the header of another kind": ("candidate/1", "criteria/1", [("ST703", "criteria/1")]),
    "a header of a later format": ("candidate/1", "candidate/2", [("ST704", "candidate/2")]),
    "a later tool": ("id: alpha", 'stratsel_version: ">=99"\nid: alpha', [("ST701", '">=99"')]),
    "a cost in words": ("proposer:", "cost: none\nproposer:", [("ST203", "none")]),
    "a cost with its unit": ("proposer:", "cost: {state: 12 EUR}\nproposer:", [("ST203", "12 EUR")]),
    "a tab": ("  cook: Ann", "\tcook: Ann", [("ST102", "\t")]),
    "a quotation mark that is not closed": ("title: Alpha Kitchen", 'title: "Alpha', [("ST103", '"')]),
    "a quotation mark that ends too early": ("a different dish each", '"a different" dish each', [("ST108", "dish")]),
    "an apostrophe": ("why: Cooked on the day.", "why: 'It's cooked.'", [("ST108", "s cooked")]),
    "a bracket that is not closed": ("level: [2, 3]", "level: [2, 3", [("ST104", "[")]),
    "a colon in a text": ("why: Varied in", "why: Varied: in", [("ST105", ": in")]),
    "a line too far to the right": ("  form: kitchen", "    form: kitchen", [("ST106", "form")]),
    "a line too far to the left": ("  form: kitchen", " form: kitchen", [("ST106", "form")]),
    "a colon left out": ("  cook: Ann", "  cook Ann", [("ST107", "cook Ann")]),
    "a text that begins with a dash": ("why: Varied in", "why: - Varied in", [("ST101", "- Varied")]),
    "a text that begins with an at sign": ("why: Varied in", "why: @school in", [("ST101", "@")]),
    "asterisks for emphasis": ("why: Varied in", "why: *Varied* in", [("ST111", "*Varied*")]),
    "items where a level is asked for": ("freshness: {level: 3", "freshness: {met: [a]", [("ST207", "met")]),
}
LEVELS = "levels: {0: Nothing shown, 1: Promised, 2: Seen once, 3: Seen often, 4: Proven}"
TREE = re.compile(r"^criteria:\n(?:  .*\n)+", re.MULTILINE)
SCREENED = """\
missing: worst
screens:
  - {{id: s, title: S, require: {}, on_fail: flag, on_unknown: flag}}"""


def within(said, findings):
    """Weights within what is said."""
    return "missing: worst", f"missing: worst\nuncertainty: {{weights: {{kind: within, {said}}}}}", findings


IN_CRITERIA = {
    "levels without anchors": (LEVELS, "levels: [0, 1, 2]", [("ST203", "[0, 1")]),
    "levels that are only numbers": (LEVELS, "levels: {0, 1}", [("ST129", "0, 1}"), ("ST129", "1}")]),
    "no levels": (f", {LEVELS}", "", [("ST201", "quality: {")]),
    "one level": (LEVELS, "levels: {0: Nothing}", [("ST309", "levels")]),
    "a level in words": ("{0: Nothing", "{none: Nothing", [("ST320", "none:")]),
    "a weight left out": ("weight: 2, ", "", [("ST302", "freshness,")]),
    "a negative weight": ("weight: 2", "weight: -2", [("ST214", "-2,")]),
    "a weight in per cent": ("weight: 2", "weight: 40%", [("ST203", "40%")]),
    "a weight with a comma": ("weight: 2", "weight: 1,5", [("ST112", "5, scale")]),
    "two criteria of one id": ("id: supply", "id: food", [("ST301", "food\n    title: Supply")]),
    "a criterion without an id": ("{id: menu, ", "{", [("ST201", "{title: Menu")]),
    "a scale misspelt": (
        "scale: quality}\n      - {id: menu",
        "scale: qualty}\n      - {id: menu",
        [("ST307", "qualty")],
    ),
    "a kind of scale misspelt": ("kind: rubric", "kind: rubrik", [("ST204", "rubrik")]),
    "no kind": ("kind: rubric, ", "", [("ST201", "quality: {")]),
    "a scale in a list": ("weight: 2, scale: quality", "weight: 2, scale: [quality]", [("ST203", "[quality]")]),
    "worst and best the same": ("worst: 50", "worst: 25", [("ST308", "25}")]),
    "worst in words": ("worst: 50", "worst: fifty", [("ST203", "fifty")]),
    "worst left out": ("worst: 50, ", "", [("ST201", "scale: {kind: quantity")]),
    "a value beyond 100": ("value: 50", "value: 150", [("ST214", "150")]),
    "options in the wrong order": ("value: 50", "value: -0.0", []),
    "options that fall": ("{value: 0, title: Fetched", "{value: 70, title: Fetched", [("ST310", "50, title")]),
    "children misspelt": ("weight: 60\n    criteria:", "weight: 60\n    criterea:", [("ST202", "criterea")]),
    "a scale on a branch": ("title: Food\n", "title: Food\n    scale: quality\n", [("ST305", "scale: quality\n")]),
    "no scale": ("weight: 2, scale: quality", "weight: 2", [("ST306", "freshness,")]),
    "a list that is not there": ("list: districts", "list: distrcts", [("ST314", "distrcts")]),
    "no list": ("type: entry, list: districts", "type: entry", [("ST316", "district:")]),
    "no options": ("type: option, options: [kitchen, caterer]", "type: option", [("ST316", "form:")]),
    "a type that there is not": ("type: text", "type: string", [("ST204", "string")]),
    "a list that ends before it begins": (
        "[2025-01-01, 2026-12-31]",
        "[2026-12-31, 2025-01-01]",
        [("ST315", "[2026-12-31")],
    ),
    "a list without an end": ("[2025-01-01, 2026-12-31]", "[2025-01-01]", [("ST215", "[2025-01-01]")]),
    "tiers that do not rise": ("places: 2", "places: 1", [("ST312", "1, title: Reserve")]),
    "ties by what is not there": ("ties: [food]", "ties: [fod]", [("ST313", "fod]")]),
    "a standing misspelt": ("standing: illustration", "standing: offical", [("ST204", "offical")]),
    "no standing": ("standing: illustration\n", "", [("ST201", None)]),
    "no shortlist": (re.compile(r"shortlist:\n(?:  .*\n)+"), "", [("ST201", None)]),
    "no weighting": (re.compile(r"weighting: .*\n"), "", [("ST201", None)]),
    "no day of reference": ("  reference_date: 2025-12-12\n", "", [("ST201", "decision:")]),
    "half a day of reference": ("reference_date: 2025-12-12", "reference_date: 2025-12", [("ST203", "2025-12\n")]),
    "no tree": (TREE, "", [("ST201", None)]),
    "a tree by ids": (TREE, "criteria:\n  food: {title: F}\n", [("ST203", "food: {")]),
    "an empty tree": (TREE, "criteria: []\n", [("ST215", "[]")]),
    "a minimum of weighted children": (
        re.compile(r"title: Food\n(?:.*\n){3}.*Menu.*\n"),
        "title: Food\n    combine: minimum\n    weight: 60\n    criteria:\n"
        "      - {id: freshness, title: Freshness, weight: 2, scale: quality}\n"
        "      - {id: menu, title: Menu, scale: quality}\n",
        [("ST303", "weight: 2")],
    ),
    "a combination misspelt": ("title: Food\n", "title: Food\n    combine: arithmetc\n", [("ST204", "arithmetc")]),
    "another rule for what is missing": ("missing: worst", "missing: available", [("ST204", "available")]),
    "a screen without its test": ("missing: worst", SCREENED.format("{field: form}"), [("ST330", "{field: form}")]),
    "a screen in the words of a rule": ("missing: worst", SCREENED.format("form = kitchen"), [("ST203", "form = ")]),
    "a screen on a number for a word": (
        "missing: worst",
        SCREENED.format("{field: form, at_least: kitchen}"),
        [("ST332", "at_least")],
    ),
    "a screen on a field misspelt": ("missing: worst", SCREENED.format("{present: [coock]}"), [("ST331", "coock")]),
    "a key of a test misspelt": (
        "missing: worst",
        SCREENED.format("{field: served, atleast: 3}"),
        [("ST202", "atleast")],
    ),
    "no screens": ("missing: worst", "missing: worst\nscreens: []", []),
    "bounds that fall": within("shares: {food: [70, 50]}", [("ST210", "[70, 50]")]),
    "a share of a criterion misspelt": within("shares: {foood: [50, 70]}", [("ST313", "foood")]),
    "a share as a number": within("shares: {food: 60}", [("ST203", "60}")]),
    "a share with its sign": within("shares: {food: [50%, 70]}", [("ST203", "50%")]),
    "a share above the whole": within("shares: {food: [50, 700]}", [("ST214", "700")]),
    "shares of one": within("shares: {food: [50]}", [("ST215", "[50]")]),
    "shares in a list": within("shares: [food, menu]", [("ST203", "[food, menu]")]),
    "bounds and statements of nothing": within("shares: {}", [("ST201", "weights: {kind")]),
    "a statement that is a comparison of words": within(
        "statements: [food more than supply]", [("ST340", "food more")]
    ),
    "a statement without brackets": within("statements: food >= supply", [("ST203", "food >= supply")]),
    "two statements, each with its slip": within(
        "statements: [food > supply, freshness >= price]", [("ST340", "food >"), ("ST341", "freshness >=")]
    ),
    "a statement on what is not there": within("statements: [food >= suply]", [("ST313", "food >= suply")]),
    "statements that contradict": within("statements: [food >= 60, supply >= 45]", [("ST343", "food >= 60")]),
    "a space misspelt, of which a statement would be right": (
        "missing: worst",
        "missing: worst\nuncertainty: {space: globl, weights: {kind: within, statements: [freshness >= price]}}",
        [("ST204", "globl")],
    ),
    "a kind of weights misspelt": (
        "missing: worst",
        "missing: worst\nuncertainty: {weights: {kind: arround, percent: 30}}",
        [("ST204", "arround")],
    ),
    "weights in a word": (
        "missing: worst",
        "missing: worst\nuncertainty: {weights: anywhere}",
        [("ST203", "anywhere")],
    ),
    "per cent without the kind": (
        "missing: worst",
        "missing: worst\nuncertainty: {weights: {percent: 30}}",
        [("ST201", "weights: {percent")],
    ),
    "too few per cent": (
        "missing: worst",
        "missing: worst\nuncertainty: {weights: {kind: around, percent: 0}}",
        [("ST214", "0}")],
    ),
    "assessments in a word that there is not": (
        "missing: worst",
        "missing: worst\nuncertainty: {assessments: range}",
        [("ST204", "range}")],
    ),
    "levels misspelt": (
        "missing: worst",
        "missing: worst\nuncertainty: {assessments: {level: 1}}",
        [("ST202", "level: 1}}")],
    ),
    "levels in words": (
        "missing: worst",
        "missing: worst\nuncertainty: {assessments: {levels: one}}",
        [("ST203", "one}}")],
    ),
    "too few samples": ("missing: worst", "missing: worst\nuncertainty: {samples: 10}", [("ST214", "10}")]),
    "weights at the top": ("missing: worst", "missing: worst\nweights: {food: 1}", [("ST202", "weights")]),
    "a language by its name": ("standing:", "languages: [English]\nstanding:", [("ST204", "English")]),
}
IN_SOURCES = {
    "a grade misspelt": ("grade: official", "grade: oficial", [("ST204", "oficial")]),
    "a list of sources": (re.compile(r"  gazette: .*"), "  - {id: gazette}", [("ST203", "- {id")]),
    "nothing": (re.compile(r"[\s\S]+"), "# later\n", [("ST124", None)]),
    "a second document": ("stratsel: sources/1\n", "stratsel: sources/1\n---\n", [("ST115", "---")]),
}


def edit(small_round, file, old, new):
    if isinstance(old, str):
        small_round.edit(file, old, new)
        return
    text, count = old.subn(new, small_round.text(file))
    assert count == 1
    small_round.put(file, text)


def expected(small_round, file, findings):
    return sorted(
        (code, file, *((1, 1) if needle is None else small_round.place(file, needle))) for code, needle in findings
    )


@pytest.mark.parametrize(("old", "new", "findings"), IN_DOSSIER.values(), ids=IN_DOSSIER)
def test_in_a_dossier(small_round, old, new, findings):
    edit(small_round, A, old, new)
    assert sorted(small_round.found()) == expected(small_round, A, findings)


@pytest.mark.parametrize(("old", "new", "findings"), IN_CRITERIA.values(), ids=IN_CRITERIA)
def test_in_the_criteria(small_round, old, new, findings):
    """The dossiers, which are in order, are not blamed for it."""
    edit(small_round, C, old, new)
    assert sorted(small_round.found()) == expected(small_round, C, findings)


@pytest.mark.parametrize(("old", "new", "findings"), IN_SOURCES.values(), ids=IN_SOURCES)
def test_in_the_sources(small_round, old, new, findings):
    """A dossier that cites them is not blamed for it."""
    small_round.edit(A, "{source: visit", "{source: gazette")
    edit(small_round, S, old, new)
    assert sorted(small_round.found()) == expected(small_round, S, findings)


def test_all_mistakes_of_one_file_are_found_at_once(small_round):
    """A mistake of shape, a leaf and a source that are not there, in one entry or in several."""
    small_round.edit(A, "level: [2, 3]", 'level: "2"')
    small_round.edit(A, "{source: visit", "{source: vist")
    small_round.edit(A, "  price:", "  prise:")
    small_round.edit(A, "form: kitchen", "form: kitchn")
    small_round.edit(A, "proposer:", "propser:")
    needles = [("ST203", '"2"'), ("ST405", "vist,"), ("ST401", "prise"), ("ST204", "kitchn"), ("ST202", "propser")]
    assert sorted(small_round.found()) == expected(small_round, A, needles)


def test_all_mistakes_of_several_files_are_found_at_once(small_round):
    small_round.edit(A, "level: 3", 'level: "3"')
    small_round.edit(A, "  menu:", "  menus:")
    small_round.edit(C, "worst: 50", "worst: fifty")
    small_round.edit(C, "places: 2", "places: 1")
    small_round.edit(C, "standing: illustration\n", "")
    small_round.edit(S, "grade: official", "grade: oficial")
    assert sorted(small_round.found()) == sorted(
        expected(small_round, A, [("ST203", '"3"'), ("ST401", "menus")])
        + expected(small_round, C, [("ST203", "fifty"), ("ST312", "1, title: Reserve"), ("ST201", None)])
        + expected(small_round, S, [("ST204", "oficial")])
    )


def test_a_whole_dossier_of_another_round(small_round):
    small_round.put(A, re.sub(r"^  (freshness|menu|price|delivery):", r"  other-\1:", small_round.text(A), flags=re.M))
    assert small_round.found() == [("ST415", A, *small_round.place(A, "assessments:"))]


def test_misspelt_keys_below_a_misspelt_key(small_round):
    small_round.edit(A, "assessments:", "assesments:")
    small_round.edit(A, "level: 3", "levle: 3")
    small_round.edit(A, "amount: 30", "amount: 300")
    needles = [("ST202", "assesments"), ("ST202", "levle"), ("ST409", "300,")]
    assert sorted(small_round.found()) == expected(small_round, A, needles)


VARIED = (
    "weights: {kind: within, shares: {food: [50, 70]}, statements: [food >= supply]}, "
    "space: global, assessments: {levels: 1}, samples: 100, seed: 5"
)
RICH_CRITERIA = [
    ("kind: rubric, levels", "kind: rubric, step: 0.5, values: [0, 10, 20, 50, 100], levels"),
    ("unit: EUR, worst: 50, best: 25", "unit: EUR, points: {50: 0, 40: 50, 25: 100}"),
    (
        """\
        scale:
          kind: choice
          options:
            fetched: {value: 0, title: Fetched by the school}
            hired: {value: 50, title: By a hired van}
            own: {value: 100, title: By its own van}
""",
        """\
        evidence_required_from: any
        scale: {kind: checklist, items: {van: {title: Van}}}
""",
    ),
    (
        "title: Menu, weight: 1, scale: quality",
        "title: Menu, weight: 1, scale: {kind: date, worst: 2026-12-31, best: 2025-01-01}",
    ),
    ("title: Food\n", "title: Food\n    combine: geometric\n"),
    ("missing: worst\n", "missing: refuse\nscreens: []\nuncertainty: {" + VARIED + "}\n"),
    ("  ties: [food]", "  minimum: 10\n  resolution: 1\n  quotas: []\n  ties: [food]"),
    ("places: 2, title", "places: 2, count: district, members: all, title"),
]
RICH_DOSSIER = [
    ("level: 3, why: Cooked", "level: 2.5, why: Cooked"),
    ("    level: [2, 3]\n", "    date: [2025-11, 2025-12]\n"),
    ("choice: own, why: Two vans were seen.", "met: [van], for: [{source: visit, quote: two vans}]"),
]


def test_all_words_of_the_format_at_once(small_round):
    """Nothing is refused."""
    for old, new in RICH_CRITERIA:
        small_round.edit(C, old, new)
    for old, new in RICH_DOSSIER:
        small_round.edit(A, old, new)
    (small_round.folder / "candidates" / "beta.yaml").unlink()
    assert small_round.found() == []
