"""Scenarios against their round: whom and what they name, weights that have a meaning, figures on their scales."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.intake.checks.decision import unknown_candidate
from stratsel.intake.checks.identity import own_name
from stratsel.intake.checks.leaf import LeafRule
from stratsel.intake.checks.tree import UNWEIGHTED
from stratsel.intake.nearest import nearest
from stratsel.intake.record import MAX_FINDINGS
from stratsel.intake.validate import EXTENSION
from stratsel.model.assessments import Assessed
from stratsel.model.candidate import Assessment, Figures
from stratsel.model.criteria import Criteria, Criterion
from stratsel.model.scenario import Scenario
from stratsel.model.texts import walk

Cells = dict[str, dict[str, Assessed | None]]
"""What a scenario establishes, by candidate and leaf."""


def shape_findings(file: str, scenario: Scenario) -> Iterator[Diagnostic]:
    """Yield what is wrong with a scenario whatever the round: its name, and that it changes nothing."""
    yield from own_name(file, scenario.id)
    if not (scenario.weights or any(scenario.assessments.values())):
        yield Diagnostic(Code.IDLE_SCENARIO, Where(file, ("id",)), {"scenario": scenario.id})


class ScenarioRules:
    """What the scenarios of a round may change: `candidates` are those of the round, rejected ones included."""

    def __init__(
        self, criteria: Criteria, criteria_file: str, candidates: Collection[str], leaves: Mapping[str, LeafRule]
    ) -> None:
        self._criteria = criteria
        self._criteria_file = criteria_file
        self._candidates = dict.fromkeys(candidates)
        self._leaves = leaves
        self._paths = {criterion.id: path for path, criterion in walk(criteria.criteria)}

    def is_remark(self, path: KeyPath) -> bool:
        """Whether a key that begins with `x-` names nothing of the round."""
        match path:
            case ("weights", name) | ("assessments", _, name):
                return str(name).startswith(EXTENSION) and name not in self._paths
            case ("assessments", name):
                return str(name).startswith(EXTENSION) and name not in self._candidates
        return False

    def findings(self, file: str, scenario: Scenario) -> Iterator[Diagnostic]:
        """Yield what is wrong with the weights of a scenario, and whom and what its assessments name."""
        for name in scenario.weights:
            if not self.is_remark(("weights", name)):
                yield from self._unknown_criterion(file, ("weights", name), name)
        named = self._named(scenario)
        yield from self._siblings(file, scenario, named, (), self._criteria)
        for path, criterion in walk(self._criteria.criteria):
            yield from self._siblings(file, scenario, named, path, criterion)
        for candidate, supposed in scenario.assessments.items():
            path = ("assessments", candidate)
            if self.is_remark(path):
                continue
            yield from unknown_candidate(file, path, candidate, self._candidates, "key")
            for leaf in supposed:
                if not self.is_remark((*path, leaf)):
                    yield from self._unknown_leaf(file, (*path, leaf), leaf)

    def read(self, file: str, scenario: Scenario, cells: Cells) -> Iterator[Diagnostic]:
        """Put into `cells` what a scenario establishes on each leaf, and yield what is wrong with its figures."""
        for candidate, supposed in scenario.assessments.items():
            for leaf, written in supposed.items():
                if leaf not in self._leaves:
                    continue
                figure, findings = self._leaves[leaf].read(_as_assessment(written), file)
                cells.setdefault(candidate, {})[leaf] = figure
                for finding in findings:
                    path = ("assessments", candidate, *finding.where.path[1:])
                    yield replace(finding, where=replace(finding.where, path=path))

    def _unknown_criterion(self, file: str, path: KeyPath, name: str) -> Iterator[Diagnostic]:
        if name in self._paths:
            return
        near = nearest(name, self._paths)
        related = (Where(self._criteria_file, (*self._paths[near], "id")),) if near else ()
        facts: dict[str, Fact] = {"criterion": name, "criteria": self._criteria_file}
        yield Diagnostic(Code.UNKNOWN_CRITERION, Where(file, path, "key"), facts, near, related)

    def _unknown_leaf(self, file: str, path: KeyPath, name: str) -> Iterator[Diagnostic]:
        if name in self._paths and name not in self._leaves:
            yield Diagnostic(Code.ASSESSED_BRANCH, Where(file, path, "key"), {"criterion": name})
        yield from self._unknown_criterion(file, path, name)

    def _named(self, scenario: Scenario) -> set[str | None]:
        """Return the criteria that a scenario gives a weight, those that misspelt names probably mean included."""
        unknown = (name for name in scenario.weights if name not in self._paths)
        return {*scenario.weights, *(nearest(name, self._paths) for name in islice(unknown, MAX_FINDINGS))}

    def _siblings(
        self,
        file: str,
        scenario: Scenario,
        named: Collection[str | None],
        above: KeyPath,
        parent: Criteria | Criterion,
    ) -> Iterator[Diagnostic]:
        """Yield what is wrong with the weights that a scenario gives the children of a node, as a group."""
        weights = scenario.weights
        given = [child.id for child in parent.criteria if child.id in weights]
        if not given:
            return
        if parent.combine in UNWEIGHTED:
            facts: dict[str, Fact] = {"cause": f"combine: {parent.combine}"}
            related = (Where(self._criteria_file, (*above, "combine"), "key"),)
            for name in given:
                where = Where(file, ("weights", name), "key")
                yield Diagnostic(Code.WEIGHTLESS_CRITERION, where, {"criterion": name, **facts}, related=related)
            return
        first = Where(file, ("weights", given[0]), "key")
        others = [child.id for child in parent.criteria if child.id not in named]
        if others and self._criteria.has_equal_weights:
            facts = {"criterion": given[0], "others": ", ".join(others)}
            related = (Where(self._criteria_file, ("weighting", "method")),)
            yield Diagnostic(Code.HALF_WEIGHTED, first, facts, related=related)
        elif all(weights.get(child.id, child.weight or 0) == 0 for child in parent.criteria):
            yield Diagnostic(Code.ZERO_WEIGHTS, first, {"criterion": parent.id})


def _as_assessment(written: object) -> object:
    """Return what is supposed as a dossier would say it."""
    if not isinstance(written, Figures):
        return written
    return Assessment.model_construct(written.model_fields_set, **written.__dict__)
