"""Small rounds of cars, written as files: YAML is a superset of JSON."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

Write = Callable[..., Path]

RUBRIC = {"kind": "rubric", "levels": {str(level): f"Seen {level} times." for level in range(5)}}
HEAD = {
    "stratsel": "criteria/1",
    "id": "round",
    "title": "Cars",
    "standing": "draft",
    "decision": {"question": "Which car?", "owner": "us", "reference_date": "2025-12-12"},
    "agencies": {"office": {"name": {"en": "The Office", "vi": "Văn phòng"}, "aliases": ["TO"]}},
    "weighting": {"method": "direct", "by": "us", "why": "Agreed."},
}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a round: leaves with their weights or a whole tree, and what each car has on each: a level or more."""

    def round_of(
        leaves: Mapping[str, int] | Sequence[Mapping[str, Any]],
        cars: Mapping[str, Sequence[Any]],
        places: Sequence[int] = (1,),
        scale: Mapping[str, Any] = RUBRIC,
        proposer: str = "office",
        **more: Any,
    ) -> Path:
        tree = leaves
        if isinstance(leaves, Mapping):
            tree = [{"id": leaf, "title": leaf, "weight": each, "scale": scale} for leaf, each in leaves.items()]
        tiers = [{"id": f"t{count}", "title": f"The first {count}", "places": count} for count in places]
        sources = more.pop("sources", {})
        criteria = {**HEAD, "criteria": tree, "shortlist": {"tiers": tiers}, **more}
        names = list(leaf_names(tree))
        files = {"criteria/round.yaml": criteria, "sources.yaml": {"stratsel": "sources/1", "sources": sources}}
        for car, figures in cars.items():
            assessments = {name: assessed(figure) for name, figure in zip(names, figures, strict=True)}
            head = {"stratsel": "candidate/1", "id": car, "title": f"The {car}", "proposer": proposer}
            files[f"candidates/{car}.yaml"] = {**head, "assessments": assessments}
        for name, content in files.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(json.dumps(content, indent=1, ensure_ascii=False), encoding="utf-8")
        return tmp_path

    return round_of


def leaf_names(tree: Sequence[Mapping[str, Any]]) -> list[str]:
    return [
        name for node in tree for name in (leaf_names(node["criteria"]) if "criteria" in node else [str(node["id"])])
    ]


def assessed(figure: Any) -> Any:
    if figure is None:
        return "unknown"
    return figure if isinstance(figure, dict) else {"level": figure, "why": "Looked at."}
