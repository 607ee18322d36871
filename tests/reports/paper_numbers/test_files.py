"""What the data say of the shipped round is what its files come to: what numbers are derived from is derived itself."""

import runpy
from math import fsum
from pathlib import Path
from types import SimpleNamespace

import pytest

HERE = Path(__file__).parent
worth, records = (SimpleNamespace(**runpy.run_path(str(HERE / f"{name}.py"))) for name in ("worth", "records"))
pytestmark = pytest.mark.slow


@pytest.fixture
def data(shipped):
    return shipped.data


@pytest.fixture
def criteria(data):
    return data.record.criteria


@pytest.fixture
def figures(data):
    return data.record.figures


# --- the order --------------------------------------------------------------------------------------


def test_points_on_each_leaf(data, criteria, figures):
    points = dict(worth.points(criteria, figures))
    for each in data.candidates:
        for leaf in data.leaves():
            assert each["contributions"][leaf["id"]] == pytest.approx(float(points[each["id"], leaf["id"]][0]))


def test_shown_and_possible(data, criteria, figures):
    points = dict(worth.points(criteria, figures))
    for each in data.everyone:
        own = [ends for (candidate, _), ends in points.items() if candidate == each["id"]]
        assert each["bounds"]["shown"] == pytest.approx(float(sum(low for low, _ in own)))
        assert each["bounds"]["possible"] == pytest.approx(float(sum(high for _, high in own)))


def test_the_order_is_by_what_is_shown(data, criteria, figures):
    """The ties rule, for equal points, has nobody to part here."""
    shown = worth.totals(criteria, figures)
    assert {each["id"]: each["rank"] for each in data.candidates} == ranks(data, shown)


def ranks(data, shown):
    """One more than those who show more, of all who are in the order."""
    own = {each["id"]: shown[each["id"]] for each in data.candidates}
    return {name: 1 + sum(other > points for other in own.values()) for name, points in own.items()}


def test_what_is_unknown(data, figures):
    for each in data.candidates:
        silent = [leaf["weight"] for leaf in data.leaves() if figures[each["id"], leaf["id"]] is None]
        assert each["unknown"] == pytest.approx(fsum(silent) / 100)


# --- what else --------------------------------------------------------------------------------------


def test_scenarios(data, criteria, figures):
    """Weights of a scenario are those of siblings, anew; its assessments stand for those of the dossiers."""
    scenarios = {each["id"]: each for each in data.ranking["scenarios"]}
    assert scenarios
    for name, outcome in scenarios.items():
        file = records.load(data.record.folder / outcome["file"])
        supposed = {
            (candidate, leaf): records.figure(said)
            for candidate, leaves in file.get("assessments", {}).items()
            for leaf, said in leaves.items()
        }
        shown = worth.totals(reweighted(criteria, file.get("weights", {})), figures | supposed)
        places = {each["id"]: outcome["places"][each["id"]] for each in data.candidates}
        assert {candidate: place["rank"] for candidate, place in places.items()} == ranks(data, shown), name
        for candidate, place in places.items():
            assert place["value"] == pytest.approx(float(shown[candidate])), name


def reweighted(criteria, weights):
    """The criteria with other weights for some of the topmost."""
    return criteria | {
        "criteria": [each | {"weight": weights.get(each["id"], each["weight"])} for each in criteria["criteria"]]
    }


def test_where_weights_end(data, criteria, figures):
    """At either end of a stretch of weights the one who passes and the one who is passed are level."""
    rows = [row for row in data.stability if row["exact"]]
    ends = [(row, end) for row in rows for end in ("low", "high") if row[f"ahead_at_{end}"] and row[f"behind_at_{end}"]]
    assert ends
    for row, end in ends:
        pair = row[f"ahead_at_{end}"], row[f"behind_at_{end}"]
        shown = worth.totals(criteria, only(pair, figures), (row["criterion"], row[end]))
        assert float(shown[pair[0]] - shown[pair[1]]) == pytest.approx(0, abs=1e-6)


def test_what_margins_become(data, criteria, figures):
    pairs = {each["tier"]: (each["inside"], each["outside"]) for each in data.tornado["margins"]}
    assert pairs
    for bar in data.tornado["rows"]:
        inside, outside = pairs[bar["tier"]]
        for end in ("low", "high"):
            shown = supposed(bar, end, criteria, only((inside, outside), figures))
            assert bar[f"margin_at_{end}"] == pytest.approx(float(shown[inside] - shown[outside]), abs=1e-6), bar


def only(candidates, figures):
    """The figures of some candidates."""
    return {(candidate, leaf): ends for (candidate, leaf), ends in figures.items() if candidate in candidates}


def supposed(bar, end, criteria, figures):
    """What candidates show with one weight, or one assessment, at an end of what it may be."""
    if bar["candidate"] is None:
        return worth.totals(criteria, figures, (bar["criterion"], bar[end]))
    figure = str(bar[f"{end}_figure"]["figure"])
    return worth.totals(criteria, figures | {(bar["candidate"], bar["criterion"]): [figure, figure]})
