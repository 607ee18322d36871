import unicodedata

import pytest

from stratsel.language.width import character_width, width

VIETNAMESE = "Thiết bị bay không người lái"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_vietnamese_is_as_wide_as_its_letters(form):
    assert width(unicodedata.normalize(form, VIETNAMESE)) == len(VIETNAMESE) == 28


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("“…” – —", 7),
        ("雲計算", 6),
        ("ａ", 2),
        ("ｱ", 1),
        ("한국", 4),
        (unicodedata.normalize("NFD", "한국"), 4),
        ("🌾", 2),
        ("a\u0308\u0323b", 2),
        ("\u20dd", 0),
    ],
)
def test_width(text, columns):
    assert width(text) == columns


def test_what_is_not_drawn_counts_nothing():
    assert width("a\tb\x1b\u202e\u200b\n") == 2


def test_no_character_is_wider_than_two():
    assert {character_width(chr(number)) for number in range(0x20000)} == {0, 1, 2}
