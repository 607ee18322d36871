"""The styles of the paper, and how a template that lacks some of them borrows them. Names are in lower case here."""

from copy import deepcopy
from importlib.resources import files

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.parts.numbering import NumberingPart

from stratsel.report.formats.word.markup import LOCALES, Element, element

Ids = dict[str, str]
"""The id of each style by its name."""


def set_styles(document: Document, language: str) -> Ids:
    """Give a document the styles of the paper in place of its own; return their ids."""
    ours = _read("styles.xml")
    for lang in ours.iter(qn("w:lang")):
        lang.set(qn("w:val"), LOCALES.get(language, language))
    document.styles.element[:] = list(ours)
    _numbering(document)[:] = list(_read("numbering.xml"))
    return _ids(document.styles.element)


def lend_styles(document: Document) -> Ids:
    """Add to a document those styles of the paper that it has none of by that name; return the ids of all."""
    theirs, ours = document.styles.element, _read("styles.xml")
    taken, renamed = set(_ids(theirs).values()), _renamed(ours, theirs)
    lent = [style for style in _styles(ours) if style.get(qn("w:styleId")) not in renamed]
    for style in lent:
        was = style.get(qn("w:styleId"))
        renamed[was] = f"{was}Paper" if was in taken else was
        style.set(qn("w:styleId"), renamed[was])
    for each in (named for style in lent for named in style if named.tag in (qn("w:basedOn"), qn("w:next"))):
        each.set(qn("w:val"), renamed[each.get(qn("w:val"))])
    numbered = [each for style in lent for each in style.iter(qn("w:numId"))]
    if numbered:
        number = _lend_bullets(document)
        for each in numbered:
            each.set(qn("w:val"), str(number))
    theirs.extend(lent)
    return _ids(theirs)


def _renamed(ours: Element, theirs: Element) -> Ids:
    """Return what our ids are in their document: those of the same name, and the default of the same type."""
    ids = _ids(theirs)
    kinds = ((style.get(qn("w:type")), style) for style in _styles(theirs))
    defaults = {kind: style.get(qn("w:styleId")) for kind, style in kinds if style.get(qn("w:default")) is not None}
    found = {}
    for style in _styles(ours):
        instead = ids.get(_name(style))
        if style.get(qn("w:default")) is not None:
            instead = defaults.get(style.get(qn("w:type")), instead)
        if instead is not None:
            found[style.get(qn("w:styleId"))] = instead
    return found


def _lend_bullets(document: Document) -> int:
    """Add the bullets of the paper to a document's own lists; return their number."""
    theirs, bullets = _numbering(document), _read("numbering.xml")[0]
    kinds, numbers = theirs.findall(qn("w:abstractNum")), theirs.findall(qn("w:num"))
    kind = 1 + max((int(each.get(qn("w:abstractNumId"))) for each in kinds), default=0)
    number = 1 + max((int(each.get(qn("w:numId"))) for each in numbers), default=0)
    bullets = deepcopy(bullets)
    bullets.set(qn("w:abstractNumId"), str(kind))
    theirs.insert(theirs.index(kinds[-1]) + 1 if kinds else 0, bullets)
    after = theirs.findall(qn("w:num"))[-1] if numbers else bullets
    after.addnext(element("num", element("abstractNumId", val=kind), numId=number))
    return number


def _numbering(document: Document) -> Element:
    try:
        return document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element  # type: ignore[attr-defined]
    except KeyError:
        name, package = PackURI("/word/numbering.xml"), document.part.package
        made = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, element("numbering"), package)
        document.part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        return made.element


def _read(name: str) -> Element:
    return parse_xml((files("stratsel.report.formats.word") / name).read_bytes())


def _styles(root: Element) -> list[Element]:
    return list(root.findall(qn("w:style")))


def _name(style: Element) -> str:
    return str(style.find(qn("w:name")).get(qn("w:val"))).lower()


def _ids(root: Element) -> Ids:
    return {_name(style): style.get(qn("w:styleId")) for style in _styles(root)}
