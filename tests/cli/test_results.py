"""How commands show a result: written, or refused with the findings."""

from collections.abc import Callable
from pathlib import Path

import pytest

COMMANDS = [("explain", "alpha"), ("compare", "alpha", "beta")]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_form_is_written(command: tuple[str, ...], call: Callable) -> None:
    """Exit 0, a result on standard output and nothing beside it; text unless said."""
    for form in ("text", "json", "markdown"):
        ended = call(*command, "--format", form)
        assert (ended.code, ended.err) == (0, ""), form
        assert "Alpha Kitchen" in ended.out
        assert ended.out == call(*command, "--format", form).out
    assert call(*command).out == call(*command, "--format", "text").out


@pytest.mark.parametrize("command", COMMANDS)
def test_the_folder_may_be_named_or_be_the_round(command: tuple[str, ...], call: Callable) -> None:
    """As with `rank`."""
    assert call(*command).out == call(*command, "candidates").out == call(*command, ".").out
    assert call(*command, "--criteria", "criteria/round.yaml").out == call(*command).out


@pytest.mark.parametrize("command", COMMANDS)
def test_to_a_file(command: tuple[str, ...], call: Callable, round_folder: Path) -> None:
    """Nothing on standard output, the same bytes in the file."""
    ended = call(*command, "--format", "markdown", "-o", "found.md")
    assert (ended.code, ended.out) == (0, "")
    text = (round_folder / "found.md").read_bytes().decode("utf-8")
    assert text == call(*command, "--format", "markdown").out


@pytest.mark.parametrize("command", COMMANDS)
def test_data_do_not_depend_on_the_language_and_words_do(command: tuple[str, ...], call: Callable) -> None:
    """A Vietnamese reader gets Vietnamese titles and the same data."""
    english, vietnamese = (call(*command, "--format", "json", "--lang", each).out for each in ("en", "vi"))
    assert english == vietnamese
    assert "Bếp Alpha" in call(*command, "--lang", "vi").out


@pytest.mark.parametrize("command", COMMANDS)
def test_a_rejected_round_is_refused(command: tuple[str, ...], call: Callable, break_beta: Path) -> None:
    """Exit 1, no result and no file, the findings beside it."""
    ended = call(*command, "-o", "found.txt")
    assert (ended.code, ended.out) == (1, "")
    assert "candidates/beta.yaml:" in ended.err
    assert not (break_beta.parents[1] / "found.txt").exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_wrong_use(command: tuple[str, ...], call: Callable) -> None:
    """Exit 2, and nothing on standard output: no such folder, no such form, no candidate named."""
    for arguments in ((*command, "nowhere"), (*command, "--format", "csv"), command[:1]):
        ended = call(*arguments)
        assert (ended.code, ended.out) == (2, ""), arguments
        assert ended.err


@pytest.mark.parametrize("command", COMMANDS)
def test_an_unknown_id_is_answered_with_the_nearest(command: tuple[str, ...], call: Callable) -> None:
    """Exit 2; with nothing near, that there is none."""
    misspelt = [each.replace("alpha", "alhpa") for each in command]
    ended = call(*misspelt)
    assert (ended.code, ended.out) == (2, "")
    assert "alhpa" in ended.err
    assert "did you mean alpha?" in ended.err
    ended = call(*[each.replace("alpha", "zzz") for each in command])
    assert (ended.code, ended.out) == (2, "")
    assert "there is no candidate zzz in this round" in ended.err


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["en", "vi"])
def test_help_fits_a_screen_and_has_an_example(language: str, command: tuple[str, ...], call: Callable) -> None:
    """At most 24 lines of at most 80 columns."""
    ended = call(command[0], "--help", "--lang", language)
    lines = ended.out.splitlines()
    assert (ended.code, ended.err) == (0, "")
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    assert f"stratsel {command[0]} " in ended.out
