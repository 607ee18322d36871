"""The findings of a file's shape: one for each mistake, at the smallest place. Paths, not words, are asserted."""

import pytest

from stratsel.intake import validate as module
from stratsel.intake.validate import validate
from stratsel.model.assessor import Assessor
from stratsel.model.candidate import Candidate
from stratsel.model.criteria import Criteria

VERSION = "1.0"


def check(data, model=Candidate, **options):
    return validate("f", data, model, VERSION, **options)


def found(data, model=Candidate, **options):
    return [(each.code.value, each.where.path) for each in check(data, model, **options).findings]


def test_a_valid_file_has_no_findings(dossier, criteria):
    for data, model in ((dossier(), Candidate), (criteria(), Criteria)):
        validated = check(data, model)
        assert validated.findings == () and validated.renamed == {}
        assert validated.model == model.model_validate(data)


@pytest.mark.parametrize("data", [[], "text", 3, True, ["stratsel"]])
def test_a_file_is_a_mapping(data):
    validated = check(data)
    assert [each.code.value for each in validated.findings] == ["ST203"]
    assert validated.findings[0].where.path == ()
    assert validated.model is None


# --- misspelt keys --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "typo", "key"),
    [
        (("proposer",), "propser", "proposer"),
        (("assessments",), "assesments", "assessments"),
        (("assessments", "growth", "for"), "fors", "for"),
        (("assessments", "growth", "for", 0, "quote"), "qoute", "quote"),
        (("assessments", "growth", "level"), "levle", "level"),
        (("sources", "visit", "publisher"), "Publisher", "publisher"),
        (("stratsel",), "stratsell", "stratsel"),
    ],
)
def test_a_misspelt_key_is_one_finding_and_read_as_it_was_meant(dossier, path, typo, key):
    """Neither is the right key missing, nor is what stands under it lost to other checks."""
    value = dossier()
    for step in path:
        value = value[step]
    validated = check(dossier((path,), ((*path[:-1], typo), value)))
    (finding,) = validated.findings
    assert (finding.code.value, finding.where.path, finding.where.part) == ("ST202", (*path[:-1], typo), "key")
    assert finding.near == key
    assert validated.model == Candidate.model_validate(dossier())
    assert validated.renamed == {path: typo}


def test_a_key_that_is_there_is_not_suggested(dossier):
    validated = check(dossier((("titel",), "x")))
    (finding,) = validated.findings
    assert (finding.where.path, finding.near) == (("titel",), None)
    assert validated.model.title == "Alpha"


def test_two_misspellings_of_one_key_are_two_findings(dossier):
    data = dossier((("title",),), (("titel",), "One"), (("tittle",), "Two"))
    assert found(data) == [("ST202", ("titel",)), ("ST202", ("tittle",))]
    assert check(data).model.title == "One"


def test_mistakes_below_a_misspelt_key_are_found_under_its_own_name(dossier):
    wrong = {"growth": {"level": "3"}, "price": {"amout": 1, "why": ""}}
    assert found(dossier((("assessments",),), (("assesments",), wrong))) == [
        ("ST202", ("assesments",)),
        ("ST202", ("assesments", "price", "amout")),
        ("ST203", ("assesments", "growth", "level")),
        ("ST206", ("assesments", "price", "why")),
    ]


def test_an_unlike_key_is_one_finding(dossier):
    validated = check(dossier((("budget",), {"a": [1]})))
    assert [(each.code.value, each.where.path, each.near) for each in validated.findings] == [
        ("ST202", ("budget",), None)
    ]
    assert validated.model == Candidate.model_validate(dossier())


