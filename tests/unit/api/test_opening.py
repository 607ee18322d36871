import pytest

from stratsel import Rejected, UsageError, check, rank
from stratsel.diagnostics.codes import Code


def test_a_file_is_no_folder_of_dossiers(folder):
    with pytest.raises(UsageError, match="no folder"):
        rank(folder / "candidates" / "slow.yaml")


def test_a_folder_without_dossiers(folder):
    for file in (folder / "candidates").iterdir():
        file.unlink()
    with pytest.raises(UsageError):
        rank(folder)


# --- weights within bounds ------------------------------------------------------------------------

WITHIN = "uncertainty: {weights: {kind: within, statements: [speed >= price, price >= 60]}}\n"


@pytest.fixture
def bounded(folder):
    """The round with statements that leave no weights: what is at least half cannot be 40 at most."""
    with (folder / "criteria" / "round.yaml").open("a", encoding="utf-8") as file:
        file.write(WITHIN)
    return folder


def codes(found):
    return [finding.code for finding in found.findings]


def test_statements_that_leave_no_weights_are_found_and_refused(bounded):
    """With the place of the other; to leave dossiers out is no help."""
    found = check([bounded])
    assert codes(found) == [Code.CONFLICTING_STATEMENTS]
    (finding,) = found.findings
    assert (finding.where.span.line, finding.where.span.column) == (11, 52)
    assert [related.span.column for related in finding.related] == [68]
    for partial in (False, True):
        with pytest.raises(Rejected) as refused:
            rank(bounded, partial=partial, firmness=False)
        assert codes(refused.value.check) == [Code.CONFLICTING_STATEMENTS]
        assert not refused.value.leaves_some


def test_only_where_the_criteria_are_asked_for(bounded):
    assert codes(check([bounded / "candidates" / "slow.yaml"])) == []
    assert codes(check([bounded / "criteria" / "round.yaml"])) == [Code.CONFLICTING_STATEMENTS]


def test_beside_other_findings(bounded, write):
    write(bounded, "odd", "[9, 3]", 10)
    assert set(codes(check([bounded]))) == {Code.CONFLICTING_STATEMENTS, Code.REVERSED_RANGE}


def test_weights_that_are_left_are_no_finding(folder):
    with (folder / "criteria" / "round.yaml").open("a", encoding="utf-8") as file:
        file.write(WITHIN.replace("60", "40"))
    assert codes(check([folder])) == []
    assert rank(folder).firmness.statements == ("speed >= price", "price >= 40")
