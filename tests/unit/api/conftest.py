from pathlib import Path

import pytest

CRITERIA = """\
stratsel: criteria/1
id: round
title: A round
standing: draft
decision: {question: Which one?, owner: us, reference_date: 2025-12-12}
weighting: {method: equal, by: us, why: Nobody knows better.}
criteria:
  - {id: speed, title: Speed, scale: {kind: quantity, unit: km/h, worst: 0, best: 10}}
  - {id: price, title: Price, scale: {kind: quantity, unit: VND, worst: 100, best: 0}}
shortlist: {tiers: [{id: first, places: 1, title: First}]}
"""
DOSSIER = """\
stratsel: candidate/1
id: {id}
title: The {id}
proposer: us
assessments:
  speed: {{amount: {speed}, why: Measured.}}
  price: {{amount: {price}, why: As offered.}}
"""
DECISION = """\
stratsel: decision/1
decisions:
  - {date: 2025-12-20, by: us, tiers: {first: [fast]}, departures: {REASONS}}
"""


def write_dossier(root: Path, name: str, speed: object, price: object) -> Path:
    file = root / "candidates" / f"{name}.yaml"
    file.write_text(DOSSIER.format(id=name, speed=speed, price=price), encoding="utf-8")
    return file


def write_decision(root: Path, reasons: str) -> None:
    (root / "decision.yaml").write_text(DECISION.replace("REASONS", reasons), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "round"
    (root / "criteria").mkdir(parents=True)
    (root / "criteria" / "round.yaml").write_text(CRITERIA, encoding="utf-8")
    (root / "candidates").mkdir()
    write_dossier(root, "slow", 4, 30)
    write_dossier(root, "fast", 10, 100)
    return root


@pytest.fixture
def write():
    return write_dossier


@pytest.fixture
def decide():
    return write_decision
