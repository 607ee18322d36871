from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from stratsel.report.sentences import Sentences
from stratsel.results.leaf import WrittenFigure
from stratsel.terms import Certainty, Stance, Standing, Status, ValueKey

EN, VI = Sentences("en"), Sentences("vi")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("  one\n two\t three ", "one two three"),
        ("a\u00a0b\u2003c", "a b c"),
        ("\x1b[1mx\u202e", "\\x1b[1mx\\u202e"),
        ({"vi": "chỉ tiếng Việt"}, "chỉ tiếng Việt"),
        ({"de": "deutsch", "vi": "Việt"}, "deutsch"),
        ({"en": "English", "vi": "Việt"}, "English"),
    ],
)
def test_words(text, shown):
    assert EN.words(text) == shown


def test_texts_are_quoted():
    assert EN.quoted({"en": "Saw", "vi": "Cưa"}) == "“Saw”"
    assert VI.quoted({"en": "Saw", "vi": "Cưa"}) == "“Cưa”"


def test_many_names_are_counted():
    assert EN.named(["a", "b"]) == "“a”, “b”"
    assert EN.named(["a", "b", "c", "d"], most=2) == "“a”, “b” and 2 more"


@pytest.mark.parametrize(
    ("points", "beside", "text"),
    [
        (16.0, (), "16.0"),
        (16.25, (), "16.3"),
        (0.0, (), "0.0"),
        (0.004, (), "0.004"),
        (1.264, (1.28,), "1.26"),
        (2.5, (2.5,), "2.5"),
        (1e-15, (), "0.0"),
        (-1e-15, (), "0.0"),
    ],
)
def test_points_tell_differences(points, beside, text):
    assert EN.points(points, beside) == text


@pytest.mark.parametrize(
    ("standing", "banner"),
    [
        (Standing.OFFICIAL, ""),
        (Standing.DRAFT, "DRAFT by the office: nothing here is decided, and everything may still change."),
        (
            Standing.ILLUSTRATION,
            "ILLUSTRATION by the office: assessments, weights, scales and grouping are theirs and bind nobody; "
            "no ministry or other body scored anything.",
        ),
        (Standing.TRAINING, "TRAINING by the office: an exercise whose figures bind nobody."),
    ],
)
def test_banner(standing, banner, made):
    facts = replace(made.ROUND, standing=standing)
    assert EN.banner(facts) == banner
    assert bool(VI.banner(facts)) is bool(banner)
    assert bool(EN.closing(facts)) is bool(banner)


def test_an_owner_cannot_fill_in_another_place(made):
    assert "{count}" in EN.banner(replace(made.ROUND, owner="{count} {0}"))


def test_status(made):
    assert EN.status(made.ROUND) == "the criteria are a draft"
    assert EN.status(replace(made.ROUND, status=Status.FROZEN)) == "the criteria are frozen"


def test_places():
    assert EN.tier_places("First", 1, 1) == "First · place 1"
    assert EN.tier_places("First", 1, 3) == "First · places 1–3"
    assert EN.tied_for("First", 2) == "tied for the places left in “First”: 2"
    assert EN.tier("First", []) == "First"
    assert EN.tier("Second", ["First"]) == "Second · First (tied)"
    assert EN.tier(None, []) == "–"
    assert [EN.certainty("First", each) for each in Certainty] == ["First: sure in", "First: open", "First: sure out"]


def test_ranks():
    assert (EN.rank(2, is_shared=False), EN.rank(2, is_shared=True)) == ("2", "2=")


def test_dates():
    assert EN.date("2025-11") == "November 2025"
    assert VI.date("2025-11-30") == "30/11/2025"


@pytest.mark.parametrize(
    ("candidate", "at", "text"),
    [
        ("a", 0, "level 3, “in three places”"),
        ("a", 1, "50 thousand dong"),
        ("a", 2, "“Fast”"),
        ("b", 0, "level 2 to 3, at least “in two places”"),
        ("b", 2, "unknown"),
    ],
)
def test_figures(candidate, at, text, made):
    assert EN.figure(made.LEAVES[candidate][at]) == text


def test_ranges(made):
    price = made.leaf("price", 30.0, 3.0, 24.0, made.price("20"), made.price("1090.5"))
    speed = made.leaf("speed", 10.0, 0.0, 5.0, made.speed("slow"), made.speed("normal"))
    assert EN.figure(price) == "20 to 1,090.5 thousand dong"
    assert VI.figure(price) == "20 đến 1.090,5 nghìn đồng"
    assert EN.figure(speed) == "“Slow” to “Normal”"


def test_what_a_leaf_brings(made):
    assert EN.brought(made.LEAVES["a"][1], "Price") == "15.0 of 30.0 · Price · 50 thousand dong"
    assert VI.brought(made.LEAVES["a"][1], "Giá") == "15,0/30,0 · Giá · 50 nghìn đồng"


def test_evidence(made):
    cited = made.cited("use", Stance.FOR, "so they say", 3, date=None, grade="company")
    assert EN.evidence(cited, "Use") == "“so they say” — The Paper (the company’s own word), undated · Use"
    assert EN.evidence(made.cited("use", Stance.FOR, "x", 3), "Use") == "“x” — The Paper, November 2025 · Use"


def test_days_and_items(made):
    day = lambda text: WrittenFigure(ValueKey.DATE, date.fromisoformat(text), text)  # noqa: E731
    items = lambda *names: WrittenFigure(ValueKey.MET, names, {"en": ", ".join(names)})  # noqa: E731
    assert EN.ends(day("2025-11-30"), day("2025-11-30")) == "30 November 2025"
    assert EN.ends(day("2025-01-01"), day("2025-12-31")) == "between 1 January 2025 and 31 December 2025"
    assert VI.ends(day("2025-01-01"), day("2025-12-31")) == "từ 01/01/2025 đến 31/12/2025"
    assert EN.ends(items("plan"), items("plan")) == "met: “plan”"
    assert EN.ends(items(), items()) == "nothing met"
    assert EN.ends(items("plan"), items("plan", "test")) == "met: “plan”; at best “plan, test”"
    assert VI.ends(items(), items("plan")) == "chưa đạt mục nào; tốt nhất có thể đạt “plan”"


def test_a_level_between_two(made):
    between = replace(made.level(2), figure=Decimal("2.5"), is_between=True)
    assert EN.single(between) == "level 2.5, more than “in two places”"
    assert VI.single(between) == "mức 2,5, hơn “ở hai nơi”"


def test_columns_left_out():
    assert EN.left_out(["Possible", "Unknown"]) == "No room for: Possible, Unknown"
