"""The rules of a round without its dossiers: what new files are made from."""

from dataclasses import dataclass

from stratsel.intake.checks.identity import own_name
from stratsel.intake.checks.rules import rule_findings
from stratsel.intake.checks.screens import screen_findings
from stratsel.intake.checks.shortlist import shortlist_findings
from stratsel.intake.checks.tree import tree_findings
from stratsel.intake.checks.uncertainty import uncertainty_findings
from stratsel.intake.discover import SOURCES_FILE, Selection
from stratsel.intake.run import Run
from stratsel.model.criteria import FORMAT as CRITERIA_FORMAT
from stratsel.model.criteria import Criteria
from stratsel.model.source import FORMAT as SOURCES_FORMAT
from stratsel.model.source import Sources


@dataclass(frozen=True, slots=True)
class Rulebook:
    """What a round asks, and the ids of the sources that its dossiers share."""

    criteria: Criteria
    sources: frozenset[str]


def read_rulebook(selection: Selection) -> Rulebook | None:
    """Read a round's criteria file and its sources, or None where the criteria file has an error.

    Sources that cannot be read are none: nothing but their ids is wanted.
    """
    run = Run(selection)
    criteria = read_criteria(run)
    if criteria is None or not run.record.is_sound(selection.criteria_file):
        return None
    has_sources = selection.folder.has(SOURCES_FILE)
    sources = run.read(SOURCES_FILE, Sources, SOURCES_FORMAT).model if has_sources else None
    return Rulebook(criteria, frozenset(sources.sources if sources is not None else ()))


def read_criteria(run: Run) -> Criteria | None:
    """Read the criteria file of a round, noting whatever is wrong with it."""
    file = run.selection.criteria_file
    read = run.read(file, Criteria, CRITERIA_FORMAT)
    if read.model is not None:
        for check in (tree_findings, rule_findings, screen_findings, shortlist_findings, uncertainty_findings):
            run.check(file, read, check(file, read.model))
        run.check(file, read, own_name(file, read.model.id))
    return read.model
