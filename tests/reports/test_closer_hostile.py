"""Texts of files that would be more than text, in the account of one candidate and of two side by side."""

import json
import re
import runpy
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from stratsel.language.width import width
from stratsel.report.comparison import compose_comparison
from stratsel.report.explanation import compose_explanation
from stratsel.report.explanation_data import comparison_data, explanation_data
from stratsel.report.formats import write_as
from stratsel.report.options import RenderOptions

HERE = Path(__file__).parent
HOSTILE, SEEN, ALLOWED = (
    runpy.run_path(str(HERE / "test_hostile.py"))[name] for name in ("HOSTILE", "SEEN", "ALLOWED")
)


@pytest.fixture(scope="module")
def closer():
    return SimpleNamespace(**runpy.run_path(str(HERE / "made_closer.py")))


@pytest.fixture(scope="module")
def spoken(made, closer):
    """Both documents and their data, with a text of someone else's wherever a file has a say in what is shown."""

    def of(text):
        ranking = made.said(text)
        explained = closer.explained(ranking, "a")
        screens = tuple(replace(each, title=text) for each in explained.screens)
        reasons = ranking.by_id["a"].reasons
        nodes = tuple(
            node if node.leaf is None else replace(node, leaf=replace(node.leaf, why=text, evidence=reasons.evidence))
            for node in explained.nodes
        )
        explained = replace(explained, screens=screens, reasons=reasons, nodes=nodes, level=("a",))
        compared = closer.compared(ranking)
        return {
            "explanation": (lambda language: compose_explanation(explained, language), explanation_data(explained)),
            "comparison": (lambda language: compose_comparison(compared, language), comparison_data(compared)),
        }

    return of


def shown(spoken, name, form, language="en", columns=None):
    compose, data = spoken[name]
    return write_as(form, RenderOptions(language, width=columns), lambda: compose(language), lambda: data)


@pytest.fixture(params=HOSTILE)
def text(request):
    return HOSTILE[request.param]


@pytest.mark.parametrize("name", ["explanation", "comparison"])
def test_terminal(name, text, spoken):
    said = spoken(text)
    for columns in (None, 40, 80):
        page = shown(said, name, "text", columns=columns)
        assert SEEN.fullmatch(page)
        if columns is not None:
            assert max(map(width, page.splitlines())) <= columns


@pytest.mark.parametrize("name", ["explanation", "comparison"])
def test_markdown_has_only_our_structure(name, text, spoken):
    parser = pytest.importorskip("markdown_it").MarkdownIt("commonmark").enable(["table", "strikethrough"])

    def frame(page):
        tokens = [each for token in parser.parse(page) for each in (token, *(token.children or ()))]
        kinds = [re.sub(r"_(open|close)$", "", token.type) for token in tokens]
        assert set(kinds) <= ALLOWED
        return [(token.type, token.tag) for token, kind in zip(tokens, kinds, strict=True)
                if kind not in {"inline", "text"}]  # fmt: skip

    page = shown(spoken(text), name, "markdown", "vi")
    assert SEEN.fullmatch(page)
    assert frame(page) == frame(shown(spoken("harmless"), name, "markdown", "vi"))


def test_json(text, spoken):
    page = shown(spoken(text), "explanation", "json")
    assert SEEN.fullmatch(page)
    found = json.loads(page)
    assert found["candidate"]["title"] == {"und": text}
    assert list(found["criteria"][0]["leaf"]["why"].values()) == [text]
    assert found["criteria"][0]["leaf"]["evidence"][0]["quote"] == text


@pytest.mark.parametrize("name", ["explanation", "comparison"])
def test_the_hostile_text_stands_there(name, spoken):
    """What is not there proves nothing."""
    assert shown(spoken("tiptop"), name, "text").count("tiptop") >= 3
