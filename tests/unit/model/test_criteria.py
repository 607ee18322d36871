import pytest
from pydantic import ValidationError

from stratsel.model.criteria import Criteria
from stratsel.terms import FieldType, Standing

SCALE = {"kind": "quantity", "unit": "%", "worst": 0, "best": 1}
BARE = {
    "stratsel": "criteria/1",
    "id": "round",
    "title": "t",
    "standing": "draft",
    "decision": {"question": "q", "owner": "o", "reference_date": "2025-12-12"},
    "weighting": {"method": "direct", "by": "b", "why": "w"},
    "scales": {"share": SCALE},
    "criteria": [
        {"id": "a", "title": "A", "criteria": [{"id": "a1", "title": "1", "scale": "share"}]},
        {"id": "b", "title": "B", "scale": SCALE},
        {
            "id": "c",
            "title": "C",
            "criteria": [{"id": "c1", "title": "1", "scale": "none"}, {"id": "c2", "title": "2"}],
        },
    ],
    "shortlist": {"tiers": [{"id": "first", "places": 1, "title": "F"}]},
}


def criteria(**changes):
    return Criteria.model_validate({**BARE, **changes})


def test_the_tree_is_walked_parents_first_in_the_order_of_the_file():
    tree = criteria()
    assert [criterion.id for criterion in tree.nodes()] == ["a", "a1", "b", "c", "c1", "c2"]
    assert [criterion.id for criterion in tree.leaves()] == ["a1", "b", "c1", "c2"]


def test_a_scale_is_named_or_written_out():
    tree = criteria()
    scales = {leaf.id: tree.scale_of(leaf) for leaf in tree.leaves()}
    assert scales["a1"] is tree.scales["share"]
    assert scales["b"] == tree.scales["share"]
    assert scales["c1"] is None and scales["c2"] is None


def test_the_words_of_the_vocabulary():
    assert criteria().declared_standing is Standing.DRAFT
    assert not criteria().is_frozen and not criteria().has_equal_weights
    assert criteria(decision={**BARE["decision"], "status": "frozen"}).is_frozen
    assert criteria(weighting={**BARE["weighting"], "method": "equal"}).has_equal_weights
    field = {"type": "entry", "question": "q", "list": "l"}
    assert criteria(fields={"group": field}).fields["group"].field_type is FieldType.ENTRY


def test_defaults():
    tree = criteria()
    assert (tree.lang, tree.missing, tree.combine, tree.shortlist.ties) == ("en", "worst", "arithmetic", ())
    assert tree.criteria[0].combine == "arithmetic"


@pytest.mark.parametrize(
    "key", ["stratsel", "id", "title", "standing", "decision", "weighting", "criteria", "shortlist"]
)
def test_what_must_be_there(key):
    with pytest.raises(ValidationError):
        Criteria.model_validate({name: value for name, value in BARE.items() if name != key})


@pytest.mark.parametrize(
    "changes",
    [
        {"criteria": []},
        {"shortlist": {"tiers": []}},
        {"shortlist": {"tiers": [{"id": "f", "places": 0, "title": "F"}]}},
        {"shortlist": {"tiers": [{"id": "f", "places": True, "title": "F"}]}},
        {"standing": "Official"},
        {"missing": "mean"},
        {"criteria": [{"id": "a", "title": "A", "weight": -1}]},
        {"criteria": [{"id": "a", "title": "A", "combine": "product"}]},
        {"lists": {"l": {"title": "t", "valid": ["2025-01-01"], "entries": {}}}},
        {"lists": {"l": {"title": "t", "valid": ["2025-01", "2025-02"], "entries": {}}}},
        {"decision": {**BARE["decision"], "reference_date": "2025-12"}},
    ],
)
def test_what_is_refused(changes):
    with pytest.raises(ValidationError):
        criteria(**changes)
