import os
from pathlib import Path

import pytest

from stratsel.errors import UsageError
from stratsel.files.folder import Entry, EntryKind
from stratsel.intake.discover import dossier_files, is_yaml, select_round


@pytest.fixture
def here(small_round, monkeypatch):
    """Stand in the round's folder."""
    monkeypatch.chdir(small_round.folder)
    return small_round


def selected(*paths, criteria=None):
    selection = select_round([Path(path) for path in paths], None if criteria is None else Path(criteria))
    folder = selection.folder
    return folder.prefix, selection.criteria_file, selection.dossiers, sorted(selection.asked)


CRITERIA = "criteria/meals.yaml"


@pytest.mark.parametrize(
    ("paths", "prefix", "asked"),
    [
        ([], "", []),
        (["."], "", []),
        (["candidates"], "", []),
        (["candidates/"], "", []),
        (["criteria"], "", []),
        (["candidates/alpha.yaml"], "", ["candidates/alpha.yaml"]),
        (["./candidates/alpha.yaml", "sources.yaml"], "", ["candidates/alpha.yaml", "sources.yaml"]),
        (["criteria/meals.yaml"], "", ["criteria/meals.yaml"]),
        (["candidates", "sources.yaml"], "", []),  # all of it is meant
        (["../round"], "../round/", []),
        (["../round/candidates"], "../round/", []),
        (["../round/candidates/alpha.yaml"], "../round/", ["candidates/alpha.yaml"]),
        (["candidates/alpha.yaml", "../round/sources.yaml"], "", ["candidates/alpha.yaml", "sources.yaml"]),
    ],
)
def test_a_round_is_found_from_any_of_its_parts(here, paths, prefix, asked):
    """Files are named afterwards as the person typed them."""
    assert selected(*paths) == (prefix, CRITERIA, "candidates", asked)


@pytest.mark.parametrize(
    ("inside", "paths", "prefix", "asked"),
    [
        ("candidates", ["."], "../", []),
        ("candidates", ["alpha.yaml"], "../", ["candidates/alpha.yaml"]),
        ("candidates", ["../sources.yaml"], "../", ["sources.yaml"]),
        ("candidates", [".."], "../", []),
        ("criteria", ["meals.yaml"], "../", ["criteria/meals.yaml"]),
    ],
)
def test_from_within_the_round(small_round, monkeypatch, inside, paths, prefix, asked):
    monkeypatch.chdir(small_round.folder / inside)
    assert selected(*paths) == (prefix, CRITERIA, "candidates", asked)


def test_dossiers_may_stand_in_another_folder(here):
    """`rank proposals-2026` takes the criteria from the folder around it."""
    Path("candidates").rename("proposals")
    assert selected("proposals") == ("", CRITERIA, "proposals", [])
    assert selected("proposals/beta.yaml") == ("", CRITERIA, "proposals", ["proposals/beta.yaml"])
    assert dossier_files(select_round([Path("proposals")])) == ["proposals/alpha.yaml", "proposals/beta.yaml"]


def refusal(*paths, criteria=None):
    with pytest.raises(UsageError) as refused:
        selected(*paths, criteria=criteria)
    return refused.value.message


@pytest.mark.parametrize("path", ["none", "candidates/none.yaml", "none/none.yaml"])
def test_what_is_not_there_is_wrong_use(here, path):
    assert refusal(path) == "{path} is not there"


