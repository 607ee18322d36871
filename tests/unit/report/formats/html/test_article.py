from dataclasses import replace

from stratsel.report.document import Document, Heading, Paragraph
from stratsel.report.formats.html.article import Article


def test_the_document_is_divided_at_its_headings(small):
    article = Article(small.paper, small.documents[0])
    assert (article.title, article.introduction) == ("Tools of the year", "made for a test")
    assert [(part.title, part.is_order) for part in article.parts] == [
        ("The order", True),
        ("Reasons", False),
    ]
    assert article.name == "English"


def test_what_stands_before_the_first_heading_is_kept(small):
    """Also where nobody asked for a section."""
    blocks = (Heading(1, "Tools"), Paragraph("one"), Paragraph("two"))
    article = Article(small.paper, Document("en", "", blocks))
    assert article.introduction == "one"
    assert [(part.title, [view.text for view in part.views]) for part in article.parts] == [("", ["two"])]
    assert not article.has_order


def test_a_name_that_two_candidates_have_leads_nowhere(small):
    """Saw is called Hammer too: their rows stay without a link, File's has one."""
    first, second, *rest = small.ranking.candidates
    ranking = replace(small.ranking, candidates=(first, replace(second, title=first.title), *rest))
    article = Article(replace(small.paper, ranking=ranking), small.documents[0])
    (order,) = [view for view in article.parts[0].views if view.kind == "table"]
    links = {cell.text: cell.link for group in order.groups for row in group if isinstance(row, tuple) for cell in row}
    assert (links["Hammer"], links["File"]) == ("", "en-total-c")


def test_totals_lead_to_what_the_parts_quote(small):
    article = Article(small.paper, small.documents[0])
    (cited,) = article.totals[0].rows[0].cited_for
    quoted = [
        text.anchor
        for part in article.parts
        for view in part.views
        if view.kind == "entries"
        for _, texts in view.entries
        for text in texts
        if text.place == "candidates/a.yaml:10"
    ]
    assert cited.anchor in quoted and cited.anchor
