"""How a Word document is opened and packed: the same bytes for the same content, with no date of today."""

import io
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from stratsel.errors import UsageError
from stratsel.language.catalogue import N_

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip container knows."""
_UNUSED = {"stylesWithEffects", "thumbnail", "customXml"}


def opened(template: bytes | None) -> Document:
    """Return a template as a document; without one, an empty document without what it does not need.

    Raises:
        UsageError: the template is no document of Word.
    """
    if template is None:
        document = docx.Document()
        for relations in (document.part.rels, document.part.package.rels):
            for name in [name for name, each in relations.items() if each.reltype.rpartition("/")[2] in _UNUSED]:
                del relations[name]
        return document
    try:
        return docx.Document(io.BytesIO(template))
    except (OpcError, BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise UsageError(N_("the template is not a document of Word (.docx)")) from error


def set_properties(document: Document, title: str, author: str, language: str, digest: str) -> None:
    """Say of a document what it is, whose, and which inputs it was made from; take out when."""
    said = document.core_properties
    said.title, said.author, said.language, said.identifier = title[:255], author[:255], language, digest[:255]
    said.comments = said.last_modified_by = ""
    said.revision = 1
    root = document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element
    for name in ("dcterms:created", "dcterms:modified", "cp:lastPrinted"):
        for each in root.findall(qn(name)):
            root.remove(each)


def packed(document: Document) -> bytes:
    """Return a document as the bytes of its file."""
    made, again = io.BytesIO(), io.BytesIO()
    document.save(made)
    with ZipFile(made) as source, ZipFile(again, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, EPOCH)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o600 << 16
            target.writestr(entry, source.read(name))
    return again.getvalue()
