from stratsel.model.assessments import Assessed, AssessmentTable


def test_a_range_may_say_what_is_likely():
    assert Assessed(2, 3).likely is None
    assert Assessed(2, 4, 3) == Assessed(low=2, high=4, likely=3)


def test_a_column_is_as_long_as_the_candidates():
    table = AssessmentTable(["a", "b"], {"growth": [Assessed(1, 1), None]})
    assert [len(column) for column in table.columns.values()] == [len(table.candidates)]
