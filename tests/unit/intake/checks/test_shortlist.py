from itertools import pairwise, product

import pytest

from stratsel.diagnostics.span import Where
from stratsel.intake.checks.shortlist import shortlist_findings, uncounted
from stratsel.model.candidate import Candidate
from stratsel.model.criteria import Criteria

FIRST = {"id": "first", "places": 1, "title": "F"}
SECOND = {"id": "second", "places": 3, "title": "S"}
COUNTED = {"id": "groups", "places": 3, "title": "G", "count": "form", "members": "all"}
PAIRS = list(product(range(3), repeat=2))
TIERS, QUOTAS = ("shortlist", "tiers"), ("shortlist", "quotas")


def quota(value="kitchen", field="form", **more):
    return {"field": field, "value": value, **more}


@pytest.fixture
def findings(criteria):
    def of(tiers=(FIRST, SECOND), quotas=(), **more):
        shortlist = {"tiers": list(tiers), "quotas": list(quotas), **more}
        return list(shortlist_findings("f", Criteria.model_validate(criteria((("shortlist",), shortlist)))))

    return of


def places(found):
    return [(each.code.value, each.where.path, each.where.part) for each in found]


def test_a_shortlist_in_order(findings):
    quotas = [quota(at_most=2, at_least=1), quota("caterer", at_least=1, tier="second"), quota(at_most=1, tier="first")]
    assert findings(quotas=quotas, ties=["use", "growth"], minimum=40, resolution=1) == []


@pytest.mark.parametrize("count", [1, 0])
def test_each_tier_has_more_places_than_the_one_before(findings, count):
    found = findings([{**FIRST, "places": 3}, {**SECOND, "places": 3 - count}])
    assert places(found) == [("ST312", (*TIERS, 1, "places"), "value")]


def test_tiers_are_compared_where_they_are_counted_alike(findings):
    """Three groups may be more than five candidates or fewer; two groups are fewer than three."""
    assert findings([{**SECOND, "places": 5}, COUNTED]) == []
    found = findings([COUNTED, {**COUNTED, "id": "more", "places": 2}])
    assert places(found) == [("ST312", (*TIERS, 1, "places"), "value")]
    assert findings([COUNTED, {**COUNTED, "id": "more", "places": 2, "count": "part"}]) == []


def test_a_tier_has_a_name_of_its_own(findings):
    (finding,) = findings([FIRST, {**SECOND, "id": "first"}])
    assert (finding.code.value, finding.where.path) == ("ST319", (*TIERS, 1, "id"))
    assert finding.related == (Where("f", (*TIERS, 0, "id")),)


def test_a_tie_node_is_there(findings):
    (finding,) = findings(ties=["use", "grwth"])
    assert (finding.code.value, finding.where.path) == ("ST313", ("shortlist", "ties", 1))
    assert finding.near == "growth"


@pytest.mark.parametrize(
    ("more", "has", "lacks"),
    [({"count": "form"}, "count", "members"), ({"members": "all"}, "members", "count")],
)
def test_count_and_members_go_together(findings, more, has, lacks):
    (finding,) = findings([{**FIRST, **more}])
    assert (finding.code.value, finding.where) == ("ST337", Where("f", (*TIERS, 0, has), "key"))
    assert finding.facts == {"has": has, "lacks": lacks}


@pytest.mark.parametrize(
    ("field", "code", "near"),
    [("form", None, None), ("cook", None, None), ("part", None, None), ("served", None, None),
     ("opened", "ST332", None), ("fom", "ST331", "form"), ("zzzz", "ST331", None)],
)  # fmt: skip
def test_candidates_are_counted_by_what_they_are_asked(findings, field, code, near):
    found = findings([{**COUNTED, "count": field}])
    assert [(each.code.value, each.near) for each in found] == ([(code, near)] if code else [])
    assert all(each.where.path == (*TIERS, 0, "count") for each in found)


@pytest.mark.parametrize(
    ("given", "code", "path", "near"),
    [
        (quota("kitchn", at_most=1), "ST204", ("value",), "kitchen"),
        (quota(3, at_most=1), "ST413", ("value",), None),
        (quota("nort", "part", at_most=1), "ST414", ("value",), "north"),
        (quota("many", "served", at_most=1), "ST413", ("value",), None),
        (quota("2025", "opened", at_most=1), "ST332", ("field",), None),
        (quota("x", "fom", at_most=1), "ST331", ("field",), "form"),
        (quota(at_most=1, tier="secnd"), "ST339", ("tier",), "second"),
        (quota(), "ST201", (), None),
    ],
)
def test_a_quota_says_what_it_is_over(findings, given, code, path, near):
    (finding,) = findings(quotas=[given])
    assert (finding.code.value, finding.where.path, finding.near) == (code, (*QUOTAS, 0, *path), near)


def test_quotas_are_over_one_field(findings):
    quotas = [quota(at_most=1), quota("north", "part", at_most=1), quota("south", "part", at_most=1)]
    (finding,) = findings(quotas=quotas)
    assert (finding.code.value, finding.where.path) == ("ST335", (*QUOTAS, 1, "field"))
    assert finding.facts == {"field": "part", "other": "form"}
    assert finding.related == (Where("f", (*QUOTAS, 0, "field")),)


def test_a_field_that_is_not_asked_for_is_not_another_one(findings):
    (finding,) = findings(quotas=[quota(field="from", at_most=1), quota("caterer", at_most=1)])
    assert (finding.code.value, finding.where.path) == ("ST331", (*QUOTAS, 0, "field"))