def test_what_is_no_round_is_wrong_use(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("f.yaml").touch()
    assert "is no round" in refusal(".")
    assert "belongs to no round" in refusal("f.yaml")
    Path("candidates").mkdir()
    assert "has no folder `criteria`" in refusal(".")


def test_two_rounds_at_once_are_wrong_use(here, tmp_path):
    (tmp_path / "other" / "criteria").mkdir(parents=True)
    assert "several rounds" in refusal(".", "../other")


@pytest.mark.parametrize("name", ["README.md", "candidates/notes.txt", "candidates/.hidden.yaml", "docs/x.txt"])
def test_a_file_that_no_round_has_is_wrong_use(here, name):
    """Nothing would be checked, and all would seem well."""
    here.put(name, "x")
    assert "is no file of a round" in refusal(name)


@pytest.mark.parametrize("name", ["panel/mps.yaml", "scenarios/supply-first.yaml"])
def test_a_folder_that_holds_no_dossiers_is_not_taken_for_theirs(here, name):
    here.put(name, "stratsel: x/1")
    assert selected(name)[2:] == ("candidates", [name])
    assert selected(name.partition("/")[0])[2:] == ("candidates", [])


@pytest.mark.parametrize(
    "name", ["panel.yaml", "portfolio.yaml", "decision.yaml", "panel/mps.yaml", "scenarios/supply-first.yaml"]
)
def test_files_of_later_versions_belong_to_a_round(here, name):
    here.put(name, "stratsel: x/1")
    assert selected(name)[3] == [name]


def test_a_pipe_that_is_asked_about_is_a_file_to_be_refused(here):
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo("candidates/pipe.yaml")
    assert selected("candidates/pipe.yaml")[3] == ["candidates/pipe.yaml"]


# --- which criteria file --------------------------------------------------------------------------


def test_several_criteria_files_are_named(here):
    here.put("criteria/other.yaml", "x: 1")
    with pytest.raises(UsageError) as refused:
        selected(".")
    assert refused.value.facts["names"] == "criteria/meals.yaml, criteria/other.yaml"
    assert selected("criteria/other.yaml")[1] == "criteria/other.yaml"
    assert selected(".", criteria="criteria/other.yaml")[1] == "criteria/other.yaml"


def test_the_criteria_may_come_from_elsewhere(here, tmp_path):
    (tmp_path / "elsewhere.yaml").write_bytes(b"x: 1")
    assert selected(".", criteria="../elsewhere.yaml")[1] == "../elsewhere.yaml"
    assert selected(".", criteria=tmp_path / "elsewhere.yaml")[1] == "../elsewhere.yaml"


def test_criteria_that_are_named_are_there(here):
    assert refusal(".", criteria="criteria/none.yaml") == "{path} is no file"
    assert refusal(".", criteria="criteria") == "{path} is no file"


def test_a_folder_of_criteria_without_any_is_wrong_use(here):
    Path("criteria/meals.yaml").unlink()
    assert "no criteria file" in refusal(".")


# --- dossiers -------------------------------------------------------------------------------------


def dossiers(*paths):
    return dossier_files(select_round([Path(path) for path in paths]))


def test_dossiers_stand_in_the_order_of_their_names(here):
    for name in ("z.yml", "B.yaml", "c.YAML", "notes.md", ".d.yaml", "e.yaml~"):
        here.put(f"candidates/{name}", "x")
    assert dossiers() == [f"candidates/{name}" for name in ("B.yaml", "alpha.yaml", "beta.yaml", "c.YAML", "z.yml")]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("a/x.yaml", True),
        ("x.yml", True),
        ("x.YAML", True),
        (".x.yaml", False),
        ("x.yaml.bak", False),
        ("x.json", False),
    ],
)
def test_what_stands_where_a_yaml_file_is_expected(name, counts):
    """A folder or a pipe so named counts: it is refused as a finding and not passed over."""
    assert all(is_yaml(Entry(name, kind)) is counts for kind in EntryKind)


def test_a_round_without_dossiers_is_nothing_to_work_on(here):
    for name in ("alpha", "beta"):
        Path(f"candidates/{name}.yaml").unlink()
    with pytest.raises(UsageError, match="no dossier"):
        dossiers()
    Path("candidates").rmdir()
    with pytest.raises(UsageError, match="no folder candidates"):
        dossiers()
    Path("candidates").touch()
    with pytest.raises(UsageError, match="candidates is no folder"):
        dossiers()


def test_who_asks_about_the_criteria_needs_no_dossiers(here):
    """The criteria are written before anyone can submit."""
    assert dossiers("criteria/meals.yaml") == ["candidates/alpha.yaml", "candidates/beta.yaml"]
    for name in ("alpha", "beta"):
        Path(f"candidates/{name}.yaml").unlink()
    assert dossiers("criteria/meals.yaml") == []
    Path("candidates").rmdir()
    assert dossiers("criteria/meals.yaml") == []
