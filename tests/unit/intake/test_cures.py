import unicodedata

import pytest

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import TextSpan, Where
from stratsel.intake.cures import MAX_MISSPELT, accents, commas, keys, line_ends, values_meant
from stratsel.reading.events import read_yaml
from stratsel.reading.places import TextPlaces
from stratsel.reading.splice import splice

FILE = "candidates/alpha.yaml"
NFD = unicodedata.normalize("NFD", "Bếp")


def misspelt(text, path, near, code=Code.UNKNOWN_KEY, has_one_near=True):
    where = Where(FILE, path, "key", TextPlaces(text).span(path, "key"))
    return Diagnostic(code, where, {}, near, has_one_near=has_one_near)


def read(text):
    return [defect.in_file(FILE) for defect in read_yaml(text).defects]


def mended(cure, text, findings):
    return splice(text, (repair.edit for repair in cure(text, findings)))


# --- accents and ends of lines --------------------------------------------------------------------


def test_accents_are_put_on_their_letters_in_remarks_too():
    text = f"title: {NFD} # {NFD}\n"
    (repair,) = accents(text, read(text))
    assert splice(text, [repair.edit]) == "title: Bếp # Bếp\n"
    assert repair.cause.code is Code.NOT_NFC


def test_accents_are_left_alone_where_nothing_is_found():
    assert list(accents("title: Bếp\n", [])) == []


@pytest.mark.parametrize("text", ["a: 1\r\nb: 2\n", "a: 1\rb: 2\n", "a: 1\n\rb: 2\n", "a: 1\r\nb: 2\rc: 3"])
def test_mixed_ends_of_lines_become_one(text):
    expected = text.replace("\r\n", "\n").replace("\r", "\n")
    assert mended(line_ends, text, []) == expected
    assert list(line_ends(expected, [])) == []


@pytest.mark.parametrize("text", ["a: 1\nb: 2\n", "a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r", "a: 1\r\nb: 2", ""])
def test_a_file_that_ends_its_lines_in_one_way_keeps_it(text):
    assert list(line_ends(text, [])) == []


# --- commas ---------------------------------------------------------------------------------------


def test_a_cut_text_is_quoted_and_its_path_is_that_of_its_own_key():
    text = "a: {b: [{en: Drones, multi, vi: x}]}\n"
    (repair,) = commas(text, read(text))
    assert splice(text, [repair.edit]) == 'a: {b: [{en: "Drones, multi", vi: x}]}\n'
    assert repair.text == (("a", "b", 0, "en"), "Drones, multi")


@pytest.mark.parametrize("text", ["price: {amount: 1,000}\n", "a: {level: 3, x}\n"])
def test_a_figure_is_never_made_a_text(text):
    assert Code.COMMA_IN_TEXT in [each.code for each in read(text)]
    assert list(commas(text, read(text))) == []


# --- keys -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sumary: x # y\n", "summary: x # y\n"),
        ("'sumary' : x\n", "'summary' : x\n"),
        ('{"sumary":"x"}', '{"summary":"x"}'),
        ("? sumary\n: x\n", "? summary\n: x\n"),
    ],
)
def test_a_key_is_written_as_meant_in_its_quotation_marks(text, expected):
    assert mended(keys, text, [misspelt(text, ("sumary",), "summary")]) == expected


def test_a_key_that_means_nothing_without_quotation_marks_gets_them():
    text = "assessments:\n  nul: 3\n"
    found = [misspelt(text, ("assessments", "nul"), "null", Code.UNKNOWN_CRITERION)]
    assert mended(keys, text, found) == 'assessments:\n  "null": 3\n'


@pytest.mark.parametrize(
    ("path", "near", "code", "has_one_near"),
    [
        (("sumary",), "summary", Code.UNKNOWN_KEY, False),
        (("sumary",), None, Code.UNKNOWN_KEY, False),
        (("sumary",), "summary", Code.UNKNOWN_OPTION, True),
        (("other",), "summary", Code.UNKNOWN_KEY, True),  # not what stands there
    ],
)
def test_a_key_is_left_alone_where_it_is_not_certain(path, near, code, has_one_near):
    text = "sumary: x\n"
    where = Where(FILE, path, "key", TextSpan(1, 1, 1, 7))
    assert list(keys(text, [Diagnostic(code, where, {}, near, has_one_near=has_one_near)])) == []


def test_an_escape_in_a_key_is_left_alone():
    text = '"sum\\u0061ry": x\n'
    assert list(keys(text, [misspelt(text, ("sumary",), "summary")])) == []


def test_two_keys_that_may_mean_the_same_are_left_alone():
    text = "a:\n  sumary: x\n  summry: y\nb:\n  sumary: z\n"
    found = [
        misspelt(text, ("a", "sumary"), "summary"),
        misspelt(text, ("a", "summry"), None, has_one_near=False),
        misspelt(text, ("b", "sumary"), "summary"),
    ]
    assert mended(keys, text, found) == text.replace("  sumary: z", "  summary: z")


def test_a_mapping_full_of_unknown_keys_is_left_alone():
    names = [f"k{number}x" for number in range(MAX_MISSPELT + 1)]
    text = "".join(f"{name}: 1\n" for name in names)
    found = [misspelt(text, (name,), f"known-{name}") for name in names]
    assert list(keys(text, found)) == []
    assert len(list(keys(text, found[1:]))) == MAX_MISSPELT


# --- what the values become -----------------------------------------------------------------------


def test_the_values_meant_are_those_with_the_key_and_the_text_changed():
    text = "x: {sumary: {en: Drones, multi, vi: y}, other: [1, {sumary: 2}]}\n"
    value = read_yaml(text).value
    (comma,) = commas(text, read(text))
    (key,) = keys(text, [misspelt(text, ("x", "sumary"), "summary")])
    assert values_meant(value, [comma, key]) == {
        "x": {"summary": {"en": "Drones, multi", "vi": "y"}, "other": [1, {"sumary": 2}]}
    }
    assert list(values_meant(value, [key])["x"]) == ["summary", "other"]


def test_values_are_compared_in_one_normal_form():
    assert values_meant({NFD: [NFD, 1, True, None]}) == {"Bếp": ["Bếp", 1, True, None]}
