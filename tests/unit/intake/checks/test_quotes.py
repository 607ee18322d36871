import os

import pytest

from stratsel.diagnostics.span import TextSpan, Where
from stratsel.files.folder import Folder
from stratsel.files.read import MAX_BYTES
from stratsel.intake.checks import quotes
from stratsel.intake.checks.quotes import SavedTexts
from stratsel.model.assessor import Assessor
from stratsel.model.candidate import Candidate
from stratsel.model.source import Source

REPORT = """\
Deputy PM: “Unmanned systems have already been developed
  and deployed at 25 sites.” Nguyễn Văn A
is unconvinced.
"""


def source(text=None, **changes):
    given = {"title": "T", "publisher": "P", "date": "2025", "grade": "press", "text": text} | changes
    return Source.model_validate({key: value for key, value in given.items() if value is not None})


def link(path, target):
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this system makes no links for this user")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "round" / "sources").mkdir(parents=True)
    return Folder(tmp_path / "round")


@pytest.fixture
def save(folder):
    def text(content, name="report.txt"):
        path = folder.root / "sources" / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return f"sources/{name}"

    return text


@pytest.fixture
def quoted(folder, save, dossier):
    """The findings about a dossier that quotes once, from a source of the round with this saved text."""

    def of(quote, text=REPORT):
        texts = SavedTexts(folder, {"report": source(save(text))})
        item = {"source": "report", "quote": quote}
        return list(
            texts.quote_findings("f", Candidate.model_validate(dossier((("assessments", "growth", "against"), [item]))))
        )

    return of


# --- word for word --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "quote",
    [
        "Unmanned systems have already been developed",
        "been developed and deployed",
        "been\n  developed  and\tdeployed",
        "been developed\N{NO-BREAK SPACE}and deployed",
        "“Unmanned systems",
        "25 sites.” Nguyễn Văn A is",
        "deployed at 25 sites",
        "is unconvinced.",
        "PM",
        ".”",
    ],
)
def test_a_quote_that_stands_in_the_text(quoted, quote):
    """Runs of white space count as one space; punctuation at the ends may be left out."""
    assert quoted(quote) == []


@pytest.mark.parametrize(
    "quote",
    [
        "unmanned systems",  # capital letters
        '"Unmanned systems',  # another quotation mark
        "Nguyen Van A",  # diacritics
        "been developed, and deployed",  # punctuation
        "and deployed at 2",  # the number is 25
        "5 sites",
        "convinced",  # the opposite
        "manned systems",
        "been develop",
        "unconvinced. Deputy PM",  # the order
    ],
)
def test_a_quote_that_does_not(quoted, quote):
    (finding,) = quoted(quote)
    assert finding.code.value == "ST212"
    assert finding.where == Where("f", ("assessments", "growth", "against", 0, "quote"))
    assert finding.facts["text"] == "sources/report.txt"
    assert finding.severity is None


def test_accents_may_be_composed_or_not(quoted):
    assert (
        quoted("Nguyễn Văn A", REPORT.replace("Nguyễn", "Nguye\N{COMBINING CIRCUMFLEX ACCENT}\N{COMBINING TILDE}n"))
        == []
    )
    assert quoted("Nguye\N{COMBINING CIRCUMFLEX ACCENT}\N{COMBINING TILDE}n Văn A") == []


@pytest.mark.parametrize("end", ["\r\n", "\r", "\N{LINE SEPARATOR}", "\n\n\f"])
def test_lines_may_end_in_any_way(quoted, end):
    assert quoted("been developed and deployed", REPORT.replace("\n", end)) == []


def test_a_script_without_spaces_has_no_ends_of_words(quoted):
    assert quoted("无人机", "中国无人机系统") == []
    assert quoted("无人车", "中国无人机系统") != []


def test_a_byte_order_mark_is_no_part_of_the_text(quoted):
    assert quoted("Deputy PM", b"\xef\xbb\xbf" + REPORT.encode()) == []


# --- where it goes wrong --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "found", "saved", "line", "column"),
    [
        ("Unmanned systems have already been built and deployed", "built", "developed", 1, 48),
        ("systems have already been developed but deployed", "but", "and", 2, 3),
        ("have already been developed and deployed everywhere", "everywhere", "at", 2, 16),
        ("deployed at 25 sites. Then", "sites.", "sites.”", 2, 22),
        ("been developed and deployed at 250", "250", "25", 2, 19),
    ],
)
def test_the_word_that_differs_is_named_with_its_place(quoted, quote, found, saved, line, column):
    """The longest beginning of the quote that stands in the text; lines and columns counted by hand in `REPORT`."""
    (finding,) = quoted(quote)
    assert finding.facts == {"text": "sources/report.txt", "found": found, "saved": saved}
    span = TextSpan(line, column, line, column + len(saved))
    assert finding.related == (Where("sources/report.txt", span=span),)


