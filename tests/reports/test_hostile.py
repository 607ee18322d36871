"""Texts of files that would be more than text: in no format do they become markup, a formula, an escape or a link."""

import csv
import io
import json
import re
from functools import cache

import pytest

from stratsel.language.width import width
from stratsel.report.formats import FORMATS
from stratsel.report.options import RenderOptions

HOSTILE = {
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "comment": "a <!-- b --> c",
    "link": "[x](javascript:alert(1)) ![y](https://example.org/z.png) [z]: https://example.org",
    "address": "see www.example.org, https://example.org/a_b_c and a.person@example.org",
    "mention": "@someone and #123 and GH-7",
    "autolink": "<https://example.org> <a@example.org>",
    "row": "a | b || c |",
    "emphasis": "*a* **b** _c_ __d__ ~~e~~ snake_case `f` ``g``",
    "maths": "$a$ and $$b$$",
    "entity": "&lt;b&gt; &#60; R&D",
    "backslash": "a\\b \\| \\* c\\",
    "heading": "# a heading #",
    "quote": "> a quotation",
    "fence": "``` a fence",
    "rule": "---",
    "underline": "===",
    "item": "- an item",
    "plus": "+ an item",
    "numbered": "1. an item",
    "bracketed": "1) an item",
    "check": "[ ] a task",
    "formula": "=1+1",
    "minus": "-1+1",
    "at": "@SUM(A1)",
    "command": "+cmd|' /C calc'!A0",
    "tab": "\t=1+1",
    "escape": "\x1b[31mred\x1b[0m \x9b31m \x07",
    "title": "\x1b]0;title\x07",
    "direction": "\u202egnp.exe\u202c \u2066x\u2069 \u200f",
    "lines": "one\ntwo\r\nthree\u2028four\n\n# five",
    "indent": "    code",
    "placeholder": "{rival} {0} {owner!r} %s",
    "markup": "[bold]x[/bold] [link=https://example.org]y[/link]",
    "quotes": "“a” \"b\" 'c'",
    "wide": "日本語のとても長い名前",
    "marks": "Việt Nam, tổ hợp: e\u0302\u0301",
    "long": "a very long name " * 588,
    "unbroken": "x" * 10_000,
}
SEEN = re.compile(r"[^\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]*")


@pytest.fixture(params=HOSTILE)
def text(request):
    return HOSTILE[request.param]


@pytest.mark.parametrize("width_", [None, 40, 80])
@pytest.mark.parametrize("language", ["en", "vi"])
def test_terminal(text, width_, language, made):
    shown = FORMATS["table"](made.said(text), RenderOptions(language, width=width_))
    assert SEEN.fullmatch(shown)
    if width_ is not None:
        assert max(map(width, shown.splitlines())) <= width_


