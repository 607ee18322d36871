import pytest

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.page import Mark, parse_page
from stratsel.terms import Severity

PAGE = """\
---
name: tag
severity: warning
since: 0.1.0
message.en: a tag: `{tag}`
message.vi: thẻ `{tag}`
help.en: delete it
help.vi: xóa
near.en: write `{near}`
near.vi: ghi `{near}`
---
## en
Why.

How.

## vi
Vì sao.

## example
```yaml candidates/a.yaml part
title: !x A  # warning: ST113 col=8, error: ST110 col=1
## no heading: in a file
```
```yaml sources.yaml expect=ST103@4:3,ST113@5:1
text
```

## fix
```yaml candidates/a.yaml
title: A
```
"""


@pytest.fixture
def page():
    return parse_page(Code.TAG, PAGE)


def test_front_matter(page):
    assert (page.name, page.severity, page.since) == ("tag", Severity.WARNING, "0.1.0")
    assert page.message == {"en": "a tag: `{tag}`", "vi": "thẻ `{tag}`"}
    assert page.help["vi"] == "xóa"
    assert page.near["en"] == "write `{near}`"
    assert page.related == {}
    assert page.is_shown


def test_bodies(page):
    assert page.body == {"en": "Why.\n\nHow.", "vi": "Vì sao."}


def test_blocks(page):
    first, second = page.examples
    assert (first.path, first.is_part) == ("candidates/a.yaml", True)
    assert first.text.endswith("## no heading: in a file\n")
    assert (second.path, second.is_part, second.text) == ("sources.yaml", False, "text\n")
    (fix,) = page.fixes
    assert (fix.path, fix.text, fix.marks) == ("candidates/a.yaml", "title: A\n", ())


def test_marks(page):
    first, second = page.examples
    assert first.marks == (Mark(Code.TAG, Severity.WARNING, 1, 8), Mark(Code.DUPLICATE_KEY, Severity.ERROR, 1, 1))
    assert second.marks == (
        Mark(Code.UNCLOSED_QUOTE, Severity.WARNING, 4, 3),
        Mark(Code.TAG, Severity.WARNING, 5, 1),
    )


def test_a_page_may_be_without_an_example():
    page = parse_page(Code.TAG, PAGE.split("## example", maxsplit=1)[0].replace("since", "example: files\nsince"))
    assert not page.is_shown
    assert page.examples == page.fixes == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name: tag\n",
        PAGE.replace("name: tag\n", ""),
        PAGE.replace("name: tag", "nickname: tag"),
        PAGE.replace("name: tag", "name: tag\nname: tag"),
        PAGE.replace("help.en", "help.fr"),
        PAGE.replace("help.en: delete it", "help.en"),
        PAGE.replace("severity: warning", "severity: grave"),
        PAGE.split("---\n## en", maxsplit=1)[0],
    ],
)
def test_a_page_of_another_form_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - also that of an unknown severity
        parse_page(Code.TAG, text)
