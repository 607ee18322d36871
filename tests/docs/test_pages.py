"""Pages read well and lead somewhere."""

import re
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FRONT_PAGE = 210
MOST_COLUMNS = 6
REFUSED = {
    "a package registry": r"\b(?:PyPI|pypi\.org|npmjs?|anaconda|conda-forge)\b",
    "an absolute path": r"(?<![\w.:/])(?:/(?:home|root|tmp|usr|var|etc|work|mnt|opt|Users)/|[A-Z]:\\)",
    "how a page was written": r"\b(?:sessions?|agents?|prompts?|chatbots?|as an AI)\b",
}


def prose(text):
    """A page without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def anchors(text):
    """The anchors that GitHub gives to headings."""
    headings = re.findall(r"^#+ (.+)$", prose(text), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_links_lead_somewhere(texts):
    lost = []
    for page, text in texts.items():
        for target in re.findall(r"\]\(([^)\s]+)\)", prose(text)):
            if target.startswith(("https://", "http://")):
                continue
            path, _, anchor = target.partition("#")
            other = resolve(page, path) if path else page
            if other not in texts and not (path and (ROOT / other).is_file()):
                lost.append(f"{page}: {target}")
            elif anchor and anchor not in anchors(texts.get(other, "")):
                lost.append(f"{page}: {target}, no such heading")
    assert not lost, "\n".join(lost)


def resolve(page, path):
    parts = list(PurePosixPath(page).parent.parts)
    for step in PurePosixPath(path).parts:
        parts = parts[:-1] if step == ".." else [*parts, step]
    return "/".join(parts)


def test_every_page_can_be_reached_from_the_contents(texts):
    linked = {resolve("docs/index.md", path) for path in re.findall(r"\]\(([^)#\s]+)\)", texts["docs/index.md"])}
    assert set(texts) <= {*linked, "docs/index.md"}


@pytest.mark.parametrize("what", REFUSED)
def test_pages_do_not_name(what, texts):
    found = [f"{page}: {match[0]}" for page, text in texts.items() for match in re.finditer(REFUSED[what], text)]
    assert not found, "\n".join(found)


def test_the_front_page_is_short(texts):
    assert len(texts["README.md"].splitlines()) <= LONGEST_FRONT_PAGE


def test_tables_are_narrow_and_whole(texts):
    wrong = []
    for page, text in texts.items():
        for table in re.findall(r"(?:^\|.*\n)+", prose(text), flags=re.MULTILINE):
            widths = {len(re.findall(r"(?<!\\)\|", line)) - 1 for line in table.splitlines()}
            if len(widths) != 1 or max(widths) > MOST_COLUMNS:
                wrong.append(f"{page}: {table.splitlines()[0]} has rows of {sorted(widths)} columns")
    assert not wrong, "\n".join(wrong)


def test_pages_have_one_title_and_end_with_one_line_feed(texts):
    for page, text in texts.items():
        assert len(re.findall(r"^# ", prose(text), flags=re.MULTILINE)) == 1, page
        assert text.endswith("\n") and not text.endswith("\n\n"), page


def test_sources_of_the_shipped_round_are_known(texts):
    """Each quotation on the page about the round names a source of the table at its end."""
    page = texts["docs/round-2025.md"]
    listed = set(re.findall(r"^\| ([a-z]+-[a-z0-9]+) \|", page, flags=re.MULTILINE))
    flat = " ".join(page.split())
    assert set(re.findall(r"\(([a-z]+-[a-z0-9]+)\)", flat)) <= listed
    without = [quote for quote, cited in re.findall(r"“([^”]+)”( \([a-z]+-[a-z0-9]+\))?", flat) if not cited]
    assert not without
