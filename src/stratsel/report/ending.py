"""What documents end with: the inputs they were made from, whose assessments those were; and what was not rounded."""

from collections.abc import Iterator

from stratsel.language.catalogue import N_
from stratsel.language.visible import visible
from stratsel.report.document import Block, Entries, Entry, Line, Paragraph
from stratsel.report.sentences import Sentences
from stratsel.results.ranking import Ranking

_DIGEST_SHOWN = len("sha256:") + 12


def inputs_entry(ranking: Ranking, sentences: Sentences, in_full: bool) -> Entry:
    """Return the digest of the inputs, the criteria file and the version of the program."""
    digest = ranking.round.digest if in_full else f"{ranking.round.digest[:_DIGEST_SHOWN]}…"
    told = f"{digest} · {visible(ranking.round.criteria_file)} · stratsel {ranking.version}"
    return Entry(sentences.say(N_("Inputs")), (Line(told),))


def ending(ranking: Ranking, sentences: Sentences, in_full: bool) -> Iterator[Block]:
    """Yield the inputs, and a closing sentence where the round is not official."""
    yield Entries((inputs_entry(ranking, sentences, in_full),))
    closing = sentences.closing(ranking.round)
    if closing:
        yield Paragraph(closing)


def unrounded(ranking: Ranking, sentences: Sentences) -> Iterator[Paragraph]:
    """Say, where the order is by rounded values, that the points above it are not."""
    resolution = ranking.round.resolution
    if resolution is not None:
        told = sentences.say(
            N_("The order is by the whole rounded to {resolution} points; the points here are not rounded."),
            resolution=sentences.exact(resolution),
        )
        yield Paragraph(told, is_quiet=True)
