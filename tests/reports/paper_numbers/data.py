"""The results of a paper as other programs read them, with lookups by what the sentences call things.

Titles are those of the reader's English, with their digits hidden as in the sentences.
"""

import json
import runpy
from pathlib import Path
from types import SimpleNamespace

from stratsel.report.formats import FORMATS
from stratsel.report.methods_data import methods_data
from stratsel.report.options import RenderOptions
from stratsel.report.robustness.data import robustness_data

write = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("figures.py"))))

MOST_NAMED = 6
"""How many candidates a sentence names."""
SPOKEN = {"advice", "banner"}
"""Facts whose texts are sentences of the tool, and none of a file."""


def english(text):
    """A text, plain or by language, as an English reader has it, its digits hidden."""
    return write.hide(text if isinstance(text, str) else text.get("en") or next(iter(text.values())))


def texts(data):
    """The texts of files in plain data, by language: objects whose keys are languages, quotations, what fields say."""
    if isinstance(data, list):
        for each in data:
            yield from texts(each)
    elif isinstance(data, dict) and data and data.keys() <= {"en", "vi", "und"}:
        yield data
    elif isinstance(data, dict):
        for key, each in data.items():
            if key in {"quote", "given"} and isinstance(each, str):
                yield {"und": each}
            elif key not in SPOKEN:
                yield from texts(each)


class Data:
    """The ranking, the study and the methods of a paper; `record` says what else stands in the files of its round."""

    def __init__(self, paper, record):
        self.record = record
        self.ranking = json.loads(FORMATS["json"](paper.ranking, RenderOptions("en")))
        self.parts = json.loads(json.dumps(robustness_data(paper.robustness)))["parts"]
        self.methods = json.loads(json.dumps(methods_data(paper.methods)))
        self.candidates = self.ranking["ranking"]
        self.everyone = [*self.candidates, *self.ranking["unranked"], *self.ranking["excluded"]]
        self.criteria, self.tiers = self.ranking["criteria"], self.ranking["tiers"]
        self.texts = [*texts(self._without_words()), *record.texts]
        self.hide = write.hider(self._names())
        self.acceptability = self.parts["acceptability"]
        self.stability = self.parts["stability"]["rows"]
        self.tornado = self.parts["tornado"]

    def _without_words(self):
        """The ranking without what the tool itself says of the excluded."""
        return self.ranking | {"excluded": [each | {"why": None} for each in self.ranking["excluded"]]}

    def _names(self):
        yield from (text for each in self.texts for text in each.values())
        yield from (each["id"] for each in self.ranking["scenarios"])
        yield from (self.ranking["round"][name] for name in ("digest", "criteria_file"))
        yield f"stratsel {self.ranking['tool']['version']}"

    # --- by what they are called ------------------------------------------------------------------

    def candidate(self, title):
        return _titled(self.everyone, title)

    def criterion(self, title):
        return _titled(self.criteria, title)

    def tier(self, title):
        return _titled(self.tiers, title)

    def screen(self, title):
        return _titled(self.ranking["screens"], title)

    def by_id(self, candidate):
        return next(each for each in self.everyone if each["id"] == candidate)

    def title(self, things, wanted):
        return next(english(each["title"]) for each in things if each["id"] == wanted)

    # --- made anew --------------------------------------------------------------------------------

    def top(self):
        """The topmost criteria that weigh anything."""
        return [each for each in self.criteria if each["parent"] is None and each["weight"]]

    def leaves(self):
        return [each for each in self.criteria if each["leaf"]]

    def has_place(self, each):
        return each["tier"] is not None or each["tied_for"] is not None

    def ahead(self, one, other):
        """By how many points a candidate stands before another in the order."""
        return self.by_id(one)["value"] - self.by_id(other)["value"]

    def left(self, tier):
        """The places of a tier that nobody holds: tiers are cumulative."""
        upto = [each["id"] for each in self.tiers]
        upto = upto[: upto.index(tier["id"]) + 1]
        return tier["places"] - sum(each["tier"] in upto for each in self.candidates)

    def unnamed(self, named):
        """The number of those whom a sentence counts, as it names no more."""
        return [str(len(named) - MOST_NAMED)] if len(named) > MOST_NAMED else []

    def at_ranks(self, most):
        """The first ranks that anybody has in some draws, and each candidate's share of the draws at them."""
        rows = self.acceptability["rows"]
        last = max(int(rank) for row in rows for rank, share in row["ranks"].items() if write.slight(share))
        ranks = [str(rank) for rank in range(1, min(last, most) + 1)]
        yield "", *ranks
        for row in rows:
            yield "", *(write.slight(row["ranks"].get(rank, 0)) for rank in ranks)

    def draws(self):
        """What the draws are said to be."""
        facts = self.ranking["settings"]["firmness"]
        return [str(facts["samples"]), f"{write.exact(facts['weights']['percent'])}%", str(facts["seed"])]


def _titled(things, title):
    (found,) = (each for each in things if english(each["title"]) == title)
    return found


def figure(low, high):
    """The numbers of an assessment by its ends, each with its key and meaning; none of what is unknown or has words."""
    if low is None or high is None or low["key"] in {"met", "choice"}:
        return []
    ends = [end["figure"] if end["key"] == "date" else write.exact(end["figure"]) for end in (low, high)]
    if ends[0] == ends[1]:
        ends = ends[:1]
    is_percentage = low["key"] == "amount" and english(low["meaning"]).startswith("%")
    return [*ends[:-1], f"{ends[-1]}%"] if is_percentage else ends
