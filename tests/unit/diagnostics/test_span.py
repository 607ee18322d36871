import pytest

from stratsel.diagnostics.span import START_OF_FILE, Edit, TextSpan, Where, format_path


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("id",), "id"),
        (("assessments", "growth", "level"), "assessments.growth.level"),
        (("assessments", "growth", "for", 0, "quote"), "assessments.growth.for[0].quote"),
        (("criteria", 1, "criteria", 0), "criteria[1].criteria[0]"),
        ((0, "a"), "[0].a"),
    ],
)
def test_a_path_is_written_as_people_read_it(path, text):
    assert format_path(path) == text


def test_spans_are_ordered_by_line_and_column():
    spans = [TextSpan(2, 1, 2, 2), TextSpan(1, 9, 1, 10), TextSpan(1, 2, 1, 3)]
    assert sorted(spans) == spans[::-1]


def test_a_place_is_that_of_a_value_and_has_no_span_at_first():
    where = Where("sources.yaml", ("sources", "a"))
    assert where.part == "value"
    assert where.span is None


def test_a_file_starts_at_one():
    assert TextSpan(1, 1, 1, 1) == START_OF_FILE


def test_edits_are_ordered_by_their_places():
    edits = [Edit(TextSpan(2, 1, 2, 2), "a"), Edit(TextSpan(1, 9, 1, 10), "b")]
    assert sorted(edits) == edits[::-1]
