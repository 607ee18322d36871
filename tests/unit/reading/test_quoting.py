import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratsel.reading.characters import FORBIDDEN
from stratsel.reading.events import read_yaml
from stratsel.reading.quoting import as_yaml

READABLE = st.text(max_size=40).map(lambda text: unicodedata.normalize("NFC", text)).filter(
    lambda text: not FORBIDDEN.search(text)
)  # fmt: skip


@pytest.mark.parametrize("text", ["Edge AI camera", "Giống lúa mới", "unknown", "2815/QĐ-TTg", "50 %", "a (b)"])
def test_what_reads_as_itself_has_no_quotes(text):
    assert as_yaml(text) == text


@pytest.mark.parametrize(
    "text",
    ["", "2025", "1e3", "null", "true", "a: b", "a, b", "a #b", "- a", "[a]", "'a'", "a ", " a", "@a", "x:", "~"],
)
def test_what_would_read_as_something_else_is_quoted(text):
    assert as_yaml(text).startswith('"')


@given(READABLE)
def test_the_reader_gives_the_text_back(text):
    written = as_yaml(text)
    assert read_yaml(f"key: {written}\n").value == {"key": text}
    assert read_yaml(f"[{{key: {written}, {as_yaml('k' + text)}: 1}}]\n").value == [{"key": text, f"k{text}": 1}]
