import pytest

from stratsel.diagnostics.span import Where
from stratsel.intake.checks.chronology import history_findings, out_of_order
from stratsel.model.base import parse_partial_date
from stratsel.model.candidate import Candidate
from stratsel.terms import Severity


@pytest.fixture
def findings(dossier):
    def of(*dates):
        history = [{"date": date, "status": "seen"} for date in dates]
        return list(history_findings("f", Candidate.model_validate(dossier((("history",), history)))))

    return of


@pytest.mark.parametrize(
    "dates",
    [
        [],
        ["2025-01-01"],
        ["2025-01-01", "2025-01-01"],
        ["2025-01-31", "2025-02-01"],
        ["2025-06-15", "2025"],
        ["2025-06-15", "2025-Q2"],
        ["2025-06-15", "2025-06"],
        ["2025", "2025-01-01"],
        ["2025-06", "2025-06-01"],
    ],
)
def test_histories_in_order(findings, dates):
    """A month or a year may lie after any of its own days."""
    assert findings(*dates) == []


@pytest.mark.parametrize(
    ("dates", "at"),
    [
        (["2025-01-02", "2025-01-01"], [1]),
        (["2025", "2024"], [1]),
        (["2025-07-01", "2025-Q2"], [1]),
        (["2025-07", "2025-06-30"], [1]),
        (["2025-03", "2025-02", "2025-01"], [1, 2]),
        (["2025-03", "2025-02", "2025-05"], [1]),
    ],
)
def test_what_certainly_happened_before_the_entry_above(findings, dates, at):
    found = findings(*dates)
    assert [(each.code.value, each.where) for each in found] == [
        ("ST224", Where("f", ("history", number, "date"))) for number in at
    ]
    for finding, number in zip(found, at, strict=True):
        assert finding.facts == {"date": dates[number], "above": dates[number - 1]}
        assert finding.related == (Where("f", ("history", number - 1, "date")),)
        assert finding.severity is None


def test_the_caller_says_how_much_it_weighs():
    dates = [parse_partial_date(text) for text in ("2025-01-02", "2025-01-01")]
    (finding,) = out_of_order("f", "decisions", dates, Severity.ERROR)
    assert (finding.where.path, finding.severity) == (("decisions", 1, "date"), Severity.ERROR)
