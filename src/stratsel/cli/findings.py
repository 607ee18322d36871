"""How the commands show findings."""

import sys

from stratsel.api import Check
from stratsel.cli.output import remark, wants_colour
from stratsel.errors import Rejected
from stratsel.language.catalogue import N_, say

_STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "advice": "bold cyan",
    "message": "bold",
    "help": "bold green",
}


def show_findings(check: Check, form: str, language: str, to_terminal: bool) -> str:
    """Return the findings as text or as JSON; coloured only for a terminal."""
    if form == "json":
        from stratsel.diagnostics.render import json

        return json.render(check.findings, check.places, language)
    if not check.findings:
        from stratsel.diagnostics.render.summary import summary

        return f"{summary(check.findings, language)}\n"
    from stratsel.diagnostics.render import text

    if to_terminal and wants_colour():
        return text.render(check.findings, check.places, language, _paint)
    return text.render(check.findings, check.places, language)


def refuse(rejected: Rejected, language: str) -> None:
    """Show on standard error why a round cannot be ranked."""
    sys.stderr.write(show_findings(rejected.check, "text", language, to_terminal=False))
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


def _paint(role: str, text: str) -> str:
    from rich.style import Style

    style = _STYLES.get(role)
    return Style.parse(style).render(text) if style else text
