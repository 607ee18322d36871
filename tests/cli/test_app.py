"""How every command can end, and the language of what is said."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from stratsel import __version__, api
from stratsel.cli.app import app


def test_version(call: Callable) -> None:
    """One line with name and version."""
    assert call("--version").out == f"stratsel {__version__}\n"


def test_help_fits_a_screen_and_has_an_example(call: Callable) -> None:
    """At most 24 lines of at most 80 columns for each command."""
    for arguments in (("--help",), *((command.name, "-h") for command in app.registered_commands)):
        ended = call(*arguments)
        lines = ended.out.splitlines()
        assert ended.code == 0
        assert len(lines) <= 24
        assert max(map(len, lines)) <= 80
        assert "Example: stratsel" in ended.out or "stratsel check" in ended.out


def test_no_command_is_wrong_use_with_the_help(call: Callable) -> None:
    """Nothing on standard output, the help beside it."""
    ended = call()
    assert (ended.code, ended.out) == (2, "")
    assert "check" in ended.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chek",), "check"),
        (("nothing-like-it",), "nothing-like-it"),
        (("rank", "--fromat", "json"), "--format"),
        (("rank", "--format", "jsn"), "json"),
        (("rank", "--top", "0"), "1"),
        (("rank", "--top", "x"), "--top"),
        (("check", "--criteria"), "--criteria"),
        (("rank", "--lang", "fr"), "vi"),
        (("rank", "a", "b"), "b"),
    ],
)
def test_wrong_use_says_what_would_be_right(call: Callable, arguments: tuple[str, ...], said: str) -> None:
    """Exit 2, nothing on standard output, and the cure on standard error."""
    ended = call(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_a_fault_is_one_line_and_seventy(call: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug of the tool never looks like a verdict; the traceback needs `--debug`."""

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr(api, "check", fail)
    ended = call("check")
    assert (ended.code, ended.out, ended.err.count("\n")) == (70, "", 1)
    assert "ZeroDivisionError" in ended.err
    assert "Traceback" in call("check", "--debug").err


def test_interruption_is_130(call: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends quietly."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(api, "check", interrupt)
    assert call("check").code == 130


def test_language_is_asked_then_variable_then_locale(call: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--lang`, else STRATSEL_LANG, else the locale, else English."""
    english = call("check").err
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    vietnamese = call("check").err
    assert vietnamese != english
    monkeypatch.setenv("STRATSEL_LANG", "en")
    assert call("check").err == english
    assert call("check", "--lang", "vi").err == vietnamese
    assert call("--lang", "vi", "check").err == vietnamese
    assert call("check", "--lang=vi").err == vietnamese


def test_help_and_refusals_in_vietnamese(call: Callable) -> None:
    """Help and wrong use are translated, too."""
    assert "Tùy chọn" in call("rank", "--help", "--lang", "vi").out
    assert call("rank", "--top", "0", "--lang", "vi").err != call("rank", "--top", "0").err
    assert call("check", "nowhere", "--lang", "vi").err != call("check", "nowhere").err


def test_as_a_process(round_folder: Path) -> None:
    """`python -m stratsel` does the same, in UTF-8 whatever the streams are set to."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LANG": "C"}
    done = subprocess.run(
        [sys.executable, "-m", "stratsel", "rank", "--lang", "vi", "--format", "csv"],
        capture_output=True,
        check=False,
        env=environment,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"alpha" in done.stdout
    done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_fault(round_folder: Path) -> None:
    """`stratsel rank | head -0` ends without a word."""
    with subprocess.Popen(
        [sys.executable, "-m", "stratsel", "rank"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (0, b"")
