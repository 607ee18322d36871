"""The page about robustness has every part, in the order of the vocabulary, with the words of the vocabulary."""

import re

from stratsel.results.robustness.part import RobustnessPart


def test_each_part_has_its_section(texts):
    sections = re.split(r"^## ", texts["docs/robustness.md"], flags=re.MULTILINE)[1:]
    assert [section.split("\n")[0] for section in sections] == [part.value for part in RobustnessPart]
    for section, part in zip(sections, RobustnessPart, strict=True):
        assert part.english in section, part


def test_each_part_is_in_the_table(texts):
    named = re.findall(r"^\| \[`(\w+)`\]", texts["docs/robustness.md"], flags=re.MULTILINE)
    assert named == [part.value for part in RobustnessPart]
