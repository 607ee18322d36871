import pytest

from stratsel.diagnostics.span import Where
from stratsel.intake.checks.decision import decision_findings
from stratsel.model.criteria import Criteria
from stratsel.model.decision import Decisions
from stratsel.model.source import Source
from stratsel.terms import Severity

TIERS = [{"id": name, "places": places, "title": name} for name, places in (("first", 1), ("second", 3), ("third", 5))]
SCREEN = {"id": "named", "title": "N", "require": {"present": ["cook"]}, "on_fail": "exclude", "on_unknown": "flag"}
CANDIDATES = ("alpha", "beta", "gamma", "delta")
SOURCES = {"visit": Source.model_validate({"title": "V", "publisher": "P", "date": "2025", "grade": "press"})}
WAIVER = {"candidate": "alpha", "screen": "named", "by": "B", "why": "W", "until": "2025-12-12"}


def decision(tiers, date="2025-12-20", departures=None, **more):
    return {"date": date, "by": "B", "tiers": tiers, "departures": departures or {}, **more}


@pytest.fixture
def rules(criteria):
    return Criteria.model_validate(criteria((("shortlist", "tiers"), TIERS), (("screens",), [SCREEN])))


@pytest.fixture
def findings(rules):
    def of(*decisions, waivers=(), criteria=rules, sources=SOURCES):
        data = {"stratsel": "decision/1", "decisions": list(decisions), "waivers": list(waivers)}
        return list(decision_findings("f", Decisions.model_validate(data), criteria, CANDIDATES, sources))

    return of


def places(found):
    return [(each.code.value, each.where.path, each.where.part) for each in found]


def test_decisions_in_order(findings):
    assert findings() == []
    early = decision({"first": ["alpha"], "second": ["beta", "alpha"]}, "2025-01-01", {"beta": "unknown"})
    late = decision({"first": [], "third": ["gamma"], "x-note": ["nobody"]}, "2025-01-01", {"x-note": "a remark"})
    assert findings(early, {**late, "source": "visit"}, waivers=[WAIVER]) == []


@pytest.mark.parametrize(
    ("given", "code", "path", "part", "near"),
    [
        (decision({"first": ["alpha", "betta"]}), "ST421", ("tiers", "first", 1), "value", "beta"),
        (decision({"second": ["zz"]}), "ST421", ("tiers", "second", 0), "value", None),
        (decision({"first": []}, departures={"gama": "W"}), "ST421", ("departures", "gama"), "key", "gamma"),
        (decision({"frist": ["alpha"]}), "ST339", ("tiers", "frist"), "key", "first"),
        (decision({"first": []}, source="vist"), "ST405", ("source",), "value", "visit"),
        (decision({"first": ["alpha", "beta", "alpha"]}), "ST429", ("tiers", "first", 2), "value", None),
        (decision({"first": ["zz", "zz"]}), "ST421", ("tiers", "first", 0), "value", None),
    ],
)
def test_what_is_named_is_there_and_named_once(findings, given, code, path, part, near):
    finding = findings(given)[0]
    assert (finding.code.value, finding.where) == (code, Where("f", ("decisions", 0, *path), part))
    assert finding.near == near


def test_who_is_named_twice_is_looked_for_once(findings):
    assert places(findings(decision({"first": ["zz", "zz"]}))) == [
        ("ST421", ("decisions", 0, "tiers", "first", 0), "value"),
        ("ST429", ("decisions", 0, "tiers", "first", 1), "value"),
    ]


def test_a_later_decision_stands_below_an_earlier_one(findings):
    (finding,) = findings(decision({"first": []}, "2025-02-01"), decision({"first": []}, "2025-01-31"))
    assert (finding.code.value, finding.where.path) == ("ST224", ("decisions", 1, "date"))
    assert finding.severity is Severity.ERROR
    assert finding.facts == {"date": "2025-01-31", "above": "2025-02-01"}


