import pytest

from stratsel.language.dates import format_date

MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "english", "vietnamese"),
    [
        ("2025-11-30", "30 November 2025", "30/11/2025"),
        ("2025-02-05", "5 February 2025", "05/02/2025"),
        ("2024-02-29", "29 February 2024", "29/02/2024"),
        ("2025-11", "November 2025", "11/2025"),
        ("2025-Q1", "Q1 2025", "quý 1/2025"),
        ("2025-Q4", "Q4 2025", "quý 4/2025"),
        ("2025", "2025", "2025"),
    ],
)
def test_a_date_in_both_languages(text, english, vietnamese):
    assert format_date(text, "en") == english
    assert format_date(text, "vi") == vietnamese
    assert format_date(text, "fr") == english


@pytest.mark.parametrize(("number", "month"), list(enumerate(MONTHS, start=1)))
def test_every_month_has_its_name(number, month):
    assert format_date(f"2025-{number:02}-10", "en") == f"10 {month} 2025"
    assert format_date(f"2025-{number:02}", "en") == f"{month} 2025"


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "unknown",
        "2025-Q5",
        "2025-Q0",
        "2025-q4",
        "2025-1",
        "25-11-30",
        "2025/11/30",
        "30/11/2025",
        "2025-11-30T08:00",
        "2025-11-30\n",
        " 2025-11-30",
        "٢٠٢٥-١١-٣٠",  # digits, but not those of the files
        "in 2025-11",
    ],
)
def test_what_is_no_date_stays_as_it_is(text, language):
    assert format_date(text, language) == text


@pytest.mark.parametrize("text", ["2025-13", "2025-00", "2025-13-40", "2025-01-32"])
def test_a_date_that_no_calendar_has_stays_as_it_is(text: str) -> None:
    """A month or a day that no calendar has is not given a name."""
    assert format_date(text, "en") == text
    assert format_date(text, "vi") == text
