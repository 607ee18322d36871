"""The comment by which editors find the schema of a file; it stands only where the schema is."""

from pathlib import Path

SCHEMAS = "schemas"
"""The folder of a round that holds the schemas of its files."""


def schema_file(kind: str) -> str:
    """Return where a round keeps the schema of a kind of file, relative to its folder."""
    return f"{SCHEMAS}/{kind}.json"


def modeline(round_folder: Path, folder: Path, kind: str) -> str:
    """Return the first line of a file in `folder`, or nothing where the round has no schema of this kind."""
    schema = round_folder / schema_file(kind)
    if not schema.is_file():
        return ""
    steps = len(folder.relative_to(round_folder).parts)
    return f"# yaml-language-server: $schema={'../' * steps}{schema_file(kind)}\n"
