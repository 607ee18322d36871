"""Findings that only followed from another one."""

import pytest


@pytest.mark.parametrize("unit", ['""', "{}"])
def test_a_scale_without_a_unit_is_no_mistake_of_the_dossiers(small_round, unit):
    """The scale was taken for one of another kind, and every dossier was told to give a level."""
    small_round.edit("criteria/meals.yaml", "unit: EUR", f"unit: {unit}")
    assert small_round.found() == [
        ("ST206", "criteria/meals.yaml", *small_round.place("criteria/meals.yaml", f"{unit}, worst"))
    ]
