"""What a round begins with: its files, and what helps to write them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from stratsel.api.checking import check
from stratsel.api.opening import AnyPath, as_path
from stratsel.errors import Rejected, UsageError
from stratsel.intake.discover import select_round
from stratsel.language.catalogue import N_

if TYPE_CHECKING:
    from stratsel.intake.discover import Selection
    from stratsel.intake.rulebook import Rulebook


def init(folder: AnyPath = ".", *, language: str = "en") -> list[str]:
    """Write a small, complete round to begin with, and return the paths of its files.

    Raises:
        UsageError: a file of a round is there already, or a file cannot be written.
    """
    from stratsel.scaffold.init import init as write_round

    return [(Path(folder) / name).as_posix() for name in write_round(Path(folder), language)]


def new(
    candidate: str,
    *,
    title: str | None = None,
    candidates: AnyPath = "candidates",
    criteria: AnyPath | None = None,
    language: str = "en",
) -> str:
    """Write a new dossier that says `unknown` to everything a round asks, and return its path.

    Args:
        candidate: the id, which is the name of the file, too.
        title: what people call it; the id unless said.
        candidates: the folder of dossiers, or the round's folder.
        criteria: the criteria file, where the round has several.
        language: the language of the comments, and of the dossier.

    Raises:
        Rejected: the criteria file has an error; the exception holds the findings.
        UsageError: the id or the title cannot be one, there is such a dossier already, or there is no round.
    """
    from stratsel.scaffold.new import write_dossier

    folder = Path(candidates)
    if folder.exists() and not folder.is_dir():
        raise UsageError(N_("{path} is no folder"), path=folder.as_posix())
    selection = select_round([folder if folder.is_dir() else folder.parent], as_path(criteria))
    target = selection.folder.root / (selection.dossiers if folder.is_dir() else folder.name)
    rules = _rulebook(selection)
    return write_dossier(selection.folder.root, target, rules.criteria, candidate, title or candidate, language)


def schema(kind: str, *, criteria: AnyPath | None = None, language: str = "en") -> str:
    """Return the JSON Schema of a kind of file, as the text of a file for editors.

    Args:
        kind: `criteria`, `candidate`, `sources`, `assessor`, `decision` or `scenario`.
        criteria: a criteria file, whose leaves and fields the schema of a dossier then knows.
        language: the language of what editors show.

    Raises:
        Rejected: the criteria file has an error; the exception holds the findings.
        UsageError: there is no such kind, or the criteria file is not there, or the kind does not look at it.
    """
    from stratsel.scaffold.schema import KINDS, as_json, candidate_schema
    from stratsel.scaffold.schema import schema as schema_of

    if kind not in KINDS:
        raise UsageError(N_("{kind} is no kind of file; there are: {kinds}"), kind=kind, kinds=", ".join(KINDS))
    if criteria is None:
        return as_json(schema_of(kind, language))
    if kind != "candidate":
        raise UsageError(N_("--criteria goes with the schema of candidate only"))
    rules = _rulebook(select_round([Path(criteria)]))
    return as_json(candidate_schema(rules.criteria, rules.sources, language))


def _rulebook(selection: Selection) -> Rulebook:
    """Return the rules of a round.

    Raises:
        Rejected: the criteria file has an error.
    """
    from stratsel.intake.rulebook import read_rulebook

    rules = read_rulebook(selection)
    if rules is None:
        raise Rejected(check([selection.folder.root / selection.criteria_file]))
    return rules
