"""`stratsel rank`: formats, refusals, and what `--partial` leaves out."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest


def ranking(call: Callable, *arguments: str) -> dict:
    """The ranking of the current round as data."""
    return json.loads(call("rank", "candidates", "--format", "json", *arguments).out)


def test_rank_needs_no_argument(call: Callable) -> None:
    """The folder `candidates` is the default, and the round's own folder will do."""
    assert call("rank").out == call("rank", "candidates").out == call("rank", ".").out


def test_every_format_is_written(call: Callable) -> None:
    """Exit 0, a result on standard output and nothing beside it."""
    for form in ("table", "json", "csv", "markdown"):
        ended = call("rank", "candidates", "--format", form)
        assert (ended.code, ended.err) == (0, ""), form
        assert "alpha" in ended.out


def test_json_keeps_the_contract(call: Callable) -> None:
    """Names and ranges as the contract has them; values are points and lie between their bounds."""
    data = ranking(call)
    assert data["stratsel"] == "ranking/1"
    assert set(data["round"]) >= {"id", "standing", "digest"}
    assert data["round"]["standing"] == "illustration"
    assert data["excluded"] == []
    for each in data["ranking"]:
        assert set(each) >= {"id", "rank", "value", "bounds", "tier", "places", "contributions", "reasons", "flags"}
        assert 0 <= each["bounds"]["shown"] <= each["bounds"]["possible"] <= 100
        assert set(each["places"]) == {"first", "reserve"}
        leaves = ("freshness", "menu", "price", "delivery")
        assert sum(each["contributions"][leaf] for leaf in leaves) == pytest.approx(each["value"])


def test_same_input_same_bytes(call: Callable) -> None:
    """Twice the same command, twice the same text."""
    for form in ("table", "json", "csv", "markdown"):
        assert call("rank", "--format", form).out == call("rank", "--format", form).out


def test_json_does_not_depend_on_the_language(call: Callable) -> None:
    """Data are the same for every reader."""
    assert ranking(call, "--lang", "vi") == ranking(call, "--lang", "en")


def test_top_limits_the_places(call: Callable) -> None:
    """`--top 1` leaves one place."""
    assert [each["rank"] for each in ranking(call, "--top", "1")["ranking"]] == [1]
    rows = list(csv.DictReader(io.StringIO(call("rank", "--format", "csv", "--top", "1").out)))
    assert len(rows) == 1


def test_a_rejected_round_is_refused(call: Callable, break_beta: Path) -> None:
    """Exit 1, no result, and the findings beside it."""
    ended = call("rank")
    assert (ended.code, ended.out) == (1, "")
    assert "candidates/beta.yaml:" in ended.err
    assert "--partial" in ended.err


def test_partial_leaves_rejected_dossiers_out_and_says_so(call: Callable, break_beta: Path) -> None:
    """The rest is ranked; the file left out is named in the result."""
    data = ranking(call, "--partial")
    assert [each["id"] for each in data["ranking"]] == ["alpha"]
    assert data["rejected"] == ["candidates/beta.yaml"]
    for form in ("table", "markdown"):
        assert "beta" in call("rank", "--partial", "--format", form).out


def test_partial_cannot_save_broken_criteria(call: Callable, round_folder: Path) -> None:
    """Without rules nothing can be ranked."""
    (round_folder / "criteria" / "round.yaml").write_text("stratsel: criteria/1\n", encoding="utf-8")
    ended = call("rank", "--partial")
    assert ended.code == 1
    assert "--partial" not in ended.err


def test_partial_with_nothing_left_is_refused(call: Callable, round_folder: Path) -> None:
    """An empty order is no result."""
    for file in (round_folder / "candidates").iterdir():
        file.write_text("stratsel: candidate/1\n", encoding="utf-8")
    assert call("rank", "--partial").code == 1


def excluding(round_folder: Path) -> None:
    """Give the round a screen that alpha passes and beta does not: level 3 of freshness against 2."""
    file = round_folder / "criteria" / "round.yaml"
    title = "title: {en: Fresh enough, vi: Đủ tươi}"
    test = "require: {criterion: freshness, at_least: 3}, on_fail: exclude, on_unknown: flag"
    text = file.read_text(encoding="utf-8")
    assert "screens:" not in text
    file.write_text(f"{text}screens:\n  - {{id: fresh, {title}, {test}}}\n", encoding="utf-8")


def test_the_excluded_stay_in_every_output(call: Callable, round_folder: Path) -> None:
    """With the screen that excludes them; the exit code is that of a ranking."""
    excluding(round_folder)
    data = ranking(call)
    assert [each["id"] for each in data["ranking"]] == ["alpha"]
    assert [(each["id"], each["screen"]) for each in data["excluded"]] == [("beta", "fresh")]
    assert data["excluded"][0]["why"]["en"].startswith("Fresh enough: failed, so excluded; ")
    for form in ("table", "markdown"):
        ended = call("rank", "--format", form)
        assert ended.code == 0
        assert "Fresh enough: failed, so excluded" in ended.out
    rows = list(csv.DictReader(io.StringIO(call("rank", "--format", "csv").out)))
    assert [(row["id"], row["state"], row["rank"]) for row in rows] == [
        ("alpha", "ranked", "1"),
        ("beta", "excluded", ""),
    ]


DECISION = """\
stratsel: decision/1
decisions:
  - {date: 2025-12-20, by: The council, tiers: {first: [beta]}, departures: {REASONS}}
"""


