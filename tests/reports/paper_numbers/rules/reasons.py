"""Justifications: where a candidate stands, how firmly, by what, and what would move it across a line."""

import re
import runpy
from pathlib import Path
from types import SimpleNamespace

data_of = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "data.py")))
write = data_of.write

MOST_STEPS = 3
"""How many assessments are named where each of them is enough."""
JUST_MISSED = 3
"""How many of those without a place are justified."""


def one(data, told):
    """Whom a line is about: the heading says it, or of the excluded the term."""
    heading = re.match(HEADING, told.heading)
    return data.candidate(heading[1] if heading else told.term)


HEADING = r"^Why “(.+)” is ranked "


# --- where it stands --------------------------------------------------------------------------------


def ranked(data, found, told):
    return [str(data.candidate(found[1])["rank"])]


def standing(data, found, told):
    each = one(data, told)
    shown, possible = (write.points(each["bounds"][name]) for name in ("shown", "possible"))
    tied = each["tied_for"]
    left = [] if tied is None else [next(str(data.left(tier)) for tier in data.tiers if tier["id"] == tied["tier"])]
    return [shown, *([] if "nothing open" in told.text else [possible]), *left]


def kept(data, found, told):
    firmness = one(data, told)["firmness"]
    error = f"{write.tenth(100 * firmness['standard_error'])}%"
    return [write.percent(firmness["tier_share"]), error, *map(str, firmness["rank_interval"]), "90%"]


def whatever(data, found, told):
    firmness = one(data, told)["firmness"]
    return [write.percent(firmness[name]) for name in ("lowest_share", "highest_share")]


def flip(data, found, told):
    flip = one(data, told)["firmness"]["flip"]
    criterion = data.criterion(found[1])
    assert flip["criterion"] == criterion["id"]
    return [write.points(flip["to"], criterion["weight"]), write.points(criterion["weight"])]


def without(data, found, told):
    placed = sum(map(data.has_place, data.candidates))
    return [str(max(len(data.candidates) - placed - JUST_MISSED, 0))]


# --- screens ----------------------------------------------------------------------------------------


def bounds(data, found, told):
    cause = _cause(data, found[1], told)
    low, high, wanted = (cause[name] for name in ("low", "high", "value_at_least"))
    return [write.points(low, wanted), write.points(high, wanted), "100", write.points(wanted)]


def given(data, found, told):
    cause = _cause(data, found[1], told)
    return data_of.figure(cause["low"], cause["high"])


def waived(data, found, told):
    return [_verdict(data, told)["waiver"]["until"]]


def _verdict(data, told):
    """What the screen says that the line above names first."""
    verdicts = one(data, told)["screens"]
    titles = {each["id"]: data_of.english(each["title"]) for each in data.ranking["screens"]}
    return next(each for each in verdicts if told.above.startswith(f"{titles[each['screen']]}: "))


def _cause(data, criterion, told):
    wanted = data.criterion(criterion)["id"]
    (cause,) = (each for each in _verdict(data, told)["causes"] if each.get("criterion") == wanted)
    return cause


# --- what it rests on -------------------------------------------------------------------------------


def brought(data, found, told):
    reasons, leaf = one(data, told)["reasons"], data.criterion(found[1])
    told_of = [reasons["weakest"]] if told.term == "Weakest" else reasons["strengths"]
    (reason,) = (each for each in told_of if each["leaf"] == leaf["id"])
    points = [write.points(one(data, told)["contributions"][leaf["id"]]), write.points(leaf["weight"])]
    return [*points, *data_of.figure(reason["low"], reason["high"])]


def cited(data, found, told):
    leaf = data.criterion(found[2])["id"]
    evidence = one(data, told)["reasons"]["evidence"]
    wanted = found[1], leaf, told.term.lower()
    (item,) = (each for each in evidence if (write.hide(each["quote"]), each["leaf"], each["stance"]) == wanted)
    return [item["date"]]


def unknown(data, found, told):
    """The leaves that are named are those of which the dossier says nothing."""
    named, candidate = [data.criterion(title) for title in found[1].split(" · ")], one(data, told)["id"]
    silent = {leaf["id"] for leaf in data.leaves() if data.record.figures[candidate, leaf["id"]] is None}
    assert {each["id"] for each in named} == silent
    return [write.percent(sum(each["weight"] for each in named) / 100)]


# --- what would move it -----------------------------------------------------------------------------


def leaves_only_if(data, found, told):
    crossing = _crossing(data, told)
    return [str(crossing["passes_needed"]), write.points(_gap(data, crossing))]


def with_one_step(data, found, told):
    crossing = _crossing(data, told)
    return [write.points(_gap(data, crossing), *(step["gain"] for step in crossing["steps"]))]


def not_enough(data, found, told):
    crossing = _crossing(data, told)
    gap, largest = _gap(data, crossing), crossing["largest"]
    assert data.criterion(found[1])["id"] == largest["leaf"]
    gain = largest["possible"] - largest["points"]
    return [write.points(gap, gain), write.points(gain, gap)]


def step(data, found, told):
    crossing = _crossing(data, told)
    leaf = data.criterion(found[1])["id"]
    gap, gains = _gap(data, crossing), [each["gain"] for each in crossing["steps"]]
    (taken,) = (each for each in crossing["steps"] if each["leaf"] == leaf)
    places = len(write.points(gap, *gains).partition(".")[2])
    gain = write.signed(taken["gain"], write.rounded(taken["gain"], places))
    return [gain, *data_of.figure(taken, taken)]


def more_steps(data, found, told):
    return [str(len(_crossing(data, told)["steps"]) - MOST_STEPS)]


def _crossing(data, told):
    """The crossing of a line: which line, and in which direction, the line of text above says."""
    direction = {"To rise": "up", "To fall": "down"}[told.term]
    crossings = [each for each in one(data, told)["reasons"]["crossings"] if each["direction"] == direction]
    (found,) = (each for each in crossings if f"“{data.title(data.tiers, each['tier'])}”" in told.above)
    return found


def _gap(data, crossing):
    """The gap is between two values of the order."""
    return abs(data.ahead(crossing["mover"], crossing["passed"]))


RULES = {
    HEADING: ranked,
    r"^[\d.]+ points( shown|, nothing open)": standing,
    r"^\w+: keeps its tier in .* of the draws \(standard error ": kept,
    r"^whatever the unknown turns out to be": whatever,
    r"^it (?:has no place|lands in “.+”) if (.+) weighs .* instead of ": flip,
    r"^Candidates without a justification here: ": without,
    r"^(.+): .* of 100, at least .* is asked$": bounds,
    r"^(.+): level ": given,
    r"^.+: waived by .* until ": waived,
    r"^[\d.]+ of [\d.]+ · (.+?) · ": brought,
    r"^“(.+)” — .+ · (.+)$": cited,
    r"of the weight: (.+)$": unknown,
    r"^It leaves “.+” only if ": leaves_only_if,
    r" a gap of .* points, with one assessment settled so:$": with_one_step,
    r"^No single assessment is enough .* \((.+)\)\.$": not_enough,
    r"^[+−].+? · (.+?) · .+ or better$": step,
    r"^and .* more$": more_steps,
}
TABLES = {}
