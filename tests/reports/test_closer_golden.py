"""One candidate in full and two side by side, in every format; `pytest --update-golden` writes the files."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from stratsel.report.comparison import compose_comparison
from stratsel.report.explanation import compose_explanation
from stratsel.report.explanation_data import comparison_data, explanation_data
from stratsel.report.formats import write_as
from stratsel.report.options import RenderOptions

COMPOSED = {
    "explanation": (compose_explanation, explanation_data),
    "comparison": (compose_comparison, comparison_data),
}


@pytest.fixture(scope="module")
def found(made):
    closer = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("made_closer.py"))))
    return {"explanation": closer.explained(made.small()), "comparison": closer.compared(made.small())}


def shown(found, name, form, language, width=None):
    compose, data = COMPOSED[name]
    options = RenderOptions(language, width=width)
    return write_as(form, options, lambda: compose(found[name], language), lambda: data(found[name]))


@pytest.mark.parametrize("name", COMPOSED)
@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("width", [48, 80])
def test_on_a_terminal(width, language, name, found, golden):
    golden(f"{name}.{language}.{width}.txt", shown(found, name, "text", language, width))


@pytest.mark.parametrize("name", COMPOSED)
@pytest.mark.parametrize("language", ["en", "vi"])
def test_as_markdown(language, name, found, golden):
    golden(f"{name}.{language}.md", shown(found, name, "markdown", language))


@pytest.mark.parametrize("name", COMPOSED)
def test_as_data(name, found, golden):
    text = shown(found, name, "json", "en")
    golden(f"{name}.json", text)
    assert shown(found, name, "json", "vi") == text


@pytest.mark.parametrize("name", COMPOSED)
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_same_input_gives_same_output(form, name, found):
    assert shown(found, name, form, "vi") == shown(found, name, form, "vi")
