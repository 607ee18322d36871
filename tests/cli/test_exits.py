"""Exit codes are part of the contract."""

from stratsel.cli.exits import Exit


def test_exit_codes_are_those_of_the_contract() -> None:
    """0 fine, 1 findings, 2 wrong use, 70 a fault of the tool, 130 interrupted."""
    assert {each.name: each.value for each in Exit} == {
        "FINE": 0,
        "FINDINGS": 1,
        "USAGE": 2,
        "FAULT": 70,
        "INTERRUPTED": 130,
    }
