"""The program: its commands, and what becomes of every way in which they can end."""

import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer

from stratsel.__about__ import __version__
from stratsel.cli.check import check
from stratsel.cli.commands import Command, Group, speak
from stratsel.cli.compare import compare
from stratsel.cli.exits import Exit
from stratsel.cli.explain import explain
from stratsel.cli.init import init
from stratsel.cli.methods import methods
from stratsel.cli.new import new
from stratsel.cli.options import Lang
from stratsel.cli.output import emit, open_closed_streams, remark, use_utf8
from stratsel.cli.rank import rank
from stratsel.cli.report import report
from stratsel.cli.robustness import robustness
from stratsel.cli.rule import rule
from stratsel.cli.schema import schema
from stratsel.errors import UsageError
from stratsel.language.catalogue import N_, say
from stratsel.language.choose import choose_language

app = typer.Typer(
    cls=Group,
    help=N_("Choose the few out of many, and say why: stratsel check, stratsel rank."),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
app.command(
    "check",
    cls=Command,
    help=N_("Validate a round: every finding with its line and cure.\n\nExample: stratsel check candidates/uav.yaml"),
)(check)
app.command(
    "rank",
    cls=Command,
    help=N_(
        "Rank the candidates and justify each place.\n\n"
        "Example: stratsel rank candidates --format markdown -o ranking.md"
    ),
)(rank)
app.command(
    "explain",
    cls=Command,
    help=N_(
        "Tell everything about one candidate, down to its dossier.\n\n"
        "Example: stratsel explain uav --format markdown -o uav.md"
    ),
)(explain)
app.command(
    "compare",
    cls=Command,
    help=N_("Set two candidates side by side, and say what decides.\n\nExample: stratsel compare fiveg uav"),
)(compare)
app.command(
    "methods",
    cls=Command,
    help=N_(
        "Set the order of the round beside those of other methods.\n\n"
        "Example: stratsel methods --format markdown -o methods.md"
    ),
)(methods)
app.command(
    "robustness",
    cls=Command,
    help=N_(
        "Study how the order holds when weights and judgements vary.\n\n"
        "Example: stratsel robustness --part stability --format csv"
    ),
)(robustness)
app.command(
    "report",
    cls=Command,
    help=N_("Write the paper for the meeting.\n\nExample: stratsel report -o report.html -o report.docx --lang vi"),
)(report)
app.command(
    "rule",
    cls=Command,
    help=N_("Explain a finding: why it is one, and how to mend it.\n\nExample: stratsel rule unknown-key"),
)(rule)
app.command(
    "init",
    cls=Command,
    help=N_("Write a small round to begin with.\n\nExample: stratsel init my-round --lang vi"),
)(init)
app.command(
    "new",
    cls=Command,
    help=N_(
        "Write a dossier that asks each question of the round.\n\n"
        'Example: stratsel new edge-camera --title "Edge AI camera"'
    ),
)(new)
app.command(
    "schema",
    cls=Command,
    help=N_(
        "Print a JSON Schema, by which editors help to write a file.\n\n"
        "Example: stratsel schema candidate --criteria criteria/my-round.yaml"
    ),
)(schema)


def _print_version(wanted: bool) -> None:
    if wanted:
        emit(f"stratsel {__version__}\n")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help=N_("Print the version."))
    ] = False,
    lang: Lang = None,
) -> None:
    """Take the options that stand before a command."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    open_closed_streams()
    use_utf8()
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; nothing escapes but what ends the interpreter itself."""
    language = choose_language(_language_asked(arguments), os.environ)
    speak(language)
    try:
        _refuse_nowhere()
        command = typer.main.get_command(app)
        return int(command.main(arguments, prog_name="stratsel", standalone_mode=False, obj=language) or Exit.FINE)
    except UsageError as error:
        from stratsel.cli.refusal import usage_line

        remark(f"stratsel: {usage_line(language, error.message, error.facts)}")
        return Exit.USAGE
    except (KeyboardInterrupt, typer.Abort):
        return Exit.INTERRUPTED
    except typer.exceptions.TyperException as error:
        from stratsel.cli.refusal import option_line

        if not arguments:
            remark(error.message)
            return Exit.USAGE
        remark(f"stratsel: {option_line(language, error)}")
        remark(say(language, N_("see: {command} --help"), command=_command_path(error)))
        return Exit.USAGE
    except Exception as error:
        return _fault(error, language, "--debug" in arguments)


def _refuse_nowhere() -> None:
    """Refuse to work in a folder that somebody has removed: no path means anything there.

    Raises:
        UsageError: this is one.
    """
    try:
        Path.cwd()
    except OSError as error:
        raise UsageError(N_("the folder that you are in is not there any more")) from error


def _language_asked(arguments: Sequence[str]) -> str | None:
    for option, value in pairwise([*arguments, ""]):
        if option == "--lang":
            return value.partition(",")[0]
        if option.startswith("--lang="):
            return option.partition("=")[2].partition(",")[0]
    return None


def _command_path(error: Exception) -> str:
    context = getattr(error, "ctx", None)
    return context.command_path if context is not None else "stratsel"


def _fault(error: Exception, language: str, with_traceback: bool) -> int:
    if with_traceback:
        import traceback

        remark("".join(traceback.format_exception(error)).rstrip())
    name = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    sentence = N_("a fault of the tool itself ({name}); please report it, with what --debug shows")
    remark(f"stratsel: {say(language, sentence, name=name)}")
    return Exit.FAULT
