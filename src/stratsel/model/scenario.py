"""scenario/1: a named what-if: other weights, settled unknowns, moved figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from stratsel.model.assessments import Assessed
from stratsel.model.base import FIRST_FIT, Entity, Id, Language, NonNegative, PlainText, Reference, Text
from stratsel.model.candidate import Figures, ShortForm

FORMAT = "scenario/1"

Supposed = Annotated[PlainText | Figures | ShortForm, FIRST_FIT]
"""What is supposed of a candidate on one leaf: as in a dossier, without evidence."""


class Scenario(Entity):
    """A whole file of a scenario: what is other than in the round; all that it does not name stays."""

    stratsel: Literal["scenario/1"]
    stratsel_version: PlainText | None = None
    id: Id
    title: Text
    lang: Language = "en"
    why: Text | None = None
    weights: dict[Reference, NonNegative] = {}
    assessments: dict[Reference, dict[Reference, Supposed]] = {}


@dataclass(frozen=True, slots=True)
class GivenScenario:
    """A scenario as it was read from a file, and what it establishes: by candidate, then by leaf; None is unknown.

    `digest` is the SHA-256 of the file.
    """

    scenario: Scenario
    file: str
    digest: str
    assessed: Mapping[str, Mapping[str, Assessed | None]]
