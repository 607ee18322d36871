import unicodedata

import pytest

from stratsel.language.visible import is_blank, shorten, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("Thiết bị bay (UAV) “…” 雲 🌾", "Thiết bị bay (UAV) “…” 雲 🌾"),
        ("e\u0302\u0301", "e\u0302\u0301"),
        ("a\tb\nc\r", r"a\tb\nc\r"),
        ("\x1b]8;;x\x07", r"\x1b]8;;x\x07"),
        ("18.900\xa0tỷ\u2009đồng", "18.900\xa0tỷ\u2009đồng"),
        ("\u200b\ufeff", r"\u200b\ufeff"),
        ("\u202e\u2067\u200f\u061c", r"\u202e\u2067\u200f\u061c"),
        ("\u2028\u2029\x85", r"\u2028\u2029\x85"),
        ("\udc80\U000e0001", r"\udc80\U000e0001"),
    ],
)
def test_what_cannot_be_seen_is_an_escape(text, shown):
    assert visible(text) == shown


def test_what_is_visible_stays_so():
    everything = "".join(map(chr, range(0x3000)))
    assert visible(visible(everything)) == visible(everything)
    assert all(sign.isprintable() or unicodedata.category(sign) == "Zs" for sign in visible(everything))


@pytest.mark.parametrize("text", ["a", " a ", "\u200bế\u200b", "👩\u200d🌾", "\u0301", "—", "한", "⠁"])
def test_what_leaves_a_trace_is_not_blank(text):
    assert not is_blank(text)


@pytest.mark.parametrize(
    "text", ["", " \t\n", "\u3000", "\u200b\u200d", "\u3164", "\uffa0", "\u2800", "\xad", "\ufe0f"]
)
def test_what_leaves_none_is_blank(text):
    assert is_blank(text)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("", ""),
        ("abcde", "abcde"),
        ("abcdef", "abcd…"),
        ("ab\n", "ab\\n"),
        ("ab\nc", "ab\\nc"),
        ("ab\ncd", "ab\\n…"),
        ("abcd\n", "abcd…"),
        ("\x1b\x1b", "\\x1b…"),
        ("\U000e0001", "…"),
    ],
)
def test_shorten_to_five(text, short):
    assert shorten(text, 5) == short


def test_a_very_long_text_is_not_read_to_its_end():
    assert shorten("x" * 10_000_000, 60) == "x" * 59 + "…"
