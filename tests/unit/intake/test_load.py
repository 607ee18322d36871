"""A round from its files. Places are found by the text that stands there, so that no test counts lines."""

import pytest

from stratsel.diagnostics.codes import Code
from stratsel.errors import Rejected, UsageError
from stratsel.intake.discover import select_round
from stratsel.intake.load import load
from stratsel.intake.record import MAX_FINDINGS
from stratsel.model.assessments import Assessed

ALPHA, BETA, CRITERIA, SOURCES = "candidates/alpha.yaml", "candidates/beta.yaml", "criteria/meals.yaml", "sources.yaml"


def loaded(small_round):
    return load(select_round([small_round.folder]))


def test_a_valid_round(small_round):
    result = loaded(small_round)
    assert len(result.findings) == 0 and result.findings.files == 4
    assert result.rejected == () and result.criteria_checked
    table = result.round.table
    assert table.candidates == ["alpha", "beta"]
    assert table.columns == {
        "freshness": [Assessed(3, 3), None],
        "menu": [Assessed(2, 3), Assessed(1, 1)],
        "price": [Assessed(30, 30), Assessed(35, 40)],
        "delivery": [Assessed("own", "own"), Assessed("fetched", "hired")],
    }
    assert result.round.titles == {"alpha": "Alpha Kitchen", "beta": "Beta Catering"}
    assert result.round.files == {"alpha": ALPHA, "beta": BETA}
    assert list(result.round.sources) == ["gazette"]
    assert result.round.criteria_file == CRITERIA


def test_rows_stand_in_the_order_of_ids(small_round):
    """Not in that of the files' names: `a.yaml` comes after `a-z.yaml` for a system, and before it here."""
    for name in ("a", "a-z"):
        small_round.put(f"candidates/{name}.yaml", small_round.text(BETA).replace("id: beta", f"id: {name}"))
    assert loaded(small_round).round.table.candidates == ["a", "a-z", "alpha", "beta"]


def test_a_round_without_sources(small_round):
    (small_round.folder / SOURCES).unlink()
    result = loaded(small_round)
    assert len(result.findings) == 0 and result.findings.files == 3
    assert result.round.sources == {}


# --- the digest -----------------------------------------------------------------------------------


def test_the_digest_is_of_contents_and_names(small_round):
    before = loaded(small_round).round.digest
    assert before.startswith("sha256:") and len(before) == len("sha256:") + 64
    for file in (ALPHA, CRITERIA, SOURCES):
        small_round.put(file, small_round.text(file).replace("\n", "\r\n"))
    assert loaded(small_round).round.digest == before
    small_round.edit(ALPHA, "level: 3", "level: 2")
    changed = loaded(small_round).round.digest
    (small_round.folder / SOURCES).unlink()
    assert len({before, changed, loaded(small_round).round.digest}) == 3


def test_the_digest_is_of_what_was_used(small_round):
    small_round.edit(ALPHA, "level: 3", "level: 9")
    without = loaded(small_round)
    (small_round.folder / ALPHA).unlink()
    assert without.round.digest == loaded(small_round).round.digest


# --- what rejects ---------------------------------------------------------------------------------


def test_a_rejected_dossier_is_left_out(small_round):
    small_round.edit(ALPHA, "level: 3", "level: 9")
    result = loaded(small_round)
    assert result.rejected == (ALPHA,)
    assert result.round.table.candidates == ["beta"]
    assert [len(column) for column in result.round.table.columns.values()] == [1] * 4


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (CRITERIA, "worst: 50", "worst: fifty"),
        (CRITERIA, "places: 2", "places: 1"),
        (SOURCES, "grade: official", "grade: oficial"),
        (SOURCES, "stratsel: sources/1", "stratsel: sources/2"),
    ],
)
def test_without_rules_no_dossier_can_be_judged(small_round, file, old, new):
    small_round.edit(file, old, new)
    result = loaded(small_round)
    assert result.round is None
    assert result.rejected == ()


@pytest.mark.parametrize("file", ["panel.yaml", "portfolio.yaml"])
def test_a_file_of_a_later_version_is_not_ignored(small_round, file):
    """A panel or a portfolio that is there counts for something."""
    small_round.put(file, "stratsel: x/1\n")
    assert [(code, path) for code, path, *_ in small_round.found()] == [("ST702", file)]


