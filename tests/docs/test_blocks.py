"""What the front page and the manual show is what happens."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = ["README.md", *sorted(page.relative_to(ROOT).as_posix() for page in (ROOT / "docs").rglob("*.md"))]


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_shows_is_what_happens(page, manual, texts):
    """Files are written, commands run, outputs compared; generated pages are made again."""
    assert texts[page] == manual.made(page), f"read what changed as a diff after: {manual.REPAIR}"


def test_a_changed_output_is_noticed(manual, tmp_path):
    manual.blocks.prepare("docs/dossier.md", tmp_path)
    page = "```console\n$ stratsel check; echo $?\nno findings in 3 files\n0\n```\n"
    assert manual.blocks.refreshed(page, tmp_path) == page.replace("3 files", "4 files")


def test_a_change_that_fits_nowhere_is_refused(manual, tmp_path):
    manual.blocks.prepare("docs/dossier.md", tmp_path)
    with pytest.raises(AssertionError, match="holds this 0 times"):
        manual.blocks.refreshed("```diff candidates/garden.yaml\n-not there\n+new\n```\n", tmp_path)


def test_other_commands_than_ours_are_refused(manual, tmp_path):
    with pytest.raises(AssertionError, match="no command"):
        manual.blocks.refreshed("```console\n$ rm -r candidates\n```\n", tmp_path)


def test_the_first_round_has_no_findings(texts):
    """The five minutes of the front page end well."""
    own = texts["README.md"].partition("## A first round of your own")[2]
    assert re.search(r"\$ stratsel check\nno findings in 3 files\n\$ stratsel rank\b", own)


def test_the_mistake_of_the_front_page_is_rejected(texts):
    shown = re.search(r"\$ stratsel check; echo \$\?\n(.*?)\n(\d+)\n```", texts["README.md"], flags=re.DOTALL)
    assert shown is not None
    assert re.match(r"error\[ST\d{3}\]", shown[1])
    assert shown[2] == "1"