@pytest.mark.parametrize(
    "quote", ["Unmanned systems had", "Something else altogether was said here", "manned systems have"]
)
def test_a_beginning_of_one_or_two_words_is_chance(quoted, quote):
    (finding,) = quoted(quote)
    assert (finding.facts, finding.related) == ({"text": "sources/report.txt"}, ())


def test_the_place_that_is_most_alike_is_shown(quoted):
    """Of the three places that begin as the quote does, the second agrees longest: in six words, not five or three."""
    text = "It will be built in May. It will be built in June 2027. It will be sold in June 2027."
    (finding,) = quoted("It will be built in June 2026.", text)
    assert finding.facts == {"text": "sources/report.txt", "found": "2026.", "saved": "2027."}
    assert finding.related[0].span.column == 51


def test_lines_are_counted_whatever_ends_them(quoted):
    (finding,) = quoted("systems have already been developed but", REPORT.replace("\n", "\r\n"))
    assert finding.related[0].span == TextSpan(2, 3, 2, 6)


# --- who quotes from where ------------------------------------------------------------------------


def test_every_quote_of_a_dossier_is_held_against_its_source(folder, save, dossier):
    texts = SavedTexts(folder, {"report": source(save(REPORT))})
    changed = dossier(
        (("assessments", "growth", "for"), [{"source": "report", "quote": "PM"}, {"source": "visit", "quote": "no"}]),
        (("assessments", "price", "against"), [{"source": "report", "quote": "no"}]),
        (
            ("history",),
            [
                {"date": "2025", "status": "s", "source": "report", "quote": "neither"},
                {"date": "2025", "status": "s", "source": "report"},
                {"date": "2025", "status": "s", "quote": "of no source"},
            ],
        ),
    )
    found = list(texts.quote_findings("f", Candidate.model_validate(changed)))
    assert [each.where.path for each in found] == [
        ("assessments", "price", "against", 0, "quote"),
        ("history", 0, "quote"),
    ]


def test_a_source_of_the_dossier_goes_before_one_of_the_round(folder, save, dossier):
    texts = SavedTexts(folder, {"visit": source(save("something else", "other.txt"))})
    own = source(save("q")).model_dump(exclude_none=True, exclude={"date"}) | {"date": "2025"}
    assert list(texts.quote_findings("f", Candidate.model_validate(dossier((("sources", "visit"), own))))) == []


def test_quotes_under_opinions(folder, save):
    texts = SavedTexts(folder, {"report": source(save(REPORT))})
    item = {"source": "report", "quote": "built"}
    opinions = {"uav": {"opinion": "for", "for": [item]}, "amr": {"opinion": "none"}}
    assessor = Assessor.model_validate({"stratsel": "assessor/1", "id": "mps", "opinions": opinions})
    (finding,) = texts.opinion_findings("panel/mps.yaml", assessor)
    assert finding.where == Where("panel/mps.yaml", ("opinions", "uav", "for", 0, "quote"))


# --- paths and files ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("../outside.txt", None),
        ("sources/../../outside.txt", None),
        ("sources/..", None),
        ("/etc/passwd", None),
        ("//server/share", None),
        ("C:/report.txt", None),
        ("C:report.txt", None),
        ("sources/report.txt:stream", None),
        (r"sources\report.txt", "sources/report.txt"),
        (r"..\outside.txt", None),
        ("sources/\0report.txt", None),
        ("sources/\ud800.txt", None),
        ("a/" * 100_000, None),
    ],
)
def test_a_path_that_may_lead_out_is_not_followed(folder, path, near):
    texts = SavedTexts(folder, {})
    broken = source("x").model_copy(update={"text": path})
    (finding,) = texts.source_findings("f", {"report": broken})
    assert (finding.code.value, finding.where, finding.near) == (
        "ST223",
        Where("f", ("sources", "report", "text")),
        near,
    )
    assert finding.facts == {"found": path}


@pytest.mark.parametrize(
    "path", ["sources/report.txt", "sources/Báo cáo 1.txt", "sources/..report", "./sources/report.txt"]
)
def test_a_path_inside_the_round_is_read(folder, save, path):
    save("q", path.rsplit("/", 1)[-1])
    assert list(SavedTexts(folder, {}).source_findings("f", {"report": source(path)})) == []


def directory(path):
    path.mkdir()


