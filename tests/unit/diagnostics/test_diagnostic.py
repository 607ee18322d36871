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
