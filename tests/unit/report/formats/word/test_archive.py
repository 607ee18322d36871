import io
import zipfile

import docx
import pytest

from stratsel.errors import UsageError
from stratsel.report.formats.word.archive import opened, packed, set_properties


def a_workbook():
    """A zip that is no document of Word."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return content.getvalue()


@pytest.mark.parametrize(
    "template",
    [b"", b"not a zip", b"PK\x03\x04 cut short", a_workbook()],
    ids=["empty", "text", "cut short", "workbook"],
)
def test_a_template_that_is_no_document_is_refused(template):
    with pytest.raises(UsageError, match="not a document of Word"):
        opened(template)


def test_without_a_template_nothing_is_packed_that_is_not_needed():
    with zipfile.ZipFile(io.BytesIO(packed(opened(None)))) as archive:
        names = archive.namelist()
    assert not [name for name in names if "thumbnail" in name or "customXml" in name or "Effects" in name]
    assert "word/styles.xml" in names


def test_properties_say_what_it_is_and_not_when():
    document = opened(None)
    set_properties(document, "Tools <1>", "office", "en vi", "sha256:01")
    said = docx.Document(io.BytesIO(packed(document))).core_properties
    assert (said.title, said.author, said.language, said.identifier) == (
        "Tools <1>",
        "office",
        "en vi",
        "sha256:01",
    )
    assert (said.created, said.modified, said.comments) == (None, None, "")


def test_a_template_without_properties_gets_no_date_of_today():
    template = docx.Document()
    relations = template.part.package.rels
    for name in [name for name, each in relations.items() if each.reltype.endswith("core-properties")]:
        del relations[name]
    content = io.BytesIO()
    template.save(content)
    first, second = opened(content.getvalue()), opened(content.getvalue())
    for each in (first, second):
        set_properties(each, "t", "a", "en", "d")
    assert first.core_properties.modified is None
    assert packed(first) == packed(second)


def test_long_properties_are_cut_to_what_word_allows():
    document = opened(None)
    set_properties(document, "t" * 10_000, "a" * 10_000, "en", "d")
    assert len(document.core_properties.title) == len(document.core_properties.author) == 255


def test_every_entry_has_the_same_time_and_mode():
    with zipfile.ZipFile(io.BytesIO(packed(opened(None)))) as archive:
        entries = archive.infolist()
    assert {each.date_time for each in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(each.create_system, each.external_attr) for each in entries} == {(3, 0o600 << 16)}
