"""The library: one function for each use, from paths to results; nothing here prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from stratsel.errors import Rejected, UsageError
from stratsel.intake.discover import DECISION_FILE, select_round
from stratsel.intake.load import Loaded, Progress, load
from stratsel.language.catalogue import N_

if TYPE_CHECKING:
    from stratsel.analysis.firmness import Firmness
    from stratsel.diagnostics.findings import Findings
    from stratsel.diagnostics.span import Places
    from stratsel.engine.evaluate import Evaluation
    from stratsel.engine.problem import Problem
    from stratsel.intake.discover import Selection
    from stratsel.intake.repair import Repairs
    from stratsel.intake.rulebook import Rulebook
    from stratsel.model.round import Round
    from stratsel.results.feedback import Feedback
    from stratsel.results.ranking import Ranking

AnyPath = str | PathLike[str]


@dataclass(frozen=True, slots=True)
class Check:
    """What is wrong with a round; `places` gives the lines that findings point to.

    `criteria_checked` is False where the criteria file could not be used, so that dossiers were checked for shape only.
    """

    findings: Findings
    places: Places
    criteria_checked: bool


def check(
    paths: Sequence[AnyPath] = (),
    *,
    criteria: AnyPath | None = None,
    content: bytes | None = None,
    progress: Progress | None = None,
) -> Check:
    """Validate a round, or some files of one, and return every finding.

    Args:
        paths: a round's folder, its folder of dossiers, or files of one round; the current folder when empty.
        criteria: the criteria file, where the round has several.
        content: what stands for the one file that `paths` names, whether or not it is on disk.
        progress: is told how many dossiers of how many have been read, before each.

    Raises:
        UsageError: nothing is there to check, or the paths do not name one round.
    """
    selection = select_round(_paths(paths), _path(criteria), content)
    loaded = load(selection, progress)
    is_asked = not selection.asked or DECISION_FILE in selection.asked
    found = _reviewed(loaded, *_valued(loaded.round)) if loaded.round and _has_review(loaded) and is_asked else None
    return Check(found or loaded.findings, loaded.places, loaded.criteria_checked)


def repairs(paths: Sequence[AnyPath] = (), *, criteria: AnyPath | None = None, content: bytes | None = None) -> Repairs:
    """Return what `fix` would change; nothing is written. Arguments are as for `check`.

    Raises:
        UsageError: nothing is there to check, or the paths do not name one round.
    """
    from stratsel.intake.repair import find_repairs

    return find_repairs(select_round(_paths(paths), _path(criteria), content))


def fix(paths: Sequence[AnyPath] = (), *, criteria: AnyPath | None = None) -> Repairs:
    """Repair slips of form in a round, or in some of its files, and return what was changed.

    Set right are accents apart from their letters, mixed ends of lines, texts that a comma cut, and keys with one near
    spelling; never a figure or what a text says. All else in the files stays as it is. Arguments are as for `check`.

    Raises:
        UsageError: nothing is there to check, the paths do not name one round, or a file has changed meanwhile or
            cannot be written.
    """
    from stratsel.intake.repair import find_repairs, write_repairs

    selection = select_round(_paths(paths), _path(criteria))
    found = find_repairs(selection)
    write_repairs(selection.folder, found)
    return found


def rank(
    candidates: AnyPath = "candidates",
    *,
    criteria: AnyPath | None = None,
    partial: bool = False,
    firmness: bool = True,
) -> Ranking:
    """Rank the candidates of a round.

    Args:
        candidates: the folder of dossiers, or the round's folder; the rest is taken from the folder around it.
        criteria: the criteria file, where the round has several.
        partial: leave rejected dossiers out instead of refusing the round; the result names them.
        firmness: study how firm each place is under other weights and judgements.

    Raises:
        Rejected: a file of the round has an error; the exception holds the findings.
        UsageError: nothing is there to rank.
    """
    selection = select_round([Path(candidates)], _path(criteria))
    if selection.asked:
        raise UsageError(N_("{path} is no folder"), path=Path(candidates).as_posix())
    loaded = load(selection)
    leaves_some = loaded.round is not None and bool(loaded.round.table.candidates)
    if loaded.round is None or not leaves_some or (loaded.findings.rejects and not partial):
        raise Rejected(Check(loaded.findings, loaded.places, loaded.criteria_checked), leaves_some=leaves_some)
    problem, evaluation = _valued(loaded.round)
    if _has_review(loaded):
        findings = _reviewed(loaded, problem, evaluation)
        if findings.rejects:
            raise Rejected(Check(findings, loaded.places, loaded.criteria_checked))
    from stratsel.results.build import build_ranking

    studied = _studied(problem, evaluation) if firmness else None
    return build_ranking(loaded.round, problem, evaluation, loaded.places, loaded.rejected, studied)


def _studied(problem: Problem, evaluation: Evaluation) -> Firmness:
    from stratsel.analysis.firmness import firmness
    from stratsel.assemble.uncertainty import admissible_weights
    from stratsel.engine.selection import select
    from stratsel.model.uncertainty import Uncertainty

    asked = Uncertainty()
    admissible = admissible_weights(asked)
    return firmness(
        problem, evaluation, select(problem, evaluation), admissible, samples=asked.samples, seed=asked.seed
    )


def _valued(round_: Round) -> tuple[Problem, Evaluation]:
    from stratsel.assemble.problem import assemble
    from stratsel.engine.evaluate import evaluate

    problem = assemble(round_)
    return problem, evaluate(problem)


def _has_review(loaded: Loaded) -> bool:
    """Whether something in the round can only be judged beside its order, and all of the order is there."""
    return loaded.round is not None and loaded.round.decisions is not None and not loaded.rejected


def _reviewed(loaded: Loaded, problem: Problem, evaluation: Evaluation) -> Findings:
    from stratsel.engine.selection import select
    from stratsel.review.departures import departure_findings

    assert loaded.round is not None
    landings = {problem.alternatives[row]: found for row, found in select(problem, evaluation).landings.items()}
    return loaded.findings.joined(departure_findings(loaded.round, landings), loaded.places)


def _paths(paths: Sequence[AnyPath]) -> list[Path]:
    return [Path(path) for path in paths]


def _path(path: AnyPath | None) -> Path | None:
    return None if path is None else Path(path)


def schema(kind: str, *, criteria: AnyPath | None = None, language: str = "en") -> str:
    """Return the JSON Schema of a kind of file, as the text of a file for editors.

    Args:
        kind: `criteria`, `candidate`, `sources`, `assessor` or `decision`.
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
    selection = select_round([folder if folder.is_dir() else folder.parent], _path(criteria))
    target = selection.folder.root / (selection.dossiers if folder.is_dir() else folder.name)
    rules = _rulebook(selection)
    return write_dossier(selection.folder.root, target, rules.criteria, candidate, title or candidate, language)


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


