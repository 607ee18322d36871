from xml.etree import ElementTree

from stratsel.report.formats.html.figures import inline_svg

DRAWN = b"""<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="5pt" height="4pt" viewBox="0 0 5 4"
  xmlns="http://www.w3.org/2000/svg" version="1.1">
 <metadata>made</metadata>
 <defs><style type="text/css">*{stroke-linejoin: round}</style><path id="one" d="M 0 0"/></defs>
 <g id="two" clip-path="url(#one)">
  <use xlink:href="#one" x="1" style="fill: #1f4e79; stroke: none;stroke-width:0.5"/>
  <path d="M 1 1" style="fill: url(#one)"/>
 </g>
</svg>
"""


def found():
    return ElementTree.fromstring(inline_svg(DRAWN, "en-bars", 'Bars of <45> & "9"'))


def test_it_has_no_namespace_no_size_and_no_style():
    root = found()
    assert [element.tag for element in root.iter()] == ["svg", "defs", "path", "g", "use", "path"]
    assert root.attrib == {
        "viewBox": "0 0 5 4",
        "role": "img",
        "aria-label": 'Bars of <45> & "9"',
        "stroke-linejoin": "round",
        "stroke-linecap": "butt",
    }


def test_styles_become_attributes():
    use = found().find(".//use")
    assert use.attrib == {"href": "#en-bars-one", "x": "1", "fill": "#1f4e79", "stroke": "none", "stroke-width": "0.5"}


def test_ids_and_what_refers_to_them_begin_with_the_prefix():
    root = found()
    assert [element.get("id") for element in root.iter() if element.get("id")] == ["en-bars-one", "en-bars-two"]
    assert root.find("g").get("clip-path") == "url(#en-bars-one)"
    assert root.find("g/path").get("fill") == "url(#en-bars-one)"