# --- tiers hold those above them --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tiers", "missing"),
    [
        ({"first": ["alpha"], "second": ["alpha", "beta"]}, []),
        ({"second": ["alpha", "beta"], "first": ["alpha"]}, []),
        ({"first": ["alpha"], "second": ["beta"]}, [("first", 0, "second")]),
        ({"second": ["beta"], "first": ["gamma", "beta", "alpha"]}, [("first", 0, "second"), ("first", 2, "second")]),
        ({"first": ["alpha"], "third": ["beta"]}, [("first", 0, "third")]),
        (
            {"first": ["alpha"], "second": ["beta"], "third": ["alpha"]},
            [("first", 0, "second"), ("second", 0, "third")],
        ),
    ],
)
def test_a_tier_holds_those_above_it(findings, tiers, missing):
    """In the order of the criteria file, however the decision writes them."""
    found = findings(decision(tiers))
    path = ("decisions", 0, "tiers")
    assert places(found) == [("ST425", (*path, upper, at), "value") for upper, at, _ in missing]
    for finding, (upper, at, lower) in zip(found, missing, strict=True):
        assert finding.facts == {"candidate": tiers[upper][at], "tier": upper, "below": lower}
        assert finding.related == (Where("f", (*path, lower), "key"),)


def test_an_unknown_name_may_be_the_one_that_is_missing(findings):
    found = findings(decision({"first": ["alpha"], "second": ["zz"]}))
    assert places(found) == [("ST421", ("decisions", 0, "tiers", "second", 0), "value")]
    found = findings(decision({"first": ["alpha"], "second": ["alpa", "beta"]}))
    assert places(found) == [("ST421", ("decisions", 0, "tiers", "second", 0), "value")]
    found = findings(decision({"first": ["alpa"], "second": ["alpha", "beta"]}))
    assert places(found) == [("ST421", ("decisions", 0, "tiers", "first", 0), "value")]


# --- waivers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "code", "key", "near"),
    [
        ({"candidate": "alpa"}, "ST421", "candidate", "alpha"),
        ({"screen": "naned"}, "ST422", "screen", "named"),
        ({"screen": "other"}, "ST422", "screen", None),
        ({"until": "2025-12-11"}, "ST423", "until", None),
    ],
)
def test_a_waiver_lifts_a_screen_for_a_candidate(findings, change, code, key, near):
    (finding,) = findings(waivers=[WAIVER | change])
    assert (finding.code.value, finding.where.path, finding.near) == (code, ("waivers", 0, key), near)


def test_a_waiver_holds_up_to_and_with_its_last_day(findings):
    """The reference date is 2025-12-12."""
    (finding,) = findings(waivers=[WAIVER | {"until": "2025-12-11"}])
    assert finding.facts == {"until": "2025-12-11", "date": "2025-12-12"}
    assert findings(waivers=[WAIVER | {"until": "2025-12-12"}]) == []


def test_the_same_waiver_stands_once(findings):
    (finding,) = findings(waivers=[WAIVER, WAIVER | {"candidate": "beta"}, WAIVER | {"until": "2030-01-01"}])
    assert (finding.code.value, finding.where.path) == ("ST429", ("waivers", 2, "screen"))
    assert finding.related == (Where("f", ("waivers", 0, "screen")),)


def test_an_expired_waiver_may_be_granted_again(findings):
    found = findings(waivers=[WAIVER | {"until": "2025-01-01"}, WAIVER])
    assert places(found) == [("ST423", ("waivers", 0, "until"), "value")]


# --- what is not to be relied on --------------------------------------------------------------------


def test_nothing_is_held_against_rules_that_cannot_be_read(findings):
    given = decision({"frist": ["alpha"], "second": ["beta"]})
    assert findings(given, waivers=[WAIVER | {"screen": "x", "until": "2000-01-01"}], criteria=None) == []


def test_nothing_is_held_against_sources_that_cannot_be_read(findings):
    assert findings(decision({"first": []}, source="x"), sources=None) == []
