from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from stratsel.model.candidate import FORMAT, Assessment, Candidate
from stratsel.terms import ValueKey

BARE = {"stratsel": "candidate/1", "id": "uav", "title": "Drones", "proposer": "most", "assessments": {}}
SOURCE = {"title": "t", "publisher": "p", "date": "unknown", "grade": "press"}


def candidate(**changes):
    return Candidate.model_validate({**BARE, **changes})


def test_what_may_be_left_out():
    dossier = candidate()
    assert dossier.stratsel == FORMAT
    assert (dossier.lang, dossier.cost, dossier.fields, dossier.history) == ("en", "unknown", {}, ())
    assert dossier.assessed_by is None and dossier.summary is None


@pytest.mark.parametrize("key", BARE)
def test_what_must_be_there(key):
    with pytest.raises(ValidationError):
        Candidate.model_validate({name: value for name, value in BARE.items() if name != key})


@pytest.mark.parametrize(
    "written",
    ["unknown", "contract", 3, Decimal("1.5"), [2, 3], [Decimal("0.5"), 1], ["plan", "contract"]],
)
def test_the_short_form(written):
    assert candidate(assessments={"growth": written}).assessments["growth"] == written


@pytest.mark.parametrize("written", [True, None, "", [1], [1, 2, 3], [], [1, None], [[1, 2], 3], 1.5])
def test_what_is_no_short_form(written):
    with pytest.raises(ValidationError):
        candidate(assessments={"growth": written})


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("level", 3),
        ("level", [2, 3]),
        ("level", Decimal("0.5")),
        ("level", "unknown"),
        ("amount", [Decimal("0.1"), 10]),
        ("amount", "unknown"),
        ("choice", "contract"),
        ("choice", "unknown"),
        ("choice", ["plan", "contract"]),
        ("date", "unknown"),
        ("met", ("design", "trial")),
        ("met", ()),
    ],
)
def test_figures(key, written):
    assessment = candidate(assessments={"growth": {key: written}}).assessments["growth"]
    assert isinstance(assessment, Assessment)
    assert assessment.figures() == [(ValueKey(key), written)]


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("level", "3"),
        ("level", "good"),
        ("level", [1]),
        ("level", [1, 2, 3]),
        ("level", True),
        ("level", {"low": 1}),
        ("amount", "12 EUR"),
        ("amount", ["1", "2"]),
        ("choice", 3),
        ("choice", ["plan"]),
        ("choice", ""),
        ("why", ""),
        ("for", {"source": "a", "quote": "b"}),
        ("for", [{"source": "a"}]),
        ("for", [{"source": "a", "quote": ""}]),
        ("date", "soon"),
        ("date", "2025-02-30"),
        ("date", ["2025"]),
        ("met", "design"),
        ("met", ["Design"]),
        ("met", [3]),
        ("unknown", "design"),
        ("likely", [1, 2]),
        ("note", "x"),
    ],
)
def test_what_is_no_assessment(key, written):
    with pytest.raises(ValidationError):
        candidate(assessments={"growth": {key: written}})


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2025-11-30", date(2025, 11, 30), date(2025, 11, 30)),
        (2025, date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-Q4", date(2025, 10, 1), date(2025, 12, 31)),
    ],
)
def test_dates(written, first, last):
    read = Assessment.model_validate({"date": written}).date
    assert (read.first, read.last) == (first, last)
    assert Assessment.model_validate({"date": [written, "2030"]}).date[0] == read


def test_open_items_alone_are_a_figure_of_a_checklist():
    assert Assessment.model_validate({"unknown": ["design"]}).figures() == [(ValueKey.MET, ())]
    both = Assessment.model_validate({"met": ["trial"], "unknown": ["design"]})
    assert (both.figures(), both.unknown) == ([(ValueKey.MET, ("trial",))], ("design",))


def test_all_figures_that_are_written_are_named():
    both = Assessment.model_validate({"level": 3, "choice": "x"})
    assert both.figures() == [(ValueKey.LEVEL, 3), (ValueKey.CHOICE, "x")]


def test_evidence_stands_on_either_side():
    item = {"source": "vns", "quote": "exact words", "note": "n", "shared": {"en": "s"}, "answer": "a"}
    assessment = Assessment.model_validate({"level": 3, "for": [item], "against": [item, item]})
    assert (len(assessment.for_), len(assessment.against)) == (1, 2)
    assert assessment.for_[0].shared == {"en": "s"}


@pytest.mark.parametrize("cost", ["unknown", {"state": 120}, {"state": [80, 200], "own": "unknown"}, {}])
def test_cost(cost):
    assert candidate(cost=cost).cost == cost


@pytest.mark.parametrize("cost", [120, "none", {"state": "12 EUR"}, {"State": 1}, [1]])
def test_what_is_no_cost(cost):
    with pytest.raises(ValidationError):
        candidate(cost=cost)


@pytest.mark.parametrize("value", ["text", "", 3, Decimal("1.5"), {"en": "x"}])
def test_fields(value):
    assert candidate(fields={"group": value}).fields == {"group": value}


@pytest.mark.parametrize("value", [True, ["a"], {"en": ""}, {}, None])
def test_what_is_no_field(value):
    with pytest.raises(ValidationError):
        candidate(fields={"group": value})


def test_history():
    entries = [{"date": "2025-09", "status": "earmarked"}, {"date": "2025", "status": "s", "source": "x", "quote": "q"}]
    assert [entry.date.text for entry in candidate(history=entries).history] == ["2025-09", "2025"]


@pytest.mark.parametrize("role", ["proposer", "secretariat", "maintainers"])
def test_who_assessed(role):
    assert candidate(assessed_by={"who": "x", "role": role, "date": "2025-11-30"}).assessed_by.role == role


@pytest.mark.parametrize("changed", [{"role": "boss"}, {"date": "2025-11"}, {"who": ""}])
def test_who_assessed_is_told_in_full(changed):
    with pytest.raises(ValidationError):
        candidate(assessed_by={"who": "x", "role": "proposer", "date": "2025-11-30", **changed})


def test_sources_of_its_own():
    assert candidate(sources={"vov": SOURCE}).sources["vov"].title == "t"
