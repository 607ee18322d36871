from decimal import Decimal

import pytest

DOSSIER = {
    "stratsel": "candidate/1",
    "id": "alpha",
    "title": "Alpha",
    "proposer": "council",
    "fields": {"cook": "Ann"},
    "sources": {"visit": {"title": "V", "publisher": "P", "date": "2025", "grade": "press"}},
    "assessments": {
        "growth": {"level": 3, "why": "x", "for": [{"source": "visit", "quote": "q"}]},
        "price": {"amount": [Decimal("1.5"), 2]},
        "export": "unknown",
    },
}
CRITERIA = {
    "stratsel": "criteria/1",
    "id": "round",
    "title": "T",
    "standing": "draft",
    "decision": {"question": "Q", "owner": "O", "reference_date": "2025-12-12"},
    "weighting": {"method": "direct", "by": "B", "why": "W"},
    "lists": {"parts": {"title": "T", "valid": ["2025-01-01", "2025-12-31"], "entries": {"north": "N", "south": "S"}}},
    "fields": {
        "cook": {"type": "text", "question": "Q"},
        "form": {"type": "option", "options": ["kitchen", "caterer"], "question": "Q"},
        "part": {"type": "entry", "list": "parts", "question": "Q"},
        "served": {"type": "number", "question": "Q"},
        "opened": {"type": "date", "question": "Q"},
    },
    "scales": {"effect": {"kind": "rubric", "levels": {"0": "none", "1": "some", "2": "much", "3": "most"}}},
    "criteria": [
        {
            "id": "use",
            "title": "U",
            "weight": 1,
            "criteria": [
                {"id": "growth", "title": "G", "weight": 1, "scale": "effect"},
                {
                    "id": "price",
                    "title": "P",
                    "weight": 1,
                    "scale": {"kind": "quantity", "unit": "EUR", "worst": 10, "best": 0},
                },
            ],
        },
        {
            "id": "export",
            "title": "E",
            "weight": 1,
            "scale": {
                "kind": "choice",
                "options": {
                    "none": {"value": 0, "title": "N"},
                    "plan": {"value": 25, "title": "P"},
                    "contract": {"value": 100, "title": "C"},
                },
            },
        },
    ],
    "shortlist": {"tiers": [{"id": "first", "places": 1, "title": "F"}]},
}
GONE = object()


def changed(data, path, value):
    """A copy of the data with one value put at a path, or taken out."""
    step, *rest = path
    copy = dict(data) if isinstance(data, dict) else list(data)
    if rest:
        copy[step] = changed(copy[step], rest, value)
    elif value is GONE:
        del copy[step]
    elif isinstance(copy, list) and step == len(copy):
        copy.append(value)
    else:
        copy[step] = value
    return copy


class Values:
    """The values of a file as the reader gives them, with some changed: `values(("a", 0), 1)`, `values(("a",))`."""

    def __init__(self, data):
        self.data = data

    def __call__(self, *changes):
        data = self.data
        for path, *value in changes:
            data = changed(data, path, value[0] if value else GONE)
        return data


@pytest.fixture
def dossier():
    return Values(DOSSIER)


@pytest.fixture
def criteria():
    return Values(CRITERIA)