def test_a_departure_without_its_reason_is_refused(call: Callable, round_folder: Path) -> None:
    """`check` ends with 1, and `rank` prints the finding and nothing else; with the reasons both are content."""
    file = round_folder / "decision.yaml"
    file.write_text(DECISION.replace("REASONS", ""), encoding="utf-8")
    assert call("check").code == 1
    ended = call("rank")
    assert (ended.code, ended.out) == (1, "")
    assert "decision.yaml:3" in ended.err and "ST427" in ended.err
    file.write_text(DECISION.replace("REASONS", "alpha: It is far away., beta: unknown"), encoding="utf-8")
    assert call("check").code == 0
    assert "It is far away." in call("rank").out


def test_a_reason_for_nothing_is_only_a_warning(call: Callable, round_folder: Path) -> None:
    """The decision follows the order, and says why all the same."""
    text = DECISION.replace("[beta]", "[alpha]").replace("REASONS", "alpha: It is near.")
    (round_folder / "decision.yaml").write_text(text, encoding="utf-8")
    assert call("check").code == 0
    assert "ST428" in call("check").out
    assert call("rank").code == 0


def test_partial_holds_no_decision_against_what_is_left(call: Callable, round_folder: Path, break_beta: Path) -> None:
    """Who was left out may be who was moved."""
    (round_folder / "decision.yaml").write_text(DECISION.replace("REASONS", ""), encoding="utf-8")
    assert call("rank", "--partial").code == 0


def test_warnings_do_not_refuse(call: Callable, round_folder: Path) -> None:
    """A leaf left out of a draft dossier is unknown, with a warning."""
    file = round_folder / "candidates" / "beta.yaml"
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("  menu:")]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert call("check").code == 0
    assert "ST407" in call("check").out
    assert call("rank").code == 0


@pytest.mark.parametrize("path", ["nowhere", "candidates/alpha.yaml"])
def test_wrong_use(call: Callable, path: str) -> None:
    """What is missing or no folder is wrong use."""
    ended = call("rank", path)
    assert (ended.code, ended.out) == (2, "")


def test_output_is_whole_or_not_at_all(call: Callable, round_folder: Path) -> None:
    """A file is written as the text would have been printed; a place that cannot be written is wrong use."""
    printed = call("rank", "--format", "markdown").out
    assert call("rank", "--format", "markdown", "-o", "out.md").code == 0
    assert (round_folder / "out.md").read_text(encoding="utf-8") == printed
    ended = call("rank", "-o", "no/such/folder/out.md")
    assert ended.code == 2
    assert "no/such/folder/out.md" in ended.err


# --- what may vary --------------------------------------------------------------------------------


def varying(round_folder: Path, uncertainty: str) -> None:
    file = round_folder / "criteria" / "round.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}uncertainty: {uncertainty}\n", encoding="utf-8")


KINDS = {
    "around": ("{kind: around, percent: 12.5}", "each weight up to 12.5 % of itself"),
    "order": ("{kind: order}", "any weights in the same order of importance"),
    "anywhere": ("{kind: anywhere}", "any weights at all"),
    "fixed": ("{kind: fixed}", "the weights as they are"),
    "within": (
        "{kind: within, shares: {food: [50, 70]}, statements: [freshness >= 2 menu]}",
        "(food from 50 to 70 %; freshness >= 2 menu)",
    ),
}


@pytest.mark.parametrize(("kind", "words"), KINDS.values(), ids=KINDS)
def test_weights_of_each_kind(call: Callable, round_folder: Path, kind: str, words: str) -> None:
    """The settings say what the file says, in JSON and in words; the order itself stays as it is."""
    before = [(each["id"], each["value"]) for each in ranking(call)["ranking"]]
    varying(round_folder, f"{{weights: {kind}, space: global, samples: 300, seed: 9}}")
    data = ranking(call)
    settings = data["settings"]["firmness"]
    assert f"kind: {settings['weights']['kind']}" in kind
    assert (settings["samples"], settings["seed"], settings["space"]) == (300, 9, "global")
    assert [(each["id"], each["value"]) for each in data["ranking"]] == before
    assert all(0 <= each["firmness"]["tier_share"] <= 1 for each in data["ranking"])
    assert words in call("rank").out


def test_with_everything_fixed_every_draw_is_the_order_itself(call: Callable, round_folder: Path) -> None:
    """No other weights, no other judgements."""
    varying(round_folder, "{weights: {kind: fixed}, assessments: fixed, samples: 100}")
    data = ranking(call)
    assert data["settings"]["firmness"]["assessments"] == "fixed"
    assert [each["firmness"]["tier_share"] for each in data["ranking"]] == [1.0, 1.0]
    assert [each["firmness"]["rank_interval"] for each in data["ranking"]] == [[1, 1], [2, 2]]


def test_levels_beyond_what_the_files_say(call: Callable, round_folder: Path) -> None:
    """With fixed weights nothing but judgements moves, and a level more or less moves no less than the ranges alone."""
    varying(round_folder, "{weights: {kind: fixed}, assessments: {levels: 3}, samples: 2000}")
    data = ranking(call)
    assert data["settings"]["firmness"]["assessments"] == {"levels": 3.0}
    assert data["ranking"][0]["firmness"]["tier_share"] < 1
    assert "levels of rubrics up to 3 higher or lower" in call("rank").out


def test_weights_that_nothing_is_left_of(call: Callable, round_folder: Path) -> None:
    """Refused with a finding that quotes what contradicts, and nothing on standard output."""
    varying(round_folder, "{weights: {kind: within, shares: {food: [80, 90], supply: [30, 40]}}}")
    for arguments in (("rank",), ("rank", "--no-firmness"), ("rank", "--partial")):
        ended = call(*arguments)
        assert (ended.code, ended.out) == (1, "")
        assert "ST343" in ended.err and "food: [80, 90]; supply: [30, 40]" in ended.err
