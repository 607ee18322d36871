import datetime

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from stratsel.model.base import (
    AnyDate,
    Day,
    Entity,
    Id,
    Language,
    Many,
    NonNegative,
    Number,
    PartialDate,
    PlainText,
    Text,
    in_language,
    parse_partial_date,
)


def accepts(kind, value):
    try:
        TypeAdapter(kind, config={"strict": True}).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    "name", ["a", "uav", "edge-ai-camera", "lead_agency", "5g", "2025", "a-1_b", "x-ray", "a" * 100]
)
def test_ids(name):
    assert accepts(Id, name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "A",
        "uAV",
        "a b",
        "a.b",
        "a/b",
        "-a",
        "a-",
        "a--b",
        "a_-b",
        "é",
        "đ",
        "a\n",
        "../a",
        "a" * 101,
        5,
        True,
        None,
    ],
)
def test_what_cannot_be_an_id(name):
    """[a-z0-9]+([-_][a-z0-9]+)*, at most 100 characters: a name that every system and every link can carry."""
    assert not accepts(Id, name)


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com1", "com9", "com0", "lpt1", "lpt9"])
def test_device_names_of_windows_are_no_ids(name):
    assert not accepts(Id, name)


@pytest.mark.parametrize("name", ["com10", "console", "null", "aux-1", "lpt", "com"])
def test_names_that_only_resemble_devices_are_ids(name):
    assert accepts(Id, name)


@pytest.mark.parametrize(
    ("value", "fine"), [("en", True), ("vi", True), ("ckb", True), ("EN", False), ("english", False)]
)
def test_languages(value, fine):
    assert accepts(Language, value) is fine


@pytest.mark.parametrize("value", ["x", " x", "a\nb"])
def test_texts(value):
    assert accepts(PlainText, value) and accepts(Text, value)


@pytest.mark.parametrize("value", ["", " ", "\n\t", "\u00a0", "\u200b", "\u3164 \u2800", 5, True, None, ["x"]])
def test_a_text_says_something(value):
    assert not accepts(PlainText, value) and not accepts(Text, value)


@pytest.mark.parametrize(
    ("value", "fine"),
    [
        ({"en": "x"}, True),
        ({"en": "x", "vi": "y"}, True),
        ({}, False),
        ({"en": ""}, False),
        ({"english": "x"}, False),
        ({"en": {"en": "x"}}, False),
    ],
)
def test_texts_by_language(value, fine):
    assert accepts(Text, value) is fine


@pytest.mark.parametrize(
    ("value", "fine"), [(0, True), (1, True), (-1, False), (True, False), ("1", False), (1.5, False)]
)
def test_weights_are_exact_and_not_negative(value, fine):
    """The reader makes no binary floats, so none is taken."""
    assert accepts(NonNegative, value) is fine


def test_true_is_no_number():
    assert not accepts(Number, True) and accepts(Number, 1)


def test_lists_become_tuples():
    assert TypeAdapter(Many[int], config={"strict": True}).validate_python([1, 2]) == (1, 2)
    assert not accepts(Many[int], ["1"]) and not accepts(Many[int], "12") and not accepts(Many[int], {"1": 2})


def test_entities_take_nothing_else_and_do_not_change():
    class Thing(Entity):
        name: str

    with pytest.raises(ValidationError):
        Thing.model_validate({"name": "x", "other": 1})
    with pytest.raises(ValidationError):
        Thing(name="x").name = "y"


# --- dates ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2025-11-30", (2025, 11, 30), (2025, 11, 30)),
        ("2025-11", (2025, 11, 1), (2025, 11, 30)),
        ("2025-12", (2025, 12, 1), (2025, 12, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2025-02", (2025, 2, 1), (2025, 2, 28)),
        ("1900-02", (1900, 2, 1), (1900, 2, 28)),  # no leap year, though 4 divides it
        ("2000-02", (2000, 2, 1), (2000, 2, 29)),
        ("2025-Q1", (2025, 1, 1), (2025, 3, 31)),
        ("2025-Q4", (2025, 10, 1), (2025, 12, 31)),
        ("2025", (2025, 1, 1), (2025, 12, 31)),
        (2025, (2025, 1, 1), (2025, 12, 31)),
        ("9999-12", (9999, 12, 1), (9999, 12, 31)),
        ("0001", (1, 1, 1), (1, 12, 31)),
    ],
)
def test_dates_are_ranges_of_days(written, first, last):
    date = parse_partial_date(written)
    assert (date.first, date.last) == (datetime.date(*first), datetime.date(*last))
    assert date.text == str(written)
    assert date.is_day is (first == last)


@pytest.mark.parametrize(
    "written",
    ["2025-02-30", "2025-02-29", "2025-13", "2025-13-01", "2025-00", "2025-00-10", "2025-01-00", "0000", "0000-Q1"],
)
def test_days_that_do_not_exist(written):
    with pytest.raises(PydanticCustomError) as refused:
        parse_partial_date(written)
    assert refused.value.type == "impossible_date"


@pytest.mark.parametrize(
    "written",
    [
        "30/11/2025",
        "2025-1",
        "2025-11-3",
        "25",
        "2025-Q5",
        "2025-q1",
        "2025-11-30T00:00",
        " 2025",
        "",
        "now",
        True,
        1.5,
        None,
        [2025],
        20251130,
        "２０２５",
    ],
)
def test_what_is_no_date(written):
    with pytest.raises(PydanticCustomError) as refused:
        parse_partial_date(written)
    assert refused.value.type == "date_expected"


def test_a_date_that_is_read_stays_as_it_is():
    date = parse_partial_date("2025-11")
    assert parse_partial_date(date) is date
    assert parse_partial_date(datetime.date(2025, 11, 30)).text == "2025-11-30"


def test_some_places_want_a_day():
    assert TypeAdapter(Day).validate_python("2025-11-30") == datetime.date(2025, 11, 30)
    assert not accepts(Day, "2025-11") and not accepts(Day, 2025)
    assert TypeAdapter(AnyDate).validate_python("2025-11") == PartialDate(
        "2025-11", datetime.date(2025, 11, 1), datetime.date(2025, 11, 30)
    )


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("plain", "vi", "plain"),
        ({"en": "x", "vi": "y"}, "vi", "y"),
        ({"en": "x"}, "vi", "x"),
        ({"fr": "z"}, "vi", "z"),
        ({}, "vi", ""),
    ],
)
def test_a_text_in_the_language_of_the_reader(text, language, shown):
    assert in_language(text, language) == shown
