"""Dates as a language writes them, from the way they stand in files."""

import re

_PARTS = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?", re.ASCII)
_QUARTER = re.compile(r"([0-9]{4})-Q([1-4])", re.ASCII)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip


def format_date(text: str, language: str) -> str:
    """Write `2025-11-30`, `2025-11`, `2025-Q4` or `2025` for a reader; anything else is returned as it is."""
    quarter = _QUARTER.fullmatch(text)
    if quarter:
        year, number = quarter.groups()
        return f"quý {number}/{year}" if language == "vi" else f"Q{number} {year}"
    parts = _PARTS.fullmatch(text)
    if not parts:
        return text
    year, month, day = parts.groups()
    if language == "vi":
        return f"{day}/{month}/{year}" if day else f"{month}/{year}"
    name = _MONTHS[int(month) - 1]
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"
