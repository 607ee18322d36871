import io
import logging
import re
import struct
import warnings
import xml.etree.ElementTree as ElementTree

import pytest

from stratsel.report.charts.draw import as_png, as_svg
from stratsel.report.charts.kinds import Series, StackedBars

KINDS = ("stacked", "heat", "spans", "tornado", "slopes", "scatter")
SETS = ("one", "twenty", "nothing", "hostile")
ALL = [f"{kind}, {name}" for name in SETS for kind in KINDS]
PLAIN = StackedBars(("Hammer",), (Series("Use", (45.0,), ("45.0",)),), ("45.0",), "points", 45.0)


@pytest.mark.parametrize("name", ALL)
def test_nothing_lies_on_anything_else_or_beyond_the_edge(name, charts, recorded):
    assert list(recorded(charts[name]).clashes()) == []


@pytest.mark.parametrize("name", [name for name in ALL if "twenty" not in name])
def test_a_chart_is_an_svg_that_is_whole(name, charts, capfd, caplog):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        content = as_svg(charts[name])
    root = ElementTree.fromstring(content)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not [each for each in root.iter() if each.tag.endswith(("script", "text", "image", "a", "foreignObject"))]
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


@pytest.mark.parametrize("name", [f"{kind}, one" for kind in KINDS])
def test_the_same_chart_is_the_same_bytes(name, charts):
    assert as_svg(charts[name]) == as_svg(charts[name])
    assert as_png(charts[name]) == as_png(charts[name])


def test_an_svg_says_nothing_of_when_and_by_what_it_was_made():
    content = as_svg(PLAIN)
    for word in (b"<!--", b"DOCTYPE", b"metadata", b"Matplotlib", b"Hammer"):
        assert word not in content
    assert re.findall(rb'id="(?:text|patch|axes|figure)', content) == []


def test_every_glyph_that_is_used_is_there():
    root = ElementTree.fromstring(as_svg(PLAIN))
    defined = {each.get("id") for each in root.iter() if each.get("id")}
    used = {each.get("{http://www.w3.org/1999/xlink}href")[1:] for each in root.iter() if each.tag.endswith("}use")}
    assert used
    assert used <= defined


def test_letters_are_as_large_as_they_were_asked_to_be():
    """8.5 points for names: a letter of the font is drawn at 100, so it is scaled by 0.085."""
    assert b"scale(0.085 -0.085)" in as_svg(PLAIN)


def test_a_png_is_white_and_two_hundred_dots_an_inch():
    content = as_png(PLAIN)
    assert content.startswith(b"\x89PNG")
    wide, _ = struct.unpack(">II", content[16:24])
    assert wide == pytest.approx(518 / 72 * 200, abs=2)
    from matplotlib.image import imread

    assert imread(io.BytesIO(content))[0, 0, :3].tolist() == [1, 1, 1]


def test_the_reader_s_own_settings_change_nothing():
    import matplotlib as mpl

    before = as_svg(PLAIN)
    with mpl.rc_context({"font.size": 30, "text.usetex": True, "lines.linewidth": 9, "svg.fonttype": "none"}):
        assert as_svg(PLAIN) == before
        assert mpl.rcParams["font.size"] == 30


def test_the_log_is_as_it_was():
    log = logging.getLogger("matplotlib")
    level = log.level
    as_svg(PLAIN)
    assert log.level == level


def test_five_hundred_rows_are_drawn():
    names = tuple(str(at) for at in range(500))
    chart = StackedBars(names, (Series("Use", (1.0,) * 500, ("",) * 500),), ("",) * 500, "points", 1.0)
    assert ElementTree.fromstring(as_svg(chart)).get("width") == "518pt"


def test_what_is_no_chart_is_refused():
    with pytest.raises(TypeError, match="no such chart: str"):
        as_svg("a chart")
