from dataclasses import replace

from stratsel.report.document import Bullets, Paragraph
from stratsel.report.sentences import Sentences
from stratsel.report.settling import settling_blocks

EN, VI = Sentences("en"), Sentences("vi")


def said(ranking, sentences=EN):
    """Paragraphs as they are, the items of lists with their mark."""
    for block in settling_blocks(ranking, sentences):
        match block:
            case Paragraph():
                yield block.text
            case Bullets():
                yield from (f"• {item}" for item in block.items)


def test_single_assessments(made):
    assert list(said(made.small())) == [
        "Places that are open: 7. These assessments decide most of them:",
        "• “Drill” · Use (unknown) makes places sure: 1 at its best, 3 at its worst",
        "• “Saw” · Use (level 2 to 3, at least “in two places”) makes places sure: 1 at its best, 1 at its worst",
        "• “Saw” · Speed (unknown) makes places sure: 1 at its best, 1 at its worst",
    ]


def test_several_together_after_the_screens(made):
    assert list(said(made.silent())) == [
        "First the screens that may still exclude:",
        "• Its maker is named: undecided for 1",
        "No single assessment settles any of the 2 open places.",
        "The fewest that settle one together, if all these screens are met:",
        "• “Drill” is sure out of “First” if 3 turn out at their worst: Use · Price · Speed",
        "• “Drill” is sure in “First” if 2 turn out at their best: Use · Price",
    ]


def test_several_together_without_screens(made):
    places = replace(made.silent().open_places, screens=())
    assert list(said(replace(made.silent(), open_places=places)))[:2] == [
        "No single assessment settles any of the 2 open places.",
        "The fewest that settle one together:",
    ]


def test_nothing_settles_anything(made):
    places = replace(made.silent().open_places, screens=(), jointly=())
    assert list(said(replace(made.silent(), open_places=places), VI)) == [
        "Không một nhận định đơn lẻ nào làm rõ được chỗ nào trong 2 chỗ còn để ngỏ."
    ]
