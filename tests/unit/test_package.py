import pytest

import stratsel


def test_what_the_package_offers():
    assert set(stratsel.__all__) <= set(dir(stratsel))
    for name in stratsel.__all__:
        assert getattr(stratsel, name) is not None
    with pytest.raises(AttributeError, match="nothing"):
        _ = stratsel.nothing
