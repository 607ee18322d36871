"""Scenarios as they are read: those of the round, and those that somebody names."""

from collections.abc import Mapping

from stratsel.intake.beside import Known
from stratsel.intake.checks.identity import colliding_names
from stratsel.intake.checks.leaf import LeafRule
from stratsel.intake.checks.scenario import Cells, ScenarioRules, shape_findings
from stratsel.intake.discover import scenario_files
from stratsel.intake.run import Run
from stratsel.intake.validate import no_remark
from stratsel.model.scenario import FORMAT, GivenScenario, Scenario


def read_scenarios(run: Run, known: Known, leaves: Mapping[str, LeafRule]) -> dict[str, GivenScenario]:
    """Return the scenarios by their files, those with an error left out; `leaves` say what figures may be.

    Where the criteria are not to be relied on, nothing but the shape is looked at.
    """
    own = scenario_files(run.selection)
    run.record.note(colliding_names(own))
    rules = None
    if known.criteria is not None:
        rules = ScenarioRules(known.criteria, run.selection.criteria_file, known.candidates, leaves)
    found = {}
    for file in dict.fromkeys([*own, *run.selection.scenarios]):
        read = run.read(file, Scenario, FORMAT, no_remark if rules is None else rules.is_remark)
        if read.model is None:
            continue
        run.check(file, read, shape_findings(file, read.model))
        cells: Cells = {}
        if rules is not None:
            run.check(file, read, rules.findings(file, read.model))
            run.check(file, read, rules.read(file, read.model, cells))
        if run.record.is_sound(file):
            found[file] = GivenScenario(read.model, file, run.digests[file], cells)
    return found
