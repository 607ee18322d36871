"""How often each code was found."""

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.statistics import statistics
from stratsel.terms import Severity


def test_worst_first_then_most_frequent_then_by_number(finding):
    found = [finding(Code.UNASSESSED_LEAF, span=(n, 1, n, 2)) for n in range(1, 13)]
    found += [finding(Code.TAG), finding(Code.ANCHOR_OR_ALIAS)]
    found += [finding(Code.UNKNOWN_KEY, span=(n, 1, n, 2)) for n in (1, 2)]
    found += [finding(Code.UNASSESSED_LEAF, severity=Severity.ERROR)]
    lines = [line.split()[:2] for line in statistics(Findings(tuple(found)), "en").splitlines()]
    assert lines == [
        ["2", "error[ST202]"],
        ["1", "error[ST111]"],
        ["1", "error[ST113]"],
        ["1", "error[ST407]"],
        ["12", "warning[ST407]"],
    ]


def test_a_line_has_count_name_and_message(finding):
    found = Findings((finding(),))
    assert statistics(found, "en") == "     1  error[ST202] unknown-key: `{key}` is not a key of this place\n"
    assert statistics(found, "vi").startswith("     1  lỗi[ST202] unknown-key: `{key}` không")


def test_nothing_found_is_nothing_said():
    assert statistics(Findings((), 4), "en") == ""
