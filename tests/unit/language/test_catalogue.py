import gettext
from pathlib import Path

import pytest

from stratsel.language.catalogue import LANGUAGES, N_, catalogue_folder, say, sentences

WRITE = "cannot write {file}: {obstacle}"


def test_the_languages_of_the_tool():
    assert LANGUAGES == ("en", "vi")


def test_a_marked_sentence_is_itself():
    assert N_("there is no command {name}") == "there is no command {name}"


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_each_language_has_a_compiled_catalogue(language):
    assert (Path(catalogue_folder()) / language / "LC_MESSAGES" / "stratsel.mo").is_file()
    assert isinstance(sentences(language), gettext.GNUTranslations)


@pytest.mark.parametrize(
    ("language", "spoken"),
    [
        ("en", "cannot write a.md: disk full"),
        ("vi", "không ghi được a.md: disk full"),
        ("fr", "cannot write a.md: disk full"),
        ("", "cannot write a.md: disk full"),
    ],
)
def test_a_sentence_with_its_facts(language, spoken):
    assert say(language, WRITE, file="a.md", obstacle="disk full") == spoken


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_sentence_that_nobody_translated_is_english(language):
    assert say(language, "no such sentence about {thing}", thing="drones") == "no such sentence about drones"


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("fact", ["{file}", "{0}", "{", "}}", "%s", "cannot write {file}: {obstacle}"])
def test_a_fact_is_never_a_sentence(language, fact):
    """What stands in a file may look like a place to fill or like a sentence to translate; it is neither."""
    assert say(language, "{fact}", fact=fact) == fact


def test_a_fact_may_have_any_name():
    assert say("en", "{language} {sentence}", language="a", sentence="b") == "a b"


@pytest.mark.parametrize("language", ["en", "fr", "../../etc", "vi/../vi"])
def test_no_other_name_leads_to_a_file(language):
    assert type(sentences(language)) is gettext.NullTranslations


def test_a_catalogue_is_read_once():
    assert sentences("vi") is sentences("vi")
