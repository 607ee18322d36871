"""The catalogue as a whole: one page for each code, in both languages, in the words of the house."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from stratsel.diagnostics.catalogue import placeholders, rule, rules
from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.page import LANGUAGES
from stratsel.terms import Severity

PAGES = {each.code: each for each in rules()}
FACTS = tomllib.loads((Path(__file__).parent / "facts.toml").read_text(encoding="utf-8"))
IMPLEMENTATION = re.compile(
    r"\b((?i:pydantic|python|pyyaml|libyaml)|dict|NoneType|None|tuple|str|int|float|string|boolean|integer|parse[rd]?|"
    r"schema|validat\w+|exception|traceback|not implemented|unsupported)\b"
)
PROPER_NAMES = ("YAML", "UTF-8", "NFC", "Unicode", "Windows", "Tab")
every_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())


def templates(page):
    return {"message": page.message, "help": page.help, "near": page.near, "related": page.related}


def sentences(page, language):
    """Every sentence of a page in a language, with what stands between backticks taken out: it is text of a file."""
    texts = [words[language] for words in (*templates(page).values(), page.body) if words]
    return re.sub(r"`[^`]*`", "", " ".join(texts))


def test_each_code_has_one_page_and_each_page_one_code():
    names = {page.name for page in files("stratsel.diagnostics").joinpath("pages").iterdir()}
    assert names == {f"{code}.md" for code in Code}


def test_names_are_unique():
    assert len({page.name for page in PAGES.values()}) == len(PAGES)


@every_page
def test_the_name_states_the_defect(page):
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", page.name)
    assert not re.match(r"(invalid|bad|no|must|illegal)-", page.name)
    assert page.name == page.code.name.lower().replace("_", "-")


@every_page
def test_the_number_and_the_version_are_well_formed(page):
    assert isinstance(page.severity, Severity)
    assert re.fullmatch(r"\d+\.\d+\.\d+", page.since)


@every_page
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_in_both_languages(page, language):
    assert page.message[language]
    assert page.help[language]
    assert len(page.body[language]) > 60
    for words in (page.near, page.related):
        assert not words or words[language]


@every_page
@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_have_the_form_of_the_house(page, language):
    for name, words in templates(page).items():
        if words:
            text = words[language]
            assert not text.endswith("."), name
            assert text[0].islower() or text[0] in "`{" or text.startswith(PROPER_NAMES), name
            assert "\n" not in text, name


@every_page
@pytest.mark.parametrize("language", LANGUAGES)
def test_bodies_are_sentences(page, language):
    body = page.body[language]
    assert all(line.endswith((".", "`.", ".`")) for line in body.splitlines()), body
    assert 2 <= len(re.findall(r"[.?](?=\s|$)", re.sub(r"`[^`]*`", "x", body))) <= 6


@every_page
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_implementation(page, language):
    assert not IMPLEMENTATION.findall(sentences(page, language))


@every_page
def test_templates_ask_for_facts_that_the_check_passes(page):
    documented = set(FACTS.get(page.code, []))
    for name, words in templates(page).items():
        allowed = documented | {"near"} if name == "near" else documented
        for text in words.values():
            assert placeholders(text) <= allowed, name


@every_page
def test_templates_ask_for_the_same_facts_in_both_languages(page):
    for words in templates(page).values():
        if words:
            assert placeholders(words["en"]) == placeholders(words["vi"])


@every_page
def test_vietnamese_is_not_english(page):
    for words in (page.message, page.help, page.body):
        assert words["en"] != words["vi"]
    assert re.search(r"[ăâđêôơưạảấầẩậắằẳặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", page.body["vi"])


@every_page
def test_examples_are_well_formed(page):
    if not page.is_shown:
        assert not page.examples
        assert not page.fixes
        return
    assert page.examples
    assert page.fixes
    assert not any(block.marks for block in page.fixes)
    for block in (*page.examples, *page.fixes):
        assert re.fullmatch(r"[a-z-]+(/[a-z-]+)?\.(ya?ml|txt)", block.path)


def test_facts_are_documented_for_codes_only():
    assert FACTS.keys() <= set(Code)


def test_a_page_is_read_once():
    assert rule(Code.UNKNOWN_CRITERION) is rule(Code.UNKNOWN_CRITERION)
