"""The page as a whole, read back by the standard library's parser."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from stratsel.report.formats.html import policy, write
from stratsel.report.options import PaperOptions

VOID = {"meta", "input", "br", "link", "img"}


class Page(HTMLParser):
    """Elements with their attributes and texts; refuses what is not nested as it should be."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.texts, self._open = [], {}, []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        assert len(dict(attrs)) == len(attrs), f"{tag} has an attribute twice"
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if self._open:
            self.texts.setdefault(self._open[-1], []).append(data)

    def all(self, tag, **wanted):
        return [found for name, found in self.elements if name == tag and wanted.items() <= found.items()]


@pytest.fixture
def text(small, written):
    return written(small.paper, small.documents)


@pytest.fixture
def page(text):
    return Page(text)


def test_every_id_is_unique_and_every_link_inside_leads_somewhere(page):
    ids = [found["id"] for _, found in page.elements if "id" in found]
    assert len(ids) == len(set(ids))
    inside = [found["href"][1:] for _, found in page.elements if found.get("href", "").startswith("#")]
    assert len(inside) > 20
    assert set(inside) <= set(ids)
    assert {found["for"] for found in page.all("label")} <= set(ids)


def test_nothing_is_loaded_from_anywhere(page, text):
    """The links that people may follow are the only addresses."""
    addresses = set(re.findall(r"(?i)\b[a-z]+://[^\s\"'<>)]+", text))
    assert addresses == {"https://example.org/a?b=1&amp;c=2"}
    assert {name for name, _ in page.elements} & {"link", "img", "iframe", "object", "embed", "base", "form"} == set()
    assert not [found for _, found in page.elements if "src" in found or "srcset" in found]
    assert "url(http" not in text and "@import" not in text


def test_the_policy_lets_only_what_the_page_brings_run(page, text):
    """The hashes are reckoned here from the bytes between the tags."""
    (given,) = [found["content"] for found in page.all("meta") if found.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in given.split("; "))
    assert rules["default-src"] == "'none'" and rules["img-src"] == "data:"
    for name, kind in (("style", "style-src"), ("script", "script-src")):
        (content,) = re.findall(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert rules[kind] == f"'sha256-{digest}'"
    assert not [name for name, found in page.elements if "style" in found]
    assert not [key for _, found in page.elements for key in found if key.startswith("on")]


def test_a_policy_by_itself():
    """SHA-256 of nothing, as every table of test vectors has it, in base 64."""
    assert "script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='" in policy("a", "")


def test_each_language_is_marked_and_the_first_is_the_page(page):
    assert page.all("html")[0]["lang"] == "en"
    assert [found["lang"] for found in page.all("article")] == ["en", "vi"]
    assert [(found["href"], found["lang"]) for found in page.all("a") if "hreflang" in found] == [
        ("#en", "en"),
        ("#vi", "vi"),
    ]


def test_one_language_has_no_switch(small, written):
    page = Page(written(small.paper, small.documents[1:]))
    assert page.all("html")[0]["lang"] == "vi"
    assert not page.all("nav", **{"class": "languages"})
    assert len(page.all("article")) == 1


def test_headings_tables_and_figures_say_what_they_are(page):
    assert len(page.texts["h1"]) == 2
    assert len(page.all("table")) == len(page.all("caption")) > 6
    assert all("scope" in found for found in page.all("th"))
    assert {found["aria-label"] for found in page.all("svg", role="img")} == {"One bar of 45.0 points."}
    assert page.texts["figcaption"] == ["Where the points come from"] * 2


def test_only_addresses_on_the_web_are_links(page):
    """A source that would run something is text."""
    outside = [found for found in page.all("a") if not found["href"].startswith("#")]
    assert {found["href"] for found in outside} == {"https://example.org/a?b=1&c=2"}
    assert all("noopener" in found["rel"].split() for found in outside)
    assert "javascript:alert(1)" in page.texts["dd"]


def test_the_banner_begins_and_ends_each_language(page, small):
    assert [text for text in page.texts["p"] if text in {each.banner for each in small.documents}] == [
        small.documents[0].banner,
        small.documents[0].banner,
        small.documents[1].banner,
        small.documents[1].banner,
    ]


def test_what_is_official_has_no_banner(small, written):
    documents = [replace(each, banner="") for each in small.documents]
    assert not [found for _, found in Page(written(small.paper, documents)).elements if found.get("class") == "banner"]


def test_a_banner_of_ten_thousand_letters_is_short_on_pages_and_once_whole(small, written):
    banner = "WARNING " + "x" * 10_000
    text = written(small.paper, [replace(small.documents[0], banner=banner)])
    assert text.count(banner) == 1
    assert [len(found) < 400 for found in re.findall(r'class="banner[^"]*"><p>([^<]*)<', text)] == [True, True]


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "</style><img src=x onerror=alert(1)>",
        "\"' onmouseover=alert(1) x='",
        "]]></svg><svg onload=alert(1)>",
        "{{ 7 * 7 }}{% raw %}",
        "javascript:alert(1)",
        "<!--",
        "x" * 10_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_hostile_text_stays_text(retitled, written, hostile):
    """It stands there as itself, and the page has the elements and attributes that it has with any other text."""
    page, harmless = Page(written(*retitled(hostile))), Page(written(*retitled("Tool")))
    assert hostile in page.texts["h1"]
    shape = [[(name, sorted(found)) for name, found in each.elements if name != "p"] for each in (page, harmless)]
    assert shape[0] == shape[1]


def test_the_same_paper_gives_the_same_bytes(small):
    first, second = (write(small.paper, small.documents, PaperOptions()) for _ in range(2))
    assert first == second


def test_without_the_order_there_is_nothing_to_move(small, written):
    """As with `--sections`: neither sliders, nor totals, nor what they run on."""
    document = small.documents[0]
    text = written(small.paper, [replace(document, blocks=document.blocks[:2] + document.blocks[5:])])
    assert "what-if-payload" not in text.replace('getElementById("what-if-payload")', "")
    assert 'class="total"' not in text and 'type="range"' not in text


def test_without_a_payload_the_page_says_why_there_are_no_sliders(small, written):
    page = Page(written(replace(small.paper, what_if=None), small.documents[:1]))
    assert not page.all("input")
    assert any(text.startswith("There are no sliders: the order hangs on") for text in page.texts["p"])


def test_nobody_ranked(small, written):
    ranking = replace(small.ranking, candidates=())
    page = Page(written(replace(small.paper, ranking=ranking), small.documents[:1]))
    assert not page.all("input") and not page.all("details", **{"class": "total"})
    assert page.texts["h1"] == ["Tools of the year"]
