import pytest

from stratsel.intake.checks.header import header_findings


def found(data, expected="candidate/1", version="0.3.0"):
    return [(each.code.value, each.where.path) for each in header_findings("f", data, expected, version)]


@pytest.mark.parametrize("data", [{"stratsel": "candidate/1"}, {}, {"stratsel": 1}, [], "x", None])
def test_what_the_model_judges_itself(data):
    """A header that is missing or no text is a matter of shape."""
    assert found(data) == []


@pytest.mark.parametrize("header", ["criteria/1", "sources/1", "candidat/1", "", "1", "Candidate/1"])
def test_another_kind(header):
    assert found({"stratsel": header}) == [("ST703", ("stratsel",))]


@pytest.mark.parametrize("header", ["candidate/2", "candidate", "candidate/", "candidate/1.0", "candidate/1/2"])
def test_another_format(header):
    assert found({"stratsel": header}) == [("ST704", ("stratsel",))]


@pytest.mark.parametrize("needs", [">=0.1", ">=0.3", "==0.3.0", ">=0.1,<1", "~=0.3.0", ">=0.3.0rc1", ""])
def test_a_version_that_is_enough(needs):
    assert found({"stratsel": "candidate/1", "stratsel_version": needs}) == []


@pytest.mark.parametrize("needs", [">=99", ">=0.4", "<0.3", "soon", "1.4", ">=x"])
def test_a_version_that_is_not(needs):
    """Nor is one that cannot be understood: better to say so than to guess."""
    assert found({"stratsel_version": needs}) == [("ST701", ("stratsel_version",))]


def test_a_version_before_a_release_is_compared_too():
    assert found({"stratsel_version": ">=0.3"}, version="0.4.0.dev1") == []
    assert found({"stratsel_version": ">=0.4"}, version="0.4.0.dev1") == [("ST701", ("stratsel_version",))]


def test_a_version_that_is_no_text_is_a_matter_of_shape():
    assert found({"stratsel_version": 1.4}) == []
