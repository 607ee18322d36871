import datetime
from decimal import Decimal

import pytest
from pydantic import ValidationError

from stratsel.model.screen import Requirement, Screen


@pytest.mark.parametrize(
    ("key", "written", "read"),
    [
        ("at_least", 3, 3),
        ("at_least", Decimal("0.5"), Decimal("0.5")),
        ("at_least", "contract", "contract"),
        ("at_most", "2025-11-30", "2025-11-30"),
        ("at_least", ["design", "core"], ("design", "core")),
        ("before", "2025-11-30", datetime.date(2025, 11, 30)),
        ("after", "2025-11-30", datetime.date(2025, 11, 30)),
        ("value_at_least", 50, 50),
        ("in_list", "parts", "parts"),
    ],
)
def test_what_may_be_asked(key, written, read):
    assert getattr(Requirement.model_validate({key: written}), key) == read


def test_words_of_the_language_have_another_name():
    test = Requirement.model_validate({"in": ["a", 1], "not": {"present": ["b"]}})
    assert test.in_ == ("a", 1)
    assert test.not_ == Requirement(present=("b",))


@pytest.mark.parametrize(
    "written",
    [
        {"present": []},
        {"in": []},
        {"in": "form"},
        {"any_of": []},
        {"all_of": []},
        {"any_of": {"present": ["a"]}},
        {"before": "2025"},
        {"before": "2025-02-30"},
        {"after": 20250101},
        {"value_at_least": 101},
        {"value_at_least": -1},
        {"at_least": True},
        {"at_least": {"level": 3}},
        {"at_least": ""},
        {"at_least": ["No id"]},
        {"atleast": 3},
        {"in_": ["a"]},
    ],
)
def test_what_may_not(written):
    with pytest.raises(ValidationError):
        Requirement.model_validate(written)


def test_a_test_is_walked_with_its_paths():
    test = Requirement.model_validate(
        {"any_of": [{"present": ["a"]}, {"all_of": [{"present": ["b"]}, {"not": {"present": ["c"]}}]}]}
    )
    walked = [(path, each.present) for path, each in test.walk(("require",))]
    assert walked == [
        (("require",), None),
        (("require", "any_of", 0), ("a",)),
        (("require", "any_of", 1), None),
        (("require", "any_of", 1, "all_of", 0), ("b",)),
        (("require", "any_of", 1, "all_of", 1), None),
        (("require", "any_of", 1, "all_of", 1, "not"), ("c",)),
    ]


@pytest.mark.parametrize(
    ("key", "words"), [("on_fail", {"exclude", "flag"}), ("on_unknown", {"exclude", "flag", "admit"})]
)
def test_what_follows_is_one_of_the_words_and_is_required(key, words):
    screen = {"id": "s", "title": "S", "require": {}, "on_fail": "flag", "on_unknown": "flag"}
    taken = set()
    for word in ("exclude", "flag", "admit", "warn", "", None):
        try:
            Screen.model_validate({**screen, key: word})
        except ValidationError:
            continue
        taken.add(word)
    assert taken == words
    with pytest.raises(ValidationError):
        Screen.model_validate({name: value for name, value in screen.items() if name != key})
