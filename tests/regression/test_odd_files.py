"""Files as other systems, editors and people with other intentions make them."""

import os
import sys
from pathlib import Path

import pytest

from stratsel.api import check

A, B, C, S = "candidates/alpha.yaml", "candidates/beta.yaml", "criteria/meals.yaml", "sources.yaml"


def lines_end(end):
    return lambda text: text.replace("\n", end).encode()


@pytest.mark.parametrize(
    "write",
    [
        lines_end("\r\n"),
        lines_end("\r"),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),
        lambda text: text.rstrip("\n").encode(),
        lambda text: ("---\n" + text + "...\n").encode(),
        lambda text: ("# Bếp ăn 😀\n\n" + text + "\n\n# end").encode(),
        lambda text: text.replace(": ", ":  \t ").encode(),
        lambda text: text.replace("\n", "   \n").encode(),
    ],
    ids=[
        "CRLF",
        "CR",
        "BOM",
        "BOM and CRLF",
        "no last line end",
        "document marks",
        "remarks",
        "tabs between",
        "spaces",
    ],
)
@pytest.mark.parametrize("file", [A, C, S])
def test_files_that_are_written_otherwise_are_the_same(small_round, file, write):
    small_round.put(file, write(small_round.text(file)))
    assert small_round.found() == []


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_are_counted_as_an_editor_counts_them(small_round, end):
    small_round.edit(A, "level: 3", "level: 9")
    place = small_round.place(A, "9, why")
    small_round.put(A, small_round.text(A).replace("\n", end))
    assert small_round.found() == [("ST408", A, *place)]


def insert(sign):
    return lambda text: text.replace("Alpha Kitchen", f"Alpha{sign}Kitchen").encode("utf-8", "surrogatepass")


@pytest.mark.parametrize(
    ("write", "code", "line", "column"),
    [
        (lambda text: text.encode("utf-16"), "ST117", 1, 1),
        (lambda text: text.encode("utf-16-le"), "ST117", 1, 1),
        (lambda text: text.encode("utf-32"), "ST117", 1, 1),
        (lambda text: text.encode("utf-32-be"), "ST117", 1, 1),
        (lambda text: text.replace("Alpha Kitchen", "Küche").encode("latin-1"), "ST117", 3, 9),
        (insert("\ud800"), "ST117", 3, 13),
        (insert("\x00"), "ST119", 3, 13),
        (insert("\x1b"), "ST119", 3, 13),
        (insert("\x9b"), "ST119", 3, 13),
        (insert("\x85"), "ST119", 3, 13),
        (insert("\u2028"), "ST119", 3, 13),
        (insert("\u202e"), "ST119", 3, 13),
        (insert("\ufeff"), "ST119", 3, 13),
        (insert(" e\u0301 "), "ST118", 3, 14),
        (lambda text: b"", "ST124", 1, 1),
        (lambda text: b"\xef\xbb\xbf", "ST124", 1, 1),
        (lambda text: b"\n\n# later\n", "ST124", 1, 1),
        (lambda text: b"---\n", "ST124", 1, 1),
        (lambda text: b"null\n", "ST124", 1, 1),
        (lambda text: b"- a\n- b\n", "ST203", 1, 1),
        (lambda text: b"alpha\n", "ST203", 1, 1),
        (lambda text: b"\x89PNG\r\n\x1a\n", "ST117", 1, 1),
        (lambda text: b"<!doctype html>\n<p>: x</p>\n", "ST107", 1, 1),
    ],
)
def test_files_that_cannot_be_read_are_one_finding(small_round, write, code, line, column):
    small_round.put(A, write(small_round.text(A)))
    assert small_round.found() == [(code, A, line, column)]


def test_numbers_that_no_decision_needs(small_round):
    small_round.edit(A, "served: 300", "served: 1e999999")
    assert small_round.found() == [("ST123", A, *small_round.place(A, "1e999999"))]


# --- what is no file ------------------------------------------------------------------------------


def link(path, target):
    path.unlink(missing_ok=True)
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this system makes no links for this user")


@pytest.mark.parametrize("file", [A, C, S])
def test_a_folder_in_the_place_of_a_file(small_round, file):
    (small_round.folder / file).unlink()
    (small_round.folder / file).mkdir()
    (finding,) = small_round.found()
    assert finding == ("ST125" if sys.platform == "win32" else "ST126", file, 1, 1)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("file", [A, C, S])
