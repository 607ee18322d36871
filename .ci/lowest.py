"""Print the lowest versions that pyproject.toml allows, as pip constraints (`make lowest`)."""

import re
import tomllib
from pathlib import Path

HEADER = "# The lower bounds in pyproject.toml, for `make test-lowest`. Made by: make lowest\n"


def lowest(pyproject: str) -> str:
    """Constraints that pin each dependency, also of the extra `test`, to its lower bound."""
    project = tomllib.loads(pyproject)["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["test"]
    return HEADER + "".join(sorted(f"{name}=={version}\n" for name, version in map(_bound, wanted)))


def _bound(requirement: str) -> tuple[str, str]:
    found = re.fullmatch(r"([A-Za-z0-9._-]+)\s*>=\s*([^,;\s]+)\s*(?:[,;].*)?", requirement)
    if found is None:
        raise SystemExit(f"{requirement}: give a lower bound first, as in name>=1.2,<2")
    return found[1].lower(), found[2]


if __name__ == "__main__":
    print(lowest(Path("pyproject.toml").read_text(encoding="utf-8")), end="")