def pipe(path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(path)


def too_large(path):
    path.write_bytes(b"x" * (MAX_BYTES + 1))


def binary(path):
    path.write_bytes(b"%PDF-1.7 \xe2\xe3\xcf\xd3 stream")


def link_outside(path):
    (path.parents[2] / "outside.txt").write_bytes(b"q")
    link(path, path.parents[2] / "outside.txt")


def linked_folder(path):
    path.parent.rmdir()
    (path.parents[2] / "elsewhere").mkdir()
    (path.parents[2] / "elsewhere" / path.name).write_bytes(b"q")
    link(path.parent, path.parents[2] / "elsewhere")


def link_to_itself(path):
    link(path, path)


def missing(path):
    pass


FILES = [
    (directory, "ST126"),
    (pipe, "ST126"),
    (too_large, "ST120"),
    (binary, "ST117"),
    (link_outside, "ST127"),
    (linked_folder, "ST127"),
    (link_to_itself, "ST125"),
    (missing, "ST125"),
]


@pytest.mark.parametrize(("make", "code"), FILES, ids=[make.__name__ for make, _ in FILES])
def test_what_is_no_text_is_one_finding_at_the_source(folder, dossier, make, code):
    """And none at the quotes from it: they cannot be held against it."""
    make(folder.root / "sources" / "report.txt")
    sources = {"visit": source("sources/report.txt")}
    texts = SavedTexts(folder, sources)
    (finding,) = texts.source_findings("sources.yaml", sources)
    assert (finding.code.value, finding.where) == (code, Where("sources.yaml", ("sources", "visit", "text")))
    assert list(texts.quote_findings("f", Candidate.model_validate(dossier()))) == []


def test_the_byte_that_is_no_utf_8_is_pointed_to(folder):
    binary(folder.root / "sources" / "report.txt")
    (finding,) = SavedTexts(folder, {}).source_findings("f", {"report": source("sources/report.txt")})
    assert finding.related == (Where("sources/report.txt", span=TextSpan(1, 10, 1, 11)),)


def test_a_text_may_be_any_file_of_the_round(folder):
    (folder.root / "sources.yaml").write_bytes(b"q: 1")
    (folder.root / "inner.txt").write_bytes(b"q")
    link(folder.root / "sources" / "report.txt", folder.root / "inner.txt")
    sources = {"one": source("sources.yaml"), "two": source("sources/report.txt"), "three": source()}
    assert list(SavedTexts(folder, {}).source_findings("f", sources)) == []


# --- cost -----------------------------------------------------------------------------------------


@pytest.fixture
def counted(monkeypatch):
    read = []
    monkeypatch.setattr(quotes, "decode", lambda content: read.append(content) or content.decode())
    return read


def cite(texts, dossier, *names):
    items = [{"source": name, "quote": "q"} for name in names]
    changed = dossier((("assessments", "growth", "for"), items))
    assert list(texts.quote_findings("f", Candidate.model_validate(changed))) == []


def test_a_text_is_read_once_and_only_where_it_is_cited(folder, save, dossier, counted):
    texts = SavedTexts(folder, {"one": source(save("q 1", "1.txt")), "two": source(save("q 2", "2.txt"))})
    cite(texts, dossier, "visit")
    assert counted == []
    cite(texts, dossier, "one", "one")
    cite(texts, dossier, "one")
    assert counted == [b"q 1"]


def test_no_more_is_kept_than_memory_bears(folder, save, dossier, counted, monkeypatch):
    """Of three characters each, two texts fit into seven; the third drives out the first."""
    monkeypatch.setattr(quotes, "_MAX_HELD", 7)
    texts = SavedTexts(folder, {name: source(save(f"q {name}", f"{name}.txt")) for name in "123"})
    cite(texts, dossier, "1", "2", "1", "3", "2", "3")
    assert counted == [b"q 1", b"q 2", b"q 3"]
    cite(texts, dossier, "1")
    assert counted[3:] == [b"q 1"]


@pytest.mark.parametrize("unit", ["a ", "ab" * 5_000 + " ", "a"])
def test_long_quotes_of_repeated_words_are_soon_looked_up(quoted, unit):
    """Comparing at every place would take hours."""
    text = unit * (MAX_BYTES // len(unit))
    assert quoted(text[: MAX_BYTES // 2].rpartition(" ")[0] or text, text) == []
    assert len(quoted(text[: MAX_BYTES // 2] + " b", text)) == 1


def test_no_more_quotes_of_a_file_are_looked_up_than_time_bears(folder, save, dossier, monkeypatch):
    """Of three quotes the third is one too many; one from a source without a text costs nothing."""
    monkeypatch.setattr(quotes, "MAX_QUOTES", 2)
    texts = SavedTexts(folder, {"report": source(save(REPORT)), "letter": source()})
    items = [{"source": name, "quote": "no"} for name in ("letter", "report", "letter", "report", "report", "report")]
    changed = dossier((("assessments", "growth", "for"), items))
    found = [
        (each.code.value, each.where.path[3]) for each in texts.quote_findings("f", Candidate.model_validate(changed))
    ]
    assert found == [("ST212", 1), ("ST212", 3), ("ST225", 4)]
