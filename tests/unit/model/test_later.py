"""What this version does not read is named: it must not be a word that it does read."""

import re

import pytest

from stratsel.model import later
from stratsel.model.assessor import Assessor
from stratsel.model.criteria import Criteria
from stratsel.model.scale import Calendar, Checklist, Choice, Quantity, Rubric


@pytest.mark.parametrize(("model", "words"), later.KEYS.items(), ids=lambda each: getattr(each, "__name__", ""))
def test_no_key_is_both_read_and_refused(model, words):
    known = {field.alias or name for name, field in model.model_fields.items()}
    assert not known & words


def test_every_word_of_the_contract_is_read_or_refused_by_name():
    """The keys of criteria/1, of its scales and of assessor/1, as the contract lists them."""
    contract = {
        Criteria: "id title languages standing decision agencies weighting lists fields scales criteria missing "
        "screens shortlist uncertainty combine lang stratsel stratsel_version",
        Rubric: "kind levels step values",
        Quantity: "kind unit worst best shape points outside",
        Choice: "kind options",
        Calendar: "kind worst best outside",
        Checklist: "kind items",
        Assessor: "id agency name recused interests weights assessments opinions lang stratsel stratsel_version",
    }
    for model, words in contract.items():
        assert set(words.split()) == set(model.model_fields) | later.KEYS.get(model, frozenset())


def test_files_of_later_versions_are_known_by_name():
    assert all(re.fullmatch(r"[a-z]+/\d", kind) for kind in later.FILES.values())
    assert set(later.FILES) == {"panel.yaml", "portfolio.yaml"}
