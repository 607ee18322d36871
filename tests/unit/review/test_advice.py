"""Advice as a whole: when it is given, and that it never rejects."""

import subprocess
import sys

import pytest

from stratsel import Rejected, check, rank
from stratsel.api import Check
from stratsel.diagnostics.catalogue import rules, severity_of
from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.span import Where
from stratsel.model.round import Round
from stratsel.reading.places import FilePlaces
from stratsel.terms import Severity

CARS = {"a": [4, 4], "b": [3, 3]}
"""a dominates b."""


@pytest.fixture
def folder(write):
    return write({"p": 60, "q": 40}, CARS)


def changed(*_):
    """Say what a round says of a dossier that is no longer as it was."""
    findings = Findings((Diagnostic(Code.CHANGED_FILE, Where("a.yaml")),), 1)
    raise Rejected(Check(findings, FilePlaces(lambda _: None, str), criteria_checked=True))


def codes(findings):
    return [each.code for each in findings]


def test_it_is_given_on_request_only(folder):
    assert codes(check([folder]).findings) == []
    assert codes(check([folder], advice=True).findings) == [Code.DOMINATED_CANDIDATE]


def test_a_ranking_always_has_it(folder):
    (finding,) = rank(folder, firmness=False).advice
    assert finding.code is Code.DOMINATED_CANDIDATE
    assert finding.where.file == "candidates/a.yaml"  # as in all of a ranking, wherever it was asked for
    assert finding.where.span.line == 3


def test_it_never_rejects(folder):
    findings = check([folder], advice=True).findings
    assert not findings.rejects
    assert not findings.strict().rejects


def test_every_code_of_the_family_is_advice():
    family = {each.code for each in rules() if each.code.startswith("ST8")}
    assert family == {each.code for each in rules() if each.severity is Severity.ADVICE}


def test_it_comes_after_what_is_worse(write):
    """A level without a reason is a warning while the rules are a draft."""
    findings = check([write({"p": 60, "q": 40}, {"a": [4, {"level": 4}], "b": [3, 3]})], advice=True).findings
    assert [(each.code, severity_of(each)) for each in findings] == [
        (Code.MISSING_REASON, Severity.WARNING),
        (Code.DOMINATED_CANDIDATE, Severity.ADVICE),
    ]


def test_a_round_that_is_rejected_gets_none(folder):
    dossier = folder / "candidates" / "b.yaml"
    dossier.write_text(dossier.read_text(encoding="utf-8").replace('"p"', '"pp"'), "utf-8")
    findings = check([folder], advice=True).findings
    assert findings.rejects
    assert Code.DOMINATED_CANDIDATE not in codes(findings)
    with pytest.raises(Rejected):
        rank(folder)


def test_a_dossier_that_changes_meanwhile_is_told(folder, monkeypatch):
    monkeypatch.setattr(Round, "dossier", changed)
    assert codes(check([folder], advice=True).findings) == [Code.CHANGED_FILE]


def test_only_what_concerns_the_files_that_are_asked_about(folder):
    assert codes(check([folder / "candidates" / "a.yaml"], advice=True).findings) == [Code.DOMINATED_CANDIDATE]
    assert codes(check([folder / "candidates" / "b.yaml"], advice=True).findings) == []


@pytest.mark.parametrize("cars", [{"a": [4, 4]}, {"a": [None, None], "b": [None, None]}, {"a": [0, 0], "b": [0, 0]}])
def test_there_may_be_little_to_look_at(write, cars):
    assert codes(check([write({"p": 60, "q": 40}, cars)], advice=True).findings) == []


def test_everybody_may_be_excluded(write):
    screen = {"id": "seen", "title": "S", "require": {"criterion": "p", "at_least": 4}, "on_fail": "exclude"}
    folder = write({"p": 60, "q": 40}, {"a": [3, 3], "b": [2, 2]}, screens=[{**screen, "on_unknown": "flag"}])
    assert codes(check([folder], advice=True).findings) == []


def test_without_it_numpy_is_not_loaded(folder):
    code = f"import sys, stratsel; stratsel.check([{str(folder)!r}]); sys.exit('numpy' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