def feedback(
    dossier: AnyPath,
    *,
    criteria: AnyPath | None = None,
    content: bytes | None = None,
    progress: Progress | None = None,
) -> Feedback:
    """Return what a dossier shows by itself and where more evidence would matter most, beside its findings.

    Args:
        dossier: the file; the rest of its round is read as for `check`.
        criteria: the criteria file, where the round has several.
        content: what stands for the file, whether or not it is on disk.
        progress: is told how many dossiers of how many have been read, before each.

    Raises:
        UsageError: there is no such file, or it is no dossier of a round.
    """
    from stratsel.results.build import round_facts
    from stratsel.results.feedback import Feedback, dossier_standing

    selection = select_round([Path(dossier)], _path(criteria), content)
    if not any(file.startswith(f"{selection.dossiers}/") for file in selection.asked):
        raise UsageError(N_("{path} is no dossier; name the file of one"), path=Path(dossier).as_posix())
    loaded = load(selection, progress)
    if loaded.round is None:
        return Feedback(loaded.findings, loaded.places)
    facts = round_facts(loaded.round)
    mine = [candidate for candidate, file in loaded.round.files.items() if file in selection.asked]
    if not mine:
        return Feedback(loaded.findings, loaded.places, facts)
    problem, evaluation = _valued(loaded.round)
    try:
        standing = dossier_standing(loaded.round, problem, evaluation, mine[0], loaded.places)
    except Rejected as changed:
        return Feedback(changed.check.findings, changed.check.places, facts)
    return Feedback(loaded.findings, loaded.places, facts, standing)
