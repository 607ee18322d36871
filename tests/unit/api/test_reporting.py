import shutil

import pytest

from stratsel import api
from stratsel.api.reporting import PARTS
from stratsel.errors import Rejected, UsageError


def test_one_call_has_everything(folder):
    paper = api.paper(folder)
    assert [each.id for each in paper.ranking.candidates] == ["slow", "fast"]
    assert tuple(paper.robustness.parts) == PARTS
    assert paper.ranking.firmness is not None
    assert paper.what_if is not None
    assert paper.robustness.ranking is paper.ranking


def test_the_analysis_runs_once(folder, monkeypatch):
    calls = []
    found = api.reporting.firmness_of
    monkeypatch.setattr("stratsel.api.reporting.firmness_of", lambda opened: calls.append(1) or found(opened))
    api.paper(folder)
    assert calls == [1]


def test_methods_are_left_out_where_their_library_is_missing(folder, monkeypatch):
    monkeypatch.setattr("stratsel.analysis.library.has_pymcdm", lambda: False)
    assert api.paper(folder).methods is None


def test_threads_change_nothing(folder):
    assert api.paper(folder, threads=2).robustness.parts == api.paper(folder).robustness.parts


def test_a_rejected_round_is_refused_unless_in_part(folder, write):
    write(folder, "broken", "lots", 1)
    with pytest.raises(Rejected):
        api.paper(folder)
    assert api.paper(folder, partial=True).ranking.rejected == ("candidates/broken.yaml",)


def test_nothing_there(tmp_path):
    with pytest.raises(UsageError):
        api.paper(tmp_path / "nowhere")


def test_everybody_out_is_still_a_paper(folder):
    """A screen that nobody meets: nobody is ranked, and everybody stands in the paper."""
    criteria = folder / "criteria" / "round.yaml"
    screen = (
        "screens:\n  - {id: quick, title: Quick, require: {criterion: speed, at_least: 11}, "
        "on_fail: exclude, on_unknown: flag}\nshortlist:"
    )
    text = criteria.read_text(encoding="utf-8").replace("best: 10}", "best: 12}").replace("shortlist:", screen)
    criteria.write_text(text, encoding="utf-8")
    paper = api.paper(folder)
    assert paper.ranking.candidates == ()
    assert len(paper.ranking.excluded) == 2
    assert paper.methods is None


def test_one_candidate(folder):
    (folder / "candidates" / "fast.yaml").unlink()
    assert [each.id for each in api.paper(folder).ranking.candidates] == ["slow"]


def test_scenarios_stand_beside_the_order(folder):
    scenario = folder / "scenarios" / "cheap.yaml"
    scenario.parent.mkdir()
    scenario.write_text(
        "stratsel: scenario/1\nid: cheap\ntitle: Price counts alone\nweights: {price: 1, speed: 0}\n", encoding="utf-8"
    )
    paper = api.paper(folder, scenarios=[scenario])
    assert [each.id for each in paper.ranking.scenarios] == ["cheap"]
    shutil.rmtree(scenario.parent)


def test_advice_is_that_of_rank(folder):
    assert api.paper(folder).ranking.advice == api.rank(folder, firmness=False).advice
