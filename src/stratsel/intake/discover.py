"""Which files belong to a round, and which of them a person asked about."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from stratsel.errors import UsageError
from stratsel.files.folder import Entry, Folder
from stratsel.files.stdin import FolderWithInput
from stratsel.language.catalogue import N_
from stratsel.model import later

CRITERIA_FOLDER = "criteria"
DOSSIERS_FOLDER = "candidates"
SOURCES_FILE = "sources.yaml"
DECISION_FILE = "decision.yaml"
ASSESSORS_FOLDER = "panel"
SCENARIOS_FOLDER = "scenarios"
_SUFFIXES = (".yaml", ".yml")
_NO_DOSSIERS = (CRITERIA_FOLDER, ASSESSORS_FOLDER, SCENARIOS_FOLDER)
"""Folders of a round that hold other files than dossiers."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A round on disk: its folder, its criteria file, its folder of dossiers, and the paths asked about.

    `asked` is empty when everything is meant; else only findings in these files are reported. `scenarios` are the files
    of scenarios that somebody wants to see beside the order, which may lie outside the folder.
    """

    folder: Folder
    criteria_file: str
    dossiers: str
    asked: frozenset[str] = frozenset()
    scenarios: tuple[str, ...] = ()


def select_round(
    paths: Sequence[Path],
    criteria: Path | None = None,
    content: bytes | None = None,
    scenarios: Sequence[Path] = (),
) -> Selection:
    """Find the round that `paths` belong to: a round's folder, its folder of dossiers, or files of it.

    `content` stands for the one file that `paths` names; it need not be on disk. `scenarios` may lie anywhere.

    Raises:
        UsageError: nothing is there, the paths belong to several rounds, or the criteria file is not clear.
    """
    chosen = [Path(path) for path in paths] or [Path()]
    for path in chosen:
        _refuse_missing(path, content)
    homes = [_home_of(path) for path in chosen]
    if len({(home.resolve(), name) for home, name in homes}) > 1:
        raise UsageError(N_("the paths belong to several rounds; name those of one"))
    root, dossiers = homes[0]
    folder = Folder(root, _prefix(root))
    asked = frozenset(() if any(map(Path.is_dir, chosen)) else (_inside(root, path) for path in chosen))
    if content is not None:
        folder = FolderWithInput(root, folder.prefix, _inside(root, chosen[0]), content)
    named = dict.fromkeys(_named_scenario(folder, scenario) for scenario in scenarios)
    selection = Selection(folder, _criteria_file(folder, criteria, asked), dossiers, asked, tuple(named))
    for file in sorted(asked):
        if not _belongs(file, selection):
            raise UsageError(N_("{path} is no file of a round"), path=folder.shown(file))
    return selection


def _belongs(file: str, selection: Selection) -> bool:
    """Whether a file is one of those that a round is made of, those of later versions included."""
    within, _, name = file.rpartition("/")
    if file in (selection.criteria_file, SOURCES_FILE, DECISION_FILE, *later.FILES):
        return True
    return within in (selection.dossiers, ASSESSORS_FOLDER, SCENARIOS_FOLDER) and _is_yaml_name(name)


def _refuse_missing(path: Path, content: bytes | None) -> None:
    if content is not None and path.is_dir():
        raise UsageError(N_("{path} is no file"), path=path.as_posix())
    if content is None and not os.path.lexists(path):
        raise UsageError(N_("{path} is not there"), path=path.as_posix())


def _home_of(path: Path) -> tuple[Path, str]:
    """Return the round's folder and the name of its folder of dossiers."""
    if path.is_dir():
        if (path / CRITERIA_FOLDER).is_dir() or (path / DOSSIERS_FOLDER).is_dir():
            return path, DOSSIERS_FOLDER
        parent, name = _parent(path), path.resolve().name
        if name == CRITERIA_FOLDER:
            return parent, DOSSIERS_FOLDER
        if (parent / CRITERIA_FOLDER).is_dir():
            return parent, DOSSIERS_FOLDER if name in _NO_DOSSIERS else name
        raise UsageError(
            N_("{path} is no round: neither it nor the folder around it has a folder `criteria`"), path=path.as_posix()
        )
    for folder in (_parent(path), _parent(_parent(path))):
        if (folder / CRITERIA_FOLDER).is_dir() or (folder / DOSSIERS_FOLDER).is_dir():
            within = _inside(folder, path).split("/")
            inside = len(within) > 1 and within[0] not in _NO_DOSSIERS
            if inside and within[0] != DOSSIERS_FOLDER and not (folder / within[0]).is_dir():
                raise UsageError(N_("{path} is no file of a round"), path=path.as_posix())
            return folder, within[0] if inside else DOSSIERS_FOLDER
    raise UsageError(N_("{path} belongs to no round: there is no folder `criteria` near it"), path=path.as_posix())


