import pytest

from stratsel.report.rules import counts_words, legend_entries, rules_entries
from stratsel.report.sentences import Sentences


def told(entries):
    return {entry.term: [line.text for line in entry.lines] for entry in entries}


@pytest.fixture
def english():
    return Sentences("en")


def test_what_is_none_is_not_counted(made, english):
    assert counts_words(made.small(), english) == (
        "ranked: 4 · excluded: 1 · leaves: 3 · screens: 3 · judged as of 1 December 2025 · the criteria are a draft"
    )
    assert counts_words(made.available(), english).startswith("ranked: 3 · not ranked: 1 · leaves: 3 · judged")


def test_the_legend_explains_firmness_only_where_it_was_studied(made, english):
    assert list(told(legend_entries(made.small(), english))) == ["Shown", "Possible", "Unknown"]


def test_rules_ties_and_weights(made, english):
    assert told(rules_entries(made.small(), english)) == {
        "Order": ["by Shown: what is not shown does not count (missing: worst)."],
        "Ties": ["separated by Use, in this order."],
        "Weights": ["by the office. Use counts most."],
    }


def test_other_means_and_a_minimum_are_said(made, english):
    order = told(rules_entries(made.geometric(), english))["Order"]
    assert order[1:] == [
        "The whole is the weighted geometric mean of its parts: one part worth nothing makes it worth nothing.",
        "“Cost” is worth as much as its weakest part.",
        "Nobody below 20 points has a place.",
    ]


def test_what_is_counted_by_a_field_and_kept_to_quotas(made, english):
    order = told(rules_entries(made.available(), english))["Order"]
    assert order[1] == "Values are rounded half up to 0.5 points before anything compares them."
    assert order[2] == "“First” keeps to its quotas: the best set by rank, place after place."
    assert order[3] == "“Second” counts its places (2) by “maker” and holds everybody of these: 3 in all."
