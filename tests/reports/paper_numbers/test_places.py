"""No fact about a candidate without its file and line, and that line of that file speaks of it."""

import pytest

OF_THE_DOSSIER = {"Carried by", "Weakest", "For", "Against"}
"""Under these terms each line is a fact of the dossier; under a screen's words stand the facts that decide it."""


def facts(subject):
    """Each line of the justifications that tells a fact of a dossier, with the candidate that it is about."""
    for told in subject.texts("reasons", "en"):
        is_of_a_screen = told.term == "Screens" or told.heading == "Excluded"
        if told.is_under if is_of_a_screen else told.term in OF_THE_DOSSIER and not told.is_under:
            yield told, subject.about(told)


def known(candidate, data):
    """What the data know of a candidate: where it stands, what stands there, and what is said of it."""
    reasons = candidate.get("reasons") or {"strengths": [], "weakest": None, "evidence": []}
    for reason in filter(None, (*reasons["strengths"], reasons["weakest"])):
        yield place(reason), f"{reason['leaf']}:", data.title(data.criteria, reason["leaf"])
    for item in reasons["evidence"]:
        yield place(item), item["quote"], data.hide(item["quote"])
    leaves = {each["id"] for each in data.leaves()}
    for cause in (cause for verdict in candidate["screens"] for cause in verdict["causes"]):
        if "field" in cause:
            yield place(cause), f"{cause['field']}:", "?"
        else:
            key = cause["criterion"] if cause["criterion"] in leaves else "assessments"
            yield place(cause), f"{key}:", data.title(data.criteria, cause["criterion"])


def place(fact):
    return f"{fact['file']}:{fact['line']}"


def borne_out(told, candidate, data):
    """What the data say stands at the place of a line."""
    text = data.hide(told.text)
    return [key for where, key, said in known(candidate, data) if where == told.place and said in text]


def test_every_fact_has_its_place(subject):
    found = list(facts(subject))
    assert found
    for told, candidate in found:
        assert told.place.startswith(f"{candidate['file']}:"), told
        assert borne_out(told, candidate, subject.data), told


@pytest.mark.slow
def test_the_line_of_the_file_speaks_of_it(shipped):
    for told, candidate in facts(shipped):
        line = shipped.line(told.place)
        assert any(key in line for key in borne_out(told, candidate, shipped.data)), (told, line)


@pytest.mark.slow
def test_the_line_of_an_opinion_names_the_candidate(shipped):
    opinions = [told for told in shipped.texts("opinions", "en") if told.place]
    assert opinions
    for told in opinions:
        assert shipped.line(told.place).startswith(f"  {shipped.about(told)['id']}:"), told


def named(candidate):
    """What is unknown of a candidate and what would carry it, or a rival, over a line: each with its place."""
    reasons = candidate.get("reasons") or {"unknown": [], "crossings": []}
    yield from reasons["unknown"]
    for crossing in reasons["crossings"]:
        yield from filter(None, (*crossing["steps"], crossing["largest"]))


@pytest.mark.slow
def test_what_is_unknown_and_what_would_matter_stand_where_the_dossier_assesses_them(shipped):
    found = [each for candidate in shipped.data.candidates for each in named(candidate)]
    assert found
    for each in found:
        line = shipped.line(place(each)).strip()
        assert line.startswith((f"{each['leaf']}:", "assessments:")), each
