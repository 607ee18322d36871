import csv
import io
import runpy
from pathlib import Path

import pytest

from stratsel.report.formats.csv import write
from stratsel.report.methods_data import methods_data, methods_rows

MADE = Path(__file__).resolve().parents[2] / "reports" / "made_methods.py"


@pytest.fixture(scope="module")
def found(made):
    return runpy.run_path(str(MADE))["beside"](made.small())


def test_the_kind_and_the_round(found):
    data = methods_data(found)
    assert data["stratsel"] == "methods/1"
    assert data["round"]["standing"] == "illustration"
    assert data["round"]["banner"]["en"].startswith("ILLUSTRATION")
    assert (data["settings"]["full_preference"], data["settings"]["vikor_v"]) == (0.5, 0.5)


def test_methods_are_plain_data(found):
    product, vikor, mabac = methods_data(found)["methods"]
    assert product["reversals"] is None
    assert vikor == {
        "id": "vikor",
        "relative": True,
        "less_is_better": True,
        "spearman": 0.632455532034,
        "kendall": 0.547722557505,
        "differences": [
            {"tier": "first", "in": ["b"], "out": ["a"], "tied": []},
            {"tier": "second", "in": ["b"], "out": [], "tied": []},
        ],
        "reversals": {"tried": 4, "reversing": 2, "pair": {"better": "b", "worse": "a", "removed": "d"}},
    }
    assert mabac["reversals"]["pair"] is None


def test_each_candidate_has_its_place_under_each_method(found):
    data = methods_data(found)
    b = next(each for each in data["ranking"] if each["id"] == "b")
    assert b["methods"]["vikor"] == {"value": 0, "rank": 1, "tier": "first", "tied_for": None}
    assert b["methods"]["weighted-product"]["tied_for"] == {"tier": "second", "places": 1}
    assert (data["vikor_compromise"], data["zero_on_a_leaf"]) == (["b", "a"], ["b", "c", "d"])


def test_rows_of_a_table(found):
    rows = list(csv.DictReader(io.StringIO(write(methods_rows(found, "en")))))
    assert [row["id"] for row in rows] == ["a", "b", "c", "d"]
    assert [row["rank"] for row in rows] == ["1", "2", "2", "4"]
    assert [row["vikor.rank"] for row in rows] == ["2", "1", "3", "4"]
    assert [row["vikor.value"] for row in rows] == ["0.25", "0", "0.5", "1"]
    assert [row["mabac.tier"] for row in rows] == ["first", "second", "", ""]
    assert {row["standing"] for row in rows} == {"illustration"}
