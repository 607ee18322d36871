"""Words of the format that this version of the tool does not read: refused by name, so that nothing is ignored."""

from stratsel.model.assessor import Assessor
from stratsel.model.base import Entity

KEYS: dict[type[Entity], frozenset[str]] = {
    Assessor: frozenset({"weights", "assessments"}),
}

FILES: dict[str, str] = {"panel.yaml": "panel/1", "portfolio.yaml": "portfolio/1"}
