"""Accents piled on one letter: bringing them into order took a minute for each file."""

import time

import pytest

A, S, T = "candidates/alpha.yaml", "sources.yaml", "sources/report.txt"
PILE = "A" + "\u0301\u0323" * 100_000
ESCAPED = "A" + "\\u0301\\u0323" * 40_000


@pytest.fixture(autouse=True)
def soon():
    began = time.process_time()
    yield
    assert time.process_time() - began < 5


@pytest.mark.parametrize("pile", [PILE, f'"{ESCAPED}"', f"Alpha # {PILE}"], ids=["text", "escapes", "remark"])
def test_in_a_dossier(small_round, pile):
    small_round.edit(A, "Alpha Kitchen", pile)
    ((code, file, line, _),) = small_round.found()
    assert (code, file, line) == ("ST131", A, 3)


def test_in_a_saved_text(small_round):
    """The finding stands where the text is named, and leads to the mark that is one too many."""
    small_round.edit(S, "grade: official}", f"grade: official, text: {T}}}")
    small_round.put(T, f"one\ntwo {PILE}")
    (finding,) = small_round.check().findings
    assert (finding.code, finding.where.file) == ("ST131", (small_round.folder / S).as_posix())
    (place,) = finding.related
    assert (place.file, place.span.line, place.span.column) == ((small_round.folder / T).as_posix(), 2, 5 + 1 + 30)
