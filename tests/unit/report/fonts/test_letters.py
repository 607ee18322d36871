from importlib.resources import files

import pytest

from stratsel.report.fonts.letters import RANGES, drawable

FONTS = files("stratsel.report.fonts")
VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_fonts_have_every_letter_that_they_are_said_to_have(weight):
    fonts = pytest.importorskip("fontTools.ttLib", reason="reading fonts needs fontTools, which matplotlib brings")
    letters = fonts.TTFont(str(FONTS / f"NotoSans-{weight}.ttf")).getBestCmap()
    lacking = [hex(code) for each in RANGES for code in each if chr(code).isprintable() and code not in letters]
    assert not lacking


def test_vietnamese_and_the_signs_of_the_paper_are_drawn_as_they_are():
    text = VIETNAMESE + VIETNAMESE.upper() + " −–—…“”’·×€₫½²"
    assert drawable(text) == text


def test_what_the_fonts_lack_is_an_escape():
    """U+4E2D is in the Basic Multilingual Plane, U+1F600 beyond it; U+0085 is a control, U+202E turns the direction."""
    assert drawable("a中😀") == "a\\u4e2d\\U0001f600"
    assert drawable("\x85\u202e") == "\\x85\\u202e"


def test_the_licence_lies_beside_the_fonts():
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Copyright 2015 Google LLC" in licence
