"""Figures inside a page: the SVG of a chart as an element of it."""

import re
from xml.etree import ElementTree

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_DECLARATION = re.compile(r"\s*([\w-]+)\s*:\s*([^;]+?)\s*(?:;|$)")
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_LEFT_OUT = {"metadata", "style", "title", "desc"}
_ROOT = {"stroke-linejoin": "round", "stroke-linecap": "butt"}
"""What the style sheet in matplotlib's files says of every element: the root says it instead, and they inherit it."""


def inline_svg(svg: bytes, prefix: str, alternative: str) -> str:
    """Return a chart as an element that reads `alternative` aloud; its ids begin with `prefix`.

    Styles become attributes, as the policy of the page allows no style but its own.
    """
    root = ElementTree.fromstring(svg)  # noqa: S314 - drawn by ourselves, a moment ago
    _tidy(root, prefix)
    for name in ("width", "height", "version"):
        root.attrib.pop(name, None)
    root.attrib.update(_ROOT | {"role": "img", "aria-label": alternative})
    return ElementTree.tostring(root, encoding="unicode")


def _tidy(element: ElementTree.Element, prefix: str) -> None:
    element.tag = _local(element.tag)
    for child in list(element):
        if _local(child.tag) in _LEFT_OUT:
            element.remove(child)
        else:
            _tidy(child, prefix)
    attributes = {_local(name): value for name, value in element.attrib.items()}
    attributes |= dict(_DECLARATION.findall(attributes.pop("style", "")))
    element.attrib.clear()
    element.attrib.update({name: _prefixed(name, value, prefix) for name, value in attributes.items()})


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _prefixed(name: str, value: str, prefix: str) -> str:
    if name == "id":
        return f"{prefix}-{value}"
    if name == "href" and value.startswith("#"):
        return f"#{prefix}-{value[1:]}"
    return _REFERENCE.sub(rf"url(#{prefix}-\1)", value)
