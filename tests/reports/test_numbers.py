"""A number reads the same wherever it stands."""

import ast
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


@pytest.mark.parametrize("language", ["en", "vi"])
def test_table_and_markdown_print_the_same_strings(language, made):
    table, markdown = (FORMATS[name](made.small(), RenderOptions(language)) for name in ("table", "markdown"))
    points = {each for each in numbers(table) if re.search(r"[.,]\d$| %$", each)}
    assert {"70", "54"} & {each[:2] for each in points}
    assert points <= numbers(markdown)


def test_english_points_by_hand(made):
    """Half of 0.1 is rounded up; a share has no decimals and a no-break space before its sign."""
    table = FORMATS["table"](made.small(), RenderOptions("en"))
    assert "  2=  Saw         54.0      79.0     10\u00a0%\n" in table
    assert "  2=  Saw         54,0      79,0     10\u00a0%\n" not in table


def test_vietnamese_points_by_hand(made):
    assert "54,0–79,0 | 10\u00a0% |" in FORMATS["markdown"](made.small(), RenderOptions("vi"))


@pytest.mark.parametrize("module", sorted(REPORT.rglob("*.py")), ids=lambda path: path.name)
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
