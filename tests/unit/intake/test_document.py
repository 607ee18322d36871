import hashlib
import pathlib

import pytest

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.span import START_OF_FILE, TextSpan
from stratsel.files.folder import Folder
from stratsel.files.read import MAX_BYTES
from stratsel.intake.document import digest_of, read_document, text_as_read


@pytest.fixture
def read(tmp_path):
    """Write bytes into a file of a folder and read it as a document."""

    def of(content):
        (tmp_path / "f.yaml").write_bytes(content)
        return read_document(Folder(tmp_path), "f.yaml")

    return of


def test_a_file_that_can_be_read(read):
    document = read(b"a: 1\n")
    assert document.value == {"a": 1}
    assert document.findings == ()
    assert document.digest == hashlib.sha256(b"a: 1\n").hexdigest()
    assert document.refused == frozenset()


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfa: 1\n", b"a: 1\r\n", b"\xef\xbb\xbfa: 1\r\n"])
def test_the_digest_is_the_same_on_every_system(read, content):
    assert read(content).digest == digest_of(b"a: 1\n")


def test_another_content_has_another_digest():
    assert len({digest_of(content) for content in (b"a: 1", b"a: 2", b"a: 1\n", b"a: 1\r", b"")}) == 5


@pytest.mark.parametrize(
    ("content", "code", "span", "facts"),
    [
        (b"a" * (MAX_BYTES + 1), Code.FILE_TOO_LARGE, START_OF_FILE, {"limit": "1024 KiB"}),
        ("a: 1".encode("utf-16"), Code.NOT_UTF_8, TextSpan(1, 1, 1, 2), {"encoding": "UTF-16"}),
        (b"a: 1\nb: caf\xe9", Code.NOT_UTF_8, TextSpan(2, 7, 2, 8), {"encoding": "byte 0xe9"}),
        (b"a: 1\r\nb: \xe9", Code.NOT_UTF_8, TextSpan(2, 4, 2, 5), {"encoding": "byte 0xe9"}),
        (b"a: 1\rb: \xe9", Code.NOT_UTF_8, TextSpan(2, 4, 2, 5), {"encoding": "byte 0xe9"}),
        ("é: ".encode() + b"\xed\xa0\x80", Code.NOT_UTF_8, TextSpan(1, 4, 1, 5), {"encoding": "byte 0xed"}),
    ],
)
def test_a_file_that_gives_no_text(read, content, code, span, facts):
    document = read(content)
    (finding,) = document.findings
    assert (finding.code, finding.where.span, finding.facts) == (code, span, facts)
    assert (document.value, document.digest) == (None, "")


def test_a_file_that_is_not_there(tmp_path):
    (finding,) = read_document(Folder(tmp_path), "f.yaml").findings
    assert finding.code is Code.UNREADABLE_FILE


def test_a_folder_in_its_place(tmp_path):
    (tmp_path / "f.yaml").mkdir()
    (finding,) = read_document(Folder(tmp_path), "f.yaml").findings
    assert finding.code in (Code.NOT_A_FILE, Code.UNREADABLE_FILE)


def test_a_link_that_leads_out_is_not_followed(tmp_path):
    (tmp_path / "secret").write_bytes(b"a: 1")
    (tmp_path / "round").mkdir()
    try:
        (tmp_path / "round" / "f.yaml").symlink_to("../secret")
    except OSError:
        pytest.skip("this system makes no links for this user")
    document = read_document(Folder(tmp_path / "round"), "f.yaml")
    assert [finding.code for finding in document.findings] == [Code.LINK_OUT_OF_ROUND]
    assert document.value is None


@pytest.mark.parametrize(
    ("content", "refused"),
    [
        (b"a:\nb: 1", {("a",)}),
        (b"a: {n: 1,5}", {("a", "5"), ("a", "n")}),  # neither the rest nor what stands before it
        (b"a: 1\na: 2", set()),  # the first is judged all the same
        (b"null: 1\nb: 2", set()),
        (b"a: {<<: {b: 1}}", {("a",)}),  # what it lacks may be what was to be merged
        (b"a: &x 1", {("a",)}),
    ],
)
def test_of_what_the_reader_refused_no_more_is_said(read, content, refused):
    assert read(content).refused == refused


def test_the_text_is_the_one_that_was_read(tmp_path):
    folder, path = Folder(tmp_path), tmp_path / "f.yaml"
    path.write_bytes(b"a: 1\n")
    digest = read_document(folder, "f.yaml").digest
    assert text_as_read(folder, "f.yaml", digest) == "a: 1\n"
    path.write_bytes(b"a: 2\n")
    assert text_as_read(folder, "f.yaml", digest) is None
    pathlib.Path(path).unlink()
    assert text_as_read(folder, "f.yaml", digest) is None
