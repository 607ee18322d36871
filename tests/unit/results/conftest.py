"""A round of school kitchens, written to a folder, read by intake, valued and joined into results."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from stratsel.assemble.problem import assemble
from stratsel.engine.evaluate import Evaluation, evaluate
from stratsel.engine.problem import Problem
from stratsel.intake.discover import select_round
from stratsel.intake.load import Loaded, load
from stratsel.results.build import build_ranking
from stratsel.results.ranking import Ranking

# What each leaf can bring at most: freshness 60 x 2/3 = 40 points, menu 20, price 20, delivery 20.
CRITERIA = """\
stratsel: criteria/1
id: round
title: School meals
standing: illustration
decision:
  question: Which kitchen cooks?
  owner: council
  reference_date: 2025-12-12
agencies:
  council: {name: District council}
weighting: {method: direct, by: council, why: Agreed.}
scales:
  quality: {kind: rubric, levels: {0: Nothing shown, 1: Promised, 2: Seen on some days, 3: Seen on every day}}
criteria:
  - id: food
    title: Food
    weight: 60
    criteria:
      - {id: freshness, weight: 2, scale: quality, title: Freshness}
      - {id: menu, weight: 1, scale: quality, title: Menu}
  - id: supply
    title: Supply
    weight: 40
    criteria:
      - {id: price, weight: 1, title: Price, scale: {kind: quantity, unit: thousand VND, worst: 50, best: 25}}
      - id: delivery
        weight: 1
        title: Delivery
        scale:
          kind: choice
          options:
            fetched: {value: 0, title: Fetched by the school}
            hired: {value: 50, title: By a hired van}
            own: {value: 100, title: By its own van}
shortlist:
  tiers:
    - {id: first, places: 1, title: First contract}
    - {id: reserve, places: 2, title: Reserve}
"""

HEAD = """\
stratsel: candidate/1
id: {id}
title: Kitchen {id}
proposer: council
"""

# alpha 40 + 40/3 + 16 + 10 = 79 1/3; beta 80/3 + 20 + 8 + 10 = 64 2/3, at best 10 more;
# delta 40/3 + 20/3 + 20 + 20 = 60, at best 80/3 more; gamma 0, at best 40.
KITCHENS = {
    "alpha": "{freshness: 3, menu: 2, price: 30, delivery: hired}",
    "beta": "{freshness: 2, menu: 3, price: 40, delivery: [hired, own]}",
    "delta": "{freshness: [1, 3], menu: 1, price: 25, delivery: own}",
    "gamma": "{freshness: unknown, menu: 0, price: 60, delivery: fetched}",
}


@dataclass(frozen=True)
class Joined:
    """A round on its way from files to results."""

    folder: Path
    loaded: Loaded
    problem: Problem
    evaluation: Evaluation

    @property
    def ranking(self) -> Ranking:
        assert self.loaded.round is not None
        return build_ranking(self.loaded.round, self.problem, self.evaluation, self.loaded.places, self.loaded.rejected)


Join = Callable[..., Joined]


@pytest.fixture
def join(tmp_path: Path) -> Join:
    def write_and_join(kitchens: Mapping[str, str] = KITCHENS, criteria: str = CRITERIA, decision: str = "") -> Joined:
        (tmp_path / "criteria").mkdir()
        (tmp_path / "criteria" / "round.yaml").write_text(criteria, encoding="utf-8")
        (tmp_path / "candidates").mkdir()
        for name, assessments in kitchens.items():
            text = HEAD.format(id=name) + ("assessments: " if assessments.startswith("{") else "") + assessments + "\n"
            (tmp_path / "candidates" / f"{name}.yaml").write_text(text, encoding="utf-8")
        if decision:
            (tmp_path / "decision.yaml").write_text(f"stratsel: decision/1\n{decision}", encoding="utf-8")
        loaded = load(select_round([tmp_path], None))
        assert loaded.round is not None
        problem = assemble(loaded.round)
        return Joined(tmp_path, loaded, problem, evaluate(problem))

    return write_and_join


@pytest.fixture(name="criteria")
def criteria_text() -> str:
    return CRITERIA


@pytest.fixture(name="kitchens")
def kitchens_text() -> Mapping[str, str]:
    return KITCHENS
