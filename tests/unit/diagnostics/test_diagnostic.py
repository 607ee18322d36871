import dataclasses

import pytest

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import Where


def test_a_diagnostic_needs_no_facts():
    diagnostic = Diagnostic(Code.EMPTY_FILE, Where("sources.yaml"))
    assert diagnostic.facts == {}
    assert diagnostic.near is None
    assert diagnostic.related == ()
    assert diagnostic.severity is None


def test_a_diagnostic_does_not_change():
    diagnostic = Diagnostic(Code.EMPTY_FILE, Where("sources.yaml"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        diagnostic.code = Code.TAG


@pytest.mark.parametrize(
    ("code", "near", "has_one_near", "is_repairable"),
    [
        (Code.NOT_NFC, None, False, True),
        (Code.COMMA_IN_TEXT, None, False, True),
        (Code.UNKNOWN_KEY, "title", True, True),
        (Code.UNKNOWN_CRITERION, "menu", True, True),
        (Code.UNKNOWN_FIELD, "cook", True, True),
        (Code.UNKNOWN_KEY, "title", False, False),
        (Code.UNKNOWN_CHOICE, "own", True, False),  # what a text says is never changed
        (Code.EMPTY_FILE, None, False, False),
    ],
)
def test_slips_of_form_can_be_repaired(code, near, has_one_near, is_repairable):
    finding = Diagnostic(code, Where("sources.yaml"), near=near, has_one_near=has_one_near)
    assert finding.is_repairable is is_repairable
