"""What the data of a paper leave to the files: every figure of a dossier, its sources, and the texts of the files.

Of the shipped round that is read from its files, by another reader than the tool's; of the made one, as it was made.
"""

import calendar
import re
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from stratsel import api

ROOT = Path(__file__).parents[3]
FOLDERS = ("candidates", "criteria", "panel", "scenarios")
FILES = ("decision.yaml", "sources.yaml")
DRAWS = 200
"""How many draws the copy of the shipped round asks for, where the shipped one asks for many thousands."""


@dataclass(frozen=True)
class Source:
    """A source: its date, if that is known, and by how many dossiers it is cited."""

    title: str
    publisher: str
    date: str | None
    cited: int


@dataclass(frozen=True)
class Record:
    """What the files say beside the data.

    `figures` are the low and the high end of a candidate on a leaf, None where that is unknown. `texts` are by
    language, `und` where no file says which. `folder` is that of the files, if there are any, `criteria` the file of
    the rules.
    """

    figures: dict[tuple[str, str], list[str] | None]
    sources: list[Source]
    texts: list[dict[str, str]]
    folder: Path | None = None
    criteria: Any = None


# --- the made paper ---------------------------------------------------------------------------------


def of_made(paper):
    """The record of a paper that was made without files."""
    figures = {(each.id, leaf.leaf): _made(leaf) for each in paper.ranking.candidates for leaf in each.leaves}
    sources = [
        Source(_english(each.title), _english(each.publisher), each.date, len(each.cited_by)) for each in paper.sources
    ]
    said = [text for each in paper.sources for text in (each.title, each.publisher)]
    said += [each.why for each in paper.opinions if each.why is not None]
    return Record(figures, sources, [text if isinstance(text, dict) else {"und": text} for text in said])


def _made(leaf):
    return None if leaf.low is None else [str(leaf.low.figure), str(leaf.high.figure)]


def _english(text):
    return text["en"] if isinstance(text, dict) else text


# --- the shipped round ------------------------------------------------------------------------------


def shipped(folder):
    """The paper of a copy of the shipped round with few draws, and its record."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name)
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)
    (criteria,) = (folder / "criteria").iterdir()
    text = criteria.read_text(encoding="utf-8")
    fewer = re.sub(r"^  samples: \d+$", f"  samples: {DRAWS}", text, flags=re.MULTILINE)
    assert fewer != text
    criteria.write_text(fewer, encoding="utf-8")
    scenarios = sorted((folder / "scenarios").iterdir())
    return api.paper(folder / "candidates", scenarios=scenarios), _of_files(folder)


def _of_files(folder):
    dossiers = [load(file) for file in sorted((folder / "candidates").iterdir())]
    common = load(folder / "sources.yaml")["sources"]
    figures = {
        (dossier["id"], leaf): figure(said) for dossier in dossiers for leaf, said in dossier["assessments"].items()
    }
    cited = Counter(source for dossier in dossiers for source in _cited(dossier, common))
    sources = [Source(*source[1:], count) for source, count in cited.items()]
    texts = [text for file in folder.rglob("*.yaml") for text in _texts(load(file))]
    (criteria,) = map(load, (folder / "criteria").iterdir())
    return Record(figures, sources, texts, folder, criteria)


def load(file):
    """A file as plain text, lists and mappings."""
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


def _texts(data):
    """The texts of a file: what is no bare word, and so no id, figure or date."""
    if isinstance(data, str):
        yield from [{"und": data}] if " " in data or "/" in data else []
    elif isinstance(data, dict) and data and data.keys() <= {"en", "vi"}:
        yield data
    else:
        for each in data.values() if isinstance(data, dict) else data:
            yield from _texts(each)


def _cited(dossier, common):
    """The sources that a dossier's judgements cite: of its own, or else of all, with title, publisher and date."""
    said = (each for each in dossier["assessments"].values() if isinstance(each, dict))
    own = dossier.get("sources", {})
    for name in {item["source"] for each in said for side in ("for", "against") for item in each.get(side, ())}:
        source = own.get(name) or common[name]
        title, publisher = map(_english, (source["title"], source["publisher"]))
        date = None if source["date"] == "unknown" else source["date"]
        yield (f"{dossier['id']}:{name}" if name in own else name), title, publisher, date


def figure(said):
    """The low and the high end of a figure; a date that is no day is the first and the last of its days."""
    if said == "unknown":
        return None
    if "date" in said:
        ends = said["date"] if isinstance(said["date"], list) else [said["date"]]
        return [_days(ends[0])[0], _days(ends[-1])[1]]
    (given,) = (said[key] for key in ("level", "amount", "choice") if key in said)
    return given if isinstance(given, list) else [given, given]


def _days(date):
    year, *rest = date.split("-")
    if rest and rest[0].startswith("Q"):
        months = 3 * int(rest[0][1]) - 2, 3 * int(rest[0][1])
    else:
        months = (int(rest[0]),) * 2 if rest else (1, 12)
    if len(rest) == 2:
        return date, date
    return f"{year}-{months[0]:02}-01", f"{year}-{months[1]:02}-{calendar.monthrange(int(year), months[1])[1]}"
