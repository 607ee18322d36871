from string import Formatter

from stratsel.report.document import Heading
from stratsel.report.formats.html.labels import LABELS, ORDER, SPOKEN
from stratsel.report.paper.compose import compose_paper


def places(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_labels_are_whole_and_what_the_script_says_has_only_places_that_it_fills():
    assert not any(places(label) for label in LABELS.values())
    filled = {"into": {"tier", "names"}, "out": {"tier", "names"}, "ranks": {"count"}, "up": {"count"},
              "down": {"count"}, "share": {"share", "own"}}  # fmt: skip
    assert {key: places(sentence) for key, sentence in SPOKEN.items() if places(sentence)} == filled


def test_the_paper_has_the_heading_that_sliders_stand_below(small):
    """Were it renamed there, a page would have no sliders."""
    assert Heading(2, ORDER) in compose_paper(small.paper, "en").blocks
