"""The paper of the small result of `made.py` with the study and the methods beside it: opinions, sources and scales.

b is the one of whom opinions are divided; nobody said anything for or against a and c. What is varied is what
`FIRMNESS` says; a keeps its tier in three draws of four, the two that are tied are what they are: tied.
"""

import runpy
from dataclasses import replace
from pathlib import Path

from stratsel.results.firmness import CandidateFirmness, FirmnessFacts
from stratsel.results.paper import OpinionFacts, Paper, ScaleFacts, SourceFacts
from stratsel.results.place import FilePlace
from stratsel.results.robustness.part import RobustnessPart
from stratsel.results.robustness.study import Robustness
from stratsel.terms import Admissible, Verdict, WeightSpace

HERE = Path(__file__).parent
MADE, STUDY, METHODS = (
    runpy.run_path(str(HERE / f"{name}.py")) for name in ("made", "made_robustness", "made_methods")
)
PARTS = (RobustnessPart.ACCEPTABILITY, RobustnessPart.STABILITY, RobustnessPart.TORNADO)
SCALES = {
    "use": ScaleFacts("rubric", {"en": "Who uses it?", "vi": "Ai sử dụng?"}, None),
    "price": ScaleFacts("quantity", None, {"en": "The cheaper the better.", "vi": "Càng rẻ càng tốt."}),
    "speed": ScaleFacts("choice", None, None),
}
PLAIN = frozenset({"Which tool comes first?"})
OFFICE = {"en": "the office", "vi": "văn phòng"}
OPINIONS = (
    OpinionFacts("office", OFFICE, "b", "for", {"en": "It saves time."}, ("saves an hour a day",),
                 FilePlace("panel/office.yaml", 5)),
    OpinionFacts("board", "The board", "a", "none", None, (), FilePlace("panel/board.yaml", 4)),
    OpinionFacts("board", "The board", "b", "against", None, (), FilePlace("panel/board.yaml", 7)),
)  # fmt: skip
SOURCES = (
    SourceFacts("paper", {"en": "A visit", "vi": "Một chuyến thăm"}, "The Paper", "2025-11", "press",
                "https://example.org/visit", ("a", "b")),
    SourceFacts("a:leaflet", "Leaflet", "Hammers & Co", None, "company", None, ("a",)),
)  # fmt: skip


def _firm(share, verdict, ranks):
    return CandidateFirmness(share, 0.01, 0.0, 1.0, False, ranks, verdict, None)


FIRMNESS = FirmnessFacts(2500, 500, 7, Admissible.AROUND, 30, WeightSpace.LOCAL, assumes_uniform=True)
FIRM = {
    "a": _firm(0.75, Verdict.CLOSE, (1, 2)),
    "b": _firm(0.5, Verdict.TIED, (1, 3)),
    "c": _firm(0.25, Verdict.TIED, (2, 3)),
    "d": _firm(0.9996, Verdict.FIRM, (4, 4)),
}


def studied(ranking):
    """A ranking with how firm its places are, of those that are known here."""
    rows = tuple(replace(each, firmness=FIRM.get(each.id, FIRM["a"])) for each in ranking.candidates)
    return replace(ranking, candidates=rows, firmness=FIRMNESS)


def paper():
    """The paper of the small result."""
    ranking = studied(MADE["small"]())
    study = STUDY["beside"](ranking)
    parts = {part: study.parts[part] for part in PARTS}
    methods = METHODS["beside"](ranking)
    evidence = {each.id: each.reasons.evidence for each in ranking.candidates if each.reasons is not None}
    return Paper(ranking, replace(study, parts=parts), methods, None, SCALES, evidence, OPINIONS, SOURCES, PLAIN)


def bare(ranking):
    """The paper of a ranking with nothing beside it: no study, no methods, no opinions, no sources."""
    return Paper(ranking, Robustness(ranking, 100, 1, {}), None, None, SCALES, {}, (), ())
