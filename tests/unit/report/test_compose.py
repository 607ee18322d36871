from dataclasses import replace

import pytest

from stratsel.report.compose import compose_ranking
from stratsel.report.document import Bullets, Entries, Heading, Paragraph, Table
from stratsel.results.flags import Flag
from stratsel.terms import FlagKind, Members


def texts(document):
    """Every sentence outside tables."""
    for block in document.blocks:
        match block:
            case Heading() | Paragraph():
                yield block.text
            case Bullets():
                yield from block.items
            case Entries():
                for entry in block.entries:
                    yield from (f"{entry.term}: {line.text}" for line in entry.lines)


def remarks(document):
    """The remarks under the order."""
    blocks = document.blocks
    legend = next((at for at, block in enumerate(blocks) if isinstance(block, Entries)), len(blocks))
    following = blocks[legend + 1] if legend + 1 < len(blocks) else None
    return list(following.items) if isinstance(following, Bullets) else []


def headings(document):
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2]


def why(document):
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 3]


def test_whose_it_is_comes_first_and_last(made):
    document = compose_ranking(made.small(), "en")
    assert document.banner.startswith("ILLUSTRATION by the office: ")
    assert document.blocks[-2] == Paragraph(
        "The assessments are a reading of the cited sources by the office, not an official result."
    )


def test_what_is_official_has_no_banner(made):
    document = compose_ranking(made.official(), "en")
    assert document.banner == ""
    assert not any("official" in text for text in texts(document))


def test_head(made):
    first, second, third, fourth = compose_ranking(made.small(), "en").blocks[:4]
    assert first == Heading(1, "Tools of the year")
    assert second == Paragraph("Which tool comes first?")
    assert third.text == (
        "ranked: 4 · excluded: 1 · leaves: 3 · screens: 3 · judged as of 1 December 2025 · the criteria are a draft"
    )
    assert fourth == Paragraph("Left out because they are rejected (stratsel check says why): candidates/torn.yaml")


def test_nothing_is_said_of_what_is_not(made):
    assert not any("rejected" in text for text in texts(compose_ranking(made.official(), "en")))
    assert remarks(compose_ranking(made.alone(), "en")) == []


def test_ties_are_said(made):
    assert remarks(compose_ranking(made.small(), "en")) == [
        "2= is shared by “Saw”, “File”: nothing in the files separates them.",
        "They are tied for the places left in “Second”: 1; people settle who takes them.",
    ]


def test_ties_of_those_not_listed_are_not_said(made):
    assert remarks(compose_ranking(made.small(), "en", top=1)) == []


