"""The parser in pure Python against libyaml: the same values, the same codes, the same places."""

import pytest
import yaml

from stratsel.reading.events import read_yaml

GOOD = [
    "a: b",
    "{en: What is it?, vi: Là gì?}",
    "[a?, b ?, ?c, d?e]",
    "a:\tb\t# c",
    "-  a\n- b",
    "{\ta: b,\tc: d}",
    "a: b\n  c\n\n  d\n",
    "a: b\r\n  c\r\n",
    "a: b\r  c\r",
    "a: b c  d   \n",
    "a: 'b\n  c\n\n  d'",
    'a: "b\\\n  c"',
    'a: "\\u1ebf\\U0001f600\\x41"',
    "a: x:y\nb: [x:y, z]\nc: http://x.y/z?a=b&c=d#e",
    "{a::b}",
    "{'a':b, \"c\":d}",
    "a: |\n  b\n   c\n\nd: >-\n  e\n  f\n",
    "--- a\n...\n",
    "a: b---\n  ---c\n",
    "😀 a: 😀 b",
    "a: -b",
    "- - a\n  - b\n- c: d\n  e: f\n",
    "a: {b c: d}",
    "[it's 'it's']",
    "? a\n: b\n? c\n",
    "a:\n- b\n-\n  - c\n",
]
BAD = [
    "[a:, b]",
    "{a:}",
    "[a",
    "{a: b",
    "[1, , 2]",
    "a: [\n",
    "a: {\n\n",
    "a: ]",
    "a: [1]]",
    "{a: b: c}",
    "a: b: c",
    "- a: b: c",
    "a\nb: c",
    "x: y\na\nb: c",
    "a: b\n  c: d",
    "a:\n  - b\n c: d",
    "- a\n - b: c",
    "- a\nb: c",
    "a: b\n- c",
    "a: b\n c\nd",
    "a: - b",
    "a: @x",
    "a: `x`",
    "a: %x",
    "%x",
    "%YAML 3.0\n---\na: 1",
    "\ta: b",
    "a: b\n\t\n",
    "a:\n\tb: c",
    "a:\n  b: c\n\td: e",
    "- \ta: b",
    "a: b\n\tc: d",
    "a: 'x' y",
    'a: "x" y',
    "['it's']",
    "a: 'b",
    'a: "b\n\n',
    "a: 'b\nc: 'd'\n",
    "{a: 'b}",
    'a: "\\d"',
    'a: "\\x4"',
    'a: "\\ud800"',
    'a: "\\U00110000"',
    "a: *",
    "a: &",
    "a: *b c",
    "a: !<x> y",
    "{{a: b}: c}",
    "{[a]: b}",
    "a: b\n---\nc: d\n--- ",
    'a: "b\n---\n',
    "a: b\nb",
    "a: b\r\nb\r\n",
]


def read(text, with_libyaml, monkeypatch):
    monkeypatch.setattr(yaml, "__with_libyaml__", with_libyaml)
    reading = read_yaml(text)
    return repr(reading.value), [(each.code.value, each.span, each.path, dict(each.facts)) for each in reading.defects]


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="libyaml is not installed here")
@pytest.mark.parametrize("text", [*GOOD, *BAD])
def test_both_parsers_agree(text, monkeypatch):
    assert read(text, False, monkeypatch) == read(text, True, monkeypatch)


@pytest.mark.parametrize("text", GOOD)
def test_good_texts_are_read(text, monkeypatch):
    assert [code for code, *_ in read(text, False, monkeypatch)[1]] in ([], ["ST115"], ["ST129"])


@pytest.mark.parametrize("text", BAD)
def test_bad_texts_are_findings(text, monkeypatch):
    assert read(text, False, monkeypatch)[1]
