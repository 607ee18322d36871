"""A submission is checked by the rules of the branch that it wants to join."""

import pytest

pytestmark = pytest.mark.slow  # each check runs the tool once for the base and once for the submission

OWN = {"CHECK_OWN_DOSSIER_ONLY": "true"}
ON_GITHUB = {"GITHUB_ACTIONS": "true"}
CRITERIA = "criteria/meals.yaml"


def test_a_sound_dossier_passes_and_nothing_is_left_behind(repository):
    repository.add_dossier()
    done = repository.check()
    assert (done.returncode, done.stdout) == (0, "")
    assert list(repository.temporary.iterdir()) == []
    assert repository.git("status", "--porcelain") == ""


def test_a_finding_is_placed_as_the_repository_names_the_file(repository):
    repository.add_dossier(old="level: 1", new="level: 9")
    done = repository.check()
    line, column = 7, len("  menu: {level: ") + 1
    assert done.returncode == 1
    assert done.stdout.startswith(f"rounds/2025/candidates/gamma.yaml:{line}:{column}: ST408 ")
    assert len(done.stdout.splitlines()) == 1


def test_a_round_may_be_the_whole_repository(repository_of_one_round):
    repository_of_one_round.add_dossier(old="level: 1", new="level: 9")
    done = repository_of_one_round.check()
    assert done.returncode == 1
    assert done.stdout.startswith("candidates/gamma.yaml:7:")


def test_the_rules_are_those_of_the_base_and_not_those_where_the_submission_began(repository):
    repository.add_dossier(old="level: 1", new="level: 4")
    repository.commit()
    repository.on_base()
    repository.edit(CRITERIA, ", 4: Proven", "")
    repository.commit()
    done = repository.check("main", "submission")
    assert done.returncode == 1
    assert done.stdout.startswith("rounds/2025/candidates/gamma.yaml:7:")


def test_attributes_of_a_submission_do_not_change_what_is_read(repository_of_one_round):
    repository_of_one_round.add_dossier(old="A caterer of the town", new="A caterer, $Id$")
    merge = repository_of_one_round.merge()
    repository_of_one_round.put(".gitattributes", "*.yaml working-tree-encoding=UTF-16 ident filter=lfs\n")
    done = repository_of_one_round.check(f"{merge}^1", merge)
    assert (done.returncode, done.stdout) == (0, "")


def test_no_module_of_a_submission_is_run(repository_of_one_round, tmp_path):
    mark = tmp_path / "run"
    for module in ("yaml", "stratsel", "sitecustomize"):
        repository_of_one_round.put(f"{module}.py", f"open({str(mark)!r}, 'w')\n")
    repository_of_one_round.add_dossier()
    assert repository_of_one_round.check().returncode == 0
    assert not mark.exists()


def test_a_removed_dossier_passes_where_nobody_names_it(repository):
    (repository.round / "candidates" / "beta.yaml").unlink()
    assert repository.check().returncode == 0


def test_a_removed_dossier_is_missed_where_the_base_names_it(repository):
    repository.on_base()
    opinion = "stratsel: assessor/1\nid: council\nagency: council\nopinions:\n  beta: {opinion: for}\n"
    repository.put("panel/council.yaml", opinion)
    repository.on_submission()
    (repository.round / "candidates" / "beta.yaml").unlink()
    done = repository.check()
    assert done.returncode == 1
    assert done.stdout.startswith("rounds/2025/panel/council.yaml:5:3: ")


def test_a_renamed_dossier_is_one_gone_and_one_come(repository):
    repository.git("mv", "rounds/2025/candidates/beta.yaml", "rounds/2025/candidates/gamma.yaml")
    done = repository.check()
    assert done.returncode == 1
    assert done.stdout.startswith("rounds/2025/candidates/gamma.yaml:2:5: ")
    repository.git("checkout", "--quiet", "submission")
    repository.edit("candidates/gamma.yaml", "id: beta", "id: gamma")
    assert repository.check().returncode == 0


@pytest.mark.parametrize(("level", "code"), [("1", 0), ("9", 1)])
def test_what_was_wrong_before_is_not_held_against_a_submission(level, code, repository):
    repository.on_base()
    repository.edit("candidates/beta.yaml", "level: 1", "level: 8")
    repository.on_submission()
    repository.add_dossier(old="level: 1", new=f"level: {level}")
    done = repository.check()
    assert done.returncode == code
    assert "beta.yaml" not in done.stdout + done.stderr
    assert ("gamma.yaml" in done.stdout) == (code == 1)


def test_rules_in_error_stop_everything(repository):
    repository.on_base()
    repository.edit(CRITERIA, "weight: 60", "weight: -60")
    repository.on_submission()
    repository.add_dossier()
    done = repository.check()
    assert (done.returncode, done.stdout) == (2, "")
    assert "rounds/2025/criteria/meals.yaml:" in done.stderr


