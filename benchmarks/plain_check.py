"""What a careful user would write instead of `stratsel check`: the same files into the same classes, no places.

Duplicate keys pass, nothing is checked between files, and a defect has neither line nor cure.
"""

from pathlib import Path
from typing import Annotated

import typer
import yaml
from pydantic import ValidationError

from stratsel.model.candidate import Candidate
from stratsel.model.criteria import Criteria
from stratsel.model.source import Sources


class PlainLoader(yaml.CSafeLoader):
    """PyYAML's fast loader, which leaves dates as text: some of them stand where a text or a number may stand, too."""


PlainLoader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for sign, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def read(file: Path) -> object:
    return yaml.load(file.read_bytes(), Loader=PlainLoader)


def load_plainly(folder: Path) -> tuple[Criteria, list[Candidate]]:
    """Read and validate the criteria, the shared sources if there are any, and every dossier of a round."""
    [criteria] = (folder / "criteria").glob("*.yaml")
    rules = Criteria.model_validate(read(criteria), strict=False)
    if (folder / "sources.yaml").exists():
        Sources.model_validate(read(folder / "sources.yaml"), strict=False)
    dossiers = sorted((folder / "candidates").glob("*.yaml"))
    return rules, [Candidate.model_validate(read(file), strict=False) for file in dossiers]


def refused(folder: Path) -> tuple[list[Candidate], list[tuple[str, str]]]:
    """Read and validate a round of which some dossiers may be bad: the good ones, and what is said of the others."""
    [criteria] = (folder / "criteria").glob("*.yaml")
    Criteria.model_validate(read(criteria), strict=False)
    dossiers, bad = [], []
    for file in sorted((folder / "candidates").glob("*.yaml")):
        try:
            dossiers.append(Candidate.model_validate(read(file), strict=False))
        except (yaml.YAMLError, ValidationError) as error:
            bad.append((file.name, str(error)))
    return dossiers, bad


def check(folder: Annotated[Path, typer.Argument()] = Path()) -> None:
    """Validate a round."""
    _, dossiers = load_plainly(folder)
    typer.echo(f"{len(dossiers)} dossiers are valid")


if __name__ == "__main__":
    typer.run(check)
