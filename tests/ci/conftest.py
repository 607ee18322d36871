"""Real git repositories with a round in them, and submissions merged into it as a forge merges them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SMALL_ROUND = ROOT / "tests" / "small-round"
SCRIPT = ROOT / ".ci" / "check-submission"


class Repository:
    """A repository whose branch `main` holds the small round; the branch `submission` is checked out."""

    def __init__(self, folder, within="rounds/2025"):
        self.folder = folder / "repository"
        self.round = self.folder / within
        self.within = within
        self.temporary = folder / "temporary"
        self.temporary.mkdir()
        shutil.copytree(SMALL_ROUND, self.round)
        self.environment = {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "TMPDIR": str(self.temporary),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Lan",
            "GIT_AUTHOR_EMAIL": "lan@example.org",
            "GIT_COMMITTER_NAME": "Lan",
            "GIT_COMMITTER_EMAIL": "lan@example.org",
            "CHECK_PATH": within,
        }
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit()
        self.git("checkout", "--quiet", "-b", "submission")

    def git(self, *arguments):
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env=self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def commit(self):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "A step")

    def put(self, file, content):
        """Write a file of the round."""
        path = self.round / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def edit(self, file, old, new):
        text = (self.round / file).read_text(encoding="utf-8")
        assert text.count(old) == 1
        self.put(file, text.replace(old, new))

    def add_dossier(self, name="gamma", old="", new=""):
        """Add a dossier like that of beta, changed at one place."""
        text = (SMALL_ROUND / "candidates" / "beta.yaml").read_text(encoding="utf-8")
        assert not old or text.count(old) == 1
        self.put(f"candidates/{name}.yaml", text.replace("id: beta", f"id: {name}").replace(old, new))

    def on_base(self):
        """Change `main` from here on; `commit` and `on_submission` lead back."""
        self.git("checkout", "--quiet", "main")

    def on_submission(self):
        """Begin the submission anew, from what `main` has now."""
        self.commit()
        self.git("checkout", "--quiet", "-B", "submission")

    def merge(self):
        """Commit what was changed, and merge it as GitHub does for a pull request; return the merge's id."""
        self.commit()
        self.git("checkout", "--quiet", "--detach", "main")
        self.git("merge", "--quiet", "--no-ff", "--message", "Merge", "submission")
        return self.git("rev-parse", "HEAD")

    def check(self, *revisions, **settings):
        """Run the script on a merge of what was changed, or on two revisions."""
        if not revisions:
            merge = self.merge()
            revisions = (f"{merge}^1", merge)
        return subprocess.run(
            ["bash", SCRIPT, *revisions],
            cwd=self.folder,
            env={**self.environment, **settings},
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=60,
        )


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path)


@pytest.fixture
def repository_of_one_round(tmp_path):
    """One whose top is the round's folder."""
    return Repository(tmp_path, ".")
