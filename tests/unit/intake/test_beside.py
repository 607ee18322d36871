"""What stands beside criteria and dossiers, as a whole round shows it."""

import pytest

from stratsel.intake.discover import select_round
from stratsel.intake.load import load

DECISION = """\
stratsel: decision/1
decisions:
  - {date: 2025-12-20, by: council, tiers: {first: [alpha]}, departures: {}}
waivers:
  - {candidate: beta, screen: named, by: council, why: Known to all., until: 2026-01-31}
"""
SCREEN = """\
missing: worst
screens:
  - {id: named, title: The cook is named, require: {present: [cook]}, on_fail: exclude, on_unknown: exclude}
"""
ASSESSOR = """\
stratsel: assessor/1
id: council
agency: council
opinions:
  alpha: {opinion: for, why: They know it.}
"""


@pytest.fixture
def whole(small_round):
    small_round.edit("criteria/meals.yaml", "missing: worst\n", SCREEN)
    small_round.put("decision.yaml", DECISION)
    small_round.put("panel/council.yaml", ASSESSOR)
    return small_round


def loaded(small_round):
    return load(select_round([small_round.folder]))


def test_decisions_and_opinions_are_part_of_the_round(whole):
    result = loaded(whole)
    assert list(result.findings) == []
    assert [decision.tiers for decision in result.round.decisions.decisions] == [{"first": ("alpha",)}]
    assert result.round.decisions.waivers[0].screen == "named"
    assert result.round.assessors["council"].opinions["alpha"].opinion == "for"


def test_a_round_without_them(small_round):
    result = loaded(small_round)
    assert result.round.decisions is None and result.round.assessors == {}


@pytest.mark.parametrize("file", ["decision.yaml", "panel/council.yaml"])
def test_they_are_part_of_the_digest(whole, file):
    before = loaded(whole).round.digest
    whole.put(file, whole.text(file) + "# seen again\n")
    assert loaded(whole).round.digest != before


@pytest.mark.parametrize("file", ["decision.yaml", "panel/council.yaml"])
def test_a_defect_in_them_rejects_the_round(whole, file):
    whole.put(file, whole.text(file).replace("alpha", "alfa"))
    result = loaded(whole)
    assert {finding.code.value for finding in result.findings} == {"ST421"}
    assert result.round is None and result.rejected == ()


def test_a_dossier_that_cannot_be_read_is_a_candidate_all_the_same(whole):
    """Its file's name is known: a decision about it is no decision about nobody."""
    whole.put("candidates/alpha.yaml", "{")
    assert all(finding.where.file.endswith("alpha.yaml") for finding in loaded(whole).findings)


def test_a_criteria_file_with_an_error_is_not_held_against_them(whole):
    whole.edit("criteria/meals.yaml", "id: named", "id: Named")
    assert all(finding.where.file.endswith("meals.yaml") for finding in loaded(whole).findings)


def test_a_saved_text_that_is_not_there(small_round):
    small_round.edit("sources.yaml", "grade: official", "grade: official, text: sources/gazette.txt")
    assert [(code, file) for code, file, *_ in small_round.found()] == [("ST125", "sources.yaml")]
