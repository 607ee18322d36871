"""Advice on candidates: what their best values rest on, and who is nowhere better than another."""

from collections.abc import Iterator

from stratsel.analysis.dominance import NOBODY, dominators
from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import Where
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import TOP, Problem
from stratsel.engine.rank import SAME
from stratsel.engine.selection import Shortlist
from stratsel.model.base import Text
from stratsel.model.candidate import Assessment, Candidate
from stratsel.model.round import Round
from stratsel.terms import Grade

MOST_COMPARED = 1_000
"""Of more candidates only the first so many of the order are compared with each other."""

NAMED = 3
"""So many of those dominated are named in a sentence."""

LOCATED = 5
"""So many of them are pointed at."""


def dominance_advice(
    round_: Round, problem: Problem, evaluation: Evaluation, shortlist: Shortlist
) -> Iterator[Diagnostic]:
    """Yield each candidate with a place that dominates others, by what the order is by; each of these is told once.

    Whoever has a leaf left out is not compared: with other weights the rest counts for more.
    """
    counted = set(problem.hierarchy.counted(TOP))
    leaves = [leaf in counted for leaf in problem.hierarchy.leaf_nodes]
    rows, basis = evaluation.order.rows, evaluation.basis
    if basis.is_absent is not None:
        rows = rows[~basis.is_absent[rows][:, leaves].any(axis=1)]
    rows = rows[:MOST_COMPARED]
    found = dominators(basis.partial_values[rows][:, leaves], evaluation.order.ranks[rows]).tolist()
    names = [problem.alternatives[row] for row in rows.tolist()]
    for by in sorted(set(found) - {NOBODY}):
        if not _has_place(shortlist, int(rows[by])):
            continue
        others = [names[at] for at, dominator in enumerate(found) if dominator == by]
        named = ", ".join([*(f"`{other}`" for other in others[:NAMED]), *(["…"] if len(others) > NAMED else [])])
        facts: dict[str, Fact] = {"candidate": names[by], "others": named, "count": len(others)}
        where, *related = (Where(round_.files[name], ("id",)) for name in (names[by], *others[:LOCATED]))
        yield Diagnostic(Code.DOMINATED_CANDIDATE, where, facts, related=tuple(related))


def evidence_advice(
    round_: Round, problem: Problem, evaluation: Evaluation, shortlist: Shortlist
) -> Iterator[Diagnostic]:
    """Yield the best values of those who have a place, or are tied for one, that rest on one voice.

    Raises:
        Rejected: a dossier changed since the round was read.
    """
    tops = [float(max(function.values)) - SAME for function in problem.value_functions]
    leaves = list(round_.criteria.leaves())
    for row in sorted(row for row in shortlist.landings if _has_place(shortlist, row)):
        shown = evaluation.partial_values[row].tolist()
        best = [leaf.id for leaf, value, top in zip(leaves, shown, tops, strict=True) if value >= top]
        if best:
            candidate = problem.alternatives[row]
            dossier = round_.dossier(candidate)
            for leaf in best:
                code = _resting(round_, dossier, leaf)
                if code is not None:
                    where = Where(round_.files[candidate], ("assessments", leaf), "key")
                    yield Diagnostic(code, where, {"candidate": candidate, "criterion": leaf})


def _has_place(shortlist: Shortlist, row: int) -> bool:
    """Whether an alternative has a place in a tier, or is tied for one."""
    landing = shortlist.landings[row]
    return landing.tier is not None or bool(landing.ties)


def _resting(round_: Round, dossier: Candidate, leaf: str) -> Code | None:
    """Return what is to say of the sources of an assessment; what cites none has its own finding where it needs one."""
    assessment = dossier.assessments.get(leaf)
    cited = {item.source for item in assessment.for_} if isinstance(assessment, Assessment) else set()
    sources = [round_.source(dossier, source) for source in cited]
    own = _names(round_, dossier.proposer)
    if not sources:
        return None
    if all(Grade(source.grade) is Grade.COMPANY or own & _names(round_, source.publisher) for source in sources):
        return Code.OWN_WORD
    return Code.SINGLE_SOURCE if len(sources) == 1 else None


def _names(round_: Round, who: Text) -> set[str]:
    """Return the names that a body goes by, as they are compared."""
    agency = round_.criteria.agencies.get(who) if isinstance(who, str) else None
    texts = [who] if agency is None else [who, agency.name, *agency.aliases]
    names = (name for text in texts for name in ([text] if isinstance(text, str) else text.values()))
    return {" ".join(name.split()).casefold() for name in names}
