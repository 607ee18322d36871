"""What a careful user would write instead of `stratsel check`: the same files into the same classes, no places.

Duplicate keys pass, nothing is checked between files, and a defect has neither line nor cure.
"""

from pathlib import Path
from typing import Annotated

import typer
import yaml

from stratsel.model.candidate import Candidate
from stratsel.model.criteria import Criteria
from stratsel.model.source import Sources


def read(file: Path) -> object:
    return yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)


def load_plainly(folder: Path) -> tuple[Criteria, list[Candidate]]:
    """Read and validate the criteria, the shared sources if there are any, and every dossier of a round."""
    [criteria] = (folder / "criteria").glob("*.yaml")
    rules = Criteria.model_validate(read(criteria), strict=False)
    if (folder / "sources.yaml").exists():
        Sources.model_validate(read(folder / "sources.yaml"), strict=False)
    dossiers = sorted((folder / "candidates").glob("*.yaml"))
    return rules, [Candidate.model_validate(read(file), strict=False) for file in dossiers]


def check(folder: Annotated[Path, typer.Argument()] = Path()) -> None:
    """Validate a round."""
    _, dossiers = load_plainly(folder)
    typer.echo(f"{len(dossiers)} dossiers are valid")


if __name__ == "__main__":
    typer.run(check)
