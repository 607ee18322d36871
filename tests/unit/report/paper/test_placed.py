from stratsel.report.paper.placed import has_place, placed


def test_who_has_a_place_and_who_is_tied_for_one(paper):
    """a is first, b and c are tied for the second place, d has none."""
    assert [each.id for each in placed(paper.ranking)] == ["a", "b", "c"]
    assert [has_place(each) for each in paper.ranking.candidates] == [True, True, True, False]
