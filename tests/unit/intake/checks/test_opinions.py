import pytest

from stratsel.diagnostics.span import Where
from stratsel.intake.checks.opinions import assessor_findings
from stratsel.model.assessor import Assessor
from stratsel.model.criteria import Criteria
from stratsel.model.source import Source
from stratsel.terms import Severity

CANDIDATES = ("alpha", "beta")
SOURCES = {"visit": Source.model_validate({"title": "V", "publisher": "P", "date": "2025", "grade": "press"})}
QUOTED = [{"source": "visit", "quote": "q"}]


@pytest.fixture
def rules(criteria):
    def of(status="draft"):
        changes = (("decision", "status"), status), (("agencies",), {"council": {"name": "C"}})
        return Criteria.model_validate(criteria(*changes))

    return of


@pytest.fixture
def findings(rules):
    def of(*, status="draft", is_read=True, file="panel/council.yaml", sources=SOURCES, **keys):
        data = {"stratsel": "assessor/1", "id": "council", "agency": "council", **keys}
        data = {key: value for key, value in data.items() if value is not None}
        criteria = rules(status) if is_read else None
        return list(assessor_findings(file, Assessor.model_validate(data), criteria, CANDIDATES, sources))

    return of


def places(found):
    return [(each.code.value, each.where.path, each.where.part) for each in found]


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"agency": None, "name": "Ann"},
        {"name": "Ann"},
        {"recused": ["alpha", "beta"]},
        {"opinions": {"alpha": {"opinion": "none"}, "x-note": {"opinion": "for"}}},
        {"opinions": {"alpha": {"opinion": "for", "why": "W"}, "beta": {"opinion": "against", "against": QUOTED}}},
        {"opinions": {"alpha": {"opinion": "against", "for": QUOTED}}},
    ],
)
def test_assessors_in_order(findings, keys):
    assert findings(**keys) == []


@pytest.mark.parametrize(
    ("keys", "code", "path", "part", "near"),
    [
        ({"file": "panel/schools.yaml"}, "ST402", ("id",), "value", None),
        ({"agency": "counsil"}, "ST318", ("agency",), "value", "council"),
        ({"agency": None}, "ST426", ("id",), "value", None),
        ({"recused": ["alpha", "betta"]}, "ST421", ("recused", 1), "value", "beta"),
        ({"recused": ["alpha", "alpha"]}, "ST429", ("recused", 1), "value", None),
        ({"opinions": {"alpa": {"opinion": "none"}}}, "ST421", ("opinions", "alpa"), "key", "alpha"),
        ({"opinions": {"beta": {"opinion": "for"}}}, "ST430", ("opinions", "beta"), "key", None),
        ({"opinions": {"beta": {"opinion": "against", "against": []}}}, "ST430", ("opinions", "beta"), "key", None),
        (
            {"opinions": {"beta": {"opinion": "none", "against": [*QUOTED, {**QUOTED[0], "source": "vist"}]}}},
            "ST405", ("opinions", "beta", "against", 1, "source"), "value", "visit",
        ),
        (
            {"opinions": {"beta": {"opinion": "for", "for": [{**QUOTED[0], "source": "x"}]}}},
            "ST405", ("opinions", "beta", "for", 0, "source"), "value", None,
        ),
    ],
)  # fmt: skip
def test_what_is_wrong(findings, keys, code, path, part, near):
    (finding,) = findings(**keys)
    assert (finding.code.value, finding.where.path, finding.where.part, finding.near) == (code, path, part, near)


@pytest.mark.parametrize(("status", "severity"), [("draft", None), ("frozen", Severity.ERROR)])
def test_once_frozen_an_opinion_needs_its_reason(findings, status, severity):
    (finding,) = findings(status=status, opinions={"beta": {"opinion": "against"}})
    assert (finding.facts, finding.severity) == ({"candidate": "beta"}, severity)


def test_nothing_is_held_against_what_cannot_be_read(findings):
    opinions = {"beta": {"opinion": "for", "for": [{"source": "x", "quote": "q"}]}}
    assert findings(is_read=False, agency="other", sources=None, opinions=opinions) == []
    (finding,) = findings(is_read=False, opinions={"beta": {"opinion": "for"}})
    assert (finding.code.value, finding.severity) == ("ST430", None)


def test_a_name_is_looked_for_where_it_stands(findings):
    (finding,) = findings(file="panel/council2.yaml")
    assert finding.facts == {"candidate": "council", "file": "council2"}
    assert finding.where == Where("panel/council2.yaml", ("id",))
