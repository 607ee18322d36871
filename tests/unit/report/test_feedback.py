"""The sheet for a proposer, in words: facts made by hand, rendered as Markdown."""

from dataclasses import replace
from decimal import Decimal

import pytest

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.span import TextSpan, Where
from stratsel.report.feedback import LIMIT, render
from stratsel.results.feedback import AnswerGroup, DossierStanding, Duty, Feedback, LeafAnswer
from stratsel.results.leaf import LeafStanding, WrittenFigure
from stratsel.results.place import FilePlace
from stratsel.results.screening import FieldCause, ScreenVerdict
from stratsel.terms import Consequence, Outcome, ValueKey

CLEAN = Findings((), 1, ("candidates/saw.yaml",))


class Nowhere:
    """Places of findings that have theirs."""

    def locate(self, where):
        return where


def level(number, meaning):
    return WrittenFigure(ValueKey.LEVEL, number, meaning)


def answer(leaf, most, points, possible, low=None, high=None, **more):
    facts = {
        "title": leaf.capitalize(),
        "question": None,
        "place": FilePlace("candidates/saw.yaml", 9),
        "cited_for": 0,
        "cited_against": 0,
        "duty": None,
        "aim": None,
    }
    return LeafAnswer(LeafStanding(leaf, most, points, possible, low, high or low), **(facts | more))


USE = answer(
    "use", 60.0, 30.0, 45.0, level(2, "in two places"), level(3, "in three places"),
    question={"en": "Where is it used?", "vi": "Dùng ở đâu?"}, cited_for=2, cited_against=1,
    duty=Duty(level(3, "in three places")), aim=level(3, "in three places"),
)  # fmt: skip
PRICE = answer(
    "price", 30.0, 0.0, 30.0, duty=Duty(None), aim=WrittenFigure(ValueKey.AMOUNT, Decimal("0.5"), "thousand dong")
)
SPEED = answer("speed", 10.0, 10.0, 10.0, WrittenFigure(ValueKey.CHOICE, "fast", "Fast"))
FACT = FieldCause("maker", "Who made it?", None, FilePlace("candidates/saw.yaml", 5))
NAMED = ScreenVerdict("named", "Its maker is named", Outcome.UNDECIDED, Consequence.ADMIT, None, (FACT,))
SAW = DossierStanding(
    title={"en": "Saw", "vi": "Cưa"},
    shown=40.0,
    possible=85.0,
    unknown=0.3,
    screens=(NAMED,),
    met=("Quick enough", "Cheap enough"),
    groups=(AnswerGroup("Use", (USE,)), AnswerGroup("Cost", (PRICE, SPEED))),
    weighty=(PRICE, USE, SPEED),
)


@pytest.fixture
def sheet(made):
    """The sheet on a dossier of the round of `made.py`."""

    def of(dossier=SAW, findings=CLEAN, language="en", **round_):
        return render(Feedback(findings, Nowhere(), replace(made.ROUND, **round_), dossier), language)

    return of


def section(text, heading):
    return text.partition(f"# {heading}\n\n")[2].partition("\n\n#")[0]


def test_the_banner_stands_at_both_ends_and_the_title_below(sheet):
    lines = sheet().splitlines()
    assert lines[0].startswith("> **ILLUSTRATION by the office: ")
    assert lines[-1] == lines[0]
    assert lines[2] == "## Saw"


def test_what_is_official_has_no_banner(sheet, made):
    text = sheet(standing=made.official().round.standing)
    assert text.startswith("## Saw\n\n### stratsel check\n\nno findings in 1 file\n\n### What the dossier shows\n")
    assert "> " not in text


def test_the_whole_and_the_screens(sheet):
    shown = section(sheet(), "What the dossier shows")
    assert shown.startswith("40.0 points shown, 85.0 possible; unknown: 30\u00a0% of the weight\n\n- **Shown:** ")
    assert shown.endswith(
        "- **Screens:**\n"
        "  - Its maker is named: undecided, admitted all the same\n"
        "    - Who made it? unknown (`candidates/saw.yaml:5`)\n"
        "  - met: Quick enough · Cheap enough"
    )


