import pytest

from stratsel.model.criteria import Criteria
from stratsel.model.texts import texts_of, walk

LEVELS = {"kind": "rubric", "levels": {0: "none", 4: {"en": "all", "vi": "tất cả"}}}
LENGTH = {"kind": "quantity", "unit": "km", "worst": 0, "best": 1}
ROUND = {
    "stratsel": "criteria/1",
    "id": "round",
    "title": "The round",
    "standing": "draft",
    "decision": {"question": "Which?", "owner": "o", "reference_date": "2025-12-12"},
    "weighting": {"method": "direct", "by": "b", "why": "As agreed."},
    "agencies": {"board": {"name": "The board"}},
    "lists": {"known": {"title": "Known", "valid": ["2025-01-01", "2025-12-31"], "entries": {"one": "The first"}}},
    "fields": {"maker": {"type": "text", "question": "Who made it?"}},
    "scales": {"use": LEVELS},
    "criteria": [
        {"id": "a", "title": "A", "criteria": [{"id": "a1", "title": "Use", "scale": "use", "rationale": "It counts"}]},
        {"id": "b", "title": "B", "question": "How many?", "scale": LENGTH},
    ],
    "screens": [
        {
            "id": "named", "title": "Named", "require": {"present": ["maker"]}, "on_fail": "exclude",
            "on_unknown": "flag",
        },
    ],
    "shortlist": {"tiers": [{"id": "first", "places": 1, "title": "First"}]},
}  # fmt: skip


@pytest.fixture(scope="module")
def criteria():
    return Criteria.model_validate(ROUND)


def test_parents_before_children_with_their_paths(criteria):
    assert [(path, each.id) for path, each in walk(criteria.criteria)] == [
        (("criteria", 0), "a"),
        (("criteria", 0, "criteria", 0), "a1"),
        (("criteria", 1), "b"),
    ]


def test_every_text_that_people_read_stands_at_its_path(criteria):
    found = {path: text for path, text in texts_of(criteria) if text is not None}
    assert set(map(str, found.values())) >= {
        "The round", "Which?", "As agreed.", "The board", "Known", "The first", "Who made it?", "none", "A", "Use",
        "It counts", "B", "How many?", "Named", "First",
    }  # fmt: skip
    for path, text in found.items():
        given = ROUND
        for step in path:
            given = given[int(step) if isinstance(given, list) or given is LEVELS["levels"] else step]
        assert given == text, path
