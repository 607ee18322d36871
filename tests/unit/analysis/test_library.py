import logging
import sys

import pytest

from stratsel.analysis import library


def test_the_library_is_there():
    assert library.has_pymcdm()
    assert library.pymcdm_methods().TOPSIS


def test_loading_leaves_the_log_as_it_was():
    drawing = logging.getLogger("matplotlib")
    before = drawing.level
    library.pymcdm_methods()
    assert drawing.level == before


def test_without_the_library(monkeypatch):
    monkeypatch.setitem(sys.modules, "pymcdm", None)
    monkeypatch.setitem(sys.modules, "pymcdm.methods", None)
    assert not library.has_pymcdm()
    with pytest.raises(ModuleNotFoundError):
        library.pymcdm_methods()
