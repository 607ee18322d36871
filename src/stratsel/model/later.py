"""Words of the format that this version of the tool does not read: refused by name, so that nothing is ignored."""

from stratsel.model.base import Entity
from stratsel.model.candidate import Assessment
from stratsel.model.criteria import Criteria, Criterion, Shortlist, Tier
from stratsel.model.scale import Choice, Quantity, Rubric

KEYS: dict[type[Entity], frozenset[str]] = {
    Criteria: frozenset({"screens", "uncertainty"}),
    Shortlist: frozenset({"minimum", "quotas", "resolution"}),
    Tier: frozenset({"count", "members"}),
    Criterion: frozenset({"evidence_required_from"}),
    Rubric: frozenset({"step", "values", "outside"}),
    Quantity: frozenset({"shape", "points", "outside"}),
    Choice: frozenset({"outside"}),
    Assessment: frozenset({"met", "unknown", "date"}),
}

OPTIONS: dict[str, frozenset[str]] = {
    "combine": frozenset({"geometric", "harmonic", "minimum", "maximum"}),
    "missing": frozenset({"available", "refuse"}),
    "kind": frozenset({"date", "checklist"}),
}

FILES: dict[str, str] = {
    "panel.yaml": "panel/1",
    "portfolio.yaml": "portfolio/1",
    "decision.yaml": "decision/1",
}
FOLDERS: dict[str, str] = {"panel": "assessor/1"}
