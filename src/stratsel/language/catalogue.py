"""The sentences of the tool in the reader's language, from gettext catalogues inside the package."""

import gettext
from functools import cache
from importlib.resources import as_file, files

LANGUAGES = ("en", "vi")
"""The languages in which the tool speaks; the sentences in the code are English."""


def N_(sentence: str) -> str:  # noqa: N802 - the name that extraction looks for
    """Mark a sentence for translation where it is written but not yet spoken."""
    return sentence


@cache
def sentences(language: str) -> gettext.NullTranslations:
    """Return the catalogue of a language; English needs none."""
    if language not in LANGUAGES or language == "en":
        return gettext.NullTranslations()
    with as_file(files("stratsel.language") / "locale") as folder:
        return gettext.translation("stratsel", folder, [language], fallback=True)


def say(language: str, sentence: str, /, **facts: object) -> str:
    """Return a sentence in a language with its named places filled; facts are text and never sentences."""
    return sentences(language).gettext(sentence).format(**facts)