def test_many_ties_are_counted(made):
    rows = made.many(24).candidates
    pairs = tuple(replace(row, rank=1 + 2 * (at // 2)) for at, row in enumerate(rows))
    found = remarks(compose_ranking(replace(made.plain(), candidates=pairs), "en"))
    assert len(found) == 5 + 1
    assert found[-1] == "Further ranks that are shared, marked =: 7."


def test_equality_by_clamping_is_said_once(made):
    flags = (Flag(FlagKind.EQUAL_BY_CLAMPING, "price"),)
    a, b, c, d = made.CANDIDATES
    ranking = replace(made.small(), candidates=(a, replace(b, flags=flags), replace(c, flags=flags), d))
    found = remarks(compose_ranking(ranking, "en"))
    assert found[2:] == ["“Saw”, “File” are equal only because amounts beyond the scale of Price count as its end."]


def test_criteria_without_a_point_are_named_as_far_up_as_that_holds(made):
    assert remarks(compose_ranking(made.silent(), "en"))[-1] == (
        "Nobody has a point on Use · Cost: 100.0 of the points separate nobody yet."
    )


def test_how_sure(made):
    """By hand: c's best, 54, stays below a's worst, 70; nobody else is sure of anything."""
    found = list(texts(compose_ranking(made.small(), "en")))
    assert "First: open: “Hammer”, “Saw”, “Drill”" in found
    assert "First: sure out: “File”" in found
    assert "Second: all places are open: nobody is sure in or sure out." in found


def test_one_candidate_is_sure(made):
    found = list(texts(compose_ranking(made.alone(), "en")))
    assert "First: everybody is sure in, whatever is still open." in found


def test_top_lists_less_and_says_so(made):
    document = compose_ranking(made.small(), "en", top=2)
    assert "Listed: the first 3 of 4." in texts(document)
    order = next(block for block in document.blocks if isinstance(block, Table))
    assert [row[1].value for row in order.rows if isinstance(row, tuple)] == ["Hammer", "Saw", "File"]
    assert why(document) == [
        "Why “Hammer” is ranked 1",
        "Why “Saw” is ranked 2=",
        "Why “File” is ranked 2=",
    ]


@pytest.mark.parametrize(("in_full", "justified"), [(False, 5), (True, 12)])
def test_short_documents_justify_who_has_a_place_and_who_just_missed(in_full, justified, made):
    document = compose_ranking(made.many(12), "en", in_full=in_full)
    assert len(why(document)) == justified
    left_out = "Candidates without a justification here: 7."
    assert (left_out in texts(document)) is not in_full


def test_candidates_without_reasons_are_counted(made):
    rows = made.many(3).candidates
    ranking = replace(made.plain(), candidates=(*rows[:2], replace(rows[2], reasons=None)))
    assert "Candidates without a justification here: 1." in texts(compose_ranking(ranking, "en", in_full=True))


def test_how_it_was_made(made):
    found = list(texts(compose_ranking(made.small(), "en")))
    assert "Order: by Shown: what is not shown does not count (missing: worst)." in found
    assert "Ties: separated by Use, in this order." in found
    assert "Weights: by the office. Use counts most." in found
    assert "Inputs: sha256:0123456789ab… · criteria/tools.yaml · stratsel 1.2.3" in found


def test_the_whole_digest_in_full(made):
    found = list(texts(compose_ranking(made.small(), "en", in_full=True)))
    assert f"Inputs: {made.ROUND.digest} · criteria/tools.yaml · stratsel 1.2.3" in found


def test_a_round_without_a_ties_rule(made):
    ranking = replace(made.small(), round=replace(made.ROUND, ties=()))
    assert not any(text.startswith("Ties:") for text in texts(compose_ranking(ranking, "en")))


@pytest.mark.parametrize("language", ["en", "vi"])
def test_only_commands_that_exist_are_named(language, made):
    for in_full in (False, True):
        said = " ".join(texts(compose_ranking(made.many(20), language, in_full=in_full)))
        assert not any(f"stratsel {command}" in said for command in ("explain", "compare", "report", "robustness"))


def test_a_text_missing_in_the_language_falls_back(made):
    assert "Which tool comes first?" in texts(compose_ranking(made.small(), "vi"))


# --- screens, decisions, what would settle it -------------------------------------------------------


def test_sections_in_order(made):
    assert headings(compose_ranking(made.small(), "en")) == [
        "Screens",
        "Excluded",
        "How sure the places are",
        "What would settle the open places",
        "What was decided, beside the order",
        "Where the points come from, by rank",
        "Justifications",
        "How the order was made",
    ]


def test_what_a_round_does_not_have_is_left_out(made):
    assert headings(compose_ranking(made.plain(), "en")) == [
        "How sure the places are",
        "Where the points come from, by rank",
        "Justifications",
        "How the order was made",
    ]


def test_the_excluded_are_told_why(made):
    """In short by the screens that exclude them, in full by all that there is to say."""
    short, full = (list(texts(compose_ranking(made.small(), "en", in_full=full))) for full in (False, True))
    assert "Axe: Its maker is named: failed, so excluded" in short
    assert "Axe: Who made it? “nobody”" in short
    assert "Axe: Quick enough: failed, flagged" not in short
    assert "Axe: Quick enough: failed, flagged" in full


def test_the_excluded_who_are_not_listed_are_counted(made):
    many = tuple(replace(made.EXCLUDED, id=f"e{at}") for at in range(23))
    ranking = replace(made.small(), excluded=many)
    said = "Excluded candidates that are not listed here: 3."
    assert said in texts(compose_ranking(ranking, "en"))
    assert said not in texts(compose_ranking(ranking, "en", in_full=True))


def test_nobody_is_ranked(made):
    document = compose_ranking(made.nobody(), "en")
    assert "Nobody is ranked." in texts(document)
    assert not any(isinstance(block, Table) for block in document.blocks)
    assert "First: nobody can have a place." not in texts(compose_ranking(made.small(), "en"))
    assert "First: nobody can have a place." in texts(document)


def test_who_is_excluded_by_what_is_unknown_may_still_come_in(made):
    """Its place is open, and it stands among those whose places are."""
    may_come = replace(made.EXCLUDED, places={"first": made.OPEN, "second": made.OUT})
    found = list(texts(compose_ranking(replace(made.small(), excluded=(may_come,)), "en")))
    assert "First: open: “Hammer”, “Saw”, “Drill”, “Axe”" in found
    assert "Second: sure out: “Axe”" in found


# --- other orders -----------------------------------------------------------------------------------


def test_under_a_geometric_mean_criteria_have_values_of_their_own(made):
    document = compose_ranking(made.geometric(), "en")
    assert "What the criteria are worth, by rank" in headings(document)
    assert "Where the points come from, by rank" not in headings(document)


def test_how_other_orders_are_made(made):
    found = list(texts(compose_ranking(made.geometric(), "en")))
    assert (
        "Order: The whole is the weighted geometric mean of its parts: one part worth nothing makes it worth nothing."
    ) in found
    assert "Order: “Cost” is worth as much as its weakest part." in found
    assert "Order: Nobody below 20 points has a place." in found


def test_an_order_by_what_is_known(made):
    found = list(texts(compose_ranking(made.available(), "en")))
    assert "Value: what the order is by; how it was made stands at the end." in found
    assert any("(missing: available, at least 50\u00a0% of the weight)" in text for text in found)
    assert "Order: Values are rounded half up to 0.5 points before anything compares them." in found
    assert "Order: “First” keeps to its quotas: the best set by rank, place after place." in found
    assert "Order: “Second” counts its places (2) by “maker” and holds everybody of these: 3 in all." in found


def test_places_counted_down_to_the_first_too_many(made):
    tiers = (made.TIERS[0], replace(made.TIERS[1], count="maker", members=Members.IN_ORDER, held=3))
    found = list(texts(compose_ranking(replace(made.plain(), tiers=tiers), "en")))
    assert (
        "Order: “Second” counts its places (2) by “maker” and holds everybody down to the first too many: 3 in all."
    ) in found


def test_what_is_left_out_is_not_called_silent(made):
    """Where weights are scaled up, points that nobody has are no points."""
    rows = tuple(replace(each, contributions=each.contributions | {"speed": 0.0}) for each in made.CANDIDATES)
    facts = replace(made.ROUND, missing="available", at_least=0.5)
    silent = "Nobody has a point on Speed: 10.0 of the points separate nobody yet."
    assert silent in remarks(compose_ranking(replace(made.plain(), candidates=rows), "en"))
    assert silent not in remarks(compose_ranking(replace(made.plain(), candidates=rows, round=facts), "en"))
