import pytest

from stratsel.report.selection import listed


@pytest.mark.parametrize(
    ("top", "ids"),
    [(None, "abcd"), (1, "a"), (2, "abc"), (3, "abc"), (4, "abcd"), (9, "abcd")],
)
def test_ties_at_the_last_place_are_included(top, ids, made):
    """Ranks are 1, 2, 2, 4."""
    assert "".join(each.id for each in listed(made.small(), top)) == ids
