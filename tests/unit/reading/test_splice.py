import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratsel.diagnostics.span import Edit, TextSpan
from stratsel.reading.splice import splice, whole

TEXT = "a: 1\r\nbà: hai # ghi chú\rc: 3\n"


def test_a_span_is_replaced_whatever_ends_the_lines():
    edits = [Edit(TextSpan(3, 1, 3, 2), "see"), Edit(TextSpan(2, 1, 2, 3), "ba"), Edit(TextSpan(1, 4, 1, 5), "")]
    assert splice(TEXT, edits) == "a: \r\nba: hai # ghi chú\rsee: 3\n"


def test_nothing_is_replaced_without_edits():
    assert splice(TEXT, []) == TEXT


def test_a_span_over_several_lines():
    assert splice(TEXT, [Edit(TextSpan(1, 2, 3, 2), "|")]) == "a|: 3\n"


def test_two_edits_may_touch():
    edits = [Edit(TextSpan(1, 1, 1, 2), "x"), Edit(TextSpan(1, 2, 1, 3), "y"), Edit(TextSpan(1, 3, 1, 3), "z")]
    assert splice("abc", edits) == "xyzc"


@pytest.mark.parametrize(
    "spans",
    [
        [TextSpan(1, 1, 1, 3), TextSpan(1, 2, 1, 4)],
        [TextSpan(1, 1, 3, 1), TextSpan(2, 1, 2, 2)],
        [TextSpan(9, 1, 9, 2)],
        [TextSpan(4, 1, 4, 2)],
        [TextSpan(2, 3, 2, 1)],
    ],
)
def test_edits_that_overlap_or_lie_outside_are_refused(spans):
    with pytest.raises(ValueError, match=r"overlaps|no line"):
        splice(TEXT, [Edit(span, "x") for span in spans])


@given(st.text(st.sampled_from("ab \r\nế"), max_size=30))
def test_the_whole_of_a_text_is_all_of_it(text):
    assert splice(text, [Edit(whole(text), "new")]) == "new"


@given(st.data(), st.lists(st.text(st.sampled_from("abế "), max_size=6), min_size=1), st.sampled_from(["\n", "\r\n"]))
def test_what_stands_before_and_behind_stays(data, lines, end):
    line = data.draw(st.integers(1, len(lines)))
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(lines[line - 1]))] * 2)))
    edited = [*lines]
    edited[line - 1] = lines[line - 1][:first] + "NEW" + lines[line - 1][last:]
    edit = Edit(TextSpan(line, first + 1, line, last + 1), "NEW")
    assert splice(end.join(lines), [edit]) == end.join(edited)
