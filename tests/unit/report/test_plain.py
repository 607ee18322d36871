from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from stratsel.report.plain import flat, plain
from stratsel.terms import Combine


@dataclass(frozen=True)
class Inner:
    is_open: bool
    amount: Decimal | None


@dataclass(frozen=True)
class Outer:
    name: str
    inner: Inner | None
    ranks: dict[int, float]
    names: tuple[object, ...] = ()


def test_classes_are_objects_by_the_names_of_their_fields():
    found = plain(Outer("a", Inner(True, Decimal("1.50")), {2: 0.1 + 0.2}, (Combine.MINIMUM, date(2026, 1, 2), None)))
    assert found == {
        "name": "a",
        "inner": {"open": True, "amount": 1.5},
        "ranks": {"2": 0.3},
        "names": ["minimum", "2026-01-02", None],
    }


def test_numbers_have_twelve_digits_and_no_negative_nothing():
    assert plain(1 / 3) == 0.333333333333
    assert str(plain(-0.0)) == "0.0"
    assert (plain(7), plain(True)) == (7, True)


def test_rows_are_flat():
    """Ranks stand in their order, though the first row has no rank 2."""
    rows = [
        Outer("a", None, {1: 0.5, 10: 0.5}),
        Outer("b", Inner(False, Decimal(3)), {2: 1.0}, (Inner(True, None), "x")),
    ]
    assert list(flat(rows)) == [
        ["name", "inner.open", "inner.amount", "ranks.1", "ranks.2", "ranks.10", "names"],
        ["a", "", "", "0.5", "", "0.5", ""],
        ["b", "false", "3", "", "1", "", "true: x"],
    ]


def test_no_rows_have_no_columns():
    assert list(flat([])) == [[]]


def test_numbers_have_no_exponent():
    assert list(flat([Inner(False, Decimal("1e-9")), Inner(True, Decimal("12e9"))]))[1:] == [
        ["false", "0.000000001"],
        ["true", "12000000000"],
    ]
