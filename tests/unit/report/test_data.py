import json
from decimal import Decimal

import pytest

from stratsel.report.data import Facts
from stratsel.report.plain import number


@pytest.mark.parametrize(
    ("value", "result"),
    [(2, "2"), (1 / 3, "0.333333333333"), (-0.0, "0.0"), (25.000000000000004, "25.0"), (Decimal("0.10"), "0.1")],
)
def test_numbers_have_twelve_digits(value, result):
    assert json.dumps(number(value)) == result


def test_texts_are_by_language_and_those_of_unknown_language_say_so():
    facts = Facts("vi")
    assert facts.text("Gạo") == {"vi": "Gạo"}
    assert facts.text({"vi": "Gạo", "en": "Rice"}) == {"en": "Rice", "vi": "Gạo"}
    assert facts.text("Reuters", "und") == {"und": "Reuters"}
