"""The page of a code: its words in both languages, an example that shows the defect, and the same mended.

Front matter is flat `key: value` lines between two lines `---`; then come the sections `## en`, `## vi`, `## example`
and `## fix`. A fenced block is a file: its info string is `yaml <path>`, with `part` where only the top-level keys in
the block are replaced in the shared round, and `expect=STnnn@4:3` where no comment can mark the finding. Elsewhere a
comment `# error: STnnn col=3` stands at the end of the line on which the finding begins.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from stratsel.diagnostics.codes import Code
from stratsel.terms import Severity

LANGUAGES = ("en", "vi")
"""The languages that every page speaks."""

_SINGLE = ("name", "severity", "since")
_WORDED = ("message", "help", "near", "related")
_MARKS = re.compile(r"# ((?:error|warning|advice): ST\d{3} col=\d+.*)$")
_MARK = re.compile(r"(error|warning|advice): (ST\d{3}) col=(\d+)")
_EXPECTED = re.compile(r"(ST\d{3})@(\d+):(\d+)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding that an example gives, and where it begins; line and column count from 1."""

    code: Code
    severity: Severity
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A file of an example. A part replaces only its own top-level keys in the file of the shared round."""

    path: str
    text: str
    is_part: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a code means. Templates and bodies are by language; `near` and `related` may be empty.

    `is_shown` is false where the defect cannot be written on a page, such as a file in another encoding.
    """

    code: Code
    name: str
    severity: Severity
    since: str
    message: Mapping[str, str]
    help: Mapping[str, str]
    near: Mapping[str, str]
    related: Mapping[str, str]
    body: Mapping[str, str]
    is_shown: bool
    examples: tuple[Block, ...]
    fixes: tuple[Block, ...]


def parse_page(code: Code, text: str) -> Rule:
    """Read the page of a code.

    Raises:
        ValueError: the page does not have the form that the module describes.
    """
    lines = iter(text.splitlines())
    single, worded = _front_matter(code, lines)
    sections = _sections(lines)
    severity = Severity(single["severity"])
    return Rule(
        code=code,
        name=single["name"],
        severity=severity,
        since=single["since"],
        message=worded["message"],
        help=worded["help"],
        near=worded["near"],
        related=worded["related"],
        body=MappingProxyType({each: "\n".join(sections.get(each, [])).strip() for each in LANGUAGES}),
        is_shown=single.get("example") != "files",
        examples=tuple(_blocks(sections.get("example", []), severity)),
        fixes=tuple(_blocks(sections.get("fix", []), severity)),
    )


def _front_matter(code: Code, lines: Iterator[str]) -> tuple[dict[str, str], dict[str, Mapping[str, str]]]:
    if next(lines, None) != "---":
        raise ValueError(f"the page of {code} does not begin with ---")
    single: dict[str, str] = {}
    worded: dict[str, dict[str, str]] = {each: {} for each in _WORDED}
    for line in lines:
        if line == "---":
            missing = [key for key in _SINGLE if key not in single]
            if missing:
                raise ValueError(f"the page of {code} lacks {missing}")
            return single, {key: MappingProxyType(words) for key, words in worded.items()}
        key, colon, value = line.partition(": ")
        group, dot, language = key.partition(".")
        known = group in _WORDED and language in LANGUAGES if dot else key in (*_SINGLE, "example")
        target, name = (worded[group], language) if dot and known else (single, key)
        if not colon or not known or name in target:
            raise ValueError(f"the page of {code} has a line that is not read: {line}")
        target[name] = value.strip()
    raise ValueError(f"the front matter of the page of {code} does not end")


def _sections(lines: Iterable[str]) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    fenced = False
    for line in lines:
        fenced ^= line.startswith("```")
        if line.startswith("## ") and not fenced:
            current = sections.setdefault(line.removeprefix("## ").strip(), [])
        else:
            current.append(line)
    return sections


def _blocks(lines: Iterable[str], severity: Severity) -> Iterator[Block]:
    opening: str | None = None
    content: list[str] = []
    for line in lines:
        if not line.startswith("```"):
            content.append(line)
        elif opening is None:
            opening, content = line, []
        else:
            yield _block(opening, content, severity)
            opening = None


def _block(opening: str, lines: list[str], severity: Severity) -> Block:
    _, path, *rest = opening.split()
    marks = [mark for number, line in enumerate(lines, 1) for mark in _marks(number, line)]
    for code, line, column in _EXPECTED.findall(" ".join(rest)):
        marks.append(Mark(Code(code), severity, int(line), int(column)))
    text = "".join(f"{line}\n" for line in lines)
    return Block(path, text, "part" in rest, tuple(marks))


def _marks(number: int, line: str) -> Iterator[Mark]:
    comment = _MARKS.search(line)
    if comment:
        for severity, code, column in _MARK.findall(comment.group(1)):
            yield Mark(Code(code), Severity(severity), number, int(column))
