"""A number reads the same wherever it stands."""

import ast
import csv
import io
import json
import re
from pathlib import Path

import pytest

import stratsel.report
from stratsel.report.formats import FORMATS
from stratsel.report.options import RenderOptions

REPORT = Path(stratsel.report.__file__).parent
NUMBER = re.compile(r"[+−]?\d+(?:[.,]\d+)*(?: %)?")


def numbers(text):
    return set(NUMBER.findall(text))


@pytest.mark.parametrize("name", ["small", "geometric", "available", "silent"])
@pytest.mark.parametrize("language", ["en", "vi"])
def test_table_and_markdown_print_the_same_strings(language, name, made):
    result = getattr(made, name)()
    table, markdown = (FORMATS[form](result, RenderOptions(language)) for form in ("table", "markdown"))
    points = {each for each in numbers(table) if re.search(r"[.,]\d$| %$", each)}
    assert len(points) > 4
    assert points <= numbers(markdown)


@pytest.mark.parametrize(("language", "point"), [("en", "."), ("vi", ",")])
def test_bounds_of_a_screen_read_as_those_of_the_order(language, point, made):
    """60 to 85 of 100 where 70 is asked, in words as in the table of the order."""
    for form in ("table", "markdown"):
        shown = FORMATS[form](made.small(), RenderOptions(language))
        assert all(f"{whole}{point}0" in shown for whole in (60, 85, 70))


def test_json_and_csv_have_the_same_numbers(made):
    for name in ("small", "geometric", "available"):
        result = getattr(made, name)()
        data = json.loads(FORMATS["json"](result, RenderOptions("en")))
        rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](result, RenderOptions("en")), newline="")))
        everyone = [*data["ranking"], *data["unranked"], *data["excluded"]]
        assert [each["id"] for each in everyone] == [row["id"] for row in rows]
        for each, row in zip(everyone, rows, strict=True):
            assert (float(row["shown"]), float(row["possible"])) == (
                each["bounds"]["shown"],
                each["bounds"]["possible"],
            )
            assert row["value"] == "" or float(row["value"]) == each["value"]


def test_english_points_by_hand(made):
    """Half of 0.1 is rounded up; a share has no decimals and a no-break space before its sign."""
    table = FORMATS["table"](made.small(), RenderOptions("en"))
    assert "  2=  Saw         54.0      79.0     10\u00a0%\n" in table
    assert "  2=  Saw         54,0      79,0     10\u00a0%\n" not in table


def test_vietnamese_points_by_hand(made):
    assert "54,0–79,0 | 10\u00a0% |" in FORMATS["markdown"](made.small(), RenderOptions("vi"))


LAYOUT = {
    REPORT / "charts" / "canvas.py",
    REPORT / "charts" / "palette.py",
    REPORT / "fonts" / "letters.py",
    REPORT / "formats" / "word" / "tables.py",
    REPORT / "formats" / "word" / "writing.py",
    REPORT / "workbook" / "matrix.py",
}
"""Modules that write lengths, colours and code points, or compare what others have written: nobody reads these."""


@pytest.mark.parametrize("module", sorted({*REPORT.rglob("*.py")} - LAYOUT), ids=lambda path: path.name)
def test_no_number_is_formatted_outside_the_formatter(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    found = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.FormattedValue) and node.format_spec]
    found += [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (getattr(node.func, "id", "") in {"round", "format"} or getattr(node.func, "attr", "") == "format")
    ]
    found += [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant)
    ]
    assert not found
