"""A new dossier: every question of the round as a comment, and `unknown` as the answer to each."""

import re
import unicodedata
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from stratsel.errors import UsageError
from stratsel.files.create import already_there, create
from stratsel.language.catalogue import N_, say
from stratsel.language.visible import is_blank
from stratsel.model.base import Id
from stratsel.model.candidate import FORMAT
from stratsel.model.criteria import Criteria
from stratsel.reading.characters import fault_of_characters
from stratsel.reading.quoting import as_yaml
from stratsel.scaffold.comments import comments
from stratsel.scaffold.modeline import modeline
from stratsel.scaffold.questions import above, field_lines, leaf_lines, one_line
from stratsel.terms import UNKNOWN

_ID: TypeAdapter[str] = TypeAdapter(Id)
_NO_ACCENT = str.maketrans("đĐ", "dD")
_EXAMPLE = """\
leaf:
  level: [2, 3]
  why: {why}
  for:
    - {{source: {source}, quote: "{quote}"}}"""


def checked_id(text: str) -> str:
    """Return an id.

    Raises:
        UsageError: the text cannot be one.
    """
    if _is_id(text):
        return text
    near = _as_id(text)
    if _is_id(near):
        raise UsageError(
            N_("{id} cannot be an id (small letters and digits, joined by single hyphens); try {near}"),
            id=text,
            near=near,
        )
    raise UsageError(
        N_("{id} cannot be an id: write small letters and digits, joined by single hyphens, but no name of a device"),
        id=text,
    )


def checked_title(text: str) -> str:
    """Return a title in composed form.

    Raises:
        UsageError: it says nothing, or holds characters that nobody can see.
    """
    if is_blank(text) or fault_of_characters(text) is not None:
        raise UsageError(N_("a title is a text of characters that one can see"))
    return unicodedata.normalize("NFC", text)


def write_dossier(
    round_folder: Path, folder: Path, criteria: Criteria, candidate: str, title: str, language: str
) -> str:
    """Write a new dossier into a folder of a round, and return its path.

    Raises:
        UsageError: the id or the title cannot be one, there is such a dossier already, or it cannot be written.
    """
    text = new_dossier(criteria, candidate, title, language)
    path = folder / f"{candidate}.yaml"
    names = [other.name for other in folder.iterdir()] if folder.is_dir() else []
    for name in names:
        if name.lower() in (f"{candidate}.yaml", f"{candidate}.yml"):
            raise already_there(folder / name)
    create(path, (modeline(round_folder, folder, "candidate") + text).encode())
    return path.as_posix()


def new_dossier(criteria: Criteria, candidate: str, title: str, language: str) -> str:
    """Return the text of a dossier of a round that says `unknown` to everything.

    Raises:
        UsageError: `candidate` cannot be an id, or `title` no title.
    """
    parts = [
        _head(criteria, checked_id(candidate), checked_title(title), language),
        _fields(criteria, language),
        _assessments(criteria, language),
    ]
    return "\n".join(part for part in parts if part)


def _head(criteria: Criteria, candidate: str, title: str, language: str) -> str:
    asked = f"{one_line(criteria.title, language)}: {one_line(criteria.decision.question, language)}"
    proposer = say(language, N_("who puts it forward: the id of an agency, or a text"))
    known = f" ({', '.join(criteria.agencies)})" if criteria.agencies else ""
    summary = say(language, N_("one sentence about the candidate"))
    optional = [
        f"summary: {summary}",
        "assessed_by: {who: …, role: proposer, date: 2026-01-31}",
    ]
    return (
        f"{comments([asked])}\nstratsel: {FORMAT}\nid: {as_yaml(candidate)}\ntitle: {as_yaml(title)}\n"
        f"lang: {language}\n{comments([proposer + known])}proposer: {UNKNOWN}\n{comments(optional)}"
    )


def _fields(criteria: Criteria, language: str) -> str:
    entries = [
        f"{comments(field_lines(definition, criteria, language), '  ')}  {as_yaml(name)}: {UNKNOWN}\n"
        for name, definition in criteria.fields.items()
    ]
    return f"fields:\n{chr(10).join(entries)}" if entries else ""


def _assessments(criteria: Criteria, language: str) -> str:
    intro = [
        say(language, N_("With a figure comes its reason, as `why` or as evidence:")),
        *_EXAMPLE.format(
            why=say(language, N_("the reason, in your words")),
            source=say(language, N_("id-of-a-source")),
            quote=say(language, N_("the exact words")),
        ).splitlines(),
    ]
    paths = above(criteria)
    entries = []
    for leaf in criteria.leaves():
        scale = criteria.scale_of(leaf)
        lines = leaf_lines(leaf, scale, paths[leaf.id], language) if scale is not None else []
        entries.append(f"{comments(lines, '  ')}  {as_yaml(leaf.id)}: {UNKNOWN}\n")
    return f"{comments(intro)}assessments:\n{chr(10).join(entries)}"


def _is_id(text: str) -> bool:
    try:
        _ID.validate_python(text, strict=True)
    except ValidationError:
        return False
    return True


def _as_id(text: str) -> str:
    """Return the id that is closest to a text: without accents, what is neither letter nor digit as a hyphen."""
    letters = unicodedata.normalize("NFKD", text.translate(_NO_ACCENT)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
