"""The sentences of the tool in the reader's language, from gettext catalogues inside the package."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

LANGUAGES = ("en", "vi")
"""The languages in which the tool speaks; the sentences in the code are English."""


def N_(sentence: str) -> str:  # noqa: N802 - the name that extraction looks for
    """Mark a sentence for translation where it is written but not yet spoken."""
    return sentence


@cache
def sentences(language: str) -> "NullTranslations":
    """Return the catalogue of a language; English needs none."""
    import gettext

    if language not in LANGUAGES or language == "en":
        return gettext.NullTranslations()
    return gettext.translation("stratsel", catalogue_folder(), [language], fallback=True)


def catalogue_folder() -> str:
    """Return where the compiled catalogues are."""
    from importlib.resources import files

    return str(files("stratsel.language") / "locale")


def say(language: str, sentence: str, /, **facts: object) -> str:
    """Return a sentence in a language with its named places filled; facts are text and never sentences."""
    spoken = sentence if language == "en" else sentences(language).gettext(sentence)
    return spoken.format(**facts)
