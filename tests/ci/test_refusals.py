"""What a submission may not change is refused before anything is checked, whatever it is called."""

import os
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # each check takes a repository and some twenty runs of git

OWN = {"CHECK_OWN_DOSSIER_ONLY": "true"}
ON_GITHUB = {"GITHUB_ACTIONS": "true"}
CRITERIA = "criteria/meals.yaml"


def refused(done):
    """The files that are refused."""
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    return [line.partition(": ")[0] for line in done.stderr.splitlines()]


def without_check(folder, path):
    """A PATH on which `stratsel` finds nothing wrong, for tests of who may change what."""
    stand_in = folder / "stand-in" / "stratsel"
    stand_in.parent.mkdir()
    stand_in.write_text("#!/bin/sh\n", encoding="utf-8")
    stand_in.chmod(0o755)
    return f"{stand_in.parent}{os.pathsep}{path}"


@pytest.mark.parametrize(
    "file",
    ["criteria/other.yaml", "sources.yaml", "decision.yaml", "panel.yaml", "portfolio.yaml", "panel/lan.yaml",
     "sources/visit.txt", "Criteria/meals.yaml", "SOURCES.yaml", "Candidates/gamma.yaml", "candidates/Gamma.yaml",
     "candidates/gamma.yml", "candidates/more/gamma.yaml", "candidates/.gitattributes", "candidates/.gamma.yaml",
     "candidates/gamma--2.yaml", "candidates/notes.md"],
)  # fmt: skip
def test_what_is_no_dossier_of_the_round_is_refused(file, repository):
    repository.add_dossier()
    repository.put(file, "x: 1\n")
    assert refused(repository.check()) == [f"rounds/2025/{file}"]


def test_changed_criteria_are_refused_beside_the_dossier_that_needs_them(repository):
    repository.add_dossier(old="level: 1", new="level: 5")
    repository.edit(CRITERIA, "4: Proven", "4: Proven, 5: Famous")
    assert refused(repository.check()) == ["rounds/2025/criteria/meals.yaml"]


def test_removed_criteria_are_refused(repository):
    (repository.round / CRITERIA).unlink()
    assert refused(repository.check()) == ["rounds/2025/criteria/meals.yaml"]


def test_changes_outside_the_round_are_nobody_s_business_here(repository):
    repository.put("../2024/criteria/meals.yaml", "anything\n")
    repository.put("../../README.md", "anything\n")
    done = repository.check()
    assert (done.returncode, done.stdout) == (0, "")


def test_an_empty_submission_passes(repository):
    assert repository.check().returncode == 0
    assert repository.check(**OWN).returncode == 0


@pytest.mark.parametrize(
    ("target", "settings"),
    [("/etc/passwd", {}), ("alpha.yaml", OWN), ("gamma.yaml", {"CHECK_ALLOW": "candidates\nsources"}),
     ("../../../../.git/config", {})],
)  # fmt: skip
def test_a_link_is_no_dossier(target, settings, repository):
    (repository.round / "candidates" / "gamma.yaml").symlink_to(target)
    assert refused(repository.check(**settings)) == ["rounds/2025/candidates/gamma.yaml"]


def test_a_dossier_that_becomes_a_link_is_refused(repository):
    (repository.round / "candidates" / "beta.yaml").unlink()
    (repository.round / "candidates" / "beta.yaml").symlink_to("alpha.yaml")
    assert refused(repository.check()) == ["rounds/2025/candidates/beta.yaml"]


def test_another_repository_is_no_dossier(repository):
    head = repository.git("rev-parse", "HEAD")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{head},rounds/2025/candidates/gamma.yaml")
    repository.put("../../.gitmodules", '[submodule "x"]\n\tpath = rounds/2025/candidates/gamma.yaml\n\tignore = all\n')
    repository.git("add", ".gitmodules")
    repository.git("commit", "--quiet", "--message", "A link to a repository")
    assert refused(repository.check("main", "submission")) == ["rounds/2025/candidates/gamma.yaml"]


def test_a_folder_of_the_round_does_not_become_a_link(repository):
    for dossier in (repository.round / "candidates").iterdir():
        dossier.unlink()
    (repository.round / "candidates").rmdir()
    (repository.round / "candidates").symlink_to("/etc")
    assert refused(repository.check()) == ["rounds/2025/candidates"]


@pytest.mark.parametrize(
    "name",
    [b"x\n::set-output name=a::b.yaml", b"x\r::error::y.yaml", b"x%0A::warning::y.yaml", b"\x1b[2Jx.yaml",
     b"\xff\xfe.yaml", "\u202exyz.yaml".encode(), b"-rf.yaml", b"$(touch run).yaml", b"`touch run`.yaml", b"a b.yaml",
     b'"; exit 0; ".yaml', b"x,line=9::y.yaml", b"##[set-env name=PATH]x.yaml", b":(top)x.yaml", b"*.yaml"],
)  # fmt: skip
def test_an_odd_name_is_refused_and_stays_a_name(name, repository):
    folder = os.fsencode(repository.round / "candidates")
    Path(os.fsdecode(folder + b"/" + name)).write_bytes(b"x: 1\n")
    done = repository.check(**ON_GITHUB)
    assert (done.returncode, done.stderr) == (1, "")
    (line,) = done.stdout.splitlines()
    assert line.isascii() and line.isprintable()
    command, sentence = line.removeprefix("::").split("::", 1)
    assert command.startswith("error title=stratsel,file=")
    assert command.count(",") == 1
    assert sentence
    assert not (repository.folder / "run").exists()