def test_what_follows_from_a_screen_is_said_as_in_the_ranking(sheet):
    out = replace(NAMED, outcome=Outcome.FAILED, consequence=Consequence.EXCLUDE)
    text = sheet(replace(SAW, screens=(out,), met=()))
    assert "  - Its maker is named: failed, so excluded\n    - Who made it? unknown (`candidates/saw.yaml:5`)\n" in text


def test_a_round_without_screens_says_nothing_of_them(sheet):
    assert "Screens" not in sheet(replace(SAW, screens=(), met=()))


def test_where_evidence_would_matter_most(sheet):
    assert section(sheet(), "Where evidence would matter most").splitlines() == [
        "- **Price:**",
        "  - so far: unknown (`candidates/saw.yaml:9`)",
        "  - up to 30.0 points more at its best, which is 0.5 thousand dong",
        "  - evidence for it is required for every judgement",
        "- **Use:**",
        "  - Where is it used?",
        "  - so far: level 2 to 3, at least “in two places” (`candidates/saw.yaml:9`)",
        "  - up to 15.0 points more at its best; next: level 3, “in three places”",
        "  - evidence for it is required for level 3 or better",
        "- **Speed:**",
        "  - so far: “Fast” (`candidates/saw.yaml:9`)",
        "  - 10.0 points are shown without evidence for them",
    ]


@pytest.mark.parametrize(
    ("aim", "words"),
    [
        (WrittenFigure(ValueKey.CHOICE, "fast", "Fast"), "; next: “Fast”\n"),
        (WrittenFigure(ValueKey.DATE, "2025-12-31", "2025-12-31"), ", which is 31 December 2025\n"),
        (WrittenFigure(ValueKey.MET, ("plan", "test"), "Plan, Test"), "; not shown so far: “Plan, Test”\n"),
    ],
)
def test_what_comes_next_on_other_scales(aim, words, sheet):
    assert f"up to 30.0 points more at its best{words}" in sheet(replace(SAW, weighty=(replace(PRICE, aim=aim),)))


@pytest.mark.parametrize(
    ("least", "words"),
    [
        (level(Decimal("2.5"), "in two places"), "level 2.5 or better"),
        (WrittenFigure(ValueKey.AMOUNT, 1200, "kg"), "1,200 kg or better"),
        (WrittenFigure(ValueKey.CHOICE, "fast", "Fast"), "“Fast” or better"),
        (WrittenFigure(ValueKey.MET, ("plan",), "Plan"), "met: “Plan” or better"),
    ],
)
def test_from_where_on_evidence_is_required(least, words, sheet):
    text = sheet(replace(SAW, weighty=(replace(PRICE, duty=Duty(least)),)))
    assert f"  - evidence for it is required for {words}\n" in text


def test_nothing_that_hangs_on_evidence(sheet):
    text = sheet(replace(SAW, weighty=(), possible=40.0))
    assert section(text, "Where evidence would matter most").startswith("Nothing is open, and there is evidence")
    assert section(text, "What the dossier shows").startswith("40.0 points, nothing open\n")


def test_every_leaf_below_its_top_criterion(sheet):
    leaves = sheet().partition("### Criterion by criterion\n\n")[2].partition("\n> ")[0]
    assert leaves.splitlines() == [
        "#### Use",
        "",
        "- **Use:**",
        "  - Where is it used?",
        "  - 30.0 of 60.0 points shown, 45.0 possible · level 2 to 3, at least “in two places”"
        " (`candidates/saw.yaml:9`)",
        "  - evidence: 2 for, 1 against; required for level 3 or better",
        "",
        "#### Cost",
        "",
        "- **Price:**",
        "  - 0.0 of 30.0 points shown, 30.0 possible · unknown (`candidates/saw.yaml:9`)",
        "  - no evidence; required for every judgement",
        "- **Speed:**",
        "  - 10.0 of 10.0 points · “Fast” (`candidates/saw.yaml:9`)",
        "  - no evidence",
    ]


def test_a_tree_of_leaves_alone_has_no_headings_for_them(sheet):
    flat = (AnswerGroup("Price", (PRICE,)), AnswerGroup("Speed", (SPEED,)))
    assert "####" in sheet()
    assert "####" not in sheet(replace(SAW, groups=flat))


def test_in_vietnamese(sheet):
    text = sheet(language="vi")
    assert "## Cưa\n" in text
    assert "không có phát hiện nào trong 1 tệp" in text
    assert "Dùng ở đâu?" in text
    assert "40,0 điểm đã có căn cứ, tối đa có thể 85,0" in text


