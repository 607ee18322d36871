"""Decisions beside the order of the four kitchens: alpha first, beta in the reserve, delta and gamma in none."""

from datetime import date

import pytest

from stratsel.engine.selection import Landing, Tie
from stratsel.model.decision import DatedDecision
from stratsel.results.departures import Departure, departing

TIERS = ("first", "reserve")
LANDINGS = {"alpha": Landing("first"), "beta": Landing("reserve"), "delta": Landing(None), "gamma": Landing(None)}


def decision(departures: dict | None = None, **tiers: list[str]) -> DatedDecision:
    return DatedDecision.model_validate(
        {"date": date(2025, 12, 20), "by": "council", "tiers": tiers, "departures": departures or {}}
    )


@pytest.mark.parametrize(
    ("tiers", "moved"),
    [
        ({"first": ["alpha"], "reserve": ["alpha", "beta"]}, {}),
        # who changes places with whom
        (
            {"first": ["beta"], "reserve": ["alpha", "beta"]},
            {"alpha": ("first", False), "beta": ("first", True)},
        ),
        (
            {"first": ["alpha"], "reserve": ["alpha", "delta"]},
            {"beta": ("reserve", False), "delta": ("reserve", True)},
        ),
        # moved in both tiers: told of the first
        ({"first": ["delta"], "reserve": ["delta", "beta"]}, {"alpha": ("first", False), "delta": ("first", True)}),
        # a decision that names one tier says nothing of the other
        ({"reserve": ["beta", "alpha"]}, {}),
        ({"first": ["alpha"]}, {}),
        ({"first": []}, {"alpha": ("first", False)}),
        # who is excluded stands in no tier of the order
        ({"first": ["alpha"], "reserve": ["alpha", "omega"]}, {"beta": ("reserve", False), "omega": ("reserve", True)}),
        # a tier of which only the round itself knows
        ({"first": ["alpha"], "x-later": ["gamma"]}, {}),
    ],
)
def test_who_was_moved(tiers, moved):
    assert departing(decision(**tiers), TIERS, LANDINGS) == moved


@pytest.mark.parametrize("chosen", [["beta"], ["delta"], [], ["beta", "delta"]])
def test_to_settle_a_tie_is_no_departure(chosen):
    """Beta and delta are tied for one place of the reserve: whoever takes it, nobody is moved there."""
    tied = Landing(None, (Tie("reserve", 1),))
    landings = LANDINGS | {"beta": tied, "delta": tied}
    assert departing(decision(first=["alpha"], reserve=["alpha", *chosen]), TIERS, landings) == {}


def test_who_is_tied_for_another_tier_can_be_moved():
    """Alpha and beta are tied for the first place, and both have one in the reserve."""
    tied = Landing("reserve", (Tie("first", 1),))
    found = departing(decision(first=["alpha"], reserve=["alpha"]), TIERS, {"alpha": tied, "beta": tied})
    assert found == {"beta": ("reserve", False)}


DECISION = """\
decisions:
  - date: 2025-12-20
    by: council
    document: Minutes 7
    note: The reserve is to start in May.
    tiers:
      reserve: [alpha, delta]
      first: [alpha]
    departures:
      beta: {en: It closes in summer.}
      delta: unknown
  - {date: 2026-01-10, by: The mayor, tiers: {first: [alpha]}, departures: {}}
"""


def test_decisions_as_facts(join):
    first, second = join(decision=DECISION).ranking.decisions
    assert (first.date, first.by, first.source) == ("2025-12-20", {"en": "District council"}, None)
    assert (first.document, first.note) == ({"en": "Minutes 7"}, {"en": "The reserve is to start in May."})
    assert list(first.tiers.items()) == [("first", ("alpha",)), ("reserve", ("alpha", "delta"))]
    assert first.departures == (
        Departure("beta", "reserve", False, {"en": "It closes in summer."}),
        Departure("delta", "reserve", True, None),
    )
    assert [first.tier_of(name) for name in ("alpha", "delta", "beta")] == ["first", "reserve", None]
    assert (second.by, second.document, second.note, second.departures) == ({"en": "The mayor"}, None, None, ())


def test_texts_are_in_the_language_of_their_file(join):
    """An agency's name is in that of the criteria file."""
    vietnamese = DECISION.replace("decisions:", "lang: vi\ndecisions:", 1).replace(
        "{en: It closes in summer.}", "Nghỉ hè."
    )
    first, second = join(decision=vietnamese).ranking.decisions
    assert (first.by, second.by) == ({"en": "District council"}, {"vi": "The mayor"})
    assert first.document == {"vi": "Minutes 7"}
    assert first.departures[0].why == {"vi": "Nghỉ hè."}


def test_a_round_without_decisions(join):
    assert join().ranking.decisions == ()
