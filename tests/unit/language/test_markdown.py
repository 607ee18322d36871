"""Foreign text in Markdown."""

import pytest

from stratsel.language.markdown import WORD_JOINER, code, escape


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain words, 38.6 points", "plain words, 38.6 points"),
        ("38.6 points", "38.6 points"),
        ("+3.1 more", "+3.1 more"),
        ("a|b", r"a\|b"),
        ("*a* _b_ snake_case", r"\*a\* \_b\_ snake_case"),
        ("__a__ a__b a_1", r"\_\_a\_\_ a\_\_b a_1"),
        ("[x](y)", r"\[x\](y)"),
        ("<b>", r"\<b\>"),
        ("`x`", r"\`x\`"),
        ("a\\b", r"a\\b"),
        ("# a", r"\# a"),
        ("- a", r"\- a"),
        ("---", r"\---"),
        ("===", r"\==="),
        ("12. a", r"12\. a"),
        ("12) a", r"12\) a"),
        ("12.", r"12\."),
        ("www.example.org", r"www\.example.org"),
        ("WWW.EXAMPLE.ORG", r"WWW\.EXAMPLE.ORG"),
        ("https://example.org", r"https\://example.org"),
        ("a@b.org", f"a@{WORD_JOINER}b.org"),
        ("#7", f"\\#{WORD_JOINER}7"),
        ("&lt; R&D", r"\&lt; R&D"),
        ("US$10", r"US\$10"),
        ("one\ntwo", r"one\\ntwo"),
    ],
)
def test_escape(text, escaped):
    assert escape(text) == escaped


@pytest.mark.parametrize(
    ("text", "shown"), [("a.yaml:3", "`a.yaml:3`"), ("a`b", "`` a`b ``"), ("``a", "``` ``a ```"), ("a\nb", "`a\\nb`")]
)
def test_code(text, shown):
    assert code(text) == shown
