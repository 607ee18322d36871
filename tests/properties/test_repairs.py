"""Whatever is wrong with a round, repairs restore it or leave it alone; a second time there is nothing left to do."""

import re
import shutil
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stratsel import api
from stratsel.files.read import MAX_BYTES
from stratsel.reading.events import read_yaml

SMALL = Path(__file__).parents[1] / "small-round"
ALPHA, BETA, CRITERIA = "candidates/alpha.yaml", "candidates/beta.yaml", "criteria/meals.yaml"
SLIPS = [
    (ALPHA, "  menu:\n", "  menuu:\n"),
    (ALPHA, "  cook: Ánh", "  cok: Ánh"),
    (ALPHA, "proposer: council", "propser: council"),
    (ALPHA, "quote: a different", "qoute: a different"),
    (ALPHA, "history:", "hístory:"),
    (ALPHA, '"Two vans, were seen."', "Two vans, were seen."),
    (ALPHA, '"By its offer, on paper,and by mouth."', "By its offer, on paper,and by mouth."),
    (BETA, "  freshness:", "  fresh_ness:"),
    (BETA, "title: {en", "titel: {en"),
    (BETA, '"Suất ăn, Beta"', "Suất ăn, Beta"),
    (BETA, "level: 1", "levle: 1"),
    (CRITERIA, "missing: worst", "mising: worst"),
    (CRITERIA, '"Fetched, by the school"', "Fetched, by the school"),
    (CRITERIA, "reference_date", "reference-date"),
]
GOOD = [
    (ALPHA, "cook: Ann", "cook: Ánh # bếp trưởng"),
    (ALPHA, "why: Two vans were seen.", 'why: "Two vans, were seen."'),
    (ALPHA, "why: By its offer.", 'why: "By its offer, on paper,and by mouth."'),
    (BETA, "title: Beta Catering", 'title: {en: Beta, vi: "Suất ăn, Beta"}'),
    (CRITERIA, "title: Fetched by the school", 'title: "Fetched, by the school"'),
]
FILES = (ALPHA, BETA, CRITERIA)
few = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def changed(texts, changes):
    texts = dict(texts)
    for file, old, new in changes:
        assert texts[file].count(old) == 1, old
        texts[file] = texts[file].replace(old, new)
    return texts


SOUND = changed({file: (SMALL / file).read_text(encoding="utf-8") for file in FILES}, GOOD)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return shutil.copytree(SMALL, tmp_path_factory.mktemp("repairs") / "round")


def put(folder, contents):
    for file, content in contents.items():
        (folder / file).write_bytes(content if isinstance(content, bytes) else content.encode())


def held(folder):
    return {file: (folder / file).read_bytes() for file in FILES}


def fixed(folder, contents):
    """What the files hold after repairs, and that a second time changes nothing."""
    put(folder, contents)
    expected = {each.file: each.after for each in api.repairs([folder]).files}
    before = held(folder)
    api.fix([folder])
    after = held(folder)
    assert after == {**before, **expected}
    assert api.fix([folder]).files == ()
    assert held(folder) == after
    return after


def with_ends(text, ends):
    """The text with its lines ending in turn in one way or the other."""
    lines = text.splitlines()
    return "".join(line + ends[at % len(ends)] for at, line in enumerate(lines))


def test_the_round_that_is_damaged_here_is_sound(folder):
    put(folder, SOUND)
    assert list(api.check([folder]).findings) == []


@few
@given(
    slips=st.sets(st.sampled_from(SLIPS)),
    apart=st.sets(st.sampled_from(FILES)),
    mark=st.booleans(),
    ends=st.sampled_from([["\n"], ["\r\n"], ["\r"], ["\n", "\r\n"], ["\r", "\n", "\r\n"]]),
)
def test_slips_are_undone_byte_for_byte(folder, slips, apart, mark, ends):
    """The files become what they were before they were damaged: nothing else in them changes, and no value does."""
    head = b"\xef\xbb\xbf" if mark else b""
    damaged = changed(SOUND, slips)
    damaged.update({file: unicodedata.normalize("NFD", damaged[file]) for file in apart})
    after = fixed(folder, {file: head + with_ends(text, ends).encode() for file, text in damaged.items()})
    end = ends if len(ends) == 1 else ["\n"]
    assert after == {file: head + with_ends(text, end).encode() for file, text in SOUND.items()}
    assert list(api.check([folder]).findings) == []


KEY = re.compile(r"(?<![\w-])([a-z][a-z_-]{2,})(?=:)")


