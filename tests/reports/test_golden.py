"""The small result in every format, as people and programs get it; `pytest --update-golden` writes the files."""

import pytest

from stratsel.report.formats import FORMATS
from stratsel.report.options import RenderOptions

SUFFIXES = {"table": "txt", "json": "json", "csv": "csv", "markdown": "md"}


def test_every_format_has_a_golden_file():
    assert SUFFIXES.keys() == FORMATS.keys()


@pytest.mark.parametrize(
    ("name", "language"),
    [(name, language) for name in SUFFIXES for language in ("en", "vi") if (name, language) != ("json", "vi")],
)
def test_whole_result(name, language, made, golden):
    golden(f"small.{language}.{SUFFIXES[name]}", FORMATS[name](made.small(), RenderOptions(language)))


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("width", [48, 80])
def test_on_a_terminal(width, language, made, golden):
    golden(f"small.{language}.{width}.txt", FORMATS["table"](made.small(), RenderOptions(language, width=width)))


def test_in_colour(made, golden):
    golden("small.en.80.colour.txt", FORMATS["table"](made.small(), RenderOptions("en", width=80, colour=True)))


@pytest.mark.parametrize("name", ["alone", "silent", "official", "nobody"])
def test_at_the_edges(name, made, golden):
    golden(f"{name}.en.txt", FORMATS["table"](getattr(made, name)(), RenderOptions("en")))


@pytest.mark.parametrize("name", ["geometric", "available"])
def test_other_orders(name, made, golden):
    """By a geometric mean, and by what is known; in both forms and both languages."""
    result = getattr(made, name)()
    golden(f"{name}.en.80.txt", FORMATS["table"](result, RenderOptions("en", width=80)))
    golden(f"{name}.vi.md", FORMATS["markdown"](result, RenderOptions("vi")))


def test_json_is_the_same_in_every_language(made):
    first, second = (FORMATS["json"](made.small(), RenderOptions(language)) for language in ("en", "vi"))
    assert first == second


@pytest.mark.parametrize("name", SUFFIXES)
def test_same_input_gives_same_output(name, made):
    assert FORMATS[name](made.small(), RenderOptions("vi")) == FORMATS[name](made.small(), RenderOptions("vi"))
