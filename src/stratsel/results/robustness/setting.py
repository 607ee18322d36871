"""What a study of robustness is about, and what it lets vary."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stratsel.analysis.sampling import Spread
from stratsel.analysis.space import AdmissibleWeights
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.selection import Shortlist
from stratsel.results.robustness.names import Names


@dataclass(frozen=True, slots=True)
class Setting:
    """A problem with its order, the weights and judgements that are admitted, and how many draws are made of them.

    `scenarios` are, by id, the same for the problem as each scenario has it.
    """

    problem: Problem
    evaluation: Evaluation
    shortlist: Shortlist
    admissible: AdmissibleWeights
    spread: Spread
    samples: int
    seed: int
    threads: int = 1
    scenarios: Mapping[str, "Setting"] = field(default_factory=dict)

    @property
    def names(self) -> Names:
        """The ids of the problem."""
        return Names(self.problem)