@st.composite
def misspelt(draw):
    """A file with some keys changed by a letter or two, and for each what it was and became."""
    file = draw(st.sampled_from(FILES))
    pieces = KEY.split(SOUND[file])
    places = draw(st.sets(st.integers(0, len(pieces) // 2 - 1), min_size=1, max_size=4))
    for place in places:
        key = pieces[2 * place + 1]
        at = draw(st.integers(0, len(key) - 2))
        pieces[2 * place + 1] = draw(
            st.sampled_from([
                key[:at] + key[at + 1 :],
                key[:at] + key[at] + key[at:],
                key[:at] + key[at + 1] + key[at] + key[at + 2 :],
                key[:at].upper() + key[at:],
            ])
        )  # fmt: skip
    return file, pieces


@few
@given(case=misspelt())
def test_a_misspelt_key_is_restored_or_left_alone(folder, case):
    """Whatever ids or keys are hit: each is in the end what it was or what it became, and nothing else has changed."""
    file, damaged = case
    after = fixed(folder, {**SOUND, file: "".join(damaged)})[file].decode()
    sound = KEY.split(SOUND[file])
    pattern = "".join(
        re.escape(bad) if bad == good else f"(?:{re.escape(bad)}|{re.escape(good)})"
        for bad, good in zip(damaged, sound, strict=True)
    )
    assert re.fullmatch(pattern, after)


LINES = [
    "sumary: y, z\n", "cost: {en: a, b, vi: c}\n", "summary: {en: a, b, vi: e\u0302\u0301}\n", "lnag: vi\r\n",
    "x-note: {a: 1, 000, b: c, d}\n", "fields: {cok: x, fom: kitchen, sevred: 1}\n", "# e\u0302\u0301\r\n",
    "summary: e\u0302\u0301 \u2000\n", "'histroy': [{date: 2025-11, status: seen, again}]\n",
    "sources: {a: {tilte: b, c, publisher: d, date: '2025'}}\r",
]  # fmt: skip
BELOW = [
    "  menuu: {level: 2, wy: x, y}\n", "  fresness: {level: 1, likly: 1, why: é, e\u0301}\n", "  # e\u0301\r\n",
    "  delivery : {choice: own, hired, why: z}\n", "  prise: {amount: 1,5, why: z}\n", "  x-menu: {a: b, c}\n",
]  # fmt: skip
ODD = [
    "a",
    ": ",
    "\n",
    " ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "'",
    '"',
    "? ",
    "|\n",
    "1",
    "~",
    "true",
    "\r",
    "\\u0301",
    "- x\n",
]


def some(*kinds):
    """Mostly whole lines that hold a slip or two, now and then a piece of anything."""
    return st.lists(st.sampled_from([*kinds * 4, *ODD]), max_size=5).map("".join)


def figures(value):
    """All that is no text, in order."""
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return [figure for each in inner for figure in figures(each)]
    return [] if isinstance(value, str) else [repr(value)]


@few
@given(before=some(*LINES), after=some(*BELOW))
def test_whatever_a_file_holds_its_figures_and_its_lines_stay(folder, before, after):
    """It is left alone, or has as many lines, the same figures and fewer findings, unless only ends of lines change."""
    text = before + SOUND[BETA] + after
    put(folder, {**SOUND, BETA: text})
    count = len(api.check([folder]).findings)
    result = fixed(folder, {**SOUND, BETA: text})[BETA].decode()
    if result != text:
        assert len(re.split("\r\n|\r|\n", result)) == len(re.split("\r\n|\r|\n", text))
        assert figures(read_yaml(result).value) == figures(read_yaml(text).value)
        assert len(api.check([folder]).findings) < count or result == re.sub("\r\n|\r", "\n", text)


# --- much at once ---------------------------------------------------------------------------------

SECONDS = 5


def full(unit, before):
    """A text of the largest size out of one piece repeated."""
    return before + unit * ((MAX_BYTES - len(before.encode())) // len(unit.encode()))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (full("# x\r\n\r", SOUND[ALPHA]), 1),
        (full("# e\u0301\n", SOUND[ALPHA]), 1),
        (full("{a: b, c}, ", SOUND[ALPHA] + "x-a: [") + "]", 0),  # more findings than are named in one file
        (SOUND[ALPHA].replace("history:\n", "history:\n" + "  - {date: 2025-11, satus: seen, twice}\n" * 400), 800),
    ],
    ids=["ends", "accents", "commas", "keys"],
)
def test_a_large_file_is_repaired_in_time(folder, text, count):
    put(folder, {**SOUND, ALPHA: text[:MAX_BYTES]})
    began = time.process_time()
    assert api.repairs([folder]).count == count
    assert time.process_time() - began < SECONDS
