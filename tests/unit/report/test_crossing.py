from stratsel.report.crossing import CrossingWords
from stratsel.report.sentences import Sentences
from stratsel.results.crossing import Direction, Step

EN, VI = CrossingWords(Sentences("en")), CrossingWords(Sentences("vi"))


def crossing(made, direction, gap, steps=(), largest=None, needed=1):
    return made.crossing("first", direction, "b", "a", gap, steps, largest, passes_needed=needed)


def test_crossings_upwards(made):
    step = Step("use", made.level(3), 15.0)
    tell = lambda each, largest=None: EN.crossing(each, "First", "Hammer", largest)  # noqa: E731
    assert tell(crossing(made, Direction.UP, 2.0, [step])) == (
        "It passes “Hammer” into “First”, a gap of 2.0 points, with one assessment settled so:"
    )
    assert tell(crossing(made, Direction.UP, 0.0, [step])) == (
        "It passes “Hammer”, with whom it is tied, into “First” with one assessment settled so:"
    )
    assert (
        tell(crossing(made, Direction.UP, 0.0)) == "It has nothing open to leave “Hammer” behind, with whom it is tied."
    )
    assert tell(crossing(made, Direction.UP, 2.0)) == (
        "It has nothing open to pass “Hammer” into “First”: the gap is 2.0 points."
    )
    assert tell(crossing(made, Direction.UP, 16.0, largest=made.LEAVES["b"][0]), "Use") == (
        "No single assessment is enough to pass “Hammer” into “First”: the gap is 16.0 points, "
        "the most that one could bring is 15.0 (Use)."
    )


def test_crossings_downwards(made):
    step = Step("use", made.level(3), 15.0)
    tell = lambda each, largest=None: EN.crossing(each, "First", "Saw", largest)  # noqa: E731
    assert tell(crossing(made, Direction.DOWN, 2.0, [step])) == (
        "“Saw” passes it out of “First”, a gap of 2.0 points, with one assessment settled so:"
    )
    assert tell(crossing(made, Direction.DOWN, 2.0)) == (
        "“Saw” has nothing open to pass it out of “First”: the gap is 2.0 points."
    )
    assert tell(crossing(made, Direction.DOWN, 16.0, largest=made.LEAVES["b"][0]), "Use") == (
        "No single assessment is enough for “Saw” to pass it out of “First”: the gap is 16.0 points, "
        "the most that one could bring is 15.0 (Use)."
    )
    assert tell(crossing(made, Direction.DOWN, 2.0, [step], needed=3)) == (
        "It leaves “First” only if 3 others pass it; “Saw” is 2.0 points behind."
    )


def test_a_gain_reads_as_more_than_the_gap(made):
    """Both round to 1.3: two decimals for both, in either sentence."""
    step = Step("use", made.level(3), 1.28)
    close = crossing(made, Direction.UP, 1.264, [step])
    assert "a gap of 1.26 points" in EN.crossing(close, "First", "Hammer", None)
    assert EN.step(step, close, "Use") == "+1.28 · Use · level 3, “in three places” or better"


def test_in_vietnamese(made):
    step = Step("use", made.level(3), 15.0)
    up = crossing(made, Direction.UP, 2.0, [step])
    assert VI.crossing(up, "Nhất", "Búa", None) == "Vượt “Búa” vào “Nhất” (cách 2,0 điểm) chỉ cần một nhận định sau:"
    assert VI.step(step, up, "Sử dụng") == "+15,0 · Sử dụng · mức 3, “ở ba nơi” hoặc tốt hơn"