# --- remarks --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        ("x-note",),
        ("title", "x-note"),
        ("assessments", "growth", "x-note"),
        ("assessments", "growth", "for", 0, "x-note"),
        ("sources", "visit", "x-"),
        ("sources", "visit", "x-note"),
    ],
)
@pytest.mark.parametrize("remark", ["text", 5, ["a", {"b": None}], {"deep": {"er": 1}}, None])
def test_a_key_that_begins_with_x_is_passed_over(dossier, path, remark):
    plain = (("title",), {"en": "A"})
    validated = check(dossier(plain, (path, remark)))
    assert validated.findings == ()
    assert validated.model == Candidate.model_validate(dossier(plain))


def test_a_remark_among_levels_is_passed_over(criteria):
    data = criteria((("scales", "effect", "levels", "x-note"), "why these"))
    assert found(data, Criteria) == []


@pytest.mark.parametrize("section", ["sources", "assessments", "fields"])
def test_an_id_may_begin_with_x(dossier, section):
    value = {"sources": dossier()["sources"]["visit"], "assessments": {"level": 3}, "fields": "text"}[section]
    model = check(dossier(((section, "x-ray"), value))).model
    assert "x-ray" in getattr(model, section)


def test_a_dossier_may_begin_with_x(dossier):
    assert check(dossier((("id",), "x-ray"))).model.id == "x-ray"


def test_an_id_that_the_round_does_not_have_is_a_remark(dossier):
    """Whoever knows the round says which ids those are."""
    data = dossier((("assessments", "x-idea"), {"what": [1, 2, 3]}))
    assert found(data) == [("ST202", ("assessments", "x-idea", "what"))]
    assert found(data, is_remark=lambda path: path == ("assessments", "x-idea")) == []


# --- words of a later version ---------------------------------------------------------------------


def test_words_of_later_versions_are_named():
    data = {"stratsel": "assessor/1", "id": "council", "agency": "council", "weights": {"food": 1}}
    assert found(data, Assessor) == [("ST702", ("weights",))]


