from typing import get_args

import pytest

from stratsel import terms
from stratsel.model.scale import AnyScale

TERMS = [member for kind in terms.Term.__subclasses__() for member in kind]


@pytest.mark.parametrize("member", TERMS, ids=lambda member: f"{type(member).__name__}.{member.name}")
def test_a_term_is_its_word_and_says_what_it_means(member):
    """The word stands in files, so it is equal to the text, and is found by it."""
    assert member == member.value == str(member)
    assert type(member)(member.value) is member
    assert member.english.endswith(".") and member.vietnamese.endswith(".")


@pytest.mark.parametrize("wording", [*terms.Shape, *terms.Obstacle, *terms.Turn], ids=lambda wording: wording.name)
def test_a_wording_has_a_label_in_each_language(wording):
    assert wording.label("en") == wording.english
    assert wording.label("vi") == wording.vietnamese
    assert wording.label("fr") == wording.english


def test_each_kind_of_scale_is_a_word_and_has_its_own_value_key():
    kinds = get_args(AnyScale)
    assert {get_args(kind.model_fields["kind"].annotation)[0] for kind in kinds} == set(terms.ScaleKind)
    assert {kind.value_key for kind in kinds} == set(terms.ValueKey)
    assert len({kind.value_key for kind in kinds}) == len(kinds)
