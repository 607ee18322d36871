import datetime

import pytest
from pydantic import ValidationError

from stratsel.model.decision import Decisions

DECISION = {"date": "2025-12-28", "by": "B", "tiers": {"first": ["uav"]}, "departures": {}}
WAIVER = {"candidate": "uav", "screen": "named", "by": "B", "why": "W", "until": "2026-06-30"}


def decisions(**keys):
    return Decisions.model_validate({"stratsel": "decision/1", **keys})


def test_a_file_may_hold_either_or_nothing():
    assert (decisions().decisions, decisions().waivers) == ((), ())
    whole = decisions(decisions=[DECISION], waivers=[WAIVER])
    assert whole.decisions[0].tiers == {"first": ("uav",)}
    assert whole.decisions[0].date == datetime.date(2025, 12, 28)
    assert whole.waivers[0].until == datetime.date(2026, 6, 30)


@pytest.mark.parametrize(
    "change",
    [
        {"by": {"en": "Prime Minister", "vi": "Thủ tướng"}},
        {"document": "2815/QĐ-TTg", "source": "decision-2815", "note": {"vi": "x"}},
        {"departures": {"uav": "unknown", "amr": {"en": "W"}}},
        {"tiers": {"first": []}},
    ],
)
def test_what_a_decision_may_say(change):
    assert decisions(decisions=[DECISION | change]).decisions[0].model_fields_set >= set(change)


@pytest.mark.parametrize("key", DECISION)
def test_what_a_decision_must_say(key):
    with pytest.raises(ValidationError):
        decisions(decisions=[{name: value for name, value in DECISION.items() if name != key}])


@pytest.mark.parametrize("key", WAIVER)
def test_what_a_waiver_must_say(key):
    with pytest.raises(ValidationError):
        decisions(waivers=[{name: value for name, value in WAIVER.items() if name != key}])


@pytest.mark.parametrize(
    "change", [{"date": "2025-12"}, {"tiers": {}}, {"tiers": {"first": "uav"}}, {"departures": {"uav": ""}}]
)
def test_what_a_decision_may_not(change):
    with pytest.raises(ValidationError):
        decisions(decisions=[DECISION | change])