def test_a_warning_rejects_nothing(small_round):
    small_round.edit(ALPHA, "amount: 30", "amount: 300")
    result = loaded(small_round)
    assert [each.code for each in result.findings] == [Code.BEYOND_SCALE]
    assert result.round.table.candidates == ["alpha", "beta"]


def test_a_criteria_file_that_cannot_be_read_leaves_the_shape_of_dossiers(small_round):
    small_round.put(CRITERIA, "criteria: [\n")
    small_round.edit(ALPHA, "level: 3", 'level: "3"')
    small_round.edit(BETA, "freshness", "freshnes")
    assert small_round.found() == [
        ("ST203", ALPHA, *small_round.place(ALPHA, '"3"')),
        ("ST104", CRITERIA, 1, 11),
    ]
    result = loaded(small_round)
    assert result.round is None and not result.criteria_checked


# --- some files of a round ------------------------------------------------------------------------


def test_only_findings_in_the_files_asked_about(small_round):
    small_round.edit(ALPHA, "level: 3", "level: 9")
    small_round.edit(BETA, "level: 1", "level: 9")
    assert [file for _, file, *_ in small_round.found(ALPHA)] == [ALPHA]
    assert small_round.check(ALPHA, SOURCES).findings.files == 2
    assert small_round.found(SOURCES) == []


def test_a_round_that_has_no_dossiers_yet(small_round):
    for file in (ALPHA, BETA):
        (small_round.folder / file).unlink()
    assert small_round.found(CRITERIA) == []
    small_round.edit(CRITERIA, "places: 2", "places: 1")
    assert small_round.found(CRITERIA) == [("ST312", CRITERIA, *small_round.place(CRITERIA, "1, title: Reserve"))]
    with pytest.raises(UsageError):
        small_round.check()


def test_criteria_from_elsewhere(small_round, tmp_path):
    """They are named by the person, so they may stand outside the round."""
    text = small_round.text(CRITERIA).replace("id: meals", "id: other")
    (tmp_path / "other.yaml").write_text(text, encoding="utf-8")
    assert small_round.found(criteria=tmp_path / "other.yaml") == []


# --- files that change meanwhile ------------------------------------------------------------------


def test_a_file_that_changes_while_it_is_checked(small_round, monkeypatch):
    """Its places can no longer be shown, and that is a finding of its own."""
    small_round.edit(ALPHA, "level: 3", "level: 9")
    small_round.edit(BETA, "level: 1", "level: 9")
    seen = []

    def change(folder, file, digest):
        seen.append(file)
        return None if file == ALPHA else small_round.text(file)

    monkeypatch.setattr("stratsel.intake.load.text_as_read", change)
    assert small_round.found() == [
        ("ST128", ALPHA, 1, 1),
        ("ST408", ALPHA, 1, 1),
        ("ST408", BETA, *small_round.place(BETA, "9, why")),
    ]
    assert sorted(set(seen)) == sorted(seen)


@pytest.mark.parametrize("change", ["edit", "drop"])
def test_a_dossier_that_changed_since_it_was_read_is_refused(small_round, change):
    read = loaded(small_round).round
    if change == "edit":
        small_round.edit(ALPHA, "level: 3", "level: 2")
    else:
        (small_round.folder / ALPHA).unlink()
    with pytest.raises(Rejected) as refused:
        read.dossier("alpha")
    (finding,) = refused.value.check.findings
    assert (finding.code, finding.where.file) == (Code.CHANGED_FILE, (small_round.folder / ALPHA).as_posix())
    assert refused.value.check.places.line(finding.where.file, 1) is None
    assert read.dossier("beta").id == "beta"


# --- between dossiers -----------------------------------------------------------------------------


def test_two_dossiers_of_one_id(small_round):
    small_round.edit(BETA, "id: beta", "id: alpha")
    assert small_round.found() == [("ST403", BETA, *small_round.place(BETA, "alpha"))]


def test_two_dossiers_without_an_id_are_not_of_one_id(small_round):
    for file, name in ((ALPHA, "alpha"), (BETA, "beta")):
        small_round.edit(file, f"id: {name}\n", "")
    assert small_round.found() == [("ST201", ALPHA, 1, 1), ("ST201", BETA, 1, 1)]


def test_an_id_is_the_name_of_its_file_even_where_it_is_an_odd_one(small_round):
    """`unnamed` stands for an id that is missing; a dossier may have it all the same."""
    small_round.put("candidates/unnamed.yaml", small_round.text(BETA).replace("id: beta", "id: unnamed"))
    assert small_round.found() == []
    small_round.put("candidates/other.yaml", small_round.text(BETA).replace("id: beta", "id: unnamed"))
    assert {(code, file) for code, file, *_ in small_round.found()} == {
        ("ST403", "candidates/other.yaml"),
    }