# --- one finding for each mistake -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([(("title",),)], [("ST201", ())]),
        ([(("id",), "Alpha")], [("ST205", ("id",))]),
        ([(("id",), "con")], [("ST205", ("id",))]),
        ([(("id",), 12)], [("ST203", ("id",))]),
        ([(("id",), "a" * 101)], [("ST205", ("id",))]),
        ([(("title",), "")], [("ST206", ("title",))]),
        ([(("title",), "  ")], [("ST206", ("title",))]),
        ([(("title",), {})], [("ST206", ("title",))]),
        ([(("title",), {"en": ""})], [("ST206", ("title", "en"))]),
        ([(("title",), ["a"])], [("ST203", ("title",))]),
        ([(("title",), {"English": "x"})], [("ST202", ("title", "English"))]),
        ([(("lang",), "english")], [("ST204", ("lang",))]),
        ([(("stratsel",), "candidate/3")], [("ST703", ("stratsel",))]),
        ([(("stratsel",), 1)], [("ST703", ("stratsel",))]),
        ([(("fields", "cook"), ["a"])], [("ST203", ("fields", "cook"))]),
        ([(("fields", "Cook"), "a")], [("ST205", ("fields", "Cook"))]),
        ([(("fields",), [])], [("ST203", ("fields",))]),
        ([(("cost",), "none")], [("ST203", ("cost",))]),
        ([(("cost",), {"state": "12"})], [("ST203", ("cost", "state"))]),
        ([(("sources", "visit", "date"), "01/11/2025")], [("ST203", ("sources", "visit", "date"))]),
        ([(("sources", "visit", "date"), "2025-02-30")], [("ST213", ("sources", "visit", "date"))]),
        ([(("sources", "visit", "grade"), "oficial")], [("ST204", ("sources", "visit", "grade"))]),
        ([(("sources", "visit", "url"), "www.x.org")], [("ST217", ("sources", "visit", "url"))]),
        ([(("sources", "visit"), "x")], [("ST203", ("sources", "visit"))]),
        ([(("assessments", "growth"), True)], [("ST203", ("assessments", "growth"))]),
        ([(("assessments", "growth"), [1, 2, 3])], [("ST215", ("assessments", "growth"))]),
        ([(("assessments", "growth", "level"), "3")], [("ST203", ("assessments", "growth", "level"))]),
        ([(("assessments", "growth", "level"), [3])], [("ST215", ("assessments", "growth", "level"))]),
        ([(("assessments", "growth", "level"), [1, "x"])], [("ST203", ("assessments", "growth", "level", 1))]),
        ([(("assessments", "growth", "level"), {"low": 1})], [("ST203", ("assessments", "growth", "level"))]),
        ([(("assessments", "growth", "for"), {"source": "x"})], [("ST203", ("assessments", "growth", "for"))]),
        ([(("assessments", "growth", "for", 0), "x")], [("ST203", ("assessments", "growth", "for", 0))]),
        ([(("assessments", "growth", "for", 0, "quote"),)], [("ST201", ("assessments", "growth", "for", 0))]),
        ([(("assessments", "growth"), {"date": "soon"})], [("ST203", ("assessments", "growth", "date"))]),
        ([(("assessments", "growth"), {"date": "2025-02-30"})], [("ST213", ("assessments", "growth", "date"))]),
        ([(("assessments", "growth"), {"date": [2025, "x"]})], [("ST203", ("assessments", "growth", "date", 1))]),
        ([(("assessments", "growth"), {"met": "design"})], [("ST203", ("assessments", "growth", "met"))]),
        ([(("assessments", "growth"), {"met": ["A b"]})], [("ST205", ("assessments", "growth", "met", 0))]),
        ([(("assessments",), ["x"])], [("ST203", ("assessments",))]),
        ([(("history",), [{"date": "2025"}])], [("ST201", ("history", 0))]),
    ],
)
def test_mistakes_in_a_dossier(dossier, changes, expected):
    assert found(dossier(*changes)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([(("standing",), "offical")], [("ST204", ("standing",))]),
        ([(("criteria",), [])], [("ST215", ("criteria",))]),
        ([(("criteria",), {"a": 1})], [("ST203", ("criteria",))]),
        ([(("criteria", 0, "weight"), -1)], [("ST214", ("criteria", 0, "weight"))]),
        ([(("criteria", 0, "weight"), "40%")], [("ST203", ("criteria", 0, "weight"))]),
        ([(("criteria", 0, "criteria", 0, "id"),)], [("ST201", ("criteria", 0, "criteria", 0))]),
        ([(("criteria", 1, "scale"), ["effect"])], [("ST203", ("criteria", 1, "scale"))]),
        ([(("criteria", 1, "scale"), 5)], [("ST203", ("criteria", 1, "scale"))]),
        ([(("criteria", 1, "scale"), "Effect")], [("ST205", ("criteria", 1, "scale"))]),
        ([(("scales", "effect", "kind"),)], [("ST201", ("scales", "effect"))]),
        ([(("scales", "effect", "kind"), "rubrik")], [("ST204", ("scales", "effect", "kind"))]),
        ([(("scales", "effect", "kind"), 5)], [("ST204", ("scales", "effect", "kind"))]),
        ([(("scales", "effect", "levels"), ["a"])], [("ST203", ("scales", "effect", "levels"))]),
        ([(("scales", "effect", "levels", "x"), "a")], [("ST320", ("scales", "effect", "levels", "x"))]),
        ([(("scales", "effect"), "rubric")], [("ST203", ("scales", "effect"))]),
        ([(("scales", "effect", "step"), 0)], [("ST214", ("scales", "effect", "step"))]),
        ([(("scales", "effect", "values"), [0, 101])], [("ST214", ("scales", "effect", "values", 1))]),
        ([(("criteria", 0, "criteria", 1, "scale", "points"), {"x": 1})], [
            ("ST320", ("criteria", 0, "criteria", 1, "scale", "points", "x")),
        ]),
        ([(("criteria", 1, "evidence_required_from"), True)], [("ST203", ("criteria", 1, "evidence_required_from"))]),
        ([(("missing",), "mean")], [("ST204", ("missing",))]),
        ([(("missing",), {"kind": "available"})], [("ST201", ("missing",))]),
        ([(("missing",), {"kind": "available", "at_least": 0})], [("ST214", ("missing", "at_least"))]),
        (
            [(("criteria", 1, "scale", "options", "plan", "value"), 150)],
            [("ST214", ("criteria", 1, "scale", "options", "plan", "value"))],
        ),
        ([(("decision", "reference_date"), "2025-12")], [("ST203", ("decision", "reference_date"))]),
        ([(("lists", "parts", "valid"), ["2025-01-01"])], [("ST215", ("lists", "parts", "valid"))]),
        ([(("shortlist", "tiers", 0, "places"), 0)], [("ST214", ("shortlist", "tiers", 0, "places"))]),
        ([(("shortlist", "tiers", 0, "places"), "one")], [("ST203", ("shortlist", "tiers", 0, "places"))]),
        ([(("languages",), "en")], [("ST203", ("languages",))]),
        ([(("criteria", 0), "growth")], [("ST203", ("criteria", 0))]),
    ],
)  # fmt: skip
def test_mistakes_in_a_criteria_file(criteria, changes, expected):
    assert found(criteria(*changes), Criteria) == expected


