from dataclasses import replace

from stratsel.report.justification import Justifier
from stratsel.report.sentences import Sentences
from stratsel.results.crossing import Direction, Step
from stratsel.terms import Stance

EN = Sentences("en")


def entries(made, candidate, in_full=False, **changes):
    each = next(each for each in made.plain().candidates if each.id == candidate)
    reasons = replace(each.reasons, **changes)
    found = Justifier(made.small(), EN, in_full).entries(each, reasons)
    return {entry.term: entry.lines for entry in found.entries}


def test_what_there_is_nothing_to_say_of_is_left_out(made):
    assert list(entries(made, "c")) == ["Stands at", "Carried by", "Weakest", "To rise"]
    assert list(entries(made, "d")) == ["Stands at", "Weakest", "Unknown", "To rise"]


def test_nothing_at_all(made):
    empty = {"strengths": (), "weakest": None, "evidence": (), "unknown": (), "crossings": ()}
    assert list(entries(made, "a", **empty)) == ["Stands at"]


def test_standing(made):
    assert entries(made, "a")["Stands at"][0].text == "70.0 points, nothing open · First: open · Second: open"
    assert entries(made, "b")["Stands at"][0].text == (
        "54.0 points shown, 79.0 possible · First: open · Second: open · tied for the places left in “Second”: 1"
    )


def test_every_reason_has_its_place(made):
    found = entries(made, "a")
    assert [line.place for line in found["Carried by"]] == [f"candidates/a.yaml:{at}" for at in (8, 12, 13)]
    assert found["Weakest"][0].place == "candidates/a.yaml:12"


def test_two_items_of_evidence_that_bring_most(made):
    """use brings 45, price 15, speed 10."""
    lines = entries(made, "a")["For"]
    assert [line.place for line in lines] == ["candidates/a.yaml:10", "candidates/a.yaml:14", ""]
    assert lines[2].text == "and 1 more"


def test_evidence_against_by_what_it_costs(made):
    """Of a's points use lacks 15 of 60, price 15 of 30, speed nothing: the order of the file among equals."""
    against = tuple(
        made.cited(leaf, Stance.AGAINST, leaf, line) for line, leaf in enumerate(("speed", "use", "price"), 1)
    )
    lines = entries(made, "a", evidence=against)["Against"]
    assert [line.place for line in lines] == ["candidates/b.yaml:2", "candidates/b.yaml:3", ""]


def test_all_evidence_in_full_with_notes(made):
    lines = entries(made, "a", in_full=True)["For"]
    assert [line.text.split(" — ")[0] for line in lines] == [
        "“used by everybody in our three places”",
        "Note: seen on a visit",
        "“cheaper than most”",
        "“as fast as they say”",
    ]


def test_an_answer_stands_under_what_it_answers(made):
    first, second = entries(made, "b")["Against"]
    assert (first.is_under, second.is_under) == (False, True)
    assert second.text == "Answer: Older than the second place."


def test_unknown_leaves_weightiest_first(made):
    leaves = made.LEAVES["d"]
    line = entries(made, "d", unknown=(leaves[2], leaves[0], leaves[1]))["Unknown"][0]
    assert line.text == "100\u00a0% of the weight: Use · Price · Speed"


def test_three_steps_and_how_many_more(made):
    steps = [Step("use", made.level(3), float(gain)) for gain in (15, 16, 17, 18, 19)]
    crossing = made.crossing("second", Direction.UP, "b", "c", 1.0, steps)
    lines = entries(made, "b", crossings=(crossing,))["To rise"]
    assert [line.text.split(" · ")[0] for line in lines[1:]] == ["+15.0", "+16.0", "+17.0", "and 2 more"]
    assert all(line.is_under for line in lines[1:])


def test_steps_of_one_rival_do_not_push_out_who_has_others_below(made):
    step = Step("use", made.level(3), 15.0)
    crossing = made.crossing("first", Direction.DOWN, "b", "a", 1.0, [step], passes_needed=2)
    assert len(entries(made, "a", crossings=(crossing,))["To fall"]) == 1


def test_what_the_screens_say(made):
    b = made.small().candidates[1]
    found = Justifier(made.small(), EN, in_full=False).entries(b, b.reasons)
    lines = {entry.term: entry.lines for entry in found.entries}["Screens"]
    assert [line.text for line in lines] == [
        "Quick enough: undecided, flagged",
        "Speed: unknown",
        "Worth its price: undecided, flagged",
        "Cost: 60.0 to 85.0 of 100, at least 70.0 is asked",
    ]


def test_the_value_where_it_is_not_what_is_shown(made):
    ranking = made.available()
    b = replace(ranking.candidates[1], reasons=made.REASONS["b"])
    found = Justifier(ranking, EN, in_full=False).entries(b, b.reasons)
    assert found.entries[0].lines[0].text.startswith("69.5 points in the order; 54.0 points shown, 79.0 possible · ")
