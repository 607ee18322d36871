"""The second way to write and to read numbers, by hand."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

HERE = Path(__file__).parent
write, orders = (SimpleNamespace(**runpy.run_path(str(HERE / f"{name}.py"))) for name in ("figures", "orders"))

SENTENCES = {
    "en": "2,500 draws: −1.2 to +0.5, 88 % and 2.3\u00a0%; 30 November 2025, June 2025, Q4 2025, 2024.",
    "vi": "2.500 lần thử: −1,2 đến +0,5, 88 % và 2,3\u00a0%; 30/11/2025, 06/2025, quý 4/2025, 2024.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_numbers_are_read(language):
    numbers = ["2500", "-1.2", "+0.5", "88%", "2.3%"]
    assert write.read(SENTENCES[language], language) == [*numbers, "2025-11-30", "2025-06", "2025-Q4", "2024"]


def test_halves_are_rounded_up():
    assert [write.tenth(number) for number in (0.25, 0.35, -0.25, -0.04)] == ["0.3", "0.4", "-0.3", "0.0"]
    assert [write.percent(share) for share in (0.125, 0.995, 0.0)] == ["13%", "100%", "0%"]


def test_points_are_told_from_nothing_and_from_those_beside():
    assert [write.points(number) for number in (0.04, 0, 54)] == ["0.04", "0.0", "54.0"]
    assert write.points(1.26, 1.28) == "1.26"


def test_next_to_nothing_stands_as_nothing():
    assert [write.slight(share) for share in (0.0004, 0.0005, 0.5)] == ["", "0%", "50%"]


def test_only_the_digits_of_a_text_are_hidden():
    hide = write.hider(["Tool 2", "42", "1 of\n2"])
    assert write.read(hide("Tool 2 has 2 of 42 points, Tool 25 has 1 of 2"), "en") == ["2", "42", "25"]


def test_pairs_of_two_orders():
    """Of six pairs one is tied in the first order and one is turned in the second: (4 - 1) / root of 5 x 6."""
    assert orders.tau_b([1, 2, 2, 4], [2, 1, 3, 4]) == pytest.approx(3 / 30**0.5)


def test_mean_ranks_of_two_orders():
    """With the ranks 1, 2.5, 2.5 and 1, 2, 3: 1.5 / root of 1.5 x 2."""
    assert orders.spearman([1, 2, 2], [1, 2, 3]) == pytest.approx(1.5 / 3**0.5)
