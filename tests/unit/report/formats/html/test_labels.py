from string import Formatter

from stratsel.report.formats.html.labels import LABELS, SPOKEN


def places(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_labels_are_whole_and_what_the_script_says_has_only_places_that_it_fills():
    assert not any(places(label) for label in LABELS.values())
    filled = {"into": {"tier", "names"}, "out": {"tier", "names"}, "ranks": {"count"}, "up": {"count"},
              "down": {"count"}, "share": {"share", "own"}}  # fmt: skip
    assert {key: places(sentence) for key, sentence in SPOKEN.items() if places(sentence)} == filled
