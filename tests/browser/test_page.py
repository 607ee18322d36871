"""The page of a small round, opened, moved and moved back.

Food weighs 60 (freshness 2, menu 1), supply 40 (price 1, delivery 1). Alpha is worth 2/3 on food and 0.9 on supply,
beta 1 and 0: 40 + 36 = 76 points against 60. With supply at 10 beside food's 60, food is 6/7 of the whole: alpha has
57.14 + 12.86 = 70.0 points, beta 85.7.
"""

import json
import os
import re
from html import unescape
from pathlib import Path

import pytest

from stratsel import api
from stratsel.api.reporting import paper
from stratsel.report.formats.html import write
from stratsel.report.options import PaperOptions
from stratsel.report.paper.compose import compose_paper

pytestmark = pytest.mark.slow

BETA = """\
stratsel: candidate/1
id: beta
title: Beta & "Sons" <b>
proposer: council
assessments:
  freshness: {level: 4, why: Seen.}
  menu: {level: 4, why: Seen.}
  price: {amount: 50, why: By its offer.}
  delivery: {choice: fetched, why: By its offer.}
"""
STEPS = """
const part = document.querySelector("#en .what-if");
const found = [];
const note = () => found.push({
  rows: [...part.querySelectorAll("tr[data-candidate]")].map((row) => [
    row.closest("tbody").dataset.tier, row.dataset.candidate,
    ...[".rank", ".change", ".points", ".own-rank"].map((at) => row.querySelector(at).textContent.trim()),
  ]),
  state: part.querySelector(".state").textContent,
  isMarked: part.classList.contains("moved"),
  canGoBack: !part.querySelector(".back").disabled,
  shares: [...part.querySelectorAll("output .now")].map((share) => share.textContent),
  spoken: document.getElementById("en-weight-supply").getAttribute("aria-valuetext"),
  yaml: part.querySelector("pre").textContent,
});
const move = (criterion, value) => {
  const slider = document.getElementById(`en-weight-${criterion}`);
  slider.value = value;
  slider.dispatchEvent(new Event("input"));
};
note();
move("supply", "10");
note();
move("supply", "40");
note();
move("food", "0");
part.querySelector(".back").click();
note();
location.hash = "#en-total-beta";
setTimeout(() => {
  found.push(document.getElementById("en-total-beta").open);
  const result = document.createElement("pre");
  result.id = "found";
  result.textContent = JSON.stringify(found);
  document.body.append(result);
}, 100);
"""


@pytest.fixture
def page(small_round):
    small_round.put("candidates/beta.yaml", BETA)
    made = paper(small_round.folder)
    return write(made, [compose_paper(made, language) for language in ("en", "vi")], PaperOptions()).decode()


def without_policy(page, script):
    """The page as it is, with another script at its end, which its policy would not let run."""
    free, count = re.subn(r"<meta http-equiv=[^>]*>", "", page)
    assert count == 1
    return free.replace("</body>", f"<script>{script}</script></body>")


def test_the_script_runs_under_the_policy_of_the_page_and_no_other_does(dom, page):
    assert re.search(r'<div class="what-if"[^>]* hidden', page)
    shown = dom(page.replace("</body>", "<script>document.title = 'ran'</script></body>"))
    assert not re.search(r'<div class="what-if"[^>]* hidden', shown)
    assert "<title>School meals</title>" in shown


def test_sliders_move_the_order_and_back(dom, page, small_round):
    """The weights that can be copied are a scenario, of which the library makes the same."""
    shown = dom(without_policy(page, STEPS))
    own, moved, by_hand, back, is_open = json.loads(unescape(re.search(r'<pre id="found">(.*)</pre>', shown)[1]))
    assert own["rows"] == [
        ["first", "alpha", "1", "–as in the round", "76.0", "1"],
        ["reserve", "beta", "2", "–as in the round", "60.0", "2"],
    ]
    assert (own["isMarked"], own["canGoBack"]) == (False, False)
    assert own["shares"] == ["60.0\u00a0%", "40.0\u00a0%", "66.7\u00a0%", "33.3\u00a0%", "50.0\u00a0%", "50.0\u00a0%"]
    assert moved["rows"] == [
        ["first", "beta", "1", "▲ 1up by 1", "85.7", "2"],
        ["reserve", "alpha", "2", "▼ 1down by 1", "70.0", "1"],
    ]
    assert (moved["isMarked"], moved["canGoBack"]) == (True, True)
    assert moved["state"] == (
        'What if, not the round’s order. Into First contract: “Beta & "Sons" <b>”. '
        "Out of First contract: “Alpha Kitchen”. Candidates with another rank: 2."
    )
    assert moved["shares"][:3] == ["85.7\u00a0%", "14.3\u00a0%", "66.7\u00a0%"]
    assert moved["spoken"] == "14.3\u00a0% of its group; in the round 40.0\u00a0%"
    assert moved["yaml"].splitlines()[3:] == ["weights:", "  food: 60", "  supply: 10"]
    small_round.put("what-if.yaml", moved["yaml"])
    places = (
        api.rank(small_round.folder, firmness=False, scenarios=[small_round.folder / "what-if.yaml"])
        .scenarios[0]
        .places
    )
    assert [(places[name].rank, round(places[name].value, 1)) for name in ("beta", "alpha")] == [(1, 85.7), (2, 70.0)]
    assert by_hand == back == own
    assert is_open is True


@pytest.mark.parametrize(("part", "begins"), [("", "ILLUSTRATION by"), ("#vi", "MINH HỌA của")])
def test_every_sheet_of_paper_begins_with_the_banner_and_has_no_sliders(printed, page, part, begins):
    """Of the language that is on the screen; folds and sliders are for the screen."""
    pages = printed(page, part)
    assert len(pages) > 5
    assert [text.strip()[: len(begins)] for text in pages] == [begins] * len(pages)
    text = "\n".join(pages)
    assert "Alpha Kitchen" in text
    assert "YAML" not in text and "ILLUSTRATION by" not in text.replace(begins, "")


@pytest.mark.skipif(
    "STRATSEL_AXE" not in os.environ, reason="STRATSEL_AXE must name axe.min.js, of the npm package axe-core"
)
@pytest.mark.parametrize("language", ["en", "vi"])
def test_axe_finds_no_violation(dom, page, language):
    """Also with every fold open and a weight moved."""
    script = Path(os.environ["STRATSEL_AXE"]).read_text(encoding="utf-8")
    run = f"""
    location.hash = "#{language}";
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    const slider = document.getElementById("{language}-weight-supply");
    slider.value = "10";
    slider.dispatchEvent(new Event("input"));
    axe.run().then(({{violations, passes}}) => {{
      const result = document.createElement("pre");
      result.id = "found";
      result.textContent = JSON.stringify([passes.length, violations.map((each) => [each.id, each.nodes[0].html])]);
      document.body.append(result);
    }});
    """
    shown = dom(without_policy(page, f"{script};{run}"))
    passes, violations = json.loads(unescape(re.search(r'<pre id="found">(.*)</pre>', shown)[1]))
    assert passes > 20
    assert violations == []
