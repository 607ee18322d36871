from dataclasses import replace

from stratsel.report.robustness.held import MAX_NAMED, ordinal_blocks, preference_blocks, stability_blocks
from stratsel.results.robustness.ordinal import Ordinal
from stratsel.results.robustness.part import RobustnessPart
from stratsel.results.robustness.stability import Stability


def test_intervals_and_who_passes_whom(parts, words, tell):
    told = tell(stability_blocks(parts[RobustnessPart.STABILITY], words))
    assert told[0].startswith("Who is first stays so while")
    assert told[1] == [["Use", 60.0, 45.5, "“Saw” passes “Hammer”", "–"]]
    assert told[2] == "Whatever these weigh: Price."
    assert told[3].startswith("Who has a place in Second stays")
    assert told[4] == [["Use", 60.0, 10.0, "“Saw” has no place", "“File” has a place"]]
    assert told[5] == "The whole order stays as it is whatever one criterion weighs."
    assert told[6].startswith("≈")


def test_what_nothing_limits_has_a_sentence(parts, words, tell):
    free = parts[RobustnessPart.STABILITY].rows[1]
    rows = (free, replace(free, keeps="first"))
    assert tell(stability_blocks(Stability(rows), words)) == [
        "Who is first stays so whatever one criterion weighs.",
        "Who has a place in First stays the same whatever one criterion weighs.",
    ]
    assert tell(stability_blocks(Stability(()), words)) == [
        "No criterion has a sibling that could take weight from it."
    ]


def test_what_holds_for_all_weights(parts, words, tell):
    told = tell(preference_blocks(parts[RobustnessPart.PREFERENCE], words))
    assert told[0] == [
        [1, "Hammer", "yes", "yes", 2, 3, 1],
        [2, "Saw", "yes", "yes", 1, 3, 0],
        [2, "File", "no", "yes", 1, 1, 0],
        [4, "Drill", "no", "no", 0, 0, 0],
    ]


def test_pairs_that_hang_on_values(parts, words, tell):
    found = parts[RobustnessPart.ORDINAL]
    told = tell(ordinal_blocks(found, words))
    assert told[0].endswith(": 4 of 5.")
    assert told[2] == ["“Hammer” above “Saw”"]
    assert len(tell(ordinal_blocks(Ordinal((), 0, 0), words))) == 1
    many = replace(found.rows[0], by_values_alone=("b",) * (MAX_NAMED + 3))
    assert tell(ordinal_blocks(replace(found, rows=(many,)), words))[2][0].endswith("and 3 more")
