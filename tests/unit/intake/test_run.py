"""One run: what is read is remembered by its digest, and what only follows is not said."""

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import Where
from stratsel.intake.discover import select_round
from stratsel.intake.run import Run
from stratsel.model.source import FORMAT, Sources

FILE = "sources.yaml"


def run_over(small_round):
    return Run(select_round([small_round.folder]))


def codes(run):
    return [finding.code for finding in run.record.found]


def test_a_sound_file(small_round):
    run = run_over(small_round)
    read = run.read(FILE, Sources, FORMAT)
    assert list(read.model.sources) == ["gazette"]
    assert list(run.digests) == [FILE] and len(run.digests[FILE]) == 64
    assert codes(run) == []


def test_a_file_of_another_kind_is_not_read_on(small_round):
    small_round.edit(FILE, "sources/1", "candidate/1")
    run = run_over(small_round)
    assert run.read(FILE, Sources, FORMAT).model is None
    assert codes(run) == [Code.WRONG_KIND]


def test_what_follows_from_a_finding_is_no_news(small_round):
    """The source's defective date is said; a check that asks about the same date adds nothing, another place does."""
    small_round.edit(FILE, "date: 2025", "date: soon")
    run = run_over(small_round)
    read = run.read(FILE, Sources, FORMAT)
    assert codes(run) == [Code.WRONG_TYPE]
    for key in ("date", "title"):
        path = ("sources", "gazette", key)
        run.check(FILE, read, [Diagnostic(Code.EMPTY_TEXT, Where(FILE, path))])
    assert [finding.where.path[-1] for finding in run.record.found] == ["date", "title"]
