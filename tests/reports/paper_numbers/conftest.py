import runpy
from pathlib import Path

import pytest

SUBJECT = runpy.run_path(str(Path(__file__).with_name("subject.py")))


def pytest_generate_tests(metafunc):
    if "part" in metafunc.fixturenames:
        metafunc.parametrize("part", SUBJECT["PARTS"])


@pytest.fixture(scope="session")
def made():
    return SUBJECT["made"]()


@pytest.fixture(scope="session")
def shipped(tmp_path_factory):
    return SUBJECT["shipped"](tmp_path_factory.mktemp("shipped"))


@pytest.fixture(params=["made", pytest.param("shipped", marks=pytest.mark.slow)])
def subject(request):
    """A paper: the small one made by hand, or that of the shipped round with few draws."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def parts():
    """Every part of a paper, the first page too."""
    return ["summary", *SUBJECT["PARTS"]]


@pytest.fixture
def rules(part):
    """The beginnings that the rules of a part know."""
    known = SUBJECT["RULES"][part]
    return {*known.RULES, *known.TABLES}
