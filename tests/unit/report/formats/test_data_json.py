import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from stratsel.report.data import Facts
from stratsel.report.formats.data_json import escape_unseen, render
from stratsel.report.options import RenderOptions
from stratsel.results.firmness import CandidateFirmness, FirmnessFacts, FlipFacts
from stratsel.results.leaf import WrittenFigure
from stratsel.terms import Admissible, ValueKey, Verdict, WeightSpace


def found(ranking, **options):
    return json.loads(render(ranking, RenderOptions("en", **options)))


def test_head(made):
    document = found(made.small())
    assert document["stratsel"] == "ranking/1"
    assert document["tool"] == {"name": "stratsel", "version": "1.2.3"}
    assert document["settings"] == {
        "combine": "arithmetic", "missing": "worst", "at_least": 0.0, "ties": ["use"], "minimum": 0.0,
        "resolution": None, "top": None, "firmness": None,
    }  # fmt: skip
    assert document["counts"] == {"candidates": 4, "unranked": 0, "excluded": 1, "leaves": 3, "open_places": 7}
    assert document["rejected"] == ["candidates/torn.yaml"]
    assert document["tiers"][1] == {
        "id": "second", "title": {"en": "Second", "vi": "Nhì"}, "places": 2, "count": None, "members": None, "held": 1,
    }  # fmt: skip
    assert document["criteria"][2] == {
        "id": "price", "title": {"en": "Price", "vi": "Giá"}, "parent": "cost", "weight": 30.0, "leaf": True,
        "combine": None,
    }  # fmt: skip


def test_firmness(made):
    """Shares and points as they were found, the flip by the criterion's id, and the draws among the settings."""
    ranking = made.small()
    flip = FlipFacts("cost", 40.0, 52.25, 12.25, "second", True)
    place = CandidateFirmness(0.834, 0.0026, 0.2, 0.96, True, (1, 3), Verdict.CLOSE, flip)
    draws = FirmnessFacts(20_000, 5_000, 1, Admissible.AROUND, 30.0, WeightSpace.LOCAL, True)
    first, *others = ranking.candidates
    studied = replace(ranking, candidates=(replace(first, firmness=place), *others), firmness=draws)
    document = found(studied)
    assert document["settings"]["firmness"] == {
        "samples": 20_000, "bounding_samples": 5_000, "seed": 1, "space": "local", "assessments": "ranges",
        "assumes_uniform": True,
        "weights": {"kind": "around", "percent": 30.0, "shares": {}, "statements": []},
    }  # fmt: skip
    assert document["ranking"][0]["firmness"] == {
        "tier_share": 0.834, "standard_error": 0.0026, "lowest_share": 0.2, "highest_share": 0.96, "sharp": True,
        "rank_interval": [1, 3], "verdict": "close",
        "flip": {"criterion": "cost", "weight": 40.0, "to": 52.25, "points": 12.25, "tier": "second", "exact": True},
    }  # fmt: skip
    assert document["ranking"][1]["firmness"] is None


@pytest.mark.parametrize(
    ("judgements", "assessments"),
    [({"is_fixed": True}, "fixed"), ({"levels": 1.0}, {"levels": 1.0}), ({}, "ranges")],
)
def test_what_was_asked_of_weights_and_judgements(made, judgements, assessments):
    bounds = {"shares": {"cost": (20.0, 35.5)}, "statements": ("cost >= 2 use",), **judgements}
    draws = FirmnessFacts(500, 0, 7, Admissible.WITHIN, 0.0, WeightSpace.GLOBAL, False, **bounds)
    settings = found(replace(made.small(), firmness=draws))["settings"]["firmness"]
    assert settings["weights"] == {
        "kind": "within", "percent": 0.0, "shares": {"cost": [20.0, 35.5]}, "statements": ["cost >= 2 use"],
    }  # fmt: skip
    assert settings["assessments"] == assessments


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
        "meaning": {"en": "in three places", "vi": "ở ba nơi"}, "file": "candidates/b.yaml", "line": 8,
    }  # fmt: skip
    assert crossing["largest"] is None


def test_what_is_unknown_and_what_could_bring_most_have_their_places(made):
    first, second, *_ = (each["reasons"] for each in found(made.small())["ranking"])
    (largest,) = (each["largest"] for each in first["crossings"])
    (unknown,) = second["unknown"]
    assert [(each["leaf"], each["file"], each["line"]) for each in (largest, unknown)] == [
        ("use", "candidates/b.yaml", 8),
        ("speed", "candidates/b.yaml", 13),
    ]


def test_no_reasons_are_null(made):
    first = replace(made.CANDIDATES[0], reasons=None)
    assert found(replace(made.small(), candidates=(first,)))["ranking"][0]["reasons"] is None


def test_top_is_stated(made):
    document = found(made.small(), top=2)
    assert [each["id"] for each in document["ranking"]] == ["a", "b", "c"]
    assert (document["settings"]["top"], document["counts"]["candidates"]) == (2, 4)


def test_form(made):
    shown = render(made.small(), RenderOptions("en"))
    assert shown.startswith('{\n  "advice": [],\n  "counts": {') and shown.endswith("}\n")
    assert "Búa" in shown
    assert json.dumps(json.loads(shown), ensure_ascii=False, indent=2, sort_keys=True) + "\n" == shown


def test_what_nobody_sees_is_escaped_and_still_the_same_data():
    text = '"a\u00a0\u202eb\x9b\U000e0001"'
    shown = escape_unseen(text)
    assert shown == '"a\u00a0\\u202eb\\u009b\\udb40\\udc01"'
    assert json.loads(shown) == text[1:-1]


# --- what the contract asks of `ranking/1` ----------------------------------------------------------


