"""A new round: small and complete, with comments in the reader's language; its content is invented."""

import os
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from stratsel.errors import UsageError
from stratsel.files.create import already_there, create
from stratsel.language.catalogue import N_
from stratsel.model.criteria import Criteria
from stratsel.model.source import Sources
from stratsel.reading.events import read_yaml
from stratsel.scaffold.modeline import schema_file
from stratsel.scaffold.schema import as_json, candidate_schema, schema

CRITERIA = "criteria/town-library.yaml"
_TEXTS = (CRITERIA, "candidates/book-bus.yaml", "candidates/reading-room.yaml", "sources.yaml")
_FOLDERS = ("criteria", "candidates", "panel")
_BESIDE = ("sources.yaml", "decision.yaml", "panel.yaml", "portfolio.yaml")
"""What a round is made of: where any of it is, there is a round already."""


def init(folder: Path, language: str) -> list[str]:
    """Write a round into a folder, and return the names of its files, relative to the folder.

    Raises:
        UsageError: a file of a round is there already, of which none is touched; or a file cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(N_("{path} is no folder"), path=folder.as_posix())
    content = _content(language)
    taken = next(_taken(folder, content), None)
    if taken is not None:
        raise already_there(taken)
    written: list[Path] = []
    try:
        for name, text in content.items():
            create(folder / name, text.encode())
            written.append(folder / name)
    except UsageError:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    return list(content)


def _taken(folder: Path, content: Mapping[str, str]) -> Iterator[Path]:
    """Yield what is there of a round, and what a file to be written would meet."""
    for name in _FOLDERS:
        if (folder / name).is_dir():
            yield from sorted((folder / name).iterdir())
    for name in (*_FOLDERS, *_BESIDE, *content):
        path = folder / name
        if os.path.lexists(path) and not (name in _FOLDERS and path.is_dir()):
            yield path


def _content(language: str) -> dict[str, str]:
    start = files("stratsel.scaffold") / "start" / language
    texts = {name: start.joinpath(name).read_text(encoding="utf-8") for name in _TEXTS}
    criteria = Criteria.model_validate(read_yaml(texts[CRITERIA]).value)
    sources = Sources.model_validate(read_yaml(texts["sources.yaml"]).value)
    schemas = {kind: schema(kind, language) for kind in ("criteria", "sources")}
    schemas["candidate"] = candidate_schema(criteria, sources.sources, language)
    return {**texts, **{schema_file(kind): as_json(shape) for kind, shape in sorted(schemas.items())}}
