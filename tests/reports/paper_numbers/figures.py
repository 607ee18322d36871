"""Numbers as text, by a second way than the tool's formatter, and numbers read back from what people read.

A number is written plainly, as `2500`, `-1.2`, `88%` and `2025-11-30`: rounded by decimals, half up. So it is read back
too, from English (`2,500`, `−1.2`, `88 %`, `30 November 2025`) and from Vietnamese (`2.500`, `−1,2`, `30/11/2025`).
"""

import re
from decimal import ROUND_HALF_UP, Decimal

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
DATES = {
    "en": re.compile(rf"(?:(?:(?P<day>\d\d?) )?(?P<month>{'|'.join(MONTHS)})|Q(?P<quarter>\d)) (?P<year>\d{{4}})"),
    "vi": re.compile(r"(?:(?:(?P<day>\d\d)/)?(?P<month>\d\d)|quý (?P<quarter>\d))/(?P<year>\d{4})"),
}
MARKS = {"en": (",", "."), "vi": (".", ",")}
NOTHING = re.compile(r"\b[Bb]ằng 0(?![\d,])")
"""How Vietnamese says that something is worth nothing."""
ISO = r"\d{4}-(?:\d\d(?:-\d\d)?|Q\d)"
FINEST = 6
"""As many decimal places tell two numbers apart no more."""
SHOWN_FROM = Decimal("0.0005")
"""Shares below this stand as nothing in a table of shares."""


# --- written ----------------------------------------------------------------------------------------


def rounded(number, places):
    """A number with so many decimal places; what is rounded to nothing has no sign."""
    found = Decimal(str(number)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return str(found or abs(found))


def tenth(number):
    """Points in a cell: one decimal place."""
    return rounded(number, 1)


def points(number, *beside):
    """Points in a sentence: as many decimal places, from one, as tell them from nothing and from those beside."""
    for places in range(1, FINEST):
        text = rounded(number, places)
        if (Decimal(text) or not number) and text not in {rounded(other, places) for other in beside}:
            return text
    return tenth(number)


def percent(share):
    """A share as a whole percentage."""
    return f"{rounded(100 * Decimal(str(share)), 0)}%"


def slight(share):
    """A share in a table of shares: nothing where it is next to none."""
    return percent(share) if Decimal(str(share)) >= SHOWN_FROM else ""


def exact(number):
    """A number with the decimal places that it has."""
    return f"{Decimal(str(number)).normalize():f}"


def signed(number, text):
    """A difference that is written so, with its sign."""
    return f"{'-' if number < 0 else '+'}{text.removeprefix('-')}"


# --- read -------------------------------------------------------------------------------------------


def read(text, language):
    """The numbers and dates of a text, in their order, as they are written above."""
    text = DATES[language].sub(_iso, NOTHING.sub("", text) if language == "vi" else text)
    thousands, point = map(re.escape, MARKS[language])
    number = rf"[+−]?(?:\d{{1,3}}(?:{thousands}\d{{3}})+|\d+)(?:{point}\d+)?(?:[ \u00a0]?%)?"
    return [_plain(found, language) for found in re.findall(rf"{ISO}|{number}", text)]


def _iso(found):
    day, month, quarter, year = found.group("day", "month", "quarter", "year")
    if quarter:
        return f"{year}-Q{quarter}"
    number = int(month) if month.isdigit() else MONTHS.index(month) + 1
    return f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")


def _plain(found, language):
    if re.fullmatch(ISO, found):
        return found
    thousands, point = MARKS[language]
    plain = found.replace(thousands, "").replace(point, ".")
    return re.sub(r"\s", "", plain.replace("−", "-"))


# --- texts of files ---------------------------------------------------------------------------------

HIDDEN = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def hide(text):
    """A text of a file with signs instead of its digits: they are the file's, and no numbers of a sentence."""
    return " ".join(text.split()).translate(HIDDEN)


def hider(texts):
    """What hides the digits of those texts, wherever they stand by themselves in a sentence."""
    known = {" ".join(text.split()) for text in texts if re.search(r"\d", text) and re.search(r"[^\W\d]", text)}
    longest_first = sorted(known, key=len, reverse=True)
    if not longest_first:
        return str
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return lambda sentence: pattern.sub(lambda found: hide(found[0]), sentence)
