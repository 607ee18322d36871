"""The catalogue: each sentence that the code speaks has its translation, with the same places to fill."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from stratsel.language.catalogue import LANGUAGES, sentences

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "stratsel"
PO = SOURCE / "language" / "locale"
SENTENCE_AT = {"N_": 0, "UsageError": 0, "say": 1}
"""Where each of these functions takes a sentence."""


def spoken():
    """Every sentence that is written in the code as one that is translated, with where it stands."""
    found = {}
    for module in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            at = SENTENCE_AT.get(getattr(node.func, "id", "")) if isinstance(node, ast.Call) else None
            if at is not None and len(node.args) > at and isinstance(node.args[at], ast.Constant):
                found[node.args[at].value] = f"{module.relative_to(ROOT).as_posix()}:{node.lineno}"
    return found


def written(language):
    """The messages of a catalogue's source and their translations; the header is left out."""
    text = (PO / language / "LC_MESSAGES" / "stratsel.po").read_text(encoding="utf-8")
    messages = {}
    for block in re.split(r"\n\n+", text.strip()):
        parts = re.search(r'^msgid ((?:".*"\n?)+)msgstr ((?:".*"\n?)+)', block, flags=re.MULTILINE)
        assert parts, block
        one, other = ("".join(ast.literal_eval(line) for line in part.splitlines()) for part in parts.groups())
        messages[one] = other
    messages.pop("")
    return messages


def places(text):
    return sorted({name for _, name, _, _ in Formatter().parse(text) if name is not None})


@pytest.fixture(params=[language for language in LANGUAGES if language != "en"])
def language(request):
    return request.param


def test_no_sentence_lacks_its_translation(language):
    messages = written(language)
    missing = {text: place for text, place in spoken().items() if not messages.get(text)}
    assert not missing, "run: make catalogue"


def test_no_translation_is_left_over(language):
    assert not written(language).keys() - spoken().keys(), "run: make catalogue"


def test_nothing_is_marked_as_doubtful_or_obsolete(language):
    text = (PO / language / "LC_MESSAGES" / "stratsel.po").read_text(encoding="utf-8")
    assert not re.search(r"^#(, fuzzy|~)", text, flags=re.MULTILINE)


def test_translations_have_the_same_places(language):
    wrong = {text: other for text, other in written(language).items() if places(text) != places(other)}
    assert not wrong


def test_translations_end_alike(language):
    """A sentence's full stop, colon or line ends are in both languages or in neither."""
    wrong = {text: other for text, other in written(language).items() if _end(text) != _end(other)}
    assert not wrong


def _end(text):
    return re.search(r"[.:;?!\s]*$", text).group(), text.count("\n")


def test_the_compiled_catalogue_says_the_same(language):
    catalogue = sentences(language)
    stale = [text for text, other in written(language).items() if catalogue.gettext(text) != other]
    assert not stale, "compile it: python hatch_build.py"
