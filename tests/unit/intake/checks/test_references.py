import pytest

from stratsel.diagnostics.span import Where
from stratsel.intake.checks.references import RoundReferences
from stratsel.intake.checks.tree import walk
from stratsel.model.candidate import Candidate
from stratsel.model.criteria import Criteria
from stratsel.model.source import Source
from stratsel.terms import Severity

GAZETTE = Source.model_validate({"title": "G", "publisher": "P", "date": "2025", "grade": "press"})
ALL = {"growth": "unknown", "price": "unknown", "export": "unknown"}


@pytest.fixture
def references(criteria):
    def of(*changes, tree=True, sources=True):
        rules = Criteria.model_validate(criteria(*changes))
        paths = {criterion.id: path for path, criterion in walk(rules.criteria)} if tree else None
        return RoundReferences(rules, "criteria/round.yaml", paths, {"gazette": GAZETTE} if sources else None, "s.yaml")

    return of


@pytest.fixture
def findings(references, dossier):
    def of(*changes, by=None):
        return list((by or references()).findings("f", Candidate.model_validate(dossier(*changes))))

    return of


def places(findings):
    return [(each.code.value, each.where.path, each.where.part) for each in findings]


def test_a_dossier_that_refers_to_what_is_there(findings):
    assert findings() == []


# --- criteria -------------------------------------------------------------------------------------


def test_a_misspelt_leaf_is_one_finding(findings):
    """The leaf that was meant is not missing as well."""
    (finding,) = findings((("assessments", "growth"),), (("assessments", "grwth"), 1))
    assert (finding.code.value, finding.where.path, finding.near) == ("ST401", ("assessments", "grwth"), "growth")
    assert finding.related == (Where("criteria/round.yaml", ("criteria", 0, "criteria", 0, "id")),)


def test_a_leaf_that_is_assessed_already_is_not_suggested(findings):
    (finding,) = findings((("assessments", "grwth"), 1))
    assert (finding.near, finding.related) == (None, ())


def test_an_unlike_name_leaves_the_leaf_missing(findings):
    found = findings((("assessments", "growth"),), (("assessments", "welfare"), 1))
    assert places(found) == [("ST401", ("assessments", "welfare"), "key"), ("ST407", ("assessments",), "key")]


def test_a_branch_takes_no_figure(findings):
    """The leaves below it are what was meant, so they are not missing as well."""
    found = findings((("assessments",), {"use": 1, "export": "unknown"}))
    assert places(found) == [("ST416", ("assessments", "use"), "key")]


def test_a_leaf_left_out_is_a_warning_while_the_rules_may_change(findings, references):
    left_out = (("assessments", "growth"),)
    (finding,) = findings(left_out)
    assert (finding.code.value, finding.facts, finding.severity) == ("ST407", {"leaf": "growth"}, None)
    frozen = references((("decision", "status"), "frozen"))
    (finding,) = findings(left_out, by=frozen)
    assert finding.severity is Severity.ERROR


def test_where_nothing_may_be_unknown_a_leaf_left_out_is_refused(findings, references):
    refusing = references((("missing",), "refuse"))
    found = findings((("assessments", "growth"),), by=refusing)
    assert places(found) == [("ST420", ("assessments",), "key")]
    assert (found[0].facts, found[0].severity) == ({"leaf": "growth"}, None)


def test_a_dossier_of_another_round_is_one_finding(findings):
    found = findings((("assessments",), {"taste": 1, "smell": 2}))
    assert places(found) == [("ST415", ("assessments",), "key")]
    assert found[0].facts == {"count": 2, "criteria": "criteria/round.yaml"}


@pytest.mark.parametrize("assessments", [{"taste": 1}, {"taste": 1, "growth": 2}, {"taste": 1, "use": 2}])
def test_one_that_shares_something_is_of_this_round(findings, assessments):
    assert "ST415" not in [code for code, *_ in places(findings((("assessments",), assessments)))]


def test_a_dossier_that_assesses_nothing_leaves_all_leaves_out(findings):
    assert places(findings((("assessments",), {}))) == [("ST407", ("assessments",), "key")] * 3


def test_a_name_that_begins_with_x_is_a_remark(findings, references):
    assert findings((("assessments", "x-idea"), 1)) == []
    named = references((("criteria", 1, "id"), "x-export"))
    (finding,) = findings((("assessments", "export"),), by=named)
    assert (finding.code.value, finding.facts) == ("ST407", {"leaf": "x-export"})


def test_where_the_tree_is_doubtful_nothing_is_held_against_it(findings, references):
    assert findings((("assessments",), {"taste": 1}), by=references(tree=False)) == []


def test_what_misspelt_names_mean(references):
    assert references().misspelt({"grwth": 1, "Price": 2, "taste": 3, "export": 4, "x-growth": 5}) == {
        "grwth": "growth",
        "Price": "price",
    }
    assert references().misspelt(ALL) == {}


# --- sources --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ((("assessments", "growth", "for", 0, "source"), "vist"), ("assessments", "growth", "for", 0, "source")),
        (
            (("assessments", "price", "against"), [{"source": "vist", "quote": "q"}]),
            ("assessments", "price", "against", 0, "source"),
        ),
        ((("history",), [{"date": "2025", "status": "s", "source": "vist"}]), ("history", 0, "source")),
    ],
)
def test_a_source_is_one_of_the_dossier_or_of_the_round(findings, references, change, path):
    (finding,) = findings(change)
    assert (finding.code.value, finding.where.path, finding.near) == ("ST405", path, "visit")
    assert findings(change, by=references(sources=False)) == []


def test_sources_of_the_round_may_be_cited(findings):
    assert findings((("assessments", "growth", "for", 0, "source"), "gazette")) == []
    assert findings((("history",), [{"date": "2025", "status": "s"}])) == []


def test_a_source_is_defined_once(findings):
    own = {"title": "T", "publisher": "P", "date": "2025", "grade": "press"}
    (finding,) = findings((("sources", "gazette"), own))
    assert (finding.code.value, finding.where.path) == ("ST406", ("sources", "gazette"))
    assert finding.related == (Where("s.yaml", ("sources", "gazette"), "key"),)


def test_fields_are_looked_at_too(findings):
    assert places(findings((("fields", "form"), "x"))) == [("ST204", ("fields", "form"), "value")]