def _parent(path: Path) -> Path:
    """Return the folder around `path`, as short as it can be typed."""
    if path.name and path.name != "..":
        return path.parent
    return path / ".."


def _prefix(root: Path) -> str:
    text = root.as_posix()
    return "" if text == "." else f"{text.rstrip('/')}/"


def _inside(root: Path, path: Path) -> str:
    """Return a path relative to a folder around it; links stay what they are called."""
    return Path(os.path.abspath(path)).relative_to(os.path.abspath(root)).as_posix()  # noqa: PTH100 - takes out `..`


def _criteria_file(folder: Folder, named: Path | None, asked: frozenset[str]) -> str:
    if named is not None:
        return _named_criteria(folder, named)
    if not folder.has_folder(CRITERIA_FOLDER):
        raise UsageError(N_("{path} has no folder `criteria`"), path=folder.shown("") or ".")
    files = [entry.path for entry in folder.entries(CRITERIA_FOLDER) if is_yaml(entry)]
    if not files:
        raise UsageError(N_("there is no criteria file in {path}"), path=folder.shown(CRITERIA_FOLDER))
    meant = [file for file in files if file in asked] or files
    if len(meant) > 1:
        names = ", ".join(folder.shown(file) for file in meant)
        raise UsageError(N_("there are several criteria files ({names}); name one with --criteria"), names=names)
    return meant[0]


def _named_criteria(folder: Folder, named: Path) -> str:
    if not named.is_file():
        raise UsageError(N_("{path} is no file"), path=named.as_posix())
    return _seen_from(folder, named)


def _named_scenario(folder: Folder, named: Path) -> str:
    _refuse_missing(named, None)
    if named.is_dir():
        raise UsageError(N_("{path} is no file"), path=named.as_posix())
    return _seen_from(folder, named)


def _seen_from(folder: Folder, named: Path) -> str:
    """Return what a file that a person named is called from a round's folder, in which it need not be."""
    try:
        return _inside(folder.root, named)
    except ValueError:
        return Path(os.path.relpath(named, folder.root)).as_posix()


def is_yaml(entry: Entry) -> bool:
    """Whether an entry stands where a YAML file is expected; a pipe or a folder so named counts, to be refused."""
    return _is_yaml_name(entry.path.rsplit("/", 1)[-1])


def _is_yaml_name(name: str) -> bool:
    return name.lower().endswith(_SUFFIXES) and not name.startswith(".")


def assessor_files(selection: Selection) -> list[str]:
    """Return the files of a round's assessors in the order of their names; a round may have none.

    Raises:
        UsageError: there is something in the folder's place that cannot be listed.
    """
    if not selection.folder.has(ASSESSORS_FOLDER):
        return []
    return [entry.path for entry in selection.folder.entries(ASSESSORS_FOLDER) if is_yaml(entry)]


def scenario_files(selection: Selection) -> list[str]:
    """Return the files of a round's own scenarios in the order of their names; a round may have none.

    Raises:
        UsageError: there is something in the folder's place that cannot be listed.
    """
    if not selection.folder.has(SCENARIOS_FOLDER):
        return []
    return [entry.path for entry in selection.folder.entries(SCENARIOS_FOLDER) if is_yaml(entry)]


def dossier_files(selection: Selection) -> list[str]:
    """Return the dossiers of a round in the order of their names; there may be none where only other files are meant.

    Raises:
        UsageError: the folder is missing, no folder, or holds no dossier.
    """
    folder, name = selection.folder, selection.dossiers
    is_optional = bool(selection.asked) and not any(file.startswith(f"{name}/") for file in selection.asked)
    if is_optional and not folder.has_folder(name):
        return []
    if not folder.has(name):
        raise UsageError(N_("there is no folder {path}"), path=folder.shown(name))
    if not folder.has_folder(name):
        raise UsageError(N_("{path} is no folder"), path=folder.shown(name))
    files = [entry.path for entry in folder.entries(name) if is_yaml(entry)]
    if not files and not is_optional:
        raise UsageError(N_("there is no dossier in {path}"), path=folder.shown(name))
    return files
