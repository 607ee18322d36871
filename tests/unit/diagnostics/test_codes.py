import re

from stratsel.diagnostics.codes import Code


def test_codes_are_three_digits_after_st():
    assert all(re.fullmatch(r"ST[1-9]\d{2}", code) for code in Code)


def test_no_number_is_given_twice():
    assert len({code.value for code in Code}) == len(Code.__members__)


def test_codes_stand_in_order():
    assert list(Code) == sorted(Code)


def test_a_code_is_written_as_its_number():
    assert f"{Code.UNKNOWN_CRITERION}" == "ST401"
    assert Code("ST401") is Code.UNKNOWN_CRITERION
