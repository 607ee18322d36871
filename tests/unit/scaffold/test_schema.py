import json

import pytest
from jsonschema import Draft7Validator

from stratsel.scaffold.schema import KINDS, as_json, candidate_schema, schema


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_file_has_a_schema_of_draft_07(kind):
    made = schema(kind, "en")
    Draft7Validator.check_schema(made)
    assert made["properties"]["stratsel"]["const"] == f"{kind}/1"
    assert made["title"] == f"stratsel {kind}/1"
    assert "$id" not in made


def test_there_is_no_schema_of_another_kind():
    with pytest.raises(KeyError):
        schema("portfolio", "en")


def test_the_schema_of_a_round_has_its_name_and_nothing_that_is_not_used(rules):
    made = candidate_schema(rules(), {"inspection"}, "en")
    Draft7Validator.check_schema(made)
    assert made["title"] == "stratsel candidate/1, round"
    text = json.dumps(made)
    assert [name for name in made["definitions"] if f'"#/definitions/{name}"' not in text] == []
    assert made["definitions"]["Evidence"]["properties"]["source"]["examples"] == ["inspection"]
    assert made["properties"]["proposer"]["examples"] == ["council", "schools"]


def test_json_is_sorted_and_says_what_it_is_in_letters(rules):
    text = as_json(candidate_schema(rules(), (), "vi"))
    assert text == as_json(candidate_schema(rules(), (), "vi"))
    assert text.endswith("}\n") and "Độ tươi" in text
    assert list(json.loads(text)) == sorted(json.loads(text))
