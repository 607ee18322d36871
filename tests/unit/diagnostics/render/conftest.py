"""Findings as hostile as a file can make them."""

import pytest

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.span import TextSpan, Where
from stratsel.terms import Severity

HOSTILE = [
    "{0.__class__}", "%s", "%0A::error::x", "\n::error file=a::x", "::stop-commands::x", "##[error]", "]]>", "<b>&amp;",
    '"}', "\x1b[31mred\x1b[0m", "a\nb\r\nc", "x" * 10_000, "\u202egnp.exe", "\ud800",
    "\x00\x08\x0b\ufffe\uffff\x85\u2028", "[a](http://evil.example)", "a|b`c", "@octocat #12 www.evil.example",
    "a,b:c d", "{0}", "../../etc/passwd", "C:\\x", "𝕏 ế e\u0302\u0301",
]  # fmt: skip


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def hostile(request):
    """A text that someone may put into a file or give it as a name."""
    return request.param


@pytest.fixture
def hostile_findings(hostile):
    """One finding of each severity, with the hostile text in every place that a file has a say in."""
    where = Where(f"candidates/{hostile}.yaml", ("assessments", hostile), "key", TextSpan(2, 3, 2, 9))
    facts = {"criterion": hostile, "criteria": hostile}
    return Findings(
        tuple(
            Diagnostic(Code.UNKNOWN_CRITERION, where, facts, hostile, (where,), severity=severity)
            for severity in Severity
        ),
        1,
        (where.file, "candidates/clean.yaml"),
    )


@pytest.fixture
def finding():
    """Make a finding of any code."""

    def make(code=Code.UNKNOWN_KEY, file="a.yaml", span=(1, 1, 1, 2), path=("x",), severity=None, **facts):
        return Diagnostic(code, Where(file, path, "key", TextSpan(*span)), facts or {"key": "x"}, severity=severity)

    return make
