"""Files with more defects than can be looked at one by one; the rest of salvaging is tested through `validate`."""

from stratsel.intake import salvage
from stratsel.intake import validate as validation
from stratsel.intake.validate import validate
from stratsel.model.candidate import Candidate
from stratsel.model.source import Sources

VERSION = "1.0"


def test_a_file_with_too_many_defects_is_looked_at_in_its_beginning(monkeypatch):
    """What was cut off in the middle is not missed."""
    monkeypatch.setattr(validation, "MAX_ERRORS", 50)
    monkeypatch.setattr(salvage, "_BEGINNING", 30)
    sources = {f"s{number}": {"title": "T", "publisher": "P", "date": "x", "grade": "press"} for number in range(100)}
    validated = validate("f", {"stratsel": "sources/1", "sources": sources}, Sources, VERSION)
    assert validated.model is None
    *dates, last = validated.findings
    assert {each.code.value for each in dates} == {"ST203"}
    assert [each.where.path for each in dates] == [("sources", f"s{number}", "date") for number in range(len(dates))]
    assert 3 <= len(dates) <= 8
    assert (last.code.value, last.facts) == ("ST130", {"count": str(len(dates))})


def test_a_file_whose_beginning_is_fine_is_refused_all_the_same(monkeypatch, dossier):
    monkeypatch.setattr(validation, "MAX_ERRORS", 50)
    monkeypatch.setattr(salvage, "_BEGINNING", 20)
    validated = validate("f", dossier((("history",), [1] * 100)), Candidate, VERSION)
    assert validated.model is None
    assert [each.code.value for each in validated.findings] == ["ST130"]
    assert validated.findings[0].facts == {"count": "100"}
