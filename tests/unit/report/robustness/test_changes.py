from dataclasses import replace

from stratsel.report.robustness.changes import (
    MAX_ASSESSMENTS,
    MAX_LEVELS,
    MAX_SHIFTS,
    levels_blocks,
    nearest_blocks,
    needed_blocks,
)
from stratsel.results.robustness.part import RobustnessPart


def test_the_nearest_weights_closest_first(parts, words, tell):
    told = tell(nearest_blocks(parts[RobustnessPart.NEAREST], words))
    assert told[:4] == [
        "Into First:",
        [
            ("Saw", ["29.0 points: Use\u00a0−14.5 · Price\u00a0+14.5"]),
            ("File", ["≈ 80.0 points: Use\u00a0−40.0 · Price\u00a0+30.0 · Speed\u00a0+10.0"]),
        ],
        "Out of First:",
        [("Hammer", ["29.0 points: Use\u00a0−14.5 · Price\u00a0+14.5"])],
    ]
    assert told[-1].startswith("≈ one way")


def test_only_the_largest_shifts_are_named(parts, words, tell):
    found = parts[RobustnessPart.NEAREST]
    shifts = {f"x{at}": float(at) for at in range(1, MAX_SHIFTS + 3)}
    words_of_leaves = tell(nearest_blocks(replace(found, rows=(replace(found.rows[0], weight_shifts=shifts),)), words))
    assert words_of_leaves[1][0][1][0].endswith("and 2 more")


def test_weights_that_are_at_the_line_already(parts, words, tell):
    found = parts[RobustnessPart.NEAREST]
    level = replace(found.rows[0], points_moved=0.0, weight_shifts={})
    assert tell(nearest_blocks(replace(found, rows=(level,)), words))[1] == [("Hammer", ["0.0 points"])]


def test_single_assessments(parts, words, tell):
    told = tell(needed_blocks(parts[RobustnessPart.NEEDED], words))
    assert told[0] == "Into First, each assessment by itself is enough:"
    assert told[1] == [
        ("Saw", ["Use: level 4, “everywhere” or better", "Price: 4 thousand dong or better",
                 "Speed: met to 63\u00a0% or better"]),
    ]  # fmt: skip
    assert told[3] == [("Hammer", ["Use: level 2, “in two places” or worse"])]
    assert told[4].startswith("Into Second")


def test_more_assessments_than_are_named(parts, words, tell):
    found = parts[RobustnessPart.NEEDED]
    told = tell(needed_blocks(replace(found, rows=(found.rows[1],) * (MAX_ASSESSMENTS + 2)), words))
    assert told[1][0][1][-1] == "and 2 more"


def test_values_of_levels(parts, words, tell):
    found = parts[RobustnessPart.LEVELS]
    told = tell(levels_blocks(found, words))
    assert told == [
        "At the line of First, between “Hammer” and “Saw”:",
        ["Use: level 3 worth 48.3 instead of 75.0 of 100"],
    ]
    many = tell(levels_blocks(replace(found, rows=found.rows * (MAX_LEVELS + 1)), words))
    assert many[1][-1] == "and 1 more"


def test_nothing_to_say_has_a_sentence(made_study, made, words, tell):
    empty = made_study.empty(made.small()).parts
    for part, blocks in (
        (RobustnessPart.NEAREST, nearest_blocks),
        (RobustnessPart.NEEDED, needed_blocks),
        (RobustnessPart.LEVELS, levels_blocks),
    ):
        (sentence,) = tell(blocks(empty[part], words))
        assert sentence.startswith("No ")
