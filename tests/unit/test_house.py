"""The rules of the house that a machine can hold: see CONTRIBUTING.md."""

import ast
import importlib.metadata
import importlib.resources
import os
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

import stratsel

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "stratsel"
MODULES = sorted(SOURCE.rglob("*.py"))

REFUSED_WORDS = {"indicator", "utility", "score", "metric", "voter", "bundle", "mtx"}
REFUSED_FORMS = REFUSED_WORDS | {"utilities"} | {f"{word}s" for word in REFUSED_WORDS}
LONGEST_COMMAND, LONGEST_FUNCTION, LONGEST_FILE = 25, 45, 350
HEAVY = {"numpy", "pandas", "scipy", "matplotlib"}

type_of_function = (ast.FunctionDef, ast.AsyncFunctionDef)


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(parsed(path)) if isinstance(node, type_of_function))


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the first statement after the docstring to the last."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def docstring_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = function.body[0]
    return first.end_lineno - first.lineno + 1 if ast.get_docstring(function) is not None else 0


# --- (a) each module has its test -----------------------------------------------------------------


def mirrors(module: Path) -> list[Path]:
    """Where the test of a module may be; a command's test is beside the other commands' tests."""
    inside = module.relative_to(SOURCE)
    name = f"test_{inside.name}"
    places = [ROOT / "tests" / "unit" / inside.parent / name]
    if inside.parts[0] == "cli":
        places.append(ROOT / "tests" / inside.parent / name)
    return places


def test_each_module_has_its_test():
    expected = [module for module in MODULES if not re.fullmatch(r"__\w+__\.py", module.name)]
    missing = [shown(mirrors(module)[0]) for module in expected if not any(map(Path.is_file, mirrors(module)))]
    assert not missing, "to be written:\n" + "\n".join(missing)


# --- (b) words ------------------------------------------------------------------------------------


