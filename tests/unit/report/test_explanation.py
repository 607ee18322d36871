import runpy
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from stratsel.report.document import DASH, Bullets, Entries, Heading, Paragraph, Table
from stratsel.report.explanation import MAX_LEVEL, compose_explanation
from stratsel.results.explanation import PlainScreen
from stratsel.results.flags import Flag
from stratsel.results.ranking import PassedOver
from stratsel.results.reasons import Reasons
from stratsel.results.settling import SettlesJointly
from stratsel.terms import Certainty, FlagKind, Outcome

MADE = Path(__file__).resolve().parents[2] / "reports" / "made_closer.py"


@pytest.fixture(scope="session")
def closer():
    return SimpleNamespace(**runpy.run_path(str(MADE)))


@pytest.fixture
def found(made, closer):
    return closer.explained(made.small())


def blocks(found, kind):
    return [block for block in compose_explanation(found, "en").blocks if isinstance(block, kind)]


def told(found):
    """What is said under each term, as text."""
    entries = [entry for block in blocks(found, Entries) for entry in block.entries]
    return {entry.term: [line.text for line in entry.lines] for entry in entries}


def paragraphs(found):
    return [block.text for block in blocks(found, Paragraph)]


def headings(found):
    return [(block.level, block.text) for block in blocks(found, Heading)]


def rows(found):
    (table,) = blocks(found, Table)
    return [[(cell.value, cell.until) if cell.until is not None else cell.value for cell in row] for row in table.rows]


def test_it_begins_with_the_banner_and_ends_with_whose_it_is(found, made, closer):
    document = compose_explanation(found, "en")
    assert document.banner.startswith("ILLUSTRATION by the office")
    assert headings(found)[0] == (1, "Saw")
    assert paragraphs(found)[-1].endswith("not an official result.")
    assert compose_explanation(closer.explained(made.official()), "en").banner == ""


def test_where_it_stands_and_beside_whom(found):
    said = told(found)
    assert said["Place"] == ["rank 2= of 4 · Second (tied)"]
    assert said["Above"] == ["“Hammer”, rank 1, 16.0 points ahead"]
    assert said["Level"] == ["“File”"]
    assert said["Below"] == ["“Drill”, rank 4, 54.0 points behind"]


def test_nobody_above_level_or_below(found):
    alone = told(replace(found, above=None, level=(), below=None))
    assert not {"Above", "Level", "Below"} & alone.keys()


def test_of_many_who_are_level_a_few_are_named(found):
    said = told(replace(found, level=("c",) * (MAX_LEVEL + 3)))
    assert said["Level"][0].count("“File”") == MAX_LEVEL
    assert said["Level"][0].endswith("and 3 more")


def test_the_unranked_read_what_becomes_of_weights(found):
    sentence = "While something is unknown, its weight is shared out among the rest, which brings more for it."
    ranking = replace(found.ranking, round=replace(found.ranking.round, missing="available"))
    assert sentence in paragraphs(replace(found, ranking=ranking))
    assert sentence not in paragraphs(found)


def test_what_the_ranking_remarks_on_it(found):
    """With whom it is tied; what quotas do to it, and nothing of what they do to others; its flags."""
    remarks, *_ = blocks(found, Bullets)
    assert remarks.items[0] == "2= is shared by “Saw”, “File”: nothing in the files separates them."
    passed = (PassedOver("second", "b", ("d",), 54.0), PassedOver("second", "c", ("a",), 1.0))
    flags = (Flag(FlagKind.ZERO_IN_MEAN, "speed"),)
    candidate = replace(found.candidate, flags=flags)
    everybody = tuple(candidate if each.id == "b" else each for each in found.ranking.candidates)
    ranking = replace(found.ranking, candidates=everybody, passed_over=passed)
    remarks, *_ = blocks(replace(found, ranking=ranking, candidate=candidate), Bullets)
    said = " ".join(remarks.items)
    assert "The quotas keep “Saw” out of “Second”; “Drill” in its place costs 54.0 points." in said
    assert "keep “File”" not in said
    assert "Speed is worth nothing for “Saw”" in said


def test_nothing_is_remarked_on_who_is_not_ranked(found, made):
    excluded = replace(found, candidate=made.EXCLUDED, settles=())
    assert blocks(excluded, Bullets) == []


