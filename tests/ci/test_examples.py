"""The examples of the page about CI are well formed, and give a submission no rights."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
EXAMPLES = [yaml.safe_load(text) for text in re.findall(r"^```yaml\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)]
WORKFLOWS = [each for each in EXAMPLES if isinstance(each, dict) and "jobs" in each]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def test_every_service_has_its_example():
    assert len(WORKFLOWS) == 1
    assert sum("repos" in each for each in EXAMPLES) == 1
    assert sum("artifacts" in each.get("stratsel", {}) for each in EXAMPLES if isinstance(each, dict)) == 1


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_a_workflow_may_read_and_no_more(workflow):
    events = workflow[True]  # YAML 1.1 reads the key `on` as a boolean
    assert set(events) == {"pull_request"}
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 30
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


def test_the_action_gets_inputs_that_it_has():
    used = [
        step
        for workflow in WORKFLOWS
        for job in workflow["jobs"].values()
        for step in job["steps"]
        if "/stratsel@" in step.get("uses", "")
    ]
    assert used
    for step in used:
        assert set(step["with"]) <= set(ACTION["inputs"])


def test_the_example_fetches_the_base_and_keeps_no_token():
    (checkout,) = [step for step in WORKFLOWS[0]["jobs"]["check"]["steps"] if "checkout" in step["uses"]]
    assert checkout["with"] == {"fetch-depth": 2, "persist-credentials": False}