def test_a_value_has_one_quota_in_a_tier(findings):
    (finding,) = findings(quotas=[quota(at_most=2), quota("caterer", at_most=2), quota(at_most=3)])
    assert (finding.code.value, finding.where.path) == ("ST429", (*QUOTAS, 2, "value"))
    assert finding.related == (Where("f", (*QUOTAS, 0, "value")),)
    assert findings(quotas=[quota(at_most=2), quota(at_most=1, tier="first")]) == []


@pytest.mark.parametrize(
    ("tier", "where"),
    [("groups", ("tier", "key")), (None, ("field", "key")), ("first", None)],
)
def test_no_quota_where_places_are_counted_by_a_field(findings, tier, where):
    found = findings([FIRST, COUNTED], [quota(at_most=1, **({"tier": tier} if tier else {}))])
    assert places(found) == ([("ST338", (*QUOTAS, 0, where[0]), where[1])] if where else [])
    for finding in found:
        assert finding.facts == {"tier": "groups"}
        assert finding.related == (Where("f", (*TIERS, 1, "count"), "key"),)


# --- quotas that can be kept ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quotas", "at", "facts", "because"),
    [
        ([quota(at_least=3, at_most=2, tier="second")], 0, (3, 2), (*QUOTAS, 0, "at_most")),
        ([quota(at_least=2, tier="first")], 0, (2, 1), (*TIERS, 0, "places")),
        ([quota(at_least=4, tier="second")], 0, (4, 3), (*TIERS, 1, "places")),
        ([quota(at_least=2)], 0, (2, 1), (*TIERS, 0, "places")),
        (
            [quota(at_least=2, tier="second"), quota("caterer", at_least=2, tier="second")],
            1, (4, 3), (*TIERS, 1, "places"),
        ),
        ([quota(at_least=1), quota("caterer", at_least=1)], 1, (2, 1), (*TIERS, 0, "places")),
        ([quota(at_least=1, tier="first"), quota(at_most=0, tier="second")], 0, (1, 0), (*QUOTAS, 1, "at_most")),
        ([quota(at_most=1), quota(at_least=2, tier="second")], 1, (2, 1), (*QUOTAS, 0, "at_most")),
        (
            [quota(at_least=1, tier="first"), quota("caterer", at_least=3, tier="second")],
            1, (4, 3), (*TIERS, 1, "places"),
        ),
    ],
)  # fmt: skip
def test_a_quota_that_nobody_can_keep(findings, quotas, at, facts, because):
    (finding,) = findings(quotas=quotas)
    assert (finding.code.value, finding.where.path) == ("ST336", (*QUOTAS, at, "at_least"))
    assert finding.facts == dict(zip(("least", "most"), facts, strict=True))
    assert finding.related == (Where("f", because),)


def test_a_higher_tier_may_hold_fewer_than_a_lower_one_must(findings):
    assert findings(quotas=[quota(at_most=0, tier="first"), quota(at_least=3, tier="second")]) == []


def fits(tiers, quotas):
    """Whether some number of kitchens and caterers in each tier, growing downwards, keeps every quota."""
    ranges = [range(places + 1) for places in tiers for _ in "kc"]
    for counts in product(*ranges):
        held = [dict(zip(("kitchen", "caterer"), counts[2 * at : 2 * at + 2], strict=True)) for at in range(len(tiers))]
        if any(sum(each.values()) > places for each, places in zip(held, tiers, strict=True)):
            continue
        if any(above[value] > below[value] for above, below in pairwise(held) for value in above):
            continue
        wanted = ((held[at][value], least, most) for value, at, least, most in quotas)
        if all(least <= number <= most for number, least, most in wanted):
            return True
    return False


@pytest.mark.parametrize("least", PAIRS)
@pytest.mark.parametrize("most", PAIRS)
def test_the_same_is_found_as_by_trying_all_sets(findings, least, most):
    """Kitchens have a quota in the first tier (one place), caterers and kitchens in the second (three)."""
    of_tiers = [("kitchen", 0, least[0], most[0]), ("kitchen", 1, least[1], most[1]), ("caterer", 1, 1, 3)]
    quotas = [
        quota(value, at_least=low, at_most=high, tier=("first", "second")[at]) for value, at, low, high in of_tiers
    ]
    impossible = [each for each in findings(quotas=quotas) if each.code.value == "ST336"]
    assert bool(impossible) is not fits([1, 3], of_tiers)


# --- what a dossier does not say --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"form": "kitchen"}, True),
        ({"form": "unknown"}, False),
        ({"form": ""}, False),
        ({"cook": "Ann"}, False),
        ({}, False),
        ({"frm": "kitchen"}, True),
    ],
)
@pytest.mark.parametrize("by", ["count", "quota"])
def test_a_dossier_says_what_places_depend_on(criteria, dossier, fields, said, by):
    """A field that is misspelt is a finding of its own, and says so already."""
    rule = {"tiers": [COUNTED]} if by == "count" else {"tiers": [FIRST], "quotas": [quota(at_most=1)]}
    rules = Criteria.model_validate(criteria((("shortlist",), rule)))
    found = list(uncounted("d", Candidate.model_validate(dossier((("fields",), fields))), rules))
    assert places(found) == ([] if said else [("ST424", ("fields", "form"), "key")])
    assert all(each.facts == {"field": "form"} for each in found)


def test_what_no_place_depends_on_may_be_left_out(criteria, dossier):
    data = dossier((("fields",), {}))
    assert list(uncounted("d", Candidate.model_validate(data), Criteria.model_validate(criteria()))) == []