def test_points_from_the_total_down(found):
    assert rows(found) == [
        ["Use", (50.0, 75.0), 60.0, 30.0, 45.0],
        ["Cost", (60.0, 85.0), 40.0, 24.0, 34.0],
        ["\u00a0\u00a0Price", 80.0, 30.0, 24.0, 24.0],
        ["\u00a0\u00a0Speed", (0.0, 100.0), 10.0, 0.0, 10.0],
        ["The whole", (54.0, 79.0), 100.0, 54.0, 79.0],
    ]


def test_parts_of_what_is_no_sum_have_a_dash_and_a_sentence(found):
    assert not any(text.startswith("Parts of what is no sum") for text in paragraphs(found))
    nodes = [replace(node, points=None, possible=None) for node in found.nodes]
    product = replace(found, nodes=tuple(nodes), value=None)
    assert [row[3:] for row in rows(product)] == [[DASH, DASH]] * 4 + [[DASH, 79.0]]
    assert any(text.startswith("Parts of what is no sum") for text in paragraphs(product))


def test_screens_without_consequence_are_named(found):
    screens = tuple(PlainScreen(str(outcome), f"Screen {outcome}", outcome) for outcome in Outcome)
    said = told(replace(found, screens=screens))["Screens"]
    assert said[-3:] == [
        "met: Screen met",
        "undecided, without consequence: Screen undecided",
        "failed, without consequence: Screen failed",
    ]


def test_open_assessments_come_by_what_they_could_bring(found):
    """Use could bring 15 more, speed 10; the price is settled."""
    texts = paragraphs(found)
    assert "Open assessments, by what they could still bring:" in texts
    gains = [(entry.term, line.text, line.place) for block in blocks(found, Entries) for entry in block.entries
             for line in entry.lines if line.text.startswith("up to")]  # fmt: skip
    assert gains == [
        ("Use", "up to 15.0 points · level 2 to 3, at least “in two places”", "candidates/b.yaml:8"),
        ("Speed", "up to 10.0 points · unknown", "candidates/b.yaml:13"),
    ]


def test_what_settles_open_places(found):
    *_, bullets = blocks(found, Bullets)
    assert len(bullets.items) == 2
    jointly = (SettlesJointly("b", "first", Certainty.OUT, found.candidate.leaves[:1]),)
    *_, bullets = blocks(replace(found, settles=(), jointly=jointly), Bullets)
    assert "“First”" in bullets.items[0]


def test_where_nothing_is_open_it_says_so(found):
    nodes = [
        node if node.leaf is None else replace(node, leaf=replace(node.leaf, standing=found.nodes[2].leaf.standing))
        for node in found.nodes
    ]
    reasons = Reasons(strengths=(), weakest=None, evidence=(), unknown=(), crossings=(), places={})
    settled = replace(found, nodes=tuple(nodes), reasons=reasons, settles=())
    assert "No assessment of its own: none is open." in paragraphs(settled)
    assert "No assessment of its own: none is open." not in paragraphs(found)


def test_leaves_stand_under_their_group_and_those_without_one_before(found):
    """Even where the leaf without a group comes last in the tree."""
    use, *cost = found.nodes
    for nodes in ((use, *cost), (*cost, use)):
        document = compose_explanation(replace(found, nodes=nodes), "en")
        at = next(at for at, block in enumerate(document.blocks)
                  if isinstance(block, Heading) and block.text.startswith("What the dossier says"))  # fmt: skip
        alone, group, under = document.blocks[at + 1 : at + 4]
        assert [entry.term for entry in alone.entries] == ["Use"]
        assert group == Heading(3, "Cost")
        assert [entry.term for entry in under.entries] == ["Price", "Speed"]


def test_what_the_dossier_says_why_and_on_what_evidence(found):
    said = [entry for block in blocks(found, Entries) for entry in block.entries if entry.term == "Use"][-1]
    assert [(line.text, line.place, line.is_under) for line in said.lines] == [
        ("30.0 of 60.0 points · level 2 to 3, at least “in two places”", "candidates/b.yaml:8", False),
        ("Why: Two of three places use it.", "", False),
        ("Against: “hardly used” — The Paper, November 2025", "candidates/b.yaml:11", False),
        ("Answer: Older than the second place.", "", True),
    ]


def test_a_resolution_is_said_to_round_the_order_and_not_the_points(found):
    ranking = replace(found.ranking, round=replace(found.ranking.round, resolution=0.5))
    sentence = "The order is by the whole rounded to 0.5 points; the points here are not rounded."
    assert sentence in paragraphs(replace(found, ranking=ranking))
    assert sentence not in paragraphs(found)
