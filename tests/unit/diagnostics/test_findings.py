from itertools import permutations

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.span import TextSpan, Where
from stratsel.terms import Severity, Shape


def finding(code=Code.UNKNOWN_CRITERION, file="a.yaml", line=1, column=1, **others):
    return Diagnostic(code, Where(file, span=TextSpan(line, column, line, column + 1)), **others)


def test_nothing_found():
    findings = Findings((), files=3)
    assert (len(findings), findings.files, findings.rejects) == (0, 3, False)
    assert not findings
    assert findings.counts == {Severity.ERROR: 0, Severity.WARNING: 0, Severity.ADVICE: 0}


def test_worst_first_then_file_line_column_code():
    ordered = [
        finding(Code.TAG, "a.yaml", 2, 1),
        finding(Code.ANCHOR_OR_ALIAS, "a.yaml", 10, 1),
        finding(Code.TAG, "a.yaml", 10, 2),
        finding(Code.UNKNOWN_KEY, "a.yaml", 10, 2),
        finding(Code.TAG, "b.yaml", 1, 1),
        finding(Code.UNASSESSED_LEAF, "a.yaml", 1, 1),
        finding(Code.BEYOND_SCALE, "b.yaml", 1, 1),
        finding(Code.TAG, "a.yaml", 1, 1, severity=Severity.ADVICE),
    ]
    assert list(Findings(tuple(reversed(ordered)))) == ordered
    assert list(Findings(tuple(ordered[3:] + ordered[:3]))) == ordered


def test_the_order_in_which_findings_were_made_is_irrelevant():
    made = [finding(facts={"criterion": name}) for name in "xyz"] + [finding(line=2)]
    assert len({Findings(tuple(order)).items[0].facts["criterion"] for order in permutations(made)}) == 1
    assert len({tuple(map(str, Findings(tuple(order)))) for order in permutations(made)}) == 1


def test_nothing_is_said_twice():
    twice = finding(facts={"found": Shape.LIST}), finding(facts={"found": Shape.LIST})
    other = finding(facts={"found": Shape.TEXT})
    assert len(Findings((*twice, other))) == 2


def test_errors_and_warnings():
    error, warning = finding(), finding(Code.UNASSESSED_LEAF)
    findings = Findings((warning, error), files=1)
    assert findings.errors == (error,)
    assert findings.warnings == (warning,)
    assert findings.rejects
    assert findings.counts[Severity.WARNING] == 1
    assert not Findings((warning,)).rejects


def test_a_frozen_round_makes_an_error_of_a_warning():
    assert Findings((finding(Code.UNASSESSED_LEAF, severity=Severity.ERROR),)).rejects


def test_gathering_locates_every_place_once(places_of):
    places = places_of({}, {("b",): TextSpan(7, 1, 7, 2), ("c",): TextSpan(9, 1, 9, 2)}, prefix="a-round/")
    diagnostics = [
        Diagnostic(Code.DUPLICATE_CRITERION, Where("c.yaml", ("c",)), related=(Where("c.yaml", ("b",)),)),
        Diagnostic(Code.TAG, Where("c.yaml", span=TextSpan(8, 1, 8, 2))),
    ]
    findings = Findings.gather(iter(diagnostics), places, 1)
    assert [(each.where.file, each.where.span.line) for each in findings] == [
        ("a-round/c.yaml", 8),
        ("a-round/c.yaml", 9),
    ]
    (related,) = findings.items[1].related
    assert (related.file, related.span.line) == ("a-round/c.yaml", 7)


def test_strict_makes_warnings_errors_and_leaves_advice():
    advice = finding(Code.TAG, severity=Severity.ADVICE)
    findings = Findings((finding(), finding(Code.UNASSESSED_LEAF), advice), 2, ("a.yaml", "b.yaml")).strict()
    assert findings.counts == {Severity.ERROR: 2, Severity.WARNING: 0, Severity.ADVICE: 1}
    assert (findings.files, findings.names) == (2, ("a.yaml", "b.yaml"))
    assert not Findings((advice,)).strict().rejects


def test_the_names_of_the_files_are_kept(places_of):
    findings = Findings.gather([finding()], places_of({}), 1, ["a.yaml"])
    assert findings.names == ("a.yaml",)
    assert findings.joined([finding(line=2)], places_of({})).names == ("a.yaml",)
