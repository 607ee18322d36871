"""Screens are decided before and apart from weights."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from stratsel.assemble.problem import assemble
from stratsel.engine.screening import admission
from stratsel.model.assessments import Assessed, AssessmentTable
from stratsel.model.criteria import Criteria
from stratsel.model.round import Round

LEVELS = {"kind": "rubric", "levels": {str(level): f"level {level}" for level in range(5)}}
PRICE = {"kind": "quantity", "unit": "VND", "worst": 50, "best": 25}
FIXED = {
    "stratsel": "criteria/1",
    "id": "round",
    "title": "A round",
    "standing": "draft",
    "decision": {"question": "Which?", "owner": "us", "reference_date": "2025-12-12"},
    "fields": {
        "chief": {"type": "text", "question": "Who is chief?"},
        "staff": {"type": "number", "question": "How many?"},
    },
    "shortlist": {"tiers": [{"id": "first", "places": 1, "title": "First"}]},
}

singles = st.one_of(
    st.just({"present": ["chief"]}),
    st.integers(0, 5).map(lambda least: {"field": "staff", "at_least": least}),
    st.integers(0, 4).map(lambda level: {"criterion": "quality", "at_least": level}),
    st.integers(20, 55).map(lambda amount: {"criterion": "price", "at_least": amount}),
    st.integers(0, 100).map(lambda points: {"criterion": "quality", "value_at_least": points}),
    st.integers(0, 100).map(lambda points: {"criterion": "price", "value_at_least": points}),
)
"""Tests that look at a field or at one leaf; the value of a criterion with children hangs on the weights below it."""

tests = st.recursive(
    singles,
    lambda parts: st.one_of(
        st.lists(parts, min_size=1, max_size=3).map(lambda joined: {"any_of": joined}),
        st.lists(parts, min_size=1, max_size=3).map(lambda joined: {"all_of": joined}),
        parts.map(lambda part: {"not": part}),
    ),
    max_leaves=6,
)
levels = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(lambda ends: Assessed(min(ends), max(ends)))
amounts = st.tuples(st.integers(20, 60), st.integers(20, 60)).map(lambda ends: Assessed(min(ends), max(ends)))
rows = st.tuples(
    st.none() | levels,
    st.none() | amounts,
    st.sampled_from([None, "unknown", "", "An"]),
    st.sampled_from([None, "unknown", 0, 3, Decimal("2.5")]),
)
weights = st.tuples(*[st.integers(0, 9)] * 3).filter(lambda given: given[0] + given[1] and given[1] + given[2])


def problem_of(test, table, given, combine):
    """Quality alone at the top, and beside it price and quality's twin in a group of their own."""
    outer, inner, last = given
    group = [
        {"id": "price", "title": "Price", "weight": inner, "scale": PRICE},
        {"id": "twin", "title": "Twin", "weight": last, "scale": LEVELS},
    ]
    tree = [
        {"id": "quality", "title": "Quality", "weight": outer, "scale": LEVELS},
        {"id": "group", "title": "Group", "weight": inner or 1, "criteria": group, "combine": combine},
    ]
    screen = {"id": "only", "title": "Only", "require": test, "on_fail": "exclude", "on_unknown": "exclude"}
    weighting = {"method": "direct", "by": "us", "why": "Agreed."}
    criteria = Criteria.model_validate(FIXED | {"criteria": tree, "screens": [screen], "weighting": weighting})
    quality, price, chief, staff = map(list, zip(*table, strict=True))
    columns = {"quality": quality, "price": price, "twin": quality}
    names = [f"c{row}" for row in range(len(table))]
    return assemble(
        Round(
            criteria=criteria,
            criteria_file="criteria/round.yaml",
            table=AssessmentTable(names, columns, {"chief": chief, "staff": staff}),
            titles={},
            files={},
            sources={},
            digest="",
            read_dossier=lambda candidate: None,
        )
    )


@given(tests, st.lists(rows, min_size=1, max_size=6), weights, weights, st.sampled_from(["arithmetic", "geometric"]))
def test_changing_weights_never_changes_a_screen(test, table, one, other, combine):
    before, after = (problem_of(test, table, given, combine) for given in (one, other))
    [first], [second] = before.screens, after.screens
    assert first.outcomes.tolist() == second.outcomes.tolist()
    assert {path: found.tolist() for path, found in first.parts.items()} == {
        path: found.tolist() for path, found in second.parts.items()
    }
    assert admission(before).admitted.tolist() == admission(after).admitted.tolist()


@given(tests, st.lists(rows, min_size=1, max_size=4), weights, st.data())
def test_what_is_settled_within_what_was_open_never_turns_a_verdict_round(test, table, given, data):
    """A screen that is met or failed stays so, whatever the unknown turns out to be."""
    settled = []
    for quality, price, chief, staff in table:
        levels_left = (quality.low, quality.high) if quality else (0, 4)
        amounts_left = (price.low, price.high) if price else (25, 50)
        level, amount = data.draw(st.integers(*levels_left)), data.draw(st.integers(*amounts_left))
        names = st.sampled_from(["", "An"]) if chief in (None, "unknown") else st.just(chief)
        counts = st.integers(0, 5) if staff in (None, "unknown") else st.just(staff)
        settled.append((Assessed(level, level), Assessed(amount, amount), data.draw(names), data.draw(counts)))
    [before], [after] = (problem_of(test, each, given, "arithmetic").screens for each in (table, settled))
    for was, is_now in zip(before.outcomes.tolist(), after.outcomes.tolist(), strict=True):
        assert is_now != 0, "nothing is open any more"
        assert was in (0, is_now)