def test_the_first_dossier_of_a_round_is_checked(repository):
    repository.on_base()
    for dossier in (repository.round / "candidates").iterdir():
        dossier.unlink()
    repository.on_submission()
    repository.add_dossier(old="level: 1", new="level: 9")
    done = repository.check()
    assert done.returncode == 1
    assert done.stdout.startswith("rounds/2025/candidates/gamma.yaml:7:")


def test_one_of_several_criteria_files_can_be_named(repository):
    repository.on_base()
    repository.put("criteria/other.yaml", (repository.round / CRITERIA).read_text(encoding="utf-8"))
    repository.edit("criteria/other.yaml", "id: meals", "id: other")
    repository.edit("criteria/other.yaml", ", 4: Proven", "")
    repository.on_submission()
    repository.add_dossier(old="level: 1", new="level: 4")
    merge = repository.merge()
    codes = {
        name: repository.check(f"{merge}^1", merge, CHECK_CRITERIA=name).returncode
        for name in ("", "criteria/meals.yaml", "criteria/other.yaml", "criteria/none.yaml")
    }
    assert codes == {"": 2, "criteria/meals.yaml": 0, "criteria/other.yaml": 1, "criteria/none.yaml": 2}


@pytest.mark.parametrize(("strict", "code"), [("false", 0), ("true", 1)])
def test_warnings_reject_where_that_is_wanted(strict, code, repository):
    repository.add_dossier(old="menu: {level: 1, why: By its leaflet.}", new="menu: 1")
    done = repository.check(CHECK_STRICT=strict)
    assert done.returncode == code
    assert " ST216 " in done.stdout


def test_a_huge_dossier_is_a_finding(repository):
    repository.put("candidates/gamma.yaml", "#" * (2 << 20))
    done = repository.check()
    assert done.returncode == 1
    assert " ST120 " in done.stdout


def test_many_dossiers_pass(repository):
    for number in range(300):
        repository.add_dossier(f"many-{number}")
    assert repository.check().returncode == 0


def test_a_new_dossier_is_one_s_own(repository):
    repository.add_dossier()
    assert repository.check(**OWN).returncode == 0


def test_one_s_own_dossier_has_the_id_of_its_file(repository):
    repository.add_dossier()
    repository.edit("candidates/gamma.yaml", "id: gamma", "id: alpha")
    done = repository.check(**OWN)
    assert done.returncode == 1
    assert done.stdout.startswith("rounds/2025/candidates/gamma.yaml:2:5: ")


def test_allowed_files_come_along(repository):
    text = (repository.round / "candidates" / "alpha.yaml").read_text(encoding="utf-8").replace("alpha", "gamma")
    repository.put("candidates/gamma.yaml", text.replace("visit: {title", "visit: {text: sources/visit.txt, title"))
    repository.put("sources/visit.txt", "They cook a different dish each day.\n")
    merge = repository.merge()
    assert repository.check(f"{merge}^1", merge, **OWN, CHECK_ALLOW="\n  sources/\n").returncode == 0
    done = repository.check(f"{merge}^1", merge, **OWN)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("rounds/2025/sources/visit.txt: ")


def test_allowed_files_are_added_and_not_changed_beside_one_s_own_dossier(repository):
    repository.edit("sources.yaml", "District gazette", "Gazette")
    repository.add_dossier()
    merge = repository.merge()
    assert repository.check(f"{merge}^1", merge, CHECK_ALLOW="sources.yaml").returncode == 0
    done = repository.check(f"{merge}^1", merge, **OWN, CHECK_ALLOW="sources.yaml")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("rounds/2025/sources.yaml: ")


def test_github_gets_annotations(repository, tmp_path):
    repository.add_dossier(old="level: 1", new="level: 9")
    page = tmp_path / "page.md"
    done = repository.check(**ON_GITHUB, GITHUB_STEP_SUMMARY=str(page))
    assert done.returncode == 1
    (line,) = done.stdout.splitlines()
    assert line.startswith("::error title=ST408 ")
    assert ",file=rounds/2025/candidates/gamma.yaml,line=7," in line
    assert "ST408" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(("level", "code"), [("1", 0), ("9", 1)])
def test_the_sheet_for_the_proposer_goes_to_the_page(level, code, repository, tmp_path):
    repository.add_dossier(old="level: 1", new=f"level: {level}")
    page = tmp_path / "page.md"
    done = repository.check(**ON_GITHUB, **OWN, GITHUB_STEP_SUMMARY=str(page), CHECK_FEEDBACK="true")
    assert done.returncode == code
    sheet = page.read_text(encoding="utf-8")
    assert "gamma" in sheet
    assert sheet.count("ST408") == code
