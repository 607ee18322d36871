import sys

import pytest

from stratsel import api
from stratsel.errors import Rejected, UsageError


def test_methods_beside_the_order(folder):
    """fast: 10 of 10 and nothing; slow: 4 of 10 and 70 of 100, first by 55 to 50 points."""
    found = api.methods(folder)
    assert [each.id for each in found.ranking.candidates] == ["slow", "fast"]
    assert found.at_zero == ("fast",)
    product = next(each for each in found.methods if each.id == "weighted-product")
    assert product.places["slow"].value == pytest.approx(0.28**0.5)


def test_without_the_library(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "pymcdm", None)
    with pytest.raises(UsageError, match=r"pip install 'stratsel\[methods\]'"):
        api.methods(folder)


def test_what_is_left_out_has_no_value(folder, write):
    write(folder, "fast", 10, "100")
    criteria = folder / "criteria" / "round.yaml"
    text = criteria.read_text(encoding="utf-8")
    criteria.write_text(text + "missing: {kind: available, at_least: 0.1}\n", encoding="utf-8")
    assert api.methods(folder).methods
    dossier = folder / "candidates" / "slow.yaml"
    whole = dossier.read_text(encoding="utf-8")
    dossier.write_text(whole.replace("price: {amount: 30, why: As offered.}", "price: unknown"), encoding="utf-8")
    with pytest.raises(UsageError, match="missing: available"):
        api.methods(folder)


def test_a_rejected_round_is_refused(folder, write):
    write(folder, "fast", "very", 100)
    with pytest.raises(Rejected):
        api.methods(folder)
    assert [each.id for each in api.methods(folder, partial=True).ranking.candidates] == ["slow"]