@pytest.mark.parametrize("name", ["small", "plain", "official", "silent", "geometric", "available", "nobody"])
def test_names_that_other_programs_rely_on(name, made):
    """The contract, but for `firmness`, which this version does not study."""
    document = found(getattr(made, name)())
    assert document.keys() >= {"stratsel", "round", "tool", "settings", "ranking", "excluded"}
    assert document["round"].keys() >= {"id", "standing", "digest"}
    for each in document["ranking"]:
        assert each.keys() >= {
            "id", "rank", "value", "bounds", "tier", "places", "contributions", "reasons", "flags",
        }  # fmt: skip
        assert each["bounds"].keys() == {"shown", "possible"}
        assert set(each["places"].values()) <= {"in", "open", "out"}
    for each in document["excluded"]:
        assert each.keys() >= {"id", "screen", "why"}
        assert each["why"].keys() == {"en", "vi"}


def test_who_is_excluded_by_which_screen_and_why(made):
    [each] = found(made.small())["excluded"]
    assert (each["id"], each["file"], each["screen"]) == ("e", "candidates/e.yaml", "maker")
    assert each["why"] == {
        "en": "Its maker is named: failed, so excluded; Who made it? “nobody”",
        "vi": "Nêu tên nhà sản xuất: không đạt nên bị loại; Ai sản xuất? “nobody”",
    }
    assert each["places"] == {"first": "out", "second": "out"}
    first, second = each["screens"]
    assert first == {
        "screen": "maker", "outcome": "failed", "consequence": "exclude", "waiver": None,
        "causes": [{"field": "maker", "given": "nobody", "file": "candidates/e.yaml", "line": 5}],
    }  # fmt: skip
    assert [second["causes"][0][end]["figure"] for end in ("low", "high")] == ["slow", "normal"]


def test_flags_and_waivers(made):
    ranking = found(made.small())["ranking"]
    assert [each["causes"] for each in ranking[1]["screens"]] == [
        [{"criterion": "speed", "low": None, "high": None, "file": "candidates/b.yaml", "line": 13}],
        [
            {
                "criterion": "cost", "value_at_least": 70.0, "low": 60.0, "high": 85.0,
                "file": "candidates/b.yaml", "line": 7,
            }
        ],
    ]  # fmt: skip
    [waived] = ranking[2]["screens"]
    assert (waived["outcome"], waived["consequence"]) == ("failed", "admit")
    assert waived["waiver"] == {
        "by": {"en": "the office", "vi": "văn phòng"},
        "why": {"en": "It was made in-house.", "vi": "Sản xuất nội bộ."},
        "until": "2026-06-30",
    }


def test_a_cause_without_a_place(made):
    nowhere = replace(made.FLAGGED[0], causes=(replace(made.FLAGGED[0].causes[0], place=None),))
    b = replace(made.CANDIDATES[1], screens=(nowhere,))
    [cause] = found(replace(made.small(), candidates=(b,)))["ranking"][0]["screens"][0]["causes"]
    assert (cause["file"], cause["line"]) == (None, None)


def test_decisions(made):
    first, second, third = found(made.small())["decisions"]
    assert first["tiers"] == {"first": ["a"], "second": ["a", "d"]}
    assert first["departures"] == [
        {
            "candidate": "d", "tier": "second", "decided": "in",
            "why": {"en": "It is needed next door.", "vi": "Bên cạnh đang cần."},
        }
    ]  # fmt: skip
    assert (second["document"], second["note"], second["departures"]) == (None, None, [])
    assert [each["decided"] for each in third["departures"]] == ["out", "in"]
    assert third["departures"][0]["why"] is None


def test_what_would_settle_it(made):
    document = found(made.small())
    assert [(each["candidate"], each["leaf"], each["if_worst"], each["if_best"]) for each in document["settles"]] == [
        ("d", "use", 3, 1),
        ("b", "use", 1, 1),
        ("b", "speed", 1, 1),
    ]
    assert (document["undecided_screens"], document["settles_jointly"]) == ([], [])
    together = found(made.silent())
    assert together["undecided_screens"] == [{"screen": "maker", "count": 1}]
    assert [each["candidate"] for each in together["settles_jointly"]] == ["d", "e"]


def test_who_is_not_ranked_and_what_quotas_cost(made):
    document = found(made.available())
    [left] = document["unranked"]
    assert (left["id"], left["assessed"], left["bounds"]) == ("d", 0.0, {"shown": 0.0, "possible": 100.0})
    assert document["quotas"] == {
        "passed_over": [
            {"tier": "first", "candidate": "c", "instead": ["b"], "cost": 1.5},
            {"tier": "first", "candidate": "b", "instead": [], "cost": None},
        ],
        "unmet": [{"tier": "first", "value": "smith", "at_least": 2, "held": 1}],
    }
    assert (document["settings"]["at_least"], document["settings"]["resolution"]) == (0.5, 0.5)
    assert document["tiers"][1]["count"] == "maker"


def test_days_and_items_are_plain_data():
    day = WrittenFigure(ValueKey.DATE, date(2025, 11, 30), "2025-11-30")
    items = WrittenFigure(ValueKey.MET, ("plan", "test"), {"en": "Plan, Test"})
    between = WrittenFigure(ValueKey.LEVEL, Decimal("2.5"), "two", is_between=True)
    assert _figure(day) == {"key": "date", "figure": "2025-11-30", "meaning": {"en": "2025-11-30"}}
    assert _figure(items)["figure"] == ["plan", "test"]
    assert (_figure(between)["figure"], _figure(between)["between"]) == (2.5, True)


def _figure(written):
    return Facts("en").figure(written)
