"""What `stratsel report` is asked for, and the files that come of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from stratsel import api
from stratsel.cli.output import remark
from stratsel.errors import UsageError
from stratsel.files.read import obstacle_of
from stratsel.files.write import write_atomically
from stratsel.language.catalogue import LANGUAGES, N_, say
from stratsel.report.formats.papers import check_packages, format_of, write_paper
from stratsel.report.options import PaperOptions
from stratsel.report.paper.compose import compose_paper
from stratsel.report.paper.section import Section
from stratsel.terms import Standing

MOST_THREADS = 4


@dataclass(frozen=True, slots=True)
class Wish:
    """Which files in which formats and languages, and what to write into each."""

    forms: Mapping[Path, str]
    languages: tuple[str, ...]
    options: PaperOptions

    @classmethod
    def of(
        cls,
        outputs: Sequence[Path],
        form: str | None,
        language: str,
        languages: str | None,
        sections: str | None,
        candidates: str | None,
        template: Path | None,
        *,
        embed: bool,
    ) -> Wish:
        """Return what is asked for.

        Raises:
            UsageError: a language, a section or a format is not known, the template cannot be read, or an option is
                given that nothing asked for can follow.
        """
        forms = {file: form or format_of(file) for file in outputs}
        for each in forms.values():
            check_packages(each)
        if template is not None:
            _refuse_unless_asked("--template", "docx", forms)
        if embed:
            _refuse_unless_asked("--embed", "markdown", forms)
        wanted = _listed(languages) or (language,)
        chosen = _listed(sections) or tuple(section.value for section in Section)
        for word in wanted:
            _refuse_unknown(word, LANGUAGES)
        for word in chosen:
            _refuse_unknown(word, tuple(section.value for section in Section))
        letterhead = None if template is None else _content(template)
        return cls(forms, wanted, PaperOptions(tuple(map(Section, chosen)), _listed(candidates), letterhead, embed))


def write_papers(
    wish: Wish, candidates: Path, criteria: Path | None, scenarios: Sequence[Path], *, partial: bool
) -> None:
    """Write all files that are asked for, from one analysis, and name each on standard error.

    All are made before the first is written; figures stand beside a file before it speaks of them.

    Raises:
        Rejected: a file of the round has an error.
        UsageError: nothing is there to rank, a candidate is not known, or a file cannot be written.
    """
    threads = min(os.cpu_count() or 1, MOST_THREADS)
    paper = api.paper(candidates, criteria=criteria, partial=partial, threads=threads, scenarios=scenarios)
    sections, chosen = wish.options.sections, wish.options.candidates
    for candidate in chosen:
        _refuse_unknown(candidate, tuple(paper.ranking.by_id))
    if wish.options.template is not None and paper.ranking.round.standing is not Standing.OFFICIAL:
        remark(say(wish.languages[0], N_("the letterhead is withheld, since the round is not official")))
    documents = [compose_paper(paper, language, sections, chosen) for language in wish.languages]
    made = {file: write_paper(form, paper, documents, wish.options, file.stem) for file, form in wish.forms.items()}
    for file, contents in made.items():
        for name, content in sorted(contents.items(), reverse=True):
            target = file.parent / name if name else file
            _make_folder(target.parent)
            write_atomically(target, content)
        remark(say(wish.languages[0], N_("written: {file}"), file=file.as_posix()))


def _listed(words: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in (words or "").split(",") if word.strip()))


def _refuse_unknown(word: str, known: Sequence[str]) -> None:
    if word not in known:
        raise UsageError(N_("{word} is not known here; there are: {known}"), word=word, known=", ".join(known))


def _refuse_unless_asked(option: str, form: str, forms: Mapping[Path, str]) -> None:
    if form not in forms.values():
        raise UsageError(N_("{option} is for {format}, which is not asked for"), option=option, format=form)


def _content(file: Path) -> bytes:
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise UsageError(N_("{path} is no file"), path=str(file))
        return file.read_bytes()
    except OSError as error:
        raise UsageError(N_("cannot read {file}: {obstacle}"), file=str(file), obstacle=obstacle_of(error)) from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            N_("cannot write {file}: {obstacle}"), file=str(folder), obstacle=obstacle_of(error)
        ) from error
