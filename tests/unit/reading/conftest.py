import pytest
import yaml


@pytest.fixture(params=["libyaml", "pure"])
def parser(request, monkeypatch):
    """Each of the two parsers in turn."""
    if request.param == "libyaml" and not yaml.__with_libyaml__:
        pytest.skip("libyaml is not installed here")
    monkeypatch.setattr(yaml, "__with_libyaml__", request.param == "libyaml")
    return request.param
