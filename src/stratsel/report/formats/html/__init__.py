"""The paper as one page of HTML that needs no network: all languages, figures, and sliders for “what if”.

Nothing from a file becomes markup: the templates escape, and the page's own policy lets nothing run or load but the
style and the script whose hashes it carries.
"""

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from stratsel.report.document import Document
from stratsel.report.formats.html.article import Article
from stratsel.report.formats.html.sliders import payload_json
from stratsel.report.options import PaperOptions
from stratsel.results.paper import Paper

SCRIPTS = ("what_if.js", "page.js")
STYLE = "style.css"


def write(paper: Paper, documents: Sequence[Document], options: PaperOptions) -> bytes:
    """Return the page; the first document is the one that is seen first.

    `options` are those of other formats: a page has no letterhead, and its figures are always inside.
    """
    style, script = resource(STYLE), "\n".join(map(resource, SCRIPTS))
    articles = [Article(paper, document) for document in documents]
    page = _template("page.html.j2").render(
        articles=articles,
        payload=payload_json(paper.what_if),
        policy=policy(style, script),
        style=style,
        script=script,
    )
    return page.encode()


def policy(style: str, script: str) -> str:
    """Return the content security policy of a page with one style and one script."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_digest(script)}'",
            f"style-src '{_digest(style)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def resource(name: str) -> str:
    """Return the text of a file that the package brings for the page."""
    return (files(__name__) / name).read_text(encoding="utf-8")


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=FunctionLoader(resource),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)
