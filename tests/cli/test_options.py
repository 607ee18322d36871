"""Options that several commands share."""

from stratsel.cli.options import Tongue
from stratsel.language.catalogue import LANGUAGES


def test_languages_on_the_command_line_are_those_of_the_tool() -> None:
    """Neither list can grow without the other."""
    assert tuple(tongue.value for tongue in Tongue) == LANGUAGES
