import pytest

from stratsel.errors import Rejected, StratselError, UsageError


def test_a_usage_error_keeps_its_sentence_and_its_facts_apart():
    """The sentence is looked up in a catalogue before the facts are filled in."""
    error = UsageError("{path} is no {thing}", path="a/b", thing="folder")
    assert error.message == "{path} is no {thing}"
    assert error.facts == {"path": "a/b", "thing": "folder"}
    assert str(error) == "a/b is no folder"


def test_a_fact_may_have_any_name_and_any_text():
    error = UsageError("{message} of {self}", message="{braces}", self="x")
    assert str(error) == "{braces} of x"


def test_a_sentence_may_have_no_facts():
    error = UsageError("the paths belong to several rounds")
    assert (str(error), error.facts) == ("the paths belong to several rounds", {})


def test_a_rejection_holds_the_check():
    check = object()
    assert Rejected(check).check is check
    assert "`check`" in str(Rejected(check))


@pytest.mark.parametrize("error", [UsageError("x"), Rejected(None)])
def test_one_base_catches_all(error):
    assert isinstance(error, StratselError)
    assert isinstance(error, Exception)


def test_misuse_and_rejection_are_different_things():
    """They end with different exit codes."""
    assert not issubclass(UsageError, Rejected)
    assert not issubclass(Rejected, UsageError)
