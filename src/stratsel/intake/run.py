"""One run through a round's files: what was read, by its digest, and what was found."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from stratsel.__about__ import __version__
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.intake.checks.header import header_findings
from stratsel.intake.discover import Selection
from stratsel.intake.document import read_document
from stratsel.intake.record import Record, as_written, topics
from stratsel.intake.validate import IsRemark, M, Validated, no_remark, validate


@dataclass(slots=True)
class Run:
    """The state of one run."""

    selection: Selection
    record: Record = field(default_factory=Record)
    digests: dict[str, str] = field(default_factory=dict)

    def read(self, file: str, model: type[M], expected: str, is_remark: IsRemark = no_remark) -> Validated[M]:
        """Read and validate one file, noting what is wrong with it."""
        document = read_document(self.selection.folder, file)
        self.digests[file] = document.digest
        self.record.note_of(file, document.findings)
        if document.value is None:
            return Validated(None)
        headed = tuple(header_findings(file, document.value, expected, __version__))
        if headed:
            self.record.note_of(file, headed)
            return Validated(None)
        self.record.say(file, document.refused)
        validated = validate(file, document.value, model, __version__, is_remark)
        if validated.findings:
            found = list(self.record.unsaid(validated.findings))
            self.record.note_of(file, found)
            renamed = frozenset(validated.renamed.values())
            self.record.say(file, (topics(each)[0] for each in found if each.facts.get("key") not in renamed))
        return validated

    def check(self, file: str, validated: Validated[M], findings: Iterable[Diagnostic]) -> None:
        """Note what a check says of a file, as far as it is not a consequence of what is already found."""
        if validated.findings or not self.record.is_sound(file):
            findings = self.record.unsaid(as_written(findings, validated.renamed))
        self.record.note_of(file, findings)