# --- remarks and ids that begin with x- -----------------------------------------------------------


def test_remarks_are_passed_over_everywhere(small_round):
    remark = "{what: [1, 2, 3], x-deep: {er: yes}}"
    small_round.edit(ALPHA, "title: Alpha", f"x-top: {remark}\ntitle: Alpha")
    small_round.edit(ALPHA, "  cook: Ann", f"  x-field: {remark}\n  cook: Ann")
    small_round.edit(ALPHA, "  freshness:", f"  x-leaf: {remark}\n  freshness:")
    small_round.edit(ALPHA, "quote: a different", f"x-item: {remark}, quote: a different")
    small_round.edit(CRITERIA, "missing: worst", f"missing: worst\nx-top: {remark}")
    small_round.edit(CRITERIA, "id: food", f"id: food\n    x-in: {remark}")
    small_round.edit(CRITERIA, "levels: {0:", "levels: {x-why: a remark, 0:")
    small_round.edit(SOURCES, "gazette: {", f"gazette: {{x-in: {remark}, ")
    assert small_round.found() == []
    assert list(loaded(small_round).round.table.columns) == ["freshness", "menu", "price", "delivery"]


def test_ids_that_begin_with_x_are_not_dropped(small_round):
    """A leaf, a field, a source or a candidate of such a name is one like any other."""
    for file in (ALPHA, BETA):
        small_round.edit(file, "  menu:", "  x-menu:")
    small_round.edit(CRITERIA, "id: menu", "id: x-menu")
    small_round.edit(CRITERIA, "  cook: {", "  x-cook: {")
    small_round.edit(ALPHA, "  cook: Ann", "  x-cook: Ann")
    small_round.edit(ALPHA, "  visit: {", "  x-visit: {")
    small_round.edit(ALPHA, "status: visited, source: visit", "status: visited, source: x-visit")
    small_round.edit(ALPHA, "{source: visit, quote", "{source: x-visit, quote")
    small_round.put("candidates/x-ray.yaml", small_round.text(BETA).replace("id: beta", "id: x-ray"))
    assert small_round.found() == []
    table = loaded(small_round).round.table
    assert table.candidates == ["alpha", "beta", "x-ray"]
    assert table.columns["x-menu"] == [Assessed(2, 3), Assessed(1, 1), Assessed(1, 1)]
    small_round.edit(ALPHA, "  x-menu:\n    level: [2, 3]", "  x-menu:\n    level: [2, 9]")
    assert small_round.found() == [("ST408", ALPHA, *small_round.place(ALPHA, "9]"))]


# --- frozen rounds, drafts, limits ----------------------------------------------------------------


def test_a_leaf_left_out_is_a_warning_in_a_draft_and_an_error_in_a_frozen_round(small_round):
    small_round.edit(BETA, "  freshness: unknown\n", "")
    place = small_round.place(BETA, "assessments:")
    check = small_round.check()
    assert small_round.found() == [("ST407", BETA, *place)]
    assert not check.findings.rejects
    assert loaded(small_round).round.table.columns["freshness"][1] is None
    small_round.edit(CRITERIA, "  owner: council", "  owner: council\n  status: frozen")
    assert small_round.check().findings.rejects
    assert loaded(small_round).round.table.candidates == ["alpha"]


def test_there_is_an_end_to_the_findings_of_a_file(small_round):
    small_round.edit(ALPHA, "fields:\n", "fields:\n" + "".join(f"  f{n}: x\n" for n in range(MAX_FINDINGS + 50)))
    small_round.edit(BETA, "level: 1", "level: 9")
    found = [(code, file) for code, file, *_ in small_round.found()]
    assert found == [("ST411", ALPHA)] * MAX_FINDINGS + [("ST130", ALPHA), ("ST408", BETA)]


def test_findings_do_not_depend_on_the_order_of_the_files(small_round, monkeypatch):
    small_round.edit(ALPHA, "level: 3", "level: 9")
    small_round.edit(BETA, "level: 1", "level: 9")
    expected = small_round.found()
    listed = load.__globals__["dossier_files"]
    monkeypatch.setitem(load.__globals__, "dossier_files", lambda selection: listed(selection)[::-1])
    assert small_round.found() == expected