def test_of_many_refused_files_github_takes_ten(repository):
    for number in range(30):
        repository.put(f"candidates/X{number}.yaml", "x: 1\n")
    done = repository.check(**ON_GITHUB)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert len(lines) == 10
    assert all(line.startswith("::error title=stratsel") for line in lines)
    assert lines[-1].endswith(" 21 more")


def test_another_s_dossier_is_refused(repository):
    repository.edit("candidates/beta.yaml", "level: 1", "level: 0")
    assert refused(repository.check(**OWN)) == ["rounds/2025/candidates/beta.yaml"]


def test_a_removed_dossier_is_refused(repository):
    (repository.round / "candidates" / "beta.yaml").unlink()
    assert refused(repository.check(**OWN)) == ["rounds/2025/candidates/beta.yaml"]


def test_a_renamed_dossier_is_refused(repository):
    repository.git("mv", "rounds/2025/candidates/beta.yaml", "rounds/2025/candidates/gamma.yaml")
    repository.edit("candidates/gamma.yaml", "id: beta", "id: gamma")
    assert refused(repository.check(**OWN)) == ["rounds/2025/candidates/beta.yaml"]


@pytest.mark.parametrize(
    "file", [".github/workflows/check.yml", "README.md", "rounds/2024/candidates/gamma.yaml", "rounds/2025/notes.md"]
)
def test_nothing_else_changes_beside_one_s_own_dossier(file, repository):
    repository.add_dossier()
    path = repository.folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x: 1\n", encoding="utf-8")
    assert refused(repository.check(**OWN)) == [file]


def test_two_new_dossiers_are_one_too_many(repository):
    repository.add_dossier("gamma")
    repository.add_dossier("delta")
    done = repository.check(**OWN)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith(" 2\n")


@pytest.mark.parametrize(
    ("author", "dossier", "code"),
    [("lan", "beta", 0), ("LAN", "beta", 0), ("minh", "beta", 0), ("hoa", "beta", 1), ("", "beta", 1),
     ("l*", "beta", 1), ("lan", "alpha", 1), ("hoa", "gamma", 0), ("hoa", "delta", 1), ("lan", "delta", 0)],
)  # fmt: skip
def test_owners_change_their_dossiers_and_nobody_else_does(author, dossier, code, repository, tmp_path):
    """alpha is given to nobody and there; gamma to nobody and new; delta is new and kept for lan."""
    repository.on_base()
    repository.put("../../owners", "# who owns what\nbeta Lan\tminh\r\ndelta lan")
    repository.on_submission()
    if dossier in ("gamma", "delta"):
        repository.add_dossier(dossier)
    else:
        repository.edit(f"candidates/{dossier}.yaml", f"id: {dossier}", f"id: {dossier} # seen again")
    path = without_check(tmp_path, repository.environment["PATH"])
    done = repository.check(**OWN, CHECK_OWNERS="owners", CHECK_AUTHOR=author, PATH=path)
    assert done.returncode == code, done.stderr


def test_owners_are_those_of_the_base(repository):
    repository.on_base()
    repository.put("../../owners", "beta lan\n")
    repository.on_submission()
    repository.put("../../owners", "beta hoa\n")
    repository.edit("candidates/beta.yaml", "level: 1", "level: 0")
    done = repository.check(**OWN, CHECK_OWNERS="owners", CHECK_AUTHOR="hoa")
    assert refused(done) == ["owners", "rounds/2025/candidates/beta.yaml"]


def test_refusals_speak_the_reader_s_language(repository):
    (repository.round / CRITERIA).unlink()
    merge = repository.merge()
    english, vietnamese = (repository.check(f"{merge}^1", merge, STRATSEL_LANG=each).stderr for each in ("en", "vi"))
    assert "rules of the round" in english
    assert "quy tắc của đợt xét chọn" in vietnamese


@pytest.mark.parametrize(
    "settings",
    [{"CHECK_OWN_DOSSIER_ONLY": "yes"}, {"CHECK_STRICT": "True"}, {"CHECK_FEEDBACK": "1"}, {"CHECK_OWNERS": "none"},
     {"CHECK_PATH": "../x"}, {"CHECK_PATH": "/etc"}, {"CHECK_PATH": "-x"}, {"CHECK_PATH": "a//b"}, {"CHECK_PATH": "*"},
     {"CHECK_PATH": ":(top)"}],
)  # fmt: skip
def test_a_setting_that_means_nothing_is_wrong_use(settings, repository):
    done = repository.check("main", "submission", **settings)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr


@pytest.mark.parametrize("path", ["rounds/2025/", "./rounds/2025", "././rounds/2025//"])
def test_one_folder_may_be_written_in_several_ways(path, repository):
    (repository.round / CRITERIA).unlink()
    assert refused(repository.check(CHECK_PATH=path)) == ["rounds/2025/criteria/meals.yaml"]


@pytest.mark.parametrize("revisions", [("main",), ("main", "nowhere"), ("main~7", "main"), ("--help", "main")])
def test_commits_that_are_not_there_are_wrong_use(revisions, repository):
    done = repository.check(*revisions)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr


def test_histories_without_a_common_commit_are_wrong_use(repository):
    repository.git("checkout", "--quiet", "--orphan", "other")
    repository.add_dossier()
    repository.commit()
    assert repository.check("main", "other").returncode == 2
