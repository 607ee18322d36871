"""The two kinds of node on the command line, with help in the reader's language."""

import difflib
from typing import Any

from typer.core import TyperCommand, TyperGroup

from stratsel.cli.output import emit
from stratsel.errors import UsageError
from stratsel.language.catalogue import N_, catalogue_folder, say

_WORDS_OF_TYPER = (
    N_("Arguments"),
    N_("Options"),
    N_("Commands"),
    N_("default: {default}"),
    N_("required"),
    N_("Missing command."),
    N_("Show this message and exit."),
    N_("Install completion for the current shell."),
    N_("Show completion for the current shell, to copy it or customize the installation."),
)
"""Words that typer itself puts into help, given to the catalogue."""


def speak(language: str) -> None:
    """Let typer, which asks the process's own catalogue, speak the reader's language too."""
    import gettext
    import os

    if language == "en":
        gettext.textdomain("messages")
        return
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("stratsel", catalogue_folder())
    gettext.textdomain("stratsel")


class _Translated:
    """Speaks the language that `main` put into the context."""

    help: str | None

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, pieces, prefix=say(_language(ctx), N_("Usage: ")))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the whole help."""
        language = _language(ctx)
        if self.help:
            self.help = say(language, self.help)
        for command in getattr(self, "commands", {}).values():
            command.short_help = say(language, command.help).splitlines()[0] if command.help else None
        super().format_help(ctx, formatter)  # type: ignore[misc]

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters with their help in the reader's language."""
        parameters: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        for parameter in parameters:
            if getattr(parameter, "help", None):
                parameter.help = say(_language(ctx), parameter.help)
        return parameters

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option that writes the help where results go."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.callback = _show_help
        return option


def _show_help(ctx: Any, parameter: Any, is_asked: bool) -> None:
    if is_asked and not ctx.resilient_parsing:
        emit(f"{ctx.get_help()}\n")
        ctx.exit()


def _language(ctx: Any) -> str:
    return str(ctx.find_root().obj or "en")


class Command(_Translated, TyperCommand):
    """A command."""


class Group(_Translated, TyperGroup):
    """The program, with its commands in the order in which they are given."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the commands' names."""
        return list(self.commands)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is asked for.

        Raises:
            UsageError: there is none of that name.
        """
        name = args[0]
        if name not in self.commands and not name.startswith("-"):
            near = difflib.get_close_matches(name, self.commands, n=1)
            if near:
                raise UsageError(N_("there is no command {name}; did you mean {near}?"), name=name, near=near[0])
            raise UsageError(N_("there is no command {name}; see stratsel --help"), name=name)
        return super().resolve_command(ctx, args)
