"""Studies of odd rounds: an answer or a sentence for every part, and never a library's warning (which would fail)."""

import json
import re
from pathlib import Path

import pytest

from stratsel import api
from stratsel.errors import Rejected
from stratsel.report.formats import markdown, terminal
from stratsel.report.options import RenderOptions
from stratsel.report.robustness.compose import compose_robustness
from stratsel.report.robustness.data import robustness_data, robustness_rows
from stratsel.results.robustness.part import RobustnessPart
from stratsel.results.robustness.study import Robustness

SPEED = "  - {id: speed, title: Speed, scale: {kind: quantity, unit: km/h, worst: 0, best: 10}}\n"
PRICE = "  - {id: price, title: Price, scale: {kind: quantity, unit: VND, worst: 100, best: 0}}\n"
BOTH = SPEED + PRICE
DEEP = """\
  - id: quality
    title: Quality
    weight: 3
    combine: COMBINE
    criteria:
      - {id: speed, title: Speed, weight: 1, scale: {kind: quantity, unit: km/h, worst: 0, best: 10}}
      - id: kit
        title: Kit
        weight: 1
        scale: {kind: checklist, items: {lamp: {title: Lamp, weight: 2}, bell: {title: Bell}}}
  - {id: price, title: Price, weight: 2, scale: {kind: quantity, unit: VND, worst: 100, best: 0}}
"""
WEIGHTED = BOTH.replace("title:", "weight: 1, title:")
EQUAL, DIRECT = "method: equal", "method: direct"
FIRST = "shortlist: {tiers: [{id: first, places: 1, title: First}]}\n"
THREE = {"fast": (10, 90), "slow": (4, "[20, 40]"), "late": ("unknown", 50)}

ODD = {
    "one-candidate": (EQUAL, BOTH, FIRST, {"fast": (10, 90)}),
    "one-leaf": (EQUAL, SPEED, FIRST, {"fast": (10, None), "slow": ("[2, 4]", None)}),
    "all-equal": (EQUAL, BOTH, FIRST, dict.fromkeys("abc", (5, 50))),
    "all-unknown": (EQUAL, BOTH, FIRST, dict.fromkeys("ab", ("unknown", "unknown"))),
    "nobody-ranked": (EQUAL, BOTH, FIRST + "screens: [SCREEN]\n", {"a": ("unknown", 50), "b": ("unknown", 20)}),
    "geometric": (DIRECT, DEEP.replace("COMBINE", "geometric"), FIRST, THREE),
    "minimum": (DIRECT, re.sub(r"weight: 1(, |\n {8})", "", DEEP).replace("COMBINE", "minimum"), FIRST, THREE),
    "top-geometric": (EQUAL, BOTH, FIRST + "combine: geometric\n", THREE),
    "resolution": (EQUAL, BOTH, FIRST.replace("{tiers", "{resolution: 5, tiers"), THREE),
    "a-minimum": (EQUAL, BOTH, FIRST.replace("{tiers", "{minimum: 99, tiers"), THREE),
    "available": (EQUAL, BOTH, FIRST + "missing: {kind: available, at_least: 0.4}\n", THREE),
    "within": (DIRECT, WEIGHTED, FIRST + "uncertainty: {weights: {kind: within, shares: {speed: [20, 60]}}}\n", THREE),
    "order": (DIRECT, WEIGHTED, FIRST + "uncertainty: {weights: {kind: order}}\n", THREE),
    "anywhere-global": (DIRECT, DEEP.replace("COMBINE", "arithmetic"),
                        FIRST + "uncertainty: {weights: {kind: anywhere}, space: global}\n", THREE),
    "fixed": (EQUAL, BOTH, FIRST + "uncertainty: {weights: {kind: fixed}, assessments: fixed}\n", THREE),
    "tiers-named-as-parts": (EQUAL, BOTH, FIRST.replace("id: first", "id: order"), THREE),
    "quotas": (EQUAL, BOTH, FIRST.replace("{tiers", "{quotas: [QUOTA], tiers")
               + "fields: {place: {type: option, options: [here, there], question: Where?}}\n", THREE),
}  # fmt: skip
SCREEN = "{id: known, title: Known, require: {criterion: speed, at_least: 1}, on_fail: exclude, on_unknown: exclude}"
QUOTA = "{field: place, value: here, at_most: 1}"


