from decimal import Decimal

import pytest
from pydantic import ValidationError

from stratsel.model.shortlist import Shortlist

TIER = {"id": "first", "places": 1, "title": "F"}
QUOTA = {"field": "form", "value": "kitchen"}


def shortlist(**keys):
    return Shortlist.model_validate({"tiers": [TIER], **keys})


def test_what_stands_where_nothing_is_said():
    """No minimum is a minimum of nothing; values are compared as they are."""
    rule = shortlist()
    assert (rule.minimum, rule.quotas, rule.resolution, rule.ties) == (0, (), None, ())
    assert (rule.tiers[0].count, rule.tiers[0].members) == (None, None)


@pytest.mark.parametrize(
    "keys",
    [
        {"minimum": 0},
        {"minimum": 100},
        {"minimum": Decimal("62.5")},
        {"resolution": Decimal("0.01")},
        {"resolution": 5},
        {"tiers": [{**TIER, "count": "form", "members": "all"}, {**TIER, "count": "form", "members": "in-order"}]},
        {"quotas": [{**QUOTA, "at_most": 0}, {**QUOTA, "at_least": 2, "tier": "first"}]},
        {"quotas": [{**QUOTA, "value": 3}, {**QUOTA, "value": Decimal("0.5")}]},
    ],
)
def test_what_may_be_said(keys):
    written = shortlist(**keys)
    assert set(keys) <= written.model_fields_set


@pytest.mark.parametrize(
    "keys",
    [
        {"tiers": []},
        {"tiers": [{**TIER, "places": 0}]},
        {"tiers": [{**TIER, "places": Decimal("1.5")}]},
        {"tiers": [{**TIER, "members": "some"}]},
        {"minimum": -1},
        {"minimum": 101},
        {"resolution": 0},
        {"resolution": -1},
        {"quotas": [{"field": "form", "at_most": 1}]},
        {"quotas": [{"value": "kitchen", "at_most": 1}]},
        {"quotas": [{**QUOTA, "at_most": -1}]},
        {"quotas": [{**QUOTA, "at_least": Decimal("0.5")}]},
        {"quotas": [{**QUOTA, "value": ""}]},
        {"quotas": [{**QUOTA, "value": ["kitchen"]}]},
    ],
)
def test_what_may_not(keys):
    with pytest.raises(ValidationError):
        shortlist(**keys)
