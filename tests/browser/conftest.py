"""Pages opened in headless Chromium, and what they hold once their script has run."""

import shutil
import subprocess

import pytest

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
LINE = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--virtual-time-budget=30000",
)  # fmt: skip


@pytest.fixture
def browser(tmp_path):
    """Opens a page, given as text, with some options, and returns what the browser says."""
    if BROWSER is None:
        pytest.skip("needs Chromium: chromium, chromium-browser or google-chrome on the PATH")

    def opened(page, *options, part=""):
        file = tmp_path / "page.html"
        file.write_text(page, encoding="utf-8", newline="\n")
        profile = f"--user-data-dir={tmp_path / 'profile'}"
        line = [BROWSER, profile, *LINE, *options, file.as_uri() + part]
        done = subprocess.run(line, capture_output=True, encoding="utf-8", timeout=120)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return opened


@pytest.fixture
def dom(browser):
    """Opens a page and returns its elements as text again."""
    return lambda page: browser(page, "--dump-dom")


@pytest.fixture
def printed(browser, tmp_path):
    """Prints the part of a page that a link leads to, and returns the text of each sheet."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext, of poppler-utils")

    def pages(page, part):
        file = tmp_path / "page.pdf"
        browser(page, "--no-pdf-header-footer", f"--print-to-pdf={file}", part=part)
        line = ["pdftotext", "-layout", file, "-"]
        text = subprocess.run(line, capture_output=True, encoding="utf-8", timeout=60, check=True).stdout
        return text.removesuffix("\f").split("\f")

    return pages
