import pytest

from stratsel.scaffold.comments import comments


def test_each_line_is_a_comment():
    assert comments(["one", "two"], "  ") == "  # one\n  # two\n"


def test_a_long_line_goes_on_further_in():
    """96 columns are left beside `  # `... of 100; the second line begins two columns further in than the first."""
    first, second = comments([f"  {'a' * 60} {'b' * 60}"]).splitlines()
    assert first == f"#   {'a' * 60}"
    assert second == f"#     {'b' * 60}"


@pytest.mark.parametrize("line", ["word " * 200, "x" * 500, "  1: " + "word " * 90, "", "   "])
def test_nothing_stands_outside_of_a_comment(line):
    made = comments([line], "  ").splitlines()
    assert made
    assert all(each.startswith("  # ") and len(each) <= 106 for each in made)
    assert "".join("".join(made).replace("#", "").split()) == "".join(line.split())