def defined_names(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name, node.lineno
            case ast.arg():
                yield node.arg, node.lineno
            case ast.Name(ctx=ast.Store()):
                yield node.id, node.lineno
            case ast.Attribute(ctx=ast.Store()):
                yield node.attr, node.lineno
            case ast.alias(asname=str()):
                yield node.asname, node.lineno


def words(name: str) -> set[str]:
    """`best_TotalScore` is best, total, score; `geometric` is one word and holds no metric."""
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


@pytest.mark.parametrize(
    ("name", "refused"),
    [
        ("total_score", True),
        ("TotalScores", True),
        ("utilities", True),
        ("geometric_mean", False),
        ("underscore", False),
    ],
)
def test_refused_words_are_whole_words(name, refused):
    assert bool(words(name) & REFUSED_FORMS) is refused


def test_names_use_the_words_of_the_house():
    found = [
        f"{shown(module)}:{line}: {name}"
        for module in MODULES
        for name, line in defined_names(parsed(module))
        if words(name) & REFUSED_FORMS
    ]
    found += [shown(module) for module in MODULES if words(module.stem) & REFUSED_FORMS]
    assert not found, "\n".join(found)


# --- (c) sizes ------------------------------------------------------------------------------------


def test_commands_are_thin():
    found = [
        f"{shown(module)}:{function.lineno}: {function.name} has {body_lines(function)} lines"
        for module in sorted((SOURCE / "cli").glob("*.py"))
        for function in functions(module)
        if body_lines(function) > LONGEST_COMMAND
    ]
    assert not found, "\n".join(found)


def test_functions_are_short():
    """Docstrings do not count: they have shapes, units and sources to give."""
    lengths = [
        (module, function, function.end_lineno - function.lineno + 1 - docstring_lines(function))
        for module in MODULES
        for function in functions(module)
    ]
    found = [
        f"{shown(module)}:{function.lineno}: {function.name} has {length} lines"
        for module, function, length in lengths
        if length > LONGEST_FUNCTION
    ]
    assert not found, "\n".join(found)


def test_files_are_short():
    lengths = {shown(module): len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES}
    found = [f"{name} has {length} lines" for name, length in lengths.items() if length > LONGEST_FILE]
    assert not found, "\n".join(found)


# --- (d) codes ------------------------------------------------------------------------------------


def test_codes_are_written_in_one_place():
    found = [
        f"{shown(module)}:{number}: {line.strip()}"
        for module in MODULES
        if module != SOURCE / "diagnostics" / "codes.py"
        for number, line in enumerate(module.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(r"\bST\d{3}\b", line)
    ]
    assert not found, "use the name from diagnostics/codes.py:\n" + "\n".join(found)


# --- (e) what is loaded when ----------------------------------------------------------------------


def loaded_by(arguments: list[str], folder: Path) -> tuple[set[str], subprocess.CompletedProcess[str]]:
    """The top-level packages that an interpreter loads for these arguments, and how it ended."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "100"},
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    names = re.findall(r"^import time: .*\| +(\S+)$", done.stderr, flags=re.MULTILINE)
    return {name.partition(".")[0] for name in names}, done


def test_import_loads_nothing_heavy(tmp_path):
    loaded, done = loaded_by(["-c", "import stratsel; print(stratsel.__name__)"], tmp_path)
    assert (done.returncode, done.stdout.strip()) == (0, "stratsel")
    assert "stratsel" in loaded
    assert not loaded & (HEAVY | {"rich"})


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(option, tmp_path):
    loaded, done = loaded_by(["-m", "stratsel", option], tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout
    assert not loaded & (HEAVY | {"rich"})


def test_check_loads_nothing_heavy(tmp_path):
    """Without `decision.yaml` and `portfolio.yaml`, which are judged on values."""
    for part in ("criteria", "candidates"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copy(ROOT / "sources.yaml", tmp_path)
    loaded, done = loaded_by(["-m", "stratsel", "check"], tmp_path)
    assert done.returncode in {0, 1}, done.stderr[-2000:]
    assert "stratsel.intake" in done.stderr
    assert not loaded & HEAVY


# --- (f) what is installed ------------------------------------------------------------------------


def test_types_are_shipped():
    assert (importlib.resources.files("stratsel") / "py.typed").is_file()


def test_each_catalogue_is_shipped_compiled():
    for source in SOURCE.glob("language/locale/*/LC_MESSAGES/stratsel.po"):
        inside = source.relative_to(SOURCE).with_suffix(".mo").as_posix()
        assert (importlib.resources.files("stratsel") / inside).is_file(), inside


def test_each_page_is_shipped():
    for page in SOURCE.glob("diagnostics/pages/*.md"):
        inside = page.relative_to(SOURCE).as_posix()
        assert (importlib.resources.files("stratsel") / inside).is_file(), inside


def test_version_is_written_once():
    about = runpy.run_path(str(SOURCE / "__about__.py"))
    assert importlib.metadata.version("stratsel") == about["__version__"]


@pytest.mark.skipif(os.environ.get("STRATSEL_TEST_WHEEL") != "1", reason="the tree is tested, not the wheel")
def test_the_wheel_is_tested_and_not_the_tree():
    assert not Path(stratsel.__file__).resolve().is_relative_to(ROOT / "src")


# --- dependencies ---------------------------------------------------------------------------------


def pinned(name: str) -> dict[str, str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return dict(line.lower().split("==") for line in lines if not line.startswith("#"))


def test_lowest_constraints_are_current():
    made = runpy.run_path(str(ROOT / ".ci" / "lowest.py"))["lowest"]
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert (ROOT / "constraints-lowest.txt").read_text(encoding="utf-8") == made(pyproject), "run: make lowest"


def test_constraints_pin_every_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())]
    names = {re.match(r"[\w.-]+", requirement)[0].lower() for requirement in wanted}
    assert names <= pinned("constraints.txt").keys(), "run: make constraints"
