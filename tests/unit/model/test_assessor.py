import pytest
from pydantic import ValidationError

from stratsel.model.assessor import Assessor

ASSESSOR = {"stratsel": "assessor/1", "id": "mps"}


def assessor(**keys):
    return Assessor.model_validate({**ASSESSOR, **keys})


def test_whom_it_does_not_name_it_says_nothing_of():
    said = assessor(agency="mps")
    assert (said.opinions, said.recused, said.name) == ({}, (), None)


def test_an_opinion_with_what_bears_it_out():
    evidence = [{"source": "vns", "quote": "q"}]
    said = assessor(name="Ann", opinions={"uav": {"opinion": "for", "for": evidence, "against": evidence, "why": "W"}})
    assert said.opinions["uav"].for_[0].quote == "q"
    assert said.opinions["uav"].against[0].source == "vns"


@pytest.mark.parametrize("word", ["for", "against", "none"])
def test_the_words_of_an_opinion(word):
    assert assessor(opinions={"uav": {"opinion": word}}).opinions["uav"].opinion == word


@pytest.mark.parametrize(
    "keys",
    [
        {"opinions": {"uav": {}}},
        {"opinions": {"uav": {"opinion": "unknown"}}},
        {"opinions": {"uav": "for"}},
        {"opinions": {"uav": {"opinion": "for", "level": 3}}},
        {"opinions": ["uav"]},
        {"recused": "uav"},
        {"agency": "Ministry"},
        {"weights": {"market": 15}},
        {"id": "con"},
    ],
)
def test_what_is_refused(keys):
    with pytest.raises(ValidationError):
        assessor(**keys)
