"""Which language a reader wants."""

from collections.abc import Mapping

from stratsel.language.catalogue import LANGUAGES

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def choose_language(asked: str | None, environment: Mapping[str, str]) -> str:
    """Return the language asked for, else that of STRATSEL_LANG, else the system's where the tool speaks it, else en.

    What neither an option nor STRATSEL_LANG names as one of `LANGUAGES` is passed over.
    """
    for wish in (asked, environment.get("STRATSEL_LANG")):
        if wish in LANGUAGES:
            return str(wish)
    locale = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    language = locale.partition("_")[0].partition(".")[0].lower()
    return language if language in LANGUAGES else "en"
