"""Advice on the small result: where it was found is made up."""

from dataclasses import replace

import pytest

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import TextSpan, Where
from stratsel.report.advice import MAX_LISTED, advice_data, advice_entries
from stratsel.report.compose import compose_ranking
from stratsel.report.document import Heading
from stratsel.report.sentences import Sentences

EN, VI = Sentences("en"), Sentences("vi")
CRITERIA = "criteria/tools.yaml"


def at(file, line, *path):
    return Where(file, path, span=TextSpan(line, 5, line, 9))


def single(candidate, criterion, line):
    where = at(f"candidates/{candidate}.yaml", line, "assessments", criterion)
    return Diagnostic(Code.SINGLE_SOURCE, where, {"candidate": candidate, "criterion": criterion})


DOMINATED = Diagnostic(
    Code.DOMINATED_CANDIDATE,
    at("candidates/a.yaml", 3, "id"),
    {"candidate": "a", "others": "`b`, `c`", "count": 2},
    related=(at("candidates/b.yaml", 4, "id"),),
)
IDLE = Diagnostic(Code.IDLE_WEIGHT, at(CRITERIA, 30, "criteria", 1, "id"), {"criterion": "cost"})
MANY = Diagnostic(Code.TOO_MANY_LEAVES, at(CRITERIA, 20, "criteria"), {"count": 31, "limit": 25})


@pytest.fixture
def told(made):
    """Return for each entry its term and its lines, each with its place."""

    def lines(*advice, sentences=EN, in_full=False):
        found = advice_entries(replace(made.small(), advice=advice), sentences, in_full).entries
        return [(entry.term, [(line.text, line.place) for line in entry.lines]) for entry in found]

    return lines


def test_what_is_said_of_whom_where_and_what_to_do(told):
    assert told(IDLE, single("a", "speed", 12), single("b", "use", 8)) == [
        (
            "ST803",
            [
                ("Whatever this criterion weighs, the same candidates have a place in every tier.", ""),
                ("Cost", f"{CRITERIA}:30"),
                (
                    "What to do: spend the meeting on the weights that do matter; stratsel robustness shows how far "
                    "each can move.",
                    "",
                ),
            ],
        ),
        (
            "ST806",
            [
                ("This best value of a candidate with a place rests on a single source.", ""),
                ("Hammer · Speed", "candidates/a.yaml:12"),
                ("Saw · Use", "candidates/b.yaml:8"),
                ("What to do: look for a second source that does not repeat the first.", ""),
            ],
        ),
    ]


def test_who_is_named_is_named_by_the_title_in_quotation_marks(told):
    [(term, lines)] = told(DOMINATED)
    assert term == "ST807"
    assert lines[0][0] == (
        "As things stand, “Hammer” is nowhere worse and somewhere better than “Saw”, “File” (in all: 2)."
    )
    assert lines[1] == ("Hammer", "candidates/a.yaml:3")


def test_what_concerns_neither_candidate_nor_criterion_has_its_key(told):
    [(_, lines)] = told(MANY)
    assert lines[1] == ("criteria", f"{CRITERIA}:20")


def test_several_things_of_one_place_are_told_together(told):
    """Each says something else of one line, which stands beside each."""
    anchors = [
        Diagnostic(Code.ANCHORS_BY_DEGREE, at(CRITERIA, 9, "scales", "s"), {"low": low, "high": high})
        for low, high in ("01", "12")
    ]
    [(_, lines)] = told(*anchors)
    assert [place for _, place in lines] == [f"{CRITERIA}:9", f"{CRITERIA}:9", ""]


def test_many_places_are_counted_where_a_document_is_kept_short(told):
    many = [single("a", "speed", line) for line in range(1, MAX_LISTED + 4)]
    [(_, short)] = told(*many)
    assert [text for text, _ in short[-2:-1]] == ["and 3 more"]
    assert len(short) == MAX_LISTED + 3
    [(_, full)] = told(*many, in_full=True)
    assert len(full) == MAX_LISTED + 5


def test_what_to_do_is_told_once_for_several_causes(told):
    others = [replace(DOMINATED, where=at("candidates/b.yaml", 3, "id"), facts={**DOMINATED.facts, "candidate": "b"})]
    [(_, lines)] = told(DOMINATED, *others)
    assert [text[:10] for text, _ in lines] == ["As things ", "Hammer", "As things ", "Saw", "What to do"]


def test_of_many_causes_some_are_told_where_a_document_is_kept_short(told):
    many = [
        Diagnostic(
            Code.COINCIDING_LEAVES, at(CRITERIA, line), {"criterion": "use", "other": f"o{line}", "tau": 95, "count": 9}
        )
        for line in range(1, MAX_LISTED + 3)
    ]
    [(_, short)] = told(*many)
    assert [text for text, _ in short[-2:-1]] == ["and 2 more"]
    [(_, full)] = told(*many, in_full=True)
    assert len(full) == 2 * (MAX_LISTED + 2) + 1


def test_in_vietnamese(told):
    [(_, lines)] = told(single("a", "speed", 12), sentences=VI)
    assert lines[0][0] == "Giá trị tốt nhất này của một ứng viên có chỗ chỉ dựa vào một nguồn."
    assert lines[1][0] == "Búa · Tốc độ"


@pytest.mark.parametrize("advice", [(), (IDLE,)])
def test_a_document_has_it_under_its_own_heading(made, advice):
    document = compose_ranking(replace(made.small(), advice=advice), "en")
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert ("Advice on the decision" in headings) is bool(advice)


def test_as_data(made):
    (data,) = advice_data(replace(made.small(), advice=(DOMINATED,)))
    assert data.pop("message")["en"].startswith("as things stand, `a` is nowhere worse")
    assert data.pop("help")["vi"].startswith("không trọng số nào")
    assert data == {
        "code": "ST807",
        "name": "dominated-candidate",
        "candidate": "a",
        "criterion": None,
        "file": "candidates/a.yaml",
        "line": 3,
        "column": 5,
        "key": "id",
        "related": [
            {
                "file": "candidates/b.yaml",
                "line": 4,
                "column": 5,
                "message": {"en": "nowhere better than it", "vi": "không hơn ở tiêu chí nào"},
            }
        ],
    }
