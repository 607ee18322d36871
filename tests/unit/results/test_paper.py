"""What the files say of scales, opinions and sources, beside a ranking."""

import re
from pathlib import Path

import pytest

from stratsel import api
from stratsel.results.paper import ScaleFacts

BASE = Path(__file__).parents[2] / "catalogue" / "base"
ASSESSOR = """\
stratsel: assessor/1
id: inspectors
name: {en: The inspectors, vi: Đoàn kiểm tra}
lang: vi
opinions:
  beta:
    opinion: against
    why: Kho lạnh còn thiếu.
    against:
      - {source: inspection, quote: vegetables are bought on the same morning}
  alpha: {opinion: for, for: [{source: inspection, quote: vegetables are bought}]}
"""


@pytest.fixture
def folder(tmp_path):
    import shutil

    root = tmp_path / "round"
    shutil.copytree(BASE, root)
    criteria = root / "criteria" / "round.yaml"
    fewer = "uncertainty: {samples: 500}\nmissing: worst\n"
    criteria.write_text(criteria.read_text(encoding="utf-8").replace("missing: worst\n", fewer), encoding="utf-8")
    (root / "panel").mkdir()
    (root / "panel" / "inspectors.yaml").write_text(ASSESSOR, encoding="utf-8")
    return root


@pytest.fixture
def paper(folder):
    return api.paper(folder)


def test_scales_by_leaf(paper):
    assert paper.scales["freshness"] == ScaleFacts("rubric", None, None)
    assert {leaf: scale.kind for leaf, scale in paper.scales.items()} == {
        "freshness": "rubric",
        "menu": "rubric",
        "price": "quantity",
        "delivery": "choice",
    }


def test_opinions_with_their_line_and_all_their_quotes(paper):
    by = {each.candidate: each for each in paper.opinions}
    assert by["beta"].opinion == "against"
    assert by["beta"].why == {"vi": "Kho lạnh còn thiếu."}
    assert by["beta"].quotes == ("vegetables are bought on the same morning",)
    assert (by["beta"].place.file, by["beta"].place.line) == ("panel/inspectors.yaml", 6)
    assert by["alpha"].why is None


def test_the_evidence_of_everybody_leaf_by_leaf_with_its_line(paper, folder):
    """Also of who is not justified in the ranking: the evidence sheet and the list of sources speak of the same."""
    assert list(paper.evidence) == list(paper.ranking.by_id)
    cited = {each.source for evidence in paper.evidence.values() for each in evidence}
    assert cited == {each.source.rpartition(":")[2] for each in paper.sources}
    for evidence in paper.evidence.values():
        for each in evidence:
            lines = (folder / each.place.file).read_text(encoding="utf-8").splitlines()
            assert "quote:" in lines[each.place.line - 1]


def test_sources_newest_first_with_who_cites_them(paper):
    """The round's own of the folder, and the offer that one dossier brings with it."""
    found = {each.source: each for each in paper.sources}
    assert found["alpha:alpha-offer"].cited_by == ("alpha",)
    assert found["alpha:alpha-offer"].grade == "company"
    dates = [each.date or "" for each in paper.sources]
    assert dates == sorted(dates, reverse=True)
    assert "inspection" in found


def test_no_panel_and_no_source_leave_empty_lists(folder):
    for file in ("panel/inspectors.yaml",):
        (folder / file).unlink()
    dossier = folder / "candidates" / "alpha.yaml"
    dossier.unlink()
    paper = api.paper(folder)
    assert paper.opinions == ()
    assert paper.sources == ()


def test_plain_texts_are_those_of_the_criteria_file_that_name_no_language(folder):
    """What is shown of them in another language is counted, down to anchors and options; a unit is a symbol."""
    criteria = folder / "criteria" / "round.yaml"
    text = criteria.read_text(encoding="utf-8")
    plain = re.sub(r"\{en: (\"[^\"]*\"|[^,}]*), vi: [^}]*\}", r"\1", text)
    assert plain != text
    plain = plain.replace("languages: [en, vi]\n", "languages: [en]\n")
    criteria.write_text(plain, encoding="utf-8")
    found = api.paper(folder).plain
    assert {"Promised", "By its own van", "District council", "Who cooks?"} <= found