def test_a_pipe_in_the_place_of_a_file(small_round, file):
    (small_round.folder / file).unlink()
    os.mkfifo(small_round.folder / file)
    assert small_round.found() == [("ST126", file, 1, 1)]


@pytest.mark.parametrize("file", [A, C, S])
@pytest.mark.parametrize(("target", "code"), [("loop", "ST125"), ("nowhere.yaml", "ST125"), ("/etc/hostname", "ST127")])
def test_links(small_round, file, target, code):
    path = small_round.folder / file
    link(path, path.name if target == "loop" else target)
    assert small_round.found() == [(code, file, 1, 1)]


def test_a_link_within_the_round(small_round):
    """The file behind it counts under the name of the link."""
    small_round.put("texts/gamma.yaml", small_round.text(B).replace("id: beta", "id: gamma"))
    link(small_round.folder / "candidates" / "gamma.yaml", "../texts/gamma.yaml")
    assert small_round.found() == []


def test_a_folder_of_dossiers_that_leads_out(small_round, tmp_path):
    (small_round.folder / "candidates").rename(tmp_path / "elsewhere")
    link(small_round.folder / "candidates", tmp_path / "elsewhere")
    assert small_round.found() == [("ST127", A, 1, 1), ("ST127", B, 1, 1)]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything")
def test_a_file_that_may_not_be_read(small_round):
    (small_round.folder / A).chmod(0)
    assert small_round.found() == [("ST125", A, 1, 1)]


# --- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["con", "nul", "aux", "com1", "lpt9"])
def test_names_of_devices(small_round, name):
    """On Windows such a file cannot even be made; so no round may need one."""
    text = small_round.text(B).replace("id: beta", f"id: {name}")
    try:
        small_round.put(f"candidates/{name}.yaml", text)
    except OSError:
        pytest.skip("this system has no such files")
    assert small_round.found() == [("ST205", f"candidates/{name}.yaml", 2, 5)]


def test_names_that_differ_by_case(small_round):
    small_round.put("candidates/BETA.yaml", small_round.text(B))
    if len(list((small_round.folder / "candidates").iterdir())) < 3:
        pytest.skip("this system takes both for one name")
    assert small_round.found() == [("ST403", "candidates/BETA.yaml", 2, 5), ("ST404", B, 1, 1)]


@pytest.mark.parametrize("name", ["bếp", "be\u0302\u0301p", "a b", "a.b", "Beta2"])
def test_names_that_are_no_ids(small_round, name):
    """An id can be carried by every system and every link; a file's name must be one."""
    small_round.put(f"candidates/{name}.yaml", small_round.text(B).replace("id: beta", "id: gamma"))
    assert [(code, line, column) for code, _, line, column in small_round.found()] == [("ST402", 2, 5)]


def test_names_in_two_forms_collide(small_round):
    for name in ("bếp", "be\u0302\u0301p"):
        small_round.put(f"candidates/{name}.yaml", small_round.text(B).replace("id: beta", "id: gamma"))
    if len(list((small_round.folder / "candidates").iterdir())) < 4:
        pytest.skip("this system takes both for one name")
    assert "ST404" in {code for code, *_ in small_round.found()}


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text on this system")
def test_a_name_that_is_no_text(small_round):
    """Linux allows any bytes in a name."""
    path = os.fsencode(small_round.folder / "candidates") + b"/\xff.yaml"
    Path(os.fsdecode(path)).write_bytes(small_round.text(B).encode())
    findings = check([small_round.folder]).findings
    assert [each.code.value for each in findings] == ["ST403"]


# --- headers --------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", [A, C, S])
@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("stratsel: panel/1", "ST703"),
        ("stratsel: {kind}/2", "ST704"),
        ("stratsel: {kind}", "ST704"),
        ("stratsel: 1", "ST703"),
        ('stratsel: {kind}/1\nstratsel_version: ">=99"', "ST701"),
        ("stratsel: {kind}/1\nstratsel_version: soon", "ST701"),
        ("stratsel: {kind}/1\nstratsel_version: 1.4", "ST203"),
    ],
)
def test_headers(small_round, file, header, code):
    kind, _, _ = small_round.text(file).partition("/1")
    name = kind.removeprefix("stratsel: ")
    small_round.edit(file, f"{kind}/1", header.replace("{kind}", name))
    assert [(code, file) for code, file, *_ in small_round.found()] == [(code, file)]


def test_a_version_that_is_enough(small_round):
    small_round.edit(A, "id: alpha", 'stratsel_version: ">=0.1"\nid: alpha')
    assert small_round.found() == []
