"""The action for GitHub: no expression in the text of a command, no other event, no module out of the checkout."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = ACTION["runs"]["steps"]
SCRIPT = (ROOT / ".ci" / "check-submission").read_text(encoding="utf-8")
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def run(step, environment, folder):
    """Run the text of a step as the runner does."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", STEPS[step]["run"]],
        cwd=folder,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=60,
    )


def test_expressions_stand_in_the_environment_only():
    for step in STEPS:
        assert set(step) <= {"name", "shell", "env", "run"}
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]


def test_the_action_calls_no_other():
    assert ACTION["runs"]["using"] == "composite"
    assert not any("uses" in step for step in STEPS)


@pytest.mark.parametrize("event", ["pull_request_target", "push", "workflow_run", "merge_group", "", "pull_request\n"])
def test_other_events_are_refused(event, tmp_path):
    done = run(0, {"EVENT": event}, tmp_path)
    assert done.returncode == 2
    assert done.stdout.startswith("::error title=stratsel::")


def test_a_pull_request_is_taken(tmp_path):
    done = run(0, {"EVENT": "pull_request"}, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_python_does_not_look_into_the_checkout():
    """Without -I, `python3 -m venv` would run a venv.py that a pull request put at the top of the repository."""
    calls = re.findall(r"\bpython3? (?:-\S+ )+", STEPS[1]["run"])
    assert len(calls) == 2
    assert all(call.split()[1] == "-I" for call in calls)


def test_what_is_installed_is_the_action_s_own_source_with_pinned_dependencies():
    assert STEPS[1]["run"].rstrip().endswith('"$GITHUB_ACTION_PATH"')
    assert "PIP_CONSTRAINT=" in STEPS[1]["run"]
    assert (ROOT / "constraints.txt").is_file()


def test_each_input_reaches_the_script():
    passed = {name: re.findall(r"inputs\.([a-z-]+)", value) for name, value in STEPS[2]["env"].items()}
    assert sorted(name for names in passed.values() for name in names) == sorted(ACTION["inputs"])
    said = set(re.findall(r"^#   (CHECK_[A-Z_]+) ", SCRIPT, flags=re.MULTILINE))
    assert set(passed) == said
    for name, inputs in passed.items():
        assert inputs in ([], [name.removeprefix("CHECK_").lower().replace("_", "-")])


def test_each_input_has_a_default_and_is_in_the_manual():
    for name, said in ACTION["inputs"].items():
        assert isinstance(said["default"], str)
        assert f"| `{name}`" in PAGE


@pytest.mark.slow
@pytest.mark.parametrize(("level", "code"), [("1", 0), ("9", 1)])
def test_the_last_step_checks_the_merge_against_its_first_parent(level, code, repository, tmp_path):
    repository.add_dossier(old="level: 1", new=f"level: {level}")
    merge = repository.merge()
    tool = tmp_path / "stratsel" / "bin" / "stratsel"
    tool.parent.mkdir(parents=True)
    tool.symlink_to(Path(sys.executable).parent / "stratsel")
    environment = {
        **{name: said["default"] for name, said in inputs_by_variable().items()},
        "CHECK_PATH": repository.within,
        "CHECK_AUTHOR": "lan",
        "GITHUB_ACTIONS": "true",
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_SHA": merge,
        "RUNNER_TEMP": str(tmp_path),
        "TMPDIR": str(tmp_path),
    }
    done = run(2, environment, repository.folder)
    assert done.returncode == code, done.stderr
    assert ("::error title=ST408 " in done.stdout) == (code == 1)


def inputs_by_variable():
    return {f"CHECK_{name.upper().replace('-', '_')}": said for name, said in ACTION["inputs"].items()}


def test_a_checkout_without_the_base_says_what_to_do(repository, tmp_path):
    merge = repository.merge()
    shallow = tmp_path / "shallow"
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.folder}", str(shallow))
    environment = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_SHA": merge,
        "RUNNER_TEMP": str(tmp_path),
    }
    done = run(2, {**repository.environment, **environment}, shallow)
    assert done.returncode == 2
    assert "fetch-depth: 2" in done.stdout


def test_two_commits_of_history_are_enough(repository, tmp_path):
    (repository.round / "criteria" / "meals.yaml").unlink()
    merge = repository.merge()
    shallow = tmp_path / "shallow"
    repository.git("clone", "--quiet", "--depth=2", f"file://{repository.folder}", str(shallow))
    environment = {"GITHUB_ACTION_PATH": str(ROOT), "GITHUB_SHA": merge, "RUNNER_TEMP": str(tmp_path)}
    done = run(2, {**repository.environment, **environment}, shallow)
    assert done.returncode == 1
    assert done.stderr.startswith("rounds/2025/criteria/meals.yaml: ")
