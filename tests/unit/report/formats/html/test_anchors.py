from stratsel.report.formats.html.anchors import Anchors, only_once


def test_headings_are_numbered():
    anchors = Anchors("vi")
    assert [anchors.heading() for _ in range(2)] == ["vi-part-1", "vi-part-2"]


def test_a_place_has_its_anchor_where_it_is_met_first():
    """Two places that differ by their punctuation only have two."""
    anchors = Anchors("en")
    assert anchors.place("a/b.yaml:3") == "en-place-1"
    assert anchors.place("a-b.yaml:3") == "en-place-2"
    assert anchors.place("a/b.yaml:3") is None
    assert anchors.place("") is None
    assert (anchors.found("a-b.yaml:3"), anchors.found("c.yaml:1")) == ("en-place-2", None)


def test_what_is_of_a_candidate_a_criterion_or_a_figure_bears_its_name():
    anchors = Anchors("en")
    assert (anchors.total("uav"), anchors.weight("use"), anchors.figure("tornado")) == (
        "en-total-uav",
        "en-weight-use",
        "en-tornado",
    )


def test_a_name_that_two_have_is_nobodys():
    assert only_once([("Saw", "a"), ("File", "b"), ("Saw", "c")]) == {"File": "b"}
