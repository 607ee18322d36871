"""Names of files and spans for other programs."""

import re
from urllib.parse import unquote, urlsplit

import pytest

from stratsel.diagnostics.render.place import relative, span_of, uri
from stratsel.diagnostics.span import START_OF_FILE, TextSpan, Where


def test_a_span_is_taken_or_located(places_of):
    places = places_of({}, {("b",): TextSpan(2, 1, 2, 2)})
    assert span_of(Where("a", span=TextSpan(5, 1, 5, 2)), places) == TextSpan(5, 1, 5, 2)
    assert span_of(Where("a", ("b",)), places) == TextSpan(2, 1, 2, 2)
    assert span_of(Where("a", ("c",)), places) == START_OF_FILE


def test_an_absolute_name_in_the_current_folder_becomes_relative(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert relative((tmp_path / "a" / "b.yaml").as_posix()) == "a/b.yaml"
    assert relative((tmp_path.parent / "b.yaml").as_posix()) == (tmp_path.parent / "b.yaml").as_posix()
    assert relative("../a/b.yaml") == "../a/b.yaml"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("candidates/uav.yaml", "candidates/uav.yaml"),
        ("a b,c.yaml", "a%20b%2Cc.yaml"),
        ("máy bay.yaml", "m%C3%A1y%20bay.yaml"),
        ("100%25#?.yaml", "100%2525%23%3F.yaml"),
        ("javascript:x", "javascript%3Ax"),
    ],
)
def test_a_uri_is_percent_encoded(name, expected):
    assert uri(name) == expected


def test_any_name_is_a_relative_uri(hostile):
    made = uri(f"candidates/{hostile}.yaml")
    assert re.fullmatch(r"[A-Za-z0-9_.~/%-]+", made)
    assert urlsplit(made)[:2] == ("", "")
    assert unquote(made, errors="surrogatepass") == f"candidates/{hostile}.yaml"