def test_no_rank_no_rival_no_tier(sheet, made):
    """The round's tiers are not even among the facts."""
    assert not any(word in sheet() for word in ("rank", "First", "Second", "tier"))


# --- dossiers and rounds with errors ----------------------------------------------------------------


def refused(count=1):
    where = [
        Where("candidates/saw.yaml", ("a", f"key{at}"), "key", TextSpan(at + 1, 3, at + 1, 6)) for at in range(count)
    ]
    found = tuple(Diagnostic(Code.UNKNOWN_KEY, each, {"key": each.path[-1]}) for each in where)
    return Findings(found, 1, ("candidates/saw.yaml",))


def test_a_dossier_with_errors_has_its_findings_and_one_sentence(sheet):
    text = sheet(None, refused())
    assert text.startswith("> **ILLUSTRATION by the office: ")
    assert "\n## candidates/saw.yaml\n\n### stratsel check\n\n1 file, 1 error\n\n| Finding |" in text
    assert "`key0` is not a key" in text.replace("\\", "")
    assert "candidates/saw.yaml:1:3" in text
    assert text.count("\n### ") == 1
    assert "once its errors are mended." in text


def test_a_round_that_cannot_be_used(made):
    """Whose round it is is not known then."""
    text = render(Feedback(CLEAN, Nowhere()), "en")
    assert text.startswith("## candidates/saw.yaml\n")
    assert "once the errors in the other files of the round are mended." in text


# --- bounds, and texts that would be more than text -------------------------------------------------


def test_a_sheet_fits_a_comment_and_says_where_it_is_cut(sheet):
    many = tuple(replace(USE, title=f"Leaf {at}") for at in range(5_000))
    text = sheet(replace(SAW, groups=(AnswerGroup("All", many),)))
    assert LIMIT - 1_000 < len(text) <= LIMIT < 65_536
    *_, before, cut, _, banner = text.splitlines()
    assert (before, cut.partition(":")[0]) == ("", "Cut here"), "below the list, not in it"
    assert banner.startswith("> **ILLUSTRATION")
    assert "Cut here" not in sheet()


def test_many_findings_leave_room_for_the_rest(sheet):
    text = sheet(findings=refused(3_000))
    assert len(text) <= LIMIT
    assert "### Where evidence would matter most" in text


def test_long_texts_of_a_dossier_cannot_hide_its_findings(sheet):
    long = replace(SAW, title="x" * 100_000, screens=(replace(NAMED, causes=(replace(FACT, given="y" * 100_000),)),))
    text = sheet(long, refused())
    assert len(text) <= LIMIT
    assert "ST202 unknown-key" in text
    assert "Cut here" in text


HOSTILE = [
    "<script>alert(1)</script>", "a <!-- b", "[x](javascript:alert(1)) ![y](https://example.org/z.png)",
    "@someone #123", "a | b |", "*a* `f` ``g``", "# a heading", "> a quotation", "---", "1. an item",
    "one\ntwo\n\n# three", "{gain} {0}", "\x1b[31mred\x1b[0m", "\u202egnp.exe",
]  # fmt: skip


def frame(markdown):
    parser = pytest.importorskip("markdown_it").MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = [each for token in parser.parse(markdown) for each in (token, *(token.children or ()))]
    return [(token.type, token.tag) for token in tokens if token.type not in {"inline", "text"}]


def said(text, made):
    """A sheet on which a text stands wherever one can."""
    figure = level(2, text)
    evil = replace(
        USE, title=text, question=text, aim=figure, duty=Duty(WrittenFigure(ValueKey.CHOICE, "a", text)),
        standing=replace(USE.standing, low=figure, high=figure),
    )  # fmt: skip
    screen = replace(NAMED, title=text, causes=(replace(FACT, question=text, given=text),))
    dossier = replace(
        SAW, title=text, met=(text,), screens=(screen,), groups=(AnswerGroup(text, (evil, evil)),), weighty=(evil,)
    )
    return render(Feedback(CLEAN, Nowhere(), replace(made.ROUND, owner=text), dossier), "en")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_of_a_file_is_text(text, made):
    shown = said(text, made)
    assert frame(shown) == frame(said("harmless", made))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
