"""Thresholds in a leaf's own unit: what `evidence_required_from` of a leaf or a screen's test of it may say."""

from collections.abc import Iterator

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.intake.checks.scales import scale_findings
from stratsel.intake.nearest import nearest
from stratsel.model.scale import AnyScale, Calendar, Checklist, Rubric, as_key
from stratsel.model.threshold import Written, threshold_of
from stratsel.terms import Shape


def off_scale(file: str, path: KeyPath, leaf: str, scale: AnyScale, written: Written) -> Iterator[Diagnostic]:
    """Yield that a threshold is no figure of the leaf's scale, if so; a scale that cannot measure has none to miss."""
    if threshold_of(scale, written) is not None or any(scale_findings(file, path, scale)):
        return
    known = _known(scale)
    found = ", ".join(written) or "[]" if isinstance(written, tuple) else str(written)
    expected: Fact = ", ".join(known) or (Shape.DATE if isinstance(scale, Calendar) else Shape.NUMBER)
    near = nearest(written, known) if isinstance(written, str) else None
    facts = {"found": found, "leaf": leaf, "expected": expected}
    yield Diagnostic(Code.THRESHOLD_OFF_SCALE, Where(file, path), facts, near)


def _known(scale: AnyScale) -> list[str]:
    """Return what a dossier may give, in the words of the file; nothing where every number or every day is a figure."""
    if isinstance(scale, Rubric):
        return [as_key(figure) for figure in scale.figures()]
    return list(scale.items) if isinstance(scale, Checklist) else [str(figure) for figure in scale.named_figures()]