def test_all_mistakes_are_found_at_once(dossier):
    data = dossier(
        (("title",), ""),
        (("proposer",),),
        (("sources", "visit", "grade"), "x"),
        (("assessments", "growth", "level"), "3"),
        (("assessments", "growth", "for", 0, "source"), "No id"),
    )
    assert sorted(found(data)) == [
        ("ST201", ()),
        ("ST203", ("assessments", "growth", "level")),
        ("ST204", ("sources", "visit", "grade")),
        ("ST205", ("assessments", "growth", "for", 0, "source")),
        ("ST206", ("title",)),
    ]


# --- what the findings say ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "near"),
    [
        ([(("assessments", "growth", "level"), "3")], "3"),
        ([(("assessments", "price", "amount"), "1.234,56")], "1234.56"),
        ([(("assessments", "price", "amount"), "12 EUR")], "12"),
        ([(("assessments", "price", "amount"), "unkown")], "unknown"),
        ([(("assessments", "price", "amount"), "twelve")], None),
        ([(("assessments", "price"), {"date": "unkown"})], "unknown"),
        ([(("assessments", "price"), {"date": "12 May"})], None),
        ([(("title",), 1954)], None),
        ([(("sources", "visit", "grade"), "oficial")], "official"),
    ],
)
def test_the_spelling_that_was_meant(dossier, changes, near):
    (finding,) = check(dossier(*changes)).findings
    assert finding.near == near


def test_a_text_that_looks_like_a_number_is_shown_as_it_is_written(dossier):
    (finding,) = check(dossier((("assessments", "growth", "level"), "3"))).findings
    assert finding.facts["found"] == '"3"'
    (finding,) = check(dossier((("assessments", "growth", "level"), True))).findings
    assert finding.facts["found"] == "true"


def test_facts_are_words_of_the_file(criteria):
    (finding,) = check(criteria((("criteria", 0, "weight"), -2)), Criteria).findings
    assert finding.facts == {"found": "-2", "bound": "≥ 0"}
    (finding,) = check(criteria((("lists", "parts", "valid"), ["2025-01-01"])), Criteria).findings
    assert finding.facts == {"expected": "2", "found": "1"}


# --- limits ---------------------------------------------------------------------------------------


def test_remarks_are_no_defects_however_many(monkeypatch, dossier):
    monkeypatch.setattr(module, "MAX_ERRORS", 50)
    assert found(dossier(*(((f"x-{number}",), 1) for number in range(100)))) == []
