from fractions import Fraction

import pytest

from stratsel.assemble.problem import assemble
from stratsel.assemble.scenario import with_scenario
from stratsel.intake.discover import select_round
from stratsel.intake.load import load
from stratsel.model.assessments import Assessed
from stratsel.model.scenario import GivenScenario, Scenario


@pytest.fixture
def whole(small_round):
    return load(select_round([small_round.folder])).round


def given(weights=None, **assessed):
    data = {"stratsel": "scenario/1", "id": "what-if", "title": "T", "weights": weights or {}}
    return GivenScenario(Scenario.model_validate(data), "what-if.yaml", "", assessed)


def test_weights_replace_those_of_the_file_and_siblings_keep_theirs(whole):
    then = with_scenario(whole, given({"supply": 180, "menu": 3}))
    assert {each.id: each.weight for each in then.criteria.nodes()} == {
        "food": 60, "freshness": 2, "menu": 3, "supply": 180, "price": 1, "delivery": 1,
    }  # fmt: skip
    assert assemble(then).hierarchy.weights == tuple(map(Fraction, (60, 2, 3, 180, 1, 1)))


def test_figures_replace_those_of_the_dossiers(whole):
    then = with_scenario(whole, given(beta={"freshness": Assessed(4, 4), "menu": None}))
    assert list(whole.table.candidates) == ["alpha", "beta"]
    assert then.table.columns["freshness"] == [Assessed(3, 3), Assessed(4, 4)]
    assert then.table.columns["menu"] == [Assessed(2, 3), None]
    assert then.table.columns["price"] == list(whole.table.columns["price"])
    problem = assemble(then)
    assert problem.is_unknown.tolist() == [[False] * 4, [False, True, False, False]]


def test_the_round_itself_stays_as_it_is(whole):
    with_scenario(whole, given({"supply": 180}, beta={"freshness": Assessed(4, 4)}))
    assert whole.table.columns["freshness"] == [Assessed(3, 3), None]
    assert {each.id: each.weight for each in whole.criteria.nodes()}["supply"] == 40


def test_who_was_left_out_is_passed_over(whole):
    then = with_scenario(whole, given(gone={"freshness": Assessed(4, 4)}))
    assert then.table.columns == {leaf: list(column) for leaf, column in whole.table.columns.items()}
