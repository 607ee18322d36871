"""The formats of the paper, each by the ending of its files."""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import PurePath

from stratsel.errors import UsageError
from stratsel.language.catalogue import N_
from stratsel.report.document import Document
from stratsel.report.options import PaperOptions
from stratsel.results.paper import Paper

ENDINGS = {
    ".md": "markdown",
    ".html": "html",
    ".docx": "docx",
    ".pdf": "pdf",
    ".xlsx": "xlsx",
}
"""The format of a file by its ending."""

NEEDS = {
    "markdown": ("matplotlib",),
    "html": ("matplotlib",),
    "docx": ("docx", "matplotlib"),
    "pdf": ("typst", "matplotlib"),
    "xlsx": ("xlsxwriter",),
}
"""The optional packages that a format is written with."""

INSTALL = "pip install 'stratsel[reports]'"
"""How to have them."""

Files = dict[str, bytes]
"""What is written: the content of the file itself under the empty name, and of others by their way from its folder."""


def format_of(file: PurePath) -> str:
    """Return the format that the ending of a file asks for.

    Raises:
        UsageError: there is none of that ending.
    """
    found = ENDINGS.get(file.suffix.lower())
    if found is None:
        sentence = N_("no format is known by the ending of {file}; there are: {endings}")
        raise UsageError(sentence, file=file.name, endings=", ".join(ENDINGS))
    return found


def check_packages(form: str) -> None:
    """Refuse a format whose packages are not installed.

    Raises:
        UsageError: one of them is missing.
    """
    for package in NEEDS[form]:
        if find_spec(package) is None:
            raise UsageError(
                N_("{format} needs packages that are not installed; install them with: {line}"),
                format=form,
                line=INSTALL,
            )


def write_paper(form: str, paper: Paper, documents: Sequence[Document], options: PaperOptions, stem: str) -> Files:
    """Return a paper in one format, a document for each language; `stem` is the file's name without its ending.

    Raises:
        UsageError: a package is missing.
    """
    check_packages(form)
    if form == "markdown":
        return _markdown(documents, options, stem)
    content: bytes = import_module(f"stratsel.report.formats.{form}").write(paper, documents, options)
    return {"": content}


def _markdown(documents: Sequence[Document], options: PaperOptions, stem: str) -> Files:
    from stratsel.report.formats import markdown

    return markdown.papers(documents, f"{stem}-figures", embed=options.embed)
