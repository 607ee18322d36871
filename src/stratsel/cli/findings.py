"""How the commands show findings."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass

from stratsel.api import Check
from stratsel.cli.output import remark, wants_colour
from stratsel.errors import Rejected, UsageError
from stratsel.language.catalogue import N_, say

_FOR_PEOPLE = ("text", "concise")
_STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "advice": "bold cyan",
    "message": "bold",
    "help": "bold green",
}


@dataclass(frozen=True, slots=True)
class Showing:
    """How findings are shown: in which format and language, and how much is said."""

    form: str
    language: str
    to_terminal: bool = False
    is_quiet: bool = False
    counts_only: bool = False
    shows_each: bool = False


def format_meant(form: str, environment: Mapping[str, str], *, to_file: bool, counts_only: bool) -> str:
    """Return the format that `auto` stands for: annotations on GitHub, text on a terminal, lines for other programs.

    Raises:
        UsageError: counts are asked for in a format that has no place for them.
    """
    if form == "auto":
        if environment.get("GITHUB_ACTIONS") == "true" and not to_file and not counts_only:
            return "github"
        return "text" if sys.stdout.isatty() and not to_file else "concise"
    if counts_only and form not in _FOR_PEOPLE:
        raise UsageError(N_("--statistics goes with --format text or concise"))
    return form


def show_findings(check: Check, showing: Showing) -> str:
    """Return what goes to standard output or into a file; text is coloured for a terminal only."""
    shown = _counts(check, showing) if showing.counts_only else _shown(check, showing)
    if showing.form != "text" or showing.is_quiet:
        return shown
    from stratsel.diagnostics.render import text

    return shown + text.closing(check.findings, showing.language)


def add_remarks(check: Check, showing: Showing) -> None:
    """Say on standard error what is no finding: what the check came to, where its lines do not say so, and how far."""
    if showing.is_quiet:
        return
    if showing.form == "concise":
        from stratsel.diagnostics.render.summary import summary

        remark(summary(check.findings, showing.language))
    shape_only_remark(check, showing.language)


def refuse(rejected: Rejected, language: str) -> None:
    """Show on standard error why a round cannot be ranked."""
    remark(show_findings(rejected.check, Showing("text", language)).removesuffix("\n"))
    shape_only_remark(rejected.check, language)
    sentence = N_("the round is rejected; nothing was ranked")
    if rejected.leaves_some:
        sentence = N_("the round is rejected; nothing was ranked (--partial leaves rejected dossiers out)")
    remark(f"stratsel: {say(language, sentence)}")


def shape_only_remark(check: Check, language: str) -> None:
    """Say so where the dossiers could not be checked against the criteria."""
    if not check.criteria_checked:
        sentence = N_("the criteria file cannot be used, so the dossiers were checked for their shape only")
        remark(f"stratsel: {say(language, sentence)}")


def _counts(check: Check, showing: Showing) -> str:
    from stratsel.diagnostics.render.statistics import statistics

    return statistics(check.findings, showing.language)


def _shown(check: Check, showing: Showing) -> str:
    if showing.form != "text":
        from stratsel.diagnostics.render import renderer

        return renderer(showing.form)(check.findings, check.places, showing.language)
    if not check.findings:
        return ""
    from stratsel.diagnostics.causes import by_cause, singly
    from stratsel.diagnostics.render import text

    paint = _paint if showing.to_terminal and wants_colour() else text.plain
    grouping = singly if showing.shows_each else by_cause
    return text.blocks(check.findings, check.places, showing.language, paint, grouping)


def _paint(role: str, text: str) -> str:
    from rich.style import Style

    style = _STYLES.get(role)
    return Style.parse(style).render(text) if style else text
