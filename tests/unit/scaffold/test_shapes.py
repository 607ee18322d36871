import pytest
from jsonschema import Draft7Validator

from stratsel.model.candidate import Candidate
from stratsel.model.criteria import Criteria
from stratsel.scaffold.shapes import ANY_DATE, DAY, DRAFT, shape_of

DOSSIER = {
    "stratsel": "candidate/1", "id": "a", "title": "A", "proposer": "P", "assessments": {"leaf": "unknown"},
}  # fmt: skip


@pytest.fixture(scope="module")
def dossier():
    schema = shape_of(Candidate, "en")
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"title": {"en": "A", "vi": "B", "x-note": 1}},
        {"x-mine": [1]},
        {"cost": {"budget": [1, 2.5]}},
        {"history": [{"date": 2025, "status": "listed", "x-note": {}}]},
        {"assessments": {"leaf": 3, "other": [1, 2], "third": {"level": "unknown", "x-note": 1}}},
        {"assessments": {"leaf": {"date": ["2025-Q4", 2026], "likely": "2026"}}},
        {"assessments": {"leaf": {"met": []}}},
    ],
)
def test_what_a_dossier_may_say(dossier, more):
    assert list(dossier.iter_errors({**DOSSIER, **more})) == []


@pytest.mark.parametrize(
    "more",
    [
        {"titel": "A"},
        {"title": 3},
        {"title": ""},
        {"title": {}},
        {"title": {"english": "A"}},
        {"summary": None},
        {"id": "Not an id"},
        {"assessments": {"leaf": {"level": "1.234,56"}}},
        {"assessments": {"leaf": {"level": "3"}}},
        {"assessments": {"leaf": {"level": [1]}}},
        {"assessments": {"leaf": True}},
        {"assessments": {"leaf": {"level": 2, "for": [{"quote": "words"}]}}},
        {"assessed_by": {"who": "A", "role": "boss", "date": "2025-11-30"}},
        {"assessed_by": {"who": "A", "role": "proposer", "date": "2025-11"}},
        {"assessed_by": {"who": "A", "role": "proposer", "date": 2025}},
    ],
)
def test_what_a_dossier_may_not_say(dossier, more):
    assert not dossier.is_valid({**DOSSIER, **more})


@pytest.mark.parametrize(
    ("shape", "fine", "wrong"),
    [
        (DAY, ["2025-11-30"], ["2025-11", "2025-13-01", "2025-11-32", 2025]),
        (ANY_DATE, ["2025", 2025, "2025-Q4", "2025-11", "2025-11-30"], ["2025-Q5", "2025-00", 99, 20251130, True]),
    ],
)
def test_dates(shape, fine, wrong):
    schema = Draft7Validator(shape)
    assert [each for each in fine if not schema.is_valid(each)] == []
    assert [each for each in wrong if schema.is_valid(each)] == []


@pytest.mark.parametrize(
    ("key", "is_fine"), [("0", True), ("-1.5", True), ("x-note", True), ("1.0", False), ("a", False)]
)
def test_levels_are_numbers_as_short_as_they_go(key, is_fine):
    schema = shape_of(Criteria, "en")
    rubric = {"kind": "rubric", "levels": {"2": "b", "3": "c", key: "a"}}
    part = {"$ref": "#/definitions/Rubric", "definitions": schema["definitions"]}
    assert Draft7Validator(part).is_valid(rubric) is is_fine


def test_bounds_have_the_names_of_json_schema():
    available = shape_of(Criteria, "en")["definitions"]["Available"]["properties"]["at_least"]
    assert (available["exclusiveMinimum"], available["maximum"], available["type"]) == (0, 1, "number")


def test_words_are_explained_in_the_language_asked_for():
    english, vietnamese = (shape_of(Criteria, language)["properties"]["standing"] for language in ("en", "vi"))
    assert english["enum"] == vietnamese["enum"] == ["official", "draft", "illustration", "training"]
    assert english["enumDescriptions"][3] == "An exercise."
    assert vietnamese["enumDescriptions"][3] == "Bài tập huấn."


def test_only_what_an_editor_can_write_is_a_default():
    properties = shape_of(Criteria, "en")["properties"]
    assert properties["combine"]["default"] == "arithmetic"
    assert "default" not in properties["lists"]
    assert shape_of(Criteria, "en")["$schema"] == DRAFT


# --- what may vary --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def uncertainty():
    schema = shape_of(Criteria, "en")
    return Draft7Validator({"$ref": "#/definitions/Uncertainty", "definitions": schema["definitions"]})


def within(**said):
    return {"weights": {"kind": "within", **said}}


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"weights": {"kind": "around", "percent": 30}, "assessments": "ranges", "samples": 20_000, "seed": 1},
        {"weights": {"kind": "fixed"}, "space": "global", "assessments": {"levels": 0.5}, "x-note": "mine"},
        within(shares={"mastery": [20, 35]}),
        within(statements=["mastery >= readiness", "growth + export ≤ 40", "2 * a-b = 1.5 c - 10"]),
    ],
)
def test_what_may_vary(uncertainty, given):
    assert list(uncertainty.iter_errors(given)) == []


@pytest.mark.parametrize(
    "given",
    [
        {"weights": "anywhere"},
        {"weights": {"kind": "around"}},
        {"weights": {"kind": "order", "percent": 30}},
        within(),
        within(shares={}),
        within(shares={"mastery": [20]}),
        within(shares={"mastery": [20, 135]}),
        within(statements=["mastery > readiness"]),
        within(statements=["a >= " + "1" * 10]),
        within(statements=["a >= 1"] * 51),
        {"assessments": "range"},
        {"assessments": {"levels": 0}},
        {"samples": 99},
    ],
)
def test_what_may_not_be_said_of_it(uncertainty, given):
    assert not uncertainty.is_valid(given)
