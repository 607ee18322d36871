"""A study beside the small result, in every format; `pytest --update-golden` writes the files."""

import runpy
from pathlib import Path

import pytest

from stratsel.report.formats import csv, data_json, markdown, terminal
from stratsel.report.options import RenderOptions
from stratsel.report.robustness.compose import compose_robustness
from stratsel.report.robustness.data import robustness_data, robustness_rows
from stratsel.results.robustness.part import RobustnessPart
from stratsel.results.robustness.study import Robustness


@pytest.fixture(scope="module")
def found(made):
    return runpy.run_path(str(Path(__file__).with_name("made_robustness.py")))["beside"](made.small())


@pytest.mark.parametrize("language", ["en", "vi"])
def test_as_text(language, found, golden):
    document = compose_robustness(found, language)
    golden(f"robustness.{language}.80.txt", terminal.write(document, RenderOptions(language, width=80)))


@pytest.mark.parametrize("language", ["en", "vi"])
def test_as_markdown(language, found, golden):
    golden(f"robustness.{language}.md", markdown.write(compose_robustness(found, language)))


def test_as_data(found, golden):
    golden("robustness.json", data_json.write(robustness_data(found)))


@pytest.mark.parametrize("part", [RobustnessPart.NEEDED, RobustnessPart.ACCEPTABILITY])
def test_as_rows(part, found, golden):
    one = Robustness(found.ranking, found.samples, found.seed, {part: found.parts[part]})
    golden(f"robustness.{part}.csv", csv.write(robustness_rows(one)))
