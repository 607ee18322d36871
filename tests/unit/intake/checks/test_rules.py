import pytest

from stratsel.intake.checks.rules import rule_findings
from stratsel.model.criteria import Criteria


@pytest.fixture
def findings(criteria):
    def of(*changes):
        return list(rule_findings("f", Criteria.model_validate(criteria(*changes))))

    return of


def places(findings):
    return [(each.code.value, each.where.path, each.where.part) for each in findings]


def test_rules_in_order(findings):
    assert findings() == []


@pytest.mark.parametrize(
    ("change", "code", "path", "near"),
    [
        ((("fields", "part", "list"), "partz"), "ST314", ("fields", "part", "list"), "parts"),
        (
            (("agencies",), {"most": {"name": "M"}, "mps": {"name": "P", "parent": "mots"}}),
            "ST318",
            ("agencies", "mps", "parent"),
            "most",
        ),
    ],
)
def test_what_is_named_is_there(findings, change, code, path, near):
    (finding,) = findings(change)
    assert (finding.code.value, finding.where.path, finding.near) == (code, path, near)


def test_an_agency_may_be_part_of_another(findings):
    assert findings((("agencies",), {"mps": {"name": "P", "parent": "most"}, "most": {"name": "M"}})) == []


@pytest.mark.parametrize(
    ("field", "key"),
    [
        ({"type": "entry", "question": "Q"}, "list"),
        ({"type": "option", "question": "Q"}, "options"),
        ({"type": "option", "question": "Q", "options": []}, "options"),
    ],
)
def test_a_field_says_what_may_be_chosen(findings, field, key):
    (finding,) = findings((("fields", "cook"), field))
    assert (finding.code.value, finding.where.path, finding.where.part) == ("ST316", ("fields", "cook"), "key")
    assert finding.facts == {"type": field["type"], "key": key}


def test_a_list_begins_before_it_ends(findings):
    found = findings((("lists", "parts", "valid"), ["2025-02-01", "2025-01-31"]))
    assert places(found) == [("ST315", ("lists", "parts", "valid"), "value")]
    assert found[0].facts == {"first": "2025-02-01", "last": "2025-01-31"}
    assert findings((("lists", "parts", "valid"), ["2025-02-01", "2025-02-01"])) == []


# --- languages ------------------------------------------------------------------------------------


def in_two(text):
    return {"en": text, "vi": text}


def test_every_text_that_people_read_has_every_language(findings):
    """`title` is in both; of all others the second is missing. A symbol for a unit needs none."""
    found = findings((("languages",), ["en", "vi"]), (("title",), in_two("T")))
    options = ("criteria", 1, "scale", "options")
    assert places(found) == [
        ("ST311", path, "key")
        for path in [
            ("decision", "question"),
            ("weighting", "why"),
            ("lists", "parts", "title"),
            ("lists", "parts", "entries", "north"),
            ("lists", "parts", "entries", "south"),
            *(("fields", name, "question") for name in ("cook", "form", "part", "served", "opened")),
            *(("scales", "effect", "levels", level) for level in "0123"),
            ("criteria", 0, "title"),
            ("criteria", 0, "criteria", 0, "title"),
            ("criteria", 0, "criteria", 1, "title"),
            ("criteria", 1, "title"),
            *((*options, name, "title") for name in ("none", "plan", "contract")),
            ("shortlist", "tiers", 0, "title"),
        ]
    ]
    assert {each.facts["language"] for each in found} == {"vi"}


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ([], []),
        ([(("languages",), ["en"])], []),
        ([(("languages",), ["vi"]), (("lang",), "vi")], []),
        ([(("criteria", 0, "rationale"), in_two("R")), (("criteria", 0, "question"), {"vi": "Q"})], []),
    ],
)
def test_a_plain_text_is_in_the_language_of_the_file(findings, changes, missing):
    assert places(findings(*changes)) == missing


@pytest.mark.parametrize("key", ["rationale", "question"])
def test_what_may_be_left_out_has_every_language_where_it_is_there(findings, key):
    found = findings((("languages",), ["en"]), (("criteria", 0, key), {"vi": "x"}))
    assert places(found) == [("ST311", ("criteria", 0, key), "key")]


def test_a_unit_in_words_has_every_language(findings):
    unit = ("criteria", 0, "criteria", 1, "scale", "unit")
    assert places(findings((("languages",), ["en"]), (unit, {"vi": "đồng"}))) == [("ST311", unit, "key")]


def test_an_agency_has_a_name_in_every_language(findings):
    found = findings((("languages",), ["en"]), (("agencies",), {"most": {"name": {"vi": "Bộ"}}}))
    assert places(found) == [("ST311", ("agencies", "most", "name"), "key")]


def test_a_screen_has_a_title_in_every_language(findings):
    screen = {"id": "s", "title": {"vi": "x"}, "require": {}, "on_fail": "flag", "on_unknown": "flag"}
    found = findings((("languages",), ["en"]), (("screens",), [screen]))
    assert places(found) == [("ST311", ("screens", 0, "title"), "key")]
