"""The line that closes a check."""

import pytest

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.summary import SEVERITIES, summary
from stratsel.diagnostics.span import TextSpan, Where
from stratsel.terms import Severity


def findings(files: int, *severities: Severity) -> Findings:
    """Findings of these severities, each on a line of its own."""
    spans = (TextSpan(line, 1, line, 2) for line in range(1, 9))
    items = (
        Diagnostic(Code.EMPTY_FILE, Where("a.yaml", span=span), severity=severity)
        for severity, span in zip(severities, spans, strict=False)
    )
    return Findings(tuple(items), files)


ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE


@pytest.mark.parametrize(
    ("found", "english", "vietnamese"),
    [
        (findings(1), "no findings in 1 file", "không có phát hiện nào trong 1 tệp"),
        (findings(12), "no findings in 12 files", "không có phát hiện nào trong 12 tệp"),
        (findings(1, ERROR), "1 file, 1 error", "1 tệp, 1 lỗi"),
        (findings(3, WARNING, ERROR, ERROR), "3 files, 2 errors, 1 warning", "3 tệp, 2 lỗi, 1 cảnh báo"),
        (findings(2, ADVICE, ADVICE), "2 files, 2 pieces of advice", "2 tệp, 2 khuyến nghị"),
        (findings(2, ADVICE), "2 files, 1 piece of advice", "2 tệp, 1 khuyến nghị"),
    ],
)
def test_counts_are_said_worst_first_and_none_is_left_out(found: Findings, english: str, vietnamese: str) -> None:
    """Singular and plural are right, and severities without a finding are not named."""
    assert summary(found, "en") == english
    assert summary(found, "vi") == vietnamese


def test_each_severity_has_a_word_in_each_language() -> None:
    """No finding is without a heading."""
    assert all(set(words) == set(Severity) for words in SEVERITIES.values())


def test_slips_of_form_that_can_be_fixed_are_counted() -> None:
    """A comma in a text can be quoted; a level off the scale is for a person to mend."""
    slip = Diagnostic(Code.COMMA_IN_TEXT, Where("a.yaml", ("title",), "key", TextSpan(1, 1, 1, 2)))
    other = Diagnostic(Code.LEVEL_OFF_SCALE, Where("a.yaml", ("b",), span=TextSpan(2, 1, 2, 2)))
    assert summary(Findings((slip, other), 1), "en") == "1 file, 2 errors, 1 can be fixed with --fix"
    assert summary(Findings((other,), 1), "vi") == "1 tệp, 1 lỗi"