def test_terminal_in_colour_has_our_escapes_only(text, made):
    shown = FORMATS["table"](made.said(text), RenderOptions("en", width=80, colour=True))
    assert set(re.findall(r"\x1b\[[^m]*m", shown)) <= {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;33m", "\x1b[1;36m"}
    assert SEEN.fullmatch(re.sub(r"\x1b\[[0-9;]+m", "", shown))


@pytest.mark.parametrize("language", ["en", "vi"])
def test_csv(text, language, made):
    shown = FORMATS["csv"](made.said(text), RenderOptions(language))
    rows = list(csv.reader(io.StringIO(shown, newline="")))
    assert [len(row) for row in rows] == [len(rows[0])] * 6
    for row in rows:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
        assert all(SEEN.fullmatch(cell) and "\n" not in cell for cell in row)


def test_json(text, made):
    shown = FORMATS["json"](made.said(text), RenderOptions("en"))
    assert SEEN.fullmatch(shown)
    found = json.loads(shown)
    assert found["ranking"][0]["title"] == {"und": text}
    assert found["ranking"][0]["reasons"]["evidence"][0]["quote"] == text
    assert found["ranking"][0]["screens"][0]["causes"][0]["given"] == text
    assert found["ranking"][0]["screens"][1]["waiver"]["why"] == {"en": text}
    assert found["decisions"][0]["note"] == found["decisions"][0]["departures"][0]["why"] == {"und": text}
    assert found["screens"][0]["title"] == {"en": text}


# --- Markdown, as a reader of it sees it ------------------------------------------------------------

ALLOWED = {
    "paragraph", "heading", "blockquote", "bullet_list", "list_item", "table", "thead", "tbody", "tr", "th", "td",
    "inline", "text", "strong", "em", "code_inline",
}  # fmt: skip


@cache
def tokens(markdown):
    parser = pytest.importorskip("markdown_it").MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return [each for token in parser.parse(markdown) for each in (token, *(token.children or ()))]


def kind(token):
    return re.sub(r"_(open|close)$", "", token.type)


def frame(markdown):
    """The structure without the words."""
    return [(token.type, token.tag) for token in tokens(markdown) if kind(token) not in {"inline", "text"}]


@pytest.fixture(scope="module")
def harmless(made):
    """The frame, in each language, of a page whose texts are no more than text."""
    return cache(lambda language: frame(FORMATS["markdown"](made.said("harmless"), RenderOptions(language))))


@pytest.mark.parametrize("language", ["en", "vi"])
def test_markdown_has_only_our_structure(text, language, made, harmless):
    shown = FORMATS["markdown"](made.said(text), RenderOptions(language))
    assert SEEN.fullmatch(shown)
    assert {kind(token) for token in tokens(shown)} <= ALLOWED
    assert frame(shown) == harmless(language)


def test_markdown_shows_the_text_itself(text, made):
    """Save for white space on one line, escapes of what cannot be seen, and joiners that nobody sees."""
    inline = [token.content for token in tokens(FORMATS["markdown"](made.said(text), RenderOptions("en")))
              if token.type == "text"]  # fmt: skip
    shown = "".join(inline).replace("\u2060", "")
    printable = [word for word in text.split() if word.isprintable()]
    assert all(word in shown for word in printable)


@pytest.fixture(scope="module")
def every_markdown(made):
    return "".join(FORMATS["markdown"](made.said(text), RenderOptions("en")) for text in HOSTILE.values())


@pytest.mark.parametrize(
    "word",
    ["www.example", "https://", "http://", "@someone", "@example", "#123", "GH-7", "![", "](", "<script", "&lt;"],
)
def test_markdown_leaves_nothing_that_github_links_by_itself(word, every_markdown):
    """GitHub links bare addresses, mentions and numbers of issues, which CommonMark does not know."""
    assert not re.search(rf"(?<!\\){re.escape(word)}", every_markdown)


PLACES = {
    "a screen's title": lambda ranking: ranking.screens[0].title,
    "the field that decides": lambda ranking: ranking.excluded[0].screens[0].causes[0].question,
    "what a dossier gives": lambda ranking: ranking.excluded[0].screens[0].causes[0].given,
    "who waived": lambda ranking: ranking.candidates[0].screens[1].waiver.by,
    "why it was waived": lambda ranking: ranking.candidates[0].screens[1].waiver.why,
    "who decided": lambda ranking: ranking.decisions[0].by,
    "the decision's document": lambda ranking: ranking.decisions[0].document,
    "the decision's note": lambda ranking: ranking.decisions[0].note,
    "the reason of a departure": lambda ranking: ranking.decisions[0].departures[0].why,
}


@pytest.mark.parametrize("place", PLACES)
def test_the_hostile_text_stands_there(place, made):
    """What is not there proves nothing."""
    assert PLACES[place](made.said("<b>")) == "<b>"


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_name_is_text_too(name, made):
    """Only ids name dossiers, but the criteria file and a rejected dossier may be called anything."""
    from dataclasses import replace

    evil = "criteria/`a`|<b>\x1b[1m.yaml"
    small = made.small()
    ranking = replace(small, round=replace(small.round, criteria_file=evil), rejected=(evil,))
    shown = FORMATS[name](ranking, RenderOptions("en"))
    assert "\x1b" not in shown
    assert name not in {"table", "markdown"} or "a" in shown
