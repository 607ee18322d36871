"""`stratsel rule`: a finding explained."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stratsel.diagnostics.codes import Code


@pytest.mark.parametrize("asked", ["ST202", "st202", "unknown-key", "Unknown-Key"])
def test_a_code_or_its_name_gives_the_page(call: Callable, asked: str) -> None:
    """Why, an example and the same mended, on standard output."""
    ended = call("rule", asked)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("ST202 unknown-key (error")
    assert "# error: ST202 col=1" in ended.out


def test_in_vietnamese(call: Callable) -> None:
    """The words of the page are the reader's."""
    assert "không phải là khóa" in call("rule", "ST202", "--lang", "vi").out


def test_the_list_has_every_code(call: Callable) -> None:
    """One line each, in order."""
    ended = call("rule", "--all")
    assert (ended.code, ended.err) == (0, "")
    assert [line.split()[0] for line in ended.out.splitlines()] == sorted(Code)


@pytest.mark.parametrize(
    ("asked", "near"), [("ST2022", "ST202"), ("st0202", "ST202"), ("unkown-key", "unknown-key"), ("zzz", "--all")]
)
def test_what_is_no_code_is_wrong_use(call: Callable, asked: str, near: str) -> None:
    """One line with the likeliest, or where to look."""
    ended = call("rule", asked)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert f"{asked}" in ended.err
    assert near in ended.err


@pytest.mark.parametrize("arguments", [(), ("ST202", "--all")])
def test_one_code_or_all(call: Callable, arguments: tuple[str, ...]) -> None:
    """Neither and both are unclear."""
    ended = call("rule", *arguments)
    assert (ended.code, ended.out) == (2, "")


def test_the_page_of_a_code_goes_to_a_file(call: Callable) -> None:
    """As with every command."""
    whole = call("rule", "ST202").out
    assert call("rule", "ST202", "-o", "page.txt").out == ""
    assert Path("page.txt").read_text(encoding="utf-8") == whole
