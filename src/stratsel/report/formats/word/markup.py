"""The marks that a Word document is written in (WordprocessingML): elements, runs and paragraphs.

Every text goes through `run`, which makes it harmless: nothing in it is a mark, a line break or a change of direction.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

from stratsel.language.visible import visible

Element = Any
"""An element of lxml, which has no types of its own."""

_NAMESPACE = {"w": nsmap["w"]}
LOCALES = {"en": "en-GB", "vi": "vi-VN"}
"""What a language is called in a Word document."""


def element(tag: str, /, *children: Element, **attributes: str | int) -> Element:
    """Return an element of the main namespace, its attributes too: `element("sz", val=26)`."""
    given = {_full(name): str(value) for name, value in attributes.items()}
    made = oxml_parser.makeelement(_full(tag), given, nsmap=_NAMESPACE)
    made.extend(children)
    return made


@cache
def _full(name: str) -> str:
    return qn(f"w:{name}")


def run(text: str, language: str, *marks: Element) -> Element:
    """Return a run of text in a language; `marks` are its properties, in the order of the standard, `lang` the last."""
    told = element("t")
    told.text = visible(text)
    told.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element("r", element("rPr", *marks, element("lang", val=LOCALES.get(language, language))), told)


def bold() -> tuple[Element, ...]:
    """Return the marks of bold letters."""
    return element("b"), element("bCs")


def styled(style: str) -> Element:
    """Return the mark of a character style, by its id."""
    return element("rStyle", val=style)


def paragraph(style: str, runs: Sequence[Element], *marks: Element) -> Element:
    """Return a paragraph of a style, by its id; `marks` are further properties, in the order of the standard."""
    return element("p", element("pPr", element("pStyle", val=style), *marks), *runs)
