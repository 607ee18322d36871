"""Other methods beside the small result, in every format; `pytest --update-golden` writes the files."""

import runpy
from pathlib import Path

import pytest

from stratsel.report.formats import data_json, markdown, terminal
from stratsel.report.formats.csv import write
from stratsel.report.methods import compose_methods
from stratsel.report.methods_data import methods_data, methods_rows
from stratsel.report.options import RenderOptions


@pytest.fixture(scope="module")
def found(made):
    beside = runpy.run_path(str(Path(__file__).with_name("made_methods.py")))["beside"]
    return beside(made.small())


@pytest.mark.parametrize("language", ["en", "vi"])
def test_as_text(language, found, golden):
    golden(
        f"methods.{language}.80.txt",
        terminal.write(compose_methods(found, language), RenderOptions(language, width=80)),
    )


@pytest.mark.parametrize("language", ["en", "vi"])
def test_as_markdown(language, found, golden):
    golden(f"methods.{language}.md", markdown.write(compose_methods(found, language)))


def test_as_data(found, golden):
    golden("methods.json", data_json.write(methods_data(found)))
    golden("methods.en.csv", write(methods_rows(found, "en")))
