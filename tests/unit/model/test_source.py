import pytest
from pydantic import ValidationError

from stratsel.model.source import Source, Sources

BARE = {"title": "t", "publisher": "p", "date": "2025-09", "grade": "press"}


def source(**changes):
    return Source.model_validate({**BARE, **changes})


@pytest.mark.parametrize("url", ["https://example.org/a?b=c&d=e#f", "http://x.vn", "https://vi.example.vn/bếp"])
def test_web_addresses(url):
    assert source(url=url).url == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "www.x.org",
        "//x.org",
        "HTTPS://x.org",
        "https://",
        "https://x.org/a b",
        "https://x.org\nx",
        " https://x.org",
        "",
        5,
    ],
)
def test_no_other_scheme_becomes_a_link(url):
    with pytest.raises(ValidationError):
        source(url=url)


@pytest.mark.parametrize("grade", ["official", "press", "company", "secondary"])
def test_grades(grade):
    assert source(grade=grade).grade == grade


def test_the_date_may_be_unknown_but_not_left_out():
    assert source(date="unknown").dated is None
    assert source().dated == "2025-09"
    assert source(date=2025).dated == "2025"
    with pytest.raises(ValidationError):
        Source.model_validate({name: value for name, value in BARE.items() if name != "date"})


def test_a_file_of_sources():
    sources = Sources.model_validate({"stratsel": "sources/1", "sources": {"vns": BARE}})
    assert sources.sources["vns"].publisher == "p"
    assert Sources.model_validate({"stratsel": "sources/1"}).sources == {}
    with pytest.raises(ValidationError):
        Sources.model_validate({"stratsel": "sources/2"})
