"""`stratsel rule`."""

import difflib
from typing import Annotated

import typer

from stratsel.cli.exits import Exit
from stratsel.cli.options import Debug, Lang, Output
from stratsel.diagnostics.codes import Code
from stratsel.errors import UsageError
from stratsel.language.catalogue import N_

Asked = Annotated[str | None, typer.Argument(metavar="CODE", help=N_("A code or its name, as a finding shows them."))]
All = Annotated[bool, typer.Option("--all", help=N_("List every code."))]


def rule(
    context: typer.Context,
    code: Asked = None,
    every: All = False,
    output: Output = None,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Explain a finding: why it is one, an example, and the same mended."""
    from stratsel.cli.output import emit
    from stratsel.diagnostics.catalogue import rule as rule_of
    from stratsel.diagnostics.catalogue import rules
    from stratsel.diagnostics.render.rule import listing, page

    language = str(context.find_root().obj)
    if every is (code is not None):
        raise UsageError(N_("name one code, or ask for --all"))
    emit(listing(rules(), language) if code is None else page(rule_of(_meant(code)), language), output)
    return Exit.FINE


def _meant(asked: str) -> Code:
    from stratsel.diagnostics.catalogue import rules

    names = {word: rule.code for rule in rules() for word in (rule.code.value, rule.name)}
    word = asked.upper() if asked.upper() in names else asked.lower()
    if word in names:
        return names[word]
    near = difflib.get_close_matches(word, names, n=1) or difflib.get_close_matches(asked.upper(), names, n=1)
    if near:
        raise UsageError(N_("there is no finding {name}; did you mean {near}?"), name=asked, near=near[0])
    raise UsageError(N_("there is no finding {name}; see stratsel rule --all"), name=asked)