@pytest.fixture
def odd(tmp_path: Path):
    def write(method, criteria, rest, candidates):
        (tmp_path / "criteria").mkdir()
        (tmp_path / "candidates").mkdir()
        head = (
            "stratsel: criteria/1\nid: round\ntitle: A round\nstanding: draft\n"
            "decision: {question: Which one?, owner: us, reference_date: 2025-12-12}\n"
            f"weighting: {{{method}, by: us, why: So it is.}}\ncriteria:\n{criteria}"
        )
        text = head + rest.replace("SCREEN", SCREEN).replace("QUOTA", QUOTA)
        (tmp_path / "criteria" / "round.yaml").write_text(text, encoding="utf-8")
        for name, (speed, price) in candidates.items():
            told = [f"  speed: {speed}\n"] + ([] if price is None else [f"  price: {price}\n"])
            told += ["  kit: {met: [lamp], unknown: [bell]}\n"] if "kit" in criteria else []
            fields = "fields: {place: here}\n" if "place:" in rest else ""
            dossier = f"stratsel: candidate/1\nid: {name}\ntitle: The {name}\nproposer: us\n{fields}assessments:\n"
            (tmp_path / "candidates" / f"{name}.yaml").write_text(dossier + "".join(told), encoding="utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize("name", ODD)
def test_every_part_answers_or_says_why_not(name, odd):
    found = api.robustness(odd(*ODD[name]), samples=200)
    assert list(found.parts) == list(RobustnessPart)
    for language in ("en", "vi"):
        document = compose_robustness(found, language)
        assert terminal.write(document, RenderOptions(language, width=80))
        assert "nan" not in markdown.write(document).lower().split()
    json.dumps(robustness_data(found), allow_nan=False)
    for part, made in found.parts.items():
        header, *rows = robustness_rows(Robustness(found.ranking, found.samples, found.seed, {part: made}))
        assert {len(row) for row in rows} <= {len(header)}


def test_samples_and_seed_are_those_asked_for(folder):
    found = api.robustness(folder, parts=["winning"], samples=300, seed=9)
    assert (found.samples, found.seed) == (300, 9)
    assert (found.ranking.firmness.samples, found.ranking.firmness.seed) == (300, 9)
    assert found.parts[RobustnessPart.WINNING].samples == 300
    assert (api.robustness(folder, parts=["means"]).samples, api.robustness(folder, parts=["means"]).seed) == (20000, 1)


def test_shares_are_those_of_the_ranking(folder):
    """The share of draws in which a candidate keeps its tier is the same in both."""
    found = api.robustness(folder, parts=["acceptability"], samples=500)
    rows = {row.candidate: row for row in found.parts[RobustnessPart.ACCEPTABILITY].rows}
    for candidate in found.ranking.candidates:
        share = rows[candidate.id].tiers[candidate.tier or "no place"]
        assert share == pytest.approx(candidate.firmness.tier_share)


def test_threads_change_nothing(folder):
    one, two, four = (robustness_data(api.robustness(folder, samples=5000, threads=threads)) for threads in (1, 2, 4))
    assert one == two == four


def test_an_unknown_part_is_a_mistake_of_the_caller(folder):
    with pytest.raises(ValueError, match="weather"):
        api.robustness(folder, parts=["weather"])


def test_a_rejected_round_is_refused(folder, write):
    write(folder, "fast", "very", 100)
    with pytest.raises(Rejected):
        api.robustness(folder, samples=100)
    assert [each.id for each in api.robustness(folder, samples=100, partial=True).ranking.candidates] == ["slow"]
