"""Shares: use 0.6, cost 0.4, price 0.75 and speed 0.25 of cost."""

import json
from dataclasses import replace

import pytest

from stratsel.report.formats.html.anchors import Anchors
from stratsel.report.formats.html.sliders import payload_json, sliders_view
from stratsel.report.robustness.words import Words
from stratsel.report.sentences import Sentences


def view(paper, language="en"):
    return sliders_view(paper.what_if, Words(paper.ranking, Sentences(language)), Anchors(language))


def test_sliders_stand_in_groups_of_siblings(small):
    found = view(small.paper)
    assert [(group.title, group.is_open) for group in found.groups] == [("The whole", True), ("Cost", False)]
    assert [(slider.criterion, slider.value, slider.share) for slider in found.groups[1].sliders] == [
        ("price", "75", "75.0\u00a0%"),
        ("speed", "25", "25.0\u00a0%"),
    ]
    assert found.groups[0].sliders[0].anchor == "en-weight-use"


@pytest.mark.parametrize(("share", "value", "text"), [(1 / 6, "17", "16.7\u00a0%"), (0.125, "13", "12.5\u00a0%")])
def test_a_slider_stands_at_a_whole_percentage_half_up(small, share, value, text):
    use, cost, *rest = small.paper.what_if.nodes
    payload = replace(small.paper.what_if, nodes=(replace(use, share=share), replace(cost, share=1 - share), *rest))
    slider = view(replace(small.paper, what_if=payload)).groups[0].sliders[0]
    assert (slider.value, slider.share) == (value, text)


def test_candidates_stand_as_in_the_round(small):
    """Saw and File are level for the one place left: in no tier, and tied."""
    found = view(small.paper, "vi")
    assert [(tier.tier, [place.candidate for place in tier.places]) for tier in found.tiers] == [
        ("first", ["a"]),
        ("second", []),
        ("", ["b", "c", "d"]),
    ]
    saw = found.tiers[2].places[0]
    assert (saw.title, saw.rank, saw.points, saw.length, saw.anchor) == ("Cưa", "2=", "54,0", "54.0", "vi-total-b")
    assert "Nhì" in saw.tier


def test_what_the_script_says_keeps_the_places_that_it_fills(small):
    spoken = json.loads(view(small.paper, "vi").spoken)
    assert spoken["marks"] == {"thousands": ".", "point": ",", "percent": "\u00a0%"}
    assert "{tier}" in spoken["into"] and "{names}" in spoken["into"]
    assert spoken["candidates"]["a"] == "“Búa”" and spoken["tiers"] == {"first": "Nhất", "second": "Nhì"}


def test_criteria_without_siblings_have_no_slider(small):
    nodes = small.paper.what_if.nodes
    payload = replace(small.paper.what_if, nodes=(replace(nodes[0], share=1.0),))
    assert view(replace(small.paper, what_if=payload)) is None


def test_the_payload_holds_numbers_and_ids_and_nothing_that_ends_its_element(small):
    node = replace(small.paper.what_if.nodes[0], criterion="</script><!--&")
    payload = replace(small.paper.what_if, nodes=(node,))
    text = payload_json(payload)
    assert not set("<>&") & set(text)
    read = json.loads(text)
    assert read["nodes"] == [{"criterion": "</script><!--&", "parent": None, "share": 0.6, "is_leaf": True}]
    assert read["candidates"][0] == {
        "candidate": "a",
        "rank": 1,
        "points": 70.0,
        "tier": "first",
        "values": {"use": 0.75, "price": 0.5, "speed": 1.0},
    }
    assert read["tiers"] == [{"tier": "first", "places": 1}, {"tier": "second", "places": 2}]
    assert payload_json(None) == ""
