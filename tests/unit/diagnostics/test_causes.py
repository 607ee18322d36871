"""Which findings are one cause."""

import random

from stratsel.diagnostics.causes import by_cause, singly
from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.span import TextSpan, Where
from stratsel.terms import Severity


def at(file, line=1):
    return Where(file, span=TextSpan(line, 1, line, 2))


def unknown_key(file, key="sumary", line=1, **others):
    return Diagnostic(Code.UNKNOWN_KEY, at(file, line), {"key": key}, **others)


def unassessed(file, leaf):
    return Diagnostic(Code.UNASSESSED_LEAF, at(file), {"leaf": leaf})


def shapes(findings):
    """How many findings each cause has, and whether they say the same."""
    return [(len(cause.findings), cause.says_the_same) for cause in by_cause(Findings(tuple(findings)))]


def test_one_mistake_in_many_files_is_one_cause():
    found = [unknown_key(f"{number:03}.yaml") for number in range(196)]
    random.Random(1).shuffle(found)
    (cause,) = by_cause(Findings(tuple(found)))
    assert (len(cause.findings), cause.says_the_same) == (196, True)
    assert (cause.first.where.file, len(cause.others)) == ("000.yaml", 195)


def test_what_differs_in_facts_cure_severity_or_code_is_apart():
    found = [
        unknown_key("a.yaml"),
        unknown_key("b.yaml", key="tilte"),
        unknown_key("c.yaml", near="summary"),
        unknown_key("d.yaml", severity=Severity.ADVICE),
        Diagnostic(Code.EMPTY_FILE, at("e.yaml")),
    ]
    assert shapes(found) == [(1, True)] * 5


def test_facts_that_no_sentence_names_do_not_keep_findings_apart():
    found = [Diagnostic(Code.UNKNOWN_KEY, at(file), {"key": "x", "unsaid": file}) for file in ("a.yaml", "b.yaml")]
    assert shapes(found) == [(2, True)]


def test_many_of_a_kind_in_one_place_are_one_cause():
    """One dossier that leaves out twelve leaves: one cause and not twelve."""
    assert shapes(unassessed("a.yaml", f"leaf-{number}") for number in range(12)) == [(12, False)]


def test_the_grouping_with_fewer_causes_is_taken():
    """Three leaves left out by four dossiers: three causes by leaf, four by dossier; the other way round, three."""
    files, leaves = ("a.yaml", "b.yaml", "c.yaml", "d.yaml"), ("x", "y", "z")
    assert shapes(unassessed(file, leaf) for file in files for leaf in leaves) == [(4, True)] * 3
    assert shapes(unassessed(file, leaf) for file in leaves for leaf in files) == [(4, False)] * 3


def test_each_code_is_grouped_for_itself():
    found = [*(unassessed("a.yaml", leaf) for leaf in "xyz"), *(unknown_key(file) for file in ("a.yaml", "b.yaml"))]
    assert shapes(found) == [(2, True), (3, False)]


def test_causes_stand_where_their_first_finding_stands():
    found = [unknown_key("b.yaml", "one"), unknown_key("a.yaml", "two", 5), unknown_key("c.yaml", "two")]
    found += [unassessed("a.yaml", "x"), unknown_key("a.yaml", "three", 3)]
    causes = by_cause(Findings(tuple(found)))
    assert [cause.first.facts.get("key") for cause in causes] == ["three", "two", "one", None]


def test_nothing_is_lost_and_nothing_is_twice():
    found = Findings(tuple(unassessed(f"{file}.yaml", leaf) for file in "abc" for leaf in "xy"))
    grouped = [id(each) for cause in by_cause(found) for each in cause.findings]
    assert sorted(grouped) == sorted(map(id, found))


def test_singly_leaves_each_to_itself():
    found = Findings(tuple(unknown_key(f"{file}.yaml") for file in "abc"))
    assert [cause.findings for cause in singly(found)] == [(each,) for each in found]
    assert by_cause(Findings()) == singly(Findings()) == []
