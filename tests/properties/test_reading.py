"""Whatever a text is, it is read or it is refused; what is read is what was written, and it is found again."""

import json
import unicodedata
from decimal import Decimal

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.span import START_OF_FILE
from stratsel.reading.characters import character_defects
from stratsel.reading.events import read_yaml
from stratsel.reading.places import TextPlaces
from stratsel.reading.scalar import plain_scalar

quick = settings(max_examples=40, deadline=None)

PIECES = [
    "a",
    "b: c",
    "- ",
    ": ",
    "\n",
    "\n  ",
    " ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "'",
    '"',
    "#",
    "? ",
    "!",
    "&x ",
    "*x",
    "|\n",
]
PIECES += [
    ">-\n",
    "\t",
    "%",
    "@",
    "\\",
    "\\u0041",
    "1",
    "1e9999",
    "~",
    "null",
    "true",
    "ế",
    "😀",
    "---",
    "\r\n",
    "<<: ",
]

yaml_like = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def is_fine(text):
    return not character_defects(text) and unicodedata.is_normalized("NFC", text)


texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Cn")), max_size=30).filter(is_fine)
numbers = st.integers(-(10**29), 10**29) | st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6
)
scalars = texts | numbers | st.booleans()
documents = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)


def flow(value, gap=" "):
    """A value as JSON writes it; numbers stand as they are."""
    if isinstance(value, dict):
        return (
            "{" + f",{gap}".join(f"{json.dumps(k, ensure_ascii=False)}: {flow(v, gap)}" for k, v in value.items()) + "}"
        )
    if isinstance(value, list):
        return "[" + f",{gap}".join(flow(item, gap) for item in value) + "]"
    return str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


@pytest.fixture(params=["libyaml", "pure"], scope="module")
def parser(request):
    if request.param == "libyaml" and not yaml.__with_libyaml__:
        pytest.skip("libyaml is not installed here")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", request.param == "libyaml")
        yield request.param


def read_or_refused(text):
    reading = read_yaml(text)
    assert reading.defects or reading.value is not None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for defect in reading.defects:
        span = defect.span
        assert 1 <= span.line <= len(lines) + 1 and span.column >= 1
        assert (span.line, span.column) <= (span.end_line, span.end_column)
    return reading


@pytest.mark.usefixtures("parser")
@quick
@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    read_or_refused(text)


@pytest.mark.usefixtures("parser")
@settings(max_examples=150, deadline=None)
@example("[?]")
@example("&x *x : [")
@example("{a: b, c, 'd'}")
@example("? {[a]: 1e9999}\n: &x !y *z")
@given(yaml_like)
def test_any_text_of_the_signs_of_yaml_is_read_or_refused(text):
    read_or_refused(text)


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="libyaml is not installed here")
@quick
@given(st.lists(st.sampled_from([piece for piece in PIECES if piece not in "!%|\n"]), max_size=12).map("".join))
def test_what_both_parsers_read_is_the_same(text):
    """Texts that only one of them refuses are rare, and refused they are."""
    first = read_yaml(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        second = read_yaml(text)
    if not first.defects and not second.defects:
        assert repr(first.value) == repr(second.value)


@pytest.mark.usefixtures("parser")
@quick
@given(documents, st.sampled_from([" ", "\n", "\n  ", "  # remark\n "]))
def test_what_is_written_in_brackets_is_read_back(document, gap):
    reading = read_yaml(flow(document, gap))
    assert reading.defects == ()
    assert reading.value == document


class Writer(yaml.SafeDumper):
    """Writes lists and mappings line by line, and nothing twice by reference."""

    def ignore_aliases(self, data):
        return True

    def represent_text(self, text):
        """Numbers of YAML 1.2 such as 1E3 are none for this writer, which knows YAML 1.1 only."""
        style = None if isinstance(plain_scalar(text), str) else "'"
        return self.represent_scalar("tag:yaml.org,2002:str", text, style)


Writer.add_representer(str, Writer.represent_text)


def block(document):
    return yaml.dump(document, Dumper=Writer, allow_unicode=True, sort_keys=False, default_flow_style=False, width=40)


whole_numbers = st.recursive(
    texts | st.integers(-(10**9), 10**9) | st.booleans(),
    lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(texts, inner, min_size=1, max_size=4),
    max_leaves=15,
)


@pytest.mark.usefixtures("parser")
@quick
@given(st.dictionaries(texts, whole_numbers, min_size=1, max_size=4))
def test_what_is_written_line_by_line_is_read_back(document):
    """As another program writes it, with its quotes and folded lines."""
    reading = read_yaml(block(document))
    assert reading.defects == ()
    assert reading.value == document


def paths_of(value, path=()):
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, below in inner:
        yield (*path, step), below
        yield from paths_of(below, (*path, step))


def cut(text, span):
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


@pytest.mark.usefixtures("parser")
@quick
@given(st.dictionaries(texts, documents, max_size=4), st.sampled_from([" ", "\n", "\n  "]))
def test_every_place_holds_what_stands_there(document, gap):
    """The text between the two ends of a span reads as the value, and that of its key as the key."""
    text = flow(document, gap)
    places = TextPlaces(text)
    for path, value in paths_of(document):
        assert read_yaml(cut(text, places.span(path))).value == value
        if isinstance(path[-1], str):
            assert read_yaml(cut(text, places.span(path, "key"))).value == path[-1]


@quick
@given(yaml_like, st.lists(st.sampled_from(["a", "b", 0, 1]), max_size=4).map(tuple))
def test_asking_for_a_place_never_fails(text, path):
    places = TextPlaces(text)
    for part in ("key", "value"):
        span = places.span(path, part)
        assert span == START_OF_FILE or 1 <= span.line <= len(places.lines)


def test_the_codes_of_the_reader_are_those_of_reading():
    """ST1xx: what other files say does not matter to the reader."""
    codes = {
        defect.code for text in ("a: [", "a:", "\0", "a: &x 1", "e\u0301: 1") for defect in read_yaml(text).defects
    }
    assert len(codes) == 5
    assert all(code.value.startswith("ST1") for code in codes)
    assert Code.NOT_NFC in codes
