"""Makes what follows from the source: `glossary.md`, `findings.md`, and the outputs shown on all pages.

Run it with `make pages` and read what changed as a diff. With `--check` it writes nothing and ends with 1 where a page
is stale.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import blocks

from stratsel import notions, terms
from stratsel.diagnostics.catalogue import rules
from stratsel.diagnostics.page import Rule

REPAIR = "make pages"
MADE = f"<!-- Made by docs/make_pages.py. Change the source, then run: {REPAIR} -->"

FAMILIES = {
    "ST1": "Reading a file",
    "ST2": "Dossiers, and the shape of every file",
    "ST3": "Criteria and scales",
    "ST4": "Between files",
    "ST5": "Panel",
    "ST6": "Portfolio",
    "ST7": "Kinds and versions",
    "ST8": "Advice",
    "ST9": "The tool",
}


def glossary() -> str:
    """Return the glossary: the notions, then the words that stand in files and results."""
    lines = [
        "# Glossary",
        "",
        MADE,
        "",
        "One word for one thing, in files, on the command line, in outputs and in Python.",
        "Mỗi khái niệm một từ, trong tệp, trên dòng lệnh, trong kết quả và trong Python.",
        "",
        *_table(("Word", "Meaning", "Tiếng Việt", "Nghĩa"), [_notion(each) for each in notions.Notion]),
        "",
        "## Words of the files and outputs",
        "",
        "These stand as they are in every language.",
    ]
    for kind in terms.Term.__subclasses__():
        if kind.__module__ != terms.__name__:
            continue
        rows = [(f"`{each}`", each.english, each.vietnamese) for each in kind]
        lines += ["", f"### {_spaced(kind.__name__)}", "", str(kind.__doc__), ""]
        lines += _table(("Word", "Meaning", "Nghĩa"), rows)
    return _page(lines)


def findings() -> str:
    """Return the index of findings, by family."""
    lines = [
        "# Findings",
        "",
        MADE,
        "",
        "Every code that `stratsel check` can report, with its message; what stands in braces comes from the file.",
        "The cure is printed with each finding. Only an error rejects a submission. Numbers are never used twice.",
    ]
    for family, group in groupby(rules(), key=lambda rule: rule.code[:3]):
        lines += ["", f"## {family}xx: {FAMILIES[family]}", "", *_table(_HEAD, [_row(rule) for rule in group])]
    return _page(lines)


_HEAD = ("Code", "Name", "Severity", "Message", "Thông báo")


def _notion(notion: notions.Notion) -> tuple[str, ...]:
    return f"**{notion.english}**", notion.definition, f"**{notion.vietnamese}**", notion.definition_vi


def _row(rule: Rule) -> tuple[str, ...]:
    return f"`{rule.code}`", rule.name, rule.severity.value, rule.message["en"], rule.message["vi"]


def _spaced(name: str) -> str:
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
    return words.capitalize()


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


def _page(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"


MADE_PAGES = {"docs/glossary.md": glossary, "docs/findings.md": findings}


def made(page: str) -> str:
    """Return a page as it should be."""
    if page in MADE_PAGES:
        return MADE_PAGES[page]()
    with tempfile.TemporaryDirectory() as folder:
        blocks.prepare(page, Path(folder))
        return blocks.refreshed(blocks.page_text(page), Path(folder))


def main(arguments: Sequence[str]) -> int:
    """Write the pages that are stale, or with `--check` only name them."""
    names = sorted({*blocks.pages(), *MADE_PAGES})
    stale = {name: text for name in names if (text := made(name)) != blocks.page_text(name)}
    for name, text in stale.items():
        if "--check" in arguments:
            sys.stderr.write(f"{name} is stale; run: {REPAIR}\n")
        else:
            (blocks.ROOT / name).write_text(text, encoding="utf-8", newline="\n")
    return int("--check" in arguments and bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
