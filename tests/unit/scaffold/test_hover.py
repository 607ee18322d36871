import inspect

import pytest

from stratsel.model import (
    assessor,
    base,
    candidate,
    criteria,
    decision,
    scale,
    scenario,
    screen,
    shortlist,
    source,
    uncertainty,
)
from stratsel.scaffold.hover import _WORDS, hover

MODULES = (assessor, candidate, criteria, decision, scale, scenario, screen, shortlist, source, uncertainty)
KEYS = [
    (model.__name__, field.alias or name)
    for module in MODULES
    for _, model in inspect.getmembers(module, inspect.isclass)
    if issubclass(model, base.Entity) and model.__module__ == module.__name__
    for name, field in model.model_fields.items()
]


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_key_of_every_file_says_what_it_is(language):
    assert len(KEYS) > 100
    assert all(hover(model, key, language) for model, key in KEYS)


def test_the_key_of_a_model_goes_before_the_key_alone():
    assert hover("Assessment", "for", "en") == "evidence for the candidate on this leaf"
    assert hover("Opinion", "for", "en") == "evidence for the candidate"


def test_every_sentence_is_of_some_key():
    used = {name for model, key in KEYS for name in (f"{model}.{key}", key)}
    assert set(_WORDS) <= used


def test_a_key_without_a_sentence_is_a_mistake():
    with pytest.raises(KeyError):
        hover("Candidate", "no-such-key", "en")
