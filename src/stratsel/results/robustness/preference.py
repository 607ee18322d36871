"""What holds for all admitted weights, and what for some: who can be best, who is beaten, who is above whom."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from stratsel.analysis.preference import Preferences, preferences
from stratsel.analysis.sampling import Spread
from stratsel.results.robustness.setting import Setting


@dataclass(frozen=True, slots=True)
class CandidatePreference:
    """What holds of a candidate whatever the admitted weights, with judgements as the order counts them.

    `can_be_best` is at least as good as all others for some weights; `is_undominated` says that nobody is at least as
    good for all weights and better for some. It is `always_above` those than whom it is as good for all weights and
    better for some, and `ever_above` those than whom it is better for some. `surely_above` is `always_above` where what
    is open varies too.
    """

    candidate: str
    can_be_best: bool
    is_undominated: bool
    always_above: tuple[str, ...]
    ever_above: tuple[str, ...]
    surely_above: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preference:
    """What holds of each ranked candidate, in their order; exact, by linear programs where no closed form is."""

    rows: tuple[CandidatePreference, ...]


def preference(setting: Setting) -> Preference | None:
    """Return what holds for all weights and for some; None where values are no weighted sums, or very many ranked."""
    as_they_are = _found(setting, replace(setting.spread, is_fixed=True))
    as_open = _found(setting, setting.spread)
    if as_they_are is None or as_open is None:
        return None
    position = {row: at for at, row in enumerate(as_they_are.rows.tolist())}
    ordered = [position[row] for row in setting.evaluation.order.rows.tolist()]
    return Preference(tuple(_candidates(setting, as_they_are, as_open, ordered)))


def _found(setting: Setting, spread: Spread) -> Preferences | None:
    return preferences(setting.problem, setting.evaluation, setting.admissible, spread)


def _candidates(
    setting: Setting, found: Preferences, as_open: Preferences, ordered: list[int]
) -> Iterator[CandidatePreference]:
    ids = {at: setting.names.candidate(int(found.rows[at])) for at in ordered}
    above = found.necessary & ~found.necessary.T
    ever = ~found.necessary.T
    surely = as_open.necessary & ~as_open.necessary.T
    undominated = found.is_undominated
    for at in ordered:
        named = (tuple(ids[other] for other in ordered if held[at, other]) for held in (above, ever, surely))
        yield CandidatePreference(ids[at], bool(found.can_be_best[at]), bool(undominated[at]), *named)
