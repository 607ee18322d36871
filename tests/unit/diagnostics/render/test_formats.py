"""The list of formats."""

from pathlib import Path

import pytest

from stratsel.cli.check import FindingsFormat
from stratsel.diagnostics import render
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render import FORMATS, renderer


@pytest.mark.parametrize("form", FORMATS)
def test_each_format_renders_nothing_and_something(form, places_of, finding):
    assert isinstance(renderer(form)(Findings((), 2), places_of({}), "en"), str)
    shown = renderer(form)(Findings((finding(),), 1), places_of({}), "vi")
    assert "ST202" in shown
    assert shown.endswith("\n")


def test_each_format_can_be_asked_for():
    assert [form.value for form in FindingsFormat] == ["auto", *FORMATS]


def test_each_format_is_a_module():
    folder = Path(render.__file__).parent
    assert all((folder / f"{form}.py").is_file() for form in FORMATS)
