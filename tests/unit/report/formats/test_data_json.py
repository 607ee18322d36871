import json
from dataclasses import replace
from decimal import Decimal

import pytest

from stratsel.report.formats.data_json import escape_unseen, number, render
from stratsel.report.options import RenderOptions


def found(ranking, **options):
    return json.loads(render(ranking, RenderOptions("en", **options)))


def test_head(made):
    document = found(made.small())
    assert document["stratsel"] == "ranking/1"
    assert document["tool"] == {"name": "stratsel", "version": "1.2.3"}
    assert document["settings"] == {"missing": "worst", "ties": ["use"], "top": None}
    assert document["counts"] == {"candidates": 4, "leaves": 3}
    assert (document["excluded"], document["rejected"]) == ([], ["candidates/torn.yaml"])
    assert document["tiers"][1] == {"id": "second", "title": {"en": "Second", "vi": "Nhì"}, "places": 2}
    assert document["criteria"][2] == {
        "id": "price", "title": {"en": "Price", "vi": "Giá"}, "parent": "cost", "weight": 30.0, "leaf": True,
    }  # fmt: skip


def test_round(made):
    facts = found(made.small())["round"]
    assert facts["standing"] == "illustration"
    assert facts["question"] == {"en": "Which tool comes first?"}
    assert facts["banner"]["en"].startswith("ILLUSTRATION by the office")
    assert facts["banner"].keys() == {"en", "vi"}
    assert (facts["reference_date"], facts["status"]) == ("2025-12-01", "draft")
    assert facts["digest"] == made.ROUND.digest


def test_what_is_official_has_no_banner(made):
    assert found(made.official())["round"]["banner"] is None


def test_candidate(made):
    each = found(made.small())["ranking"][1]
    assert (each["id"], each["file"], each["rank"], each["value"]) == ("b", "candidates/b.yaml", 2, 54.0)
    assert each["bounds"] == {"shown": 54.0, "possible": 79.0}
    assert each["unknown"] == 0.1
    assert each["tier"] is None
    assert each["tied_for"] == {"tier": "second", "places": 1}
    assert each["places"] == {"first": "open", "second": "open"}
    assert each["contributions"] == {"use": 30.0, "cost": 24.0, "price": 24.0, "speed": 0.0}
    assert each["flags"] == []


def test_tied_for_nothing_is_null(made):
    assert found(made.small())["ranking"][0]["tied_for"] is None


def test_reasons(made):
    reasons = found(made.small())["ranking"][0]["reasons"]
    assert reasons["weakest"] == {
        "leaf": "price", "weight": 30.0, "points": 15.0, "possible": 15.0, "file": "candidates/a.yaml", "line": 12,
        "low": {"key": "amount", "figure": 50.0, "meaning": {"en": "thousand dong", "vi": "nghìn đồng"}},
        "high": {"key": "amount", "figure": 50.0, "meaning": {"en": "thousand dong", "vi": "nghìn đồng"}},
    }  # fmt: skip
    assert reasons["evidence"][1] == {
        "leaf": "price", "stance": "for", "quote": "cheaper than most", "source": "paper",
        "publisher": {"und": "The Paper"}, "date": None, "grade": "company", "note": None, "answer": None,
        "file": "candidates/a.yaml", "line": 14,
    }  # fmt: skip
    crossing = reasons["crossings"][0]
    assert (crossing["tier"], crossing["direction"], crossing["mover"], crossing["passed"]) == (
        "first",
        "down",
        "b",
        "a",
    )
    assert (crossing["gap"], crossing["steps"], crossing["passes_needed"]) == (16.0, [], 1)
    assert crossing["largest"]["leaf"] == "use"


def test_steps(made):
    crossing = found(made.small())["ranking"][1]["reasons"]["crossings"][0]
    assert crossing["steps"][1] == {
        "leaf": "use", "gain": 15.0, "key": "level", "figure": 3,
        "meaning": {"en": "in three places", "vi": "ở ba nơi"},
    }  # fmt: skip
    assert crossing["largest"] is None


def test_no_reasons_are_null(made):
    first = replace(made.CANDIDATES[0], reasons=None)
    assert found(replace(made.small(), candidates=(first,)))["ranking"][0]["reasons"] is None


def test_top_is_stated(made):
    document = found(made.small(), top=2)
    assert [each["id"] for each in document["ranking"]] == ["a", "b", "c"]
    assert (document["settings"]["top"], document["counts"]["candidates"]) == (2, 4)


def test_form(made):
    shown = render(made.small(), RenderOptions("en"))
    assert shown.startswith('{\n  "counts": {\n    "candidates": 4,') and shown.endswith("}\n")
    assert "Búa" in shown
    assert json.dumps(json.loads(shown), ensure_ascii=False, indent=2, sort_keys=True) + "\n" == shown


@pytest.mark.parametrize(
    ("value", "result"),
    [(2, "2"), (1 / 3, "0.333333333333"), (-0.0, "0.0"), (25.000000000000004, "25.0"), (Decimal("0.10"), "0.1")],
)
def test_numbers_have_twelve_digits(value, result):
    assert json.dumps(number(value)) == result


def test_what_nobody_sees_is_escaped_and_still_the_same_data():
    text = '"a\u00a0\u202eb\x9b\U000e0001"'
    shown = escape_unseen(text)
    assert shown == '"a\u00a0\\u202eb\\u009b\\udb40\\udc01"'
    assert json.loads(shown) == text[1:-1]
