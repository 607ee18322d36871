import json
import runpy
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from stratsel.report.explanation_data import comparison_data, explanation_data
from stratsel.report.formats import data_json
from stratsel.report.options import RenderOptions
from stratsel.results.ranking import UnrankedCandidate
from stratsel.results.reasons import Reasons
from stratsel.terms import Certainty

MADE = Path(__file__).resolve().parents[2] / "reports" / "made_closer.py"
PLACES = {"first": Certainty.OPEN, "second": Certainty.OPEN}
UNRANKED = UnrankedCandidate("u", "Unknown", "candidates/u.yaml", 0.0, 100.0, 0.2, PLACES, ())


@pytest.fixture(scope="session")
def closer():
    return SimpleNamespace(**runpy.run_path(str(MADE)))


@pytest.fixture
def explained(made, closer):
    return closer.explained(made.small())


@pytest.fixture
def compared(made, closer):
    return closer.compared(made.small())


def ranking_data(ranking):
    return json.loads(data_json.render(ranking, RenderOptions("en")))


def test_the_kinds(explained, compared):
    assert explanation_data(explained)["stratsel"] == "explanation/1"
    assert comparison_data(compared)["stratsel"] == "comparison/1"


def test_what_the_ranking_says_is_said_in_the_same_words(explained, compared):
    ranking = ranking_data(explained.ranking)
    data = explanation_data(explained)
    assert data["candidate"] == next(each for each in ranking["ranking"] if each["id"] == "b")
    assert (data["round"], data["tool"]) == (ranking["round"], ranking["tool"])
    assert data["settings"].items() <= ranking["settings"].items()
    ranking = ranking_data(compared.ranking)
    data = comparison_data(compared)
    assert data["candidates"] == ranking["ranking"][:2]


def test_nodes_have_their_points_and_leaves_their_dossier(explained):
    use, cost, *_ = explanation_data(explained)["criteria"]
    assert cost == {
        "id": "cost",
        "title": {"en": "Cost", "vi": "Chi phí"},
        "parent": None,
        "weight": 40,
        "value": {"low": 60, "high": 85},
        "points": 24,
        "possible": 34,
        "leaf": None,
    }
    assert (use["leaf"]["file"], use["leaf"]["line"]) == ("candidates/b.yaml", 8)
    assert (use["leaf"]["points"], use["leaf"]["possible"], use["leaf"]["weight"]) == (30, 45, 60)
    assert use["leaf"]["why"]["en"] == "Two of three places use it."
    assert [each["quote"] for each in use["leaf"]["evidence"]] == ["hardly used"]


def test_neighbours(explained):
    assert explanation_data(explained)["neighbours"] == {
        "above": {"id": "a", "rank": 1, "gap": 16},
        "level": ["c"],
        "below": {"id": "d", "rank": 4, "gap": 54},
    }
    alone = explanation_data(replace(explained, above=None, level=(), below=None))
    assert alone["neighbours"] == {"above": None, "level": [], "below": None}


def test_what_has_no_points_is_null(explained, compared):
    nodes = tuple(replace(node, points=None, possible=None) for node in explained.nodes)
    data = explanation_data(replace(explained, nodes=nodes, value=None))
    assert data["value"] is None
    assert {(node["points"], node["possible"]) for node in data["criteria"]} == {(None, None)}
    data = comparison_data(replace(compared, values=(None, 54.0), lead=None, swaps=None))
    assert (data["values"], data["lead"], data["swaps"]) == ([None, 54], None, None)


NOTHING = Reasons(strengths=(), weakest=None, evidence=(), unknown=(), crossings=(), places={})


def test_states(explained, compared, made):
    states = {}
    for candidate in (explained.candidate, made.EXCLUDED, UNRANKED):
        data = explanation_data(replace(explained, candidate=candidate, reasons=NOTHING))
        states[data["candidate"]["id"]] = data["state"]
    assert states == {"b": "ranked", "e": "excluded", "u": "unranked"}
    data = comparison_data(replace(compared, first=UNRANKED, second=made.EXCLUDED))
    assert data["states"] == ["unranked", "excluded"]


def test_two_side_by_side(compared):
    data = comparison_data(compared)
    assert (data["lead"], data["values"], data["sure"], data["sum"]) == (4, [58, 54], False, True)
    assert [(each["leaf"], each["lead"]) for each in data["leaves"]] == [("use", 15), ("price", -21), ("speed", 10)]
    assert [each["line"] for each in data["leaves"][2]["candidates"]] == [13, 13]
    assert data["decided_by"] == ["use"]
    # 55/1.7 to 12 digits
    assert data["swaps"][0] == {
        "criterion": "price",
        "weight": 30,
        "to": 32.3529411765,
        "points": pytest.approx(2.35294117647),
    }


def test_it_is_plain_data(explained, compared):
    for data in (explanation_data(explained), comparison_data(compared)):
        assert json.loads(json.dumps(data)) == data
