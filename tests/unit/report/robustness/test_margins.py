from dataclasses import replace
from decimal import Decimal

from stratsel.report.robustness.margins import (
    MAX_BARS,
    MAX_STEPS,
    drivers_blocks,
    means_blocks,
    steps_blocks,
    tornado_blocks,
    without_blocks,
)
from stratsel.results.leaf import WrittenFigure
from stratsel.results.robustness.part import RobustnessPart
from stratsel.terms import ValueKey


def test_what_moves_the_margin(parts, words, tell):
    told = tell(tornado_blocks(parts[RobustnessPart.TORNADO], words))
    assert told[0].startswith("At the line of First, “Hammer” is 16.0 points ahead of “Saw”")
    assert told[1] == [
        ["Use: Saw", 16.0, 1.0, "level 2 to 3"],
        ["Speed: Saw", 16.0, 6.0, "items that weigh 0 to 2"],
        ["weight of Use", 13.5, 18.5, "42.0 to 78.0 points"],
    ]


def test_amounts_have_their_unit(parts, words, tell):
    found = parts[RobustnessPart.TORNADO]
    low, high = (WrittenFigure(ValueKey.AMOUNT, Decimal(amount), "billion") for amount in ("3", "0.5"))
    bar = replace(found.rows[0], criterion="price", low=3.0, high=0.5, low_figure=low, high_figure=high)
    assert tell(tornado_blocks(replace(found, rows=(bar,)), words))[1][0][-1] == "3 to 0.5 billion"


def test_more_bars_than_are_shown(parts, words, tell):
    found = parts[RobustnessPart.TORNADO]
    told = tell(tornado_blocks(replace(found, rows=found.rows[:1] * (MAX_BARS + 4)), words))
    assert len(told[1]) == MAX_BARS
    assert told[2] == "and 4 more"


def test_shares_of_the_variance_lie_between_nothing_and_all(parts, words, tell):
    told = tell(drivers_blocks(parts[RobustnessPart.DRIVERS], words))
    assert told[1] == [
        ["Use: Saw", 0.7, 0.72],
        ["weights of the whole", 0.2, 0.22],
        ["weights below Cost", 0.0, 1.0],
    ]


def test_who_lands_elsewhere(parts, words, tell):
    assert tell(without_blocks(parts[RobustnessPart.WITHOUT], words)) == [
        [("Use", ["“Hammer”: Second", "“Saw”: First"])],
        "Without any one of these nobody lands elsewhere: Price.",
    ]
    told = tell(means_blocks(parts[RobustnessPart.MEANS], words))
    assert told[0][0][0] == "The whole: geometric mean"
    assert told[1].endswith("Cost: geometric mean · All together: geometric mean.")


def test_steps(parts, words, tell):
    found = parts[RobustnessPart.STEPS]
    told = tell(steps_blocks(found, words))
    assert told[0].endswith(": 1 of 9.")
    assert told[1] == "Looked at were 3 of the 4 that could reach a line."
    assert told[2] == [("Saw, Use +1", ["“Hammer”: Second", "“Saw”: First"])]
    down = replace(found.rows[0], by=-0.5)
    many = tell(steps_blocks(replace(found, rows=(down,) * (MAX_STEPS + 1), examined=4), words))
    assert many[1][0][0] == "Saw, Use −0.5"
    assert many[2] == "and 1 more"


def test_nothing_to_say_has_a_sentence(made_study, made, words, tell):
    empty = made_study.empty(made.small()).parts
    for part, blocks in (
        (RobustnessPart.TORNADO, tornado_blocks),
        (RobustnessPart.DRIVERS, drivers_blocks),
        (RobustnessPart.WITHOUT, without_blocks),
        (RobustnessPart.STEPS, steps_blocks),
        (RobustnessPart.MEANS, means_blocks),
    ):
        (sentence,) = tell(blocks(empty[part], words))
        assert sentence.endswith(".")


def test_nothing_varies(parts, words, tell):
    found = parts[RobustnessPart.DRIVERS]
    assert tell(drivers_blocks(replace(found, rows=()), words))[1] == "Nothing that varies moves it."
