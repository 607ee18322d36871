"""The paper as a document of Word, from the optional extra `reports`: its headings, lists and tables are Word's own.

Without a template it has the form of Decree 30/2020/NĐ-CP. With one, the paper follows the template's own text, in its
styles where it has those of that name. What is not official takes of a template its styles and margins alone: no
letterhead, no number, no signature.
"""

from collections.abc import Sequence

from stratsel.report.document import Document
from stratsel.report.options import PaperOptions
from stratsel.results.paper import Paper


def write(paper: Paper, documents: Sequence[Document], options: PaperOptions) -> bytes:
    """Return the documents as one file, each from a page of its own; the same bytes for the same documents.

    Raises:
        UsageError: the template is no document of Word.
    """
    from stratsel.report.formats.word.writing import written

    return written(paper.ranking.round, documents, options.template)
