import pytest

from stratsel.intake.nearest import has_one_near, nearest, nearest_number

LEAVES = ["growth", "productivity", "local-government", "defence", "import-substitution", "quoc-phong"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("growht", "growth"),
        ("Growth", "growth"),
        ("grouth", "growth"),
        ("import_substitution", "import-substitution"),
        ("import substitution", "import-substitution"),
        ("local-goverment", "local-government"),
        ("quốc-phòng", "quoc-phong"),
        ("Quốc phòng", "quoc-phong"),
        ("defense", "defence"),
        ("xyz", None),
        ("", None),
        ("welfare", None),
        ("growth" * 20, None),
    ],
)
def test_the_spelling_that_was_meant(word, meant):
    assert nearest(word, LEAVES) == meant


def test_nothing_is_near_nothing():
    assert nearest("growth", []) is None


def test_the_same_word_in_two_spellings_gives_the_first():
    """Whatever the order in which a set would give them."""
    assert nearest("a_b_c_x", ["a-b-c-d", "a_b_c_d"]) == "a-b-c-d"
    assert nearest("a_b_c_x", ["a_b_c_d", "a-b-c-d"]) == "a_b_c_d"


def test_among_too_many_words_nothing_is_suggested():
    assert nearest("word-1", [f"word-{number}" for number in range(10_000)]) is None


@pytest.mark.parametrize(
    ("word", "known", "is_one"),
    [
        ("growht", LEAVES, True),
        ("import_substitution", LEAVES, True),
        ("xyz", LEAVES, False),
        ("market-siz", ["market-size", "market-share"], False),  # 2·10/21 and 2·8/22 of the letters agree: both near
        ("market-siz", ["market-size", "growth"], True),
        ("a b c", ["a-b-c", "a_b_c"], False),  # which of the two?
        ("growth", [], False),
    ],
)
def test_whether_one_word_alone_is_near(word, known, is_one):
    assert has_one_near(word, known) is is_one


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3", "3"),
        ("-3.5", "-3.5"),
        (" 3 ", "3"),
        ("1.234,56", "1234.56"),
        ("1.234.567,8", "1234567.8"),
        ("1,234.56", "1234.56"),
        ("1 234,5", "1234.5"),
        ("12,5", "12.5"),
        ("0,1234", "0.1234"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("12 EUR", "12"),
        ("12 tỷ đồng", "12"),
        ("40%", "40"),
        ("12,5 %", "12.5"),
        ("1.5 million", "1.5"),
        ("12,345", None),  # twelve and a third, or twelve thousand
        ("12,345 EUR", None),
        ("twelve", None),
        ("", None),
        ("EUR 12", None),
        ("12-15", None),
        ("2025-11-30", None),
        ("1,23,45", None),
        ("1.23.45", None),
        ("9" * 100, None),
    ],
)
def test_the_number_that_was_meant(text, meant):
    assert nearest_number(text) == meant
