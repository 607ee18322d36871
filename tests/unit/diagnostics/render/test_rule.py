"""The page of a code, as text and as Markdown."""

import pytest

from stratsel.diagnostics.catalogue import rule, rules
from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.render.rule import listing, markdown, page


def test_a_page_says_what_why_and_how():
    assert page(rule(Code.UNKNOWN_KEY), "en") == (
        "ST202 unknown-key (error, since 0.1.0)\n"
        "\n"
        "Message: `{key}` is not a key of this place\n"
        "Cure: delete it, or begin its name with `x-` to keep it as a remark of your own\n"
        "\n"
        "A key that nobody reads looks as if it counted, and a misspelt one leaves out what was meant.\n"
        "So unknown keys are refused instead of passed over.\n"
        "Correct the spelling, or give the key a name beginning with `x-`: such keys are yours, "
        "and nothing is read from them.\n"
        "\n"
        "Example: candidates/alpha.yaml\n"
        "    sumary: A kitchen beside the market.  # error: ST202 col=1\n"
        "\n"
        "Mended: candidates/alpha.yaml\n"
        "    summary: A kitchen beside the market.\n"
        "    x-telephone: ask Mrs Lan\n"
    )


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_code_has_a_page_in_every_language(language):
    for each in rules():
        for said in (each.message[language], each.help[language], each.body[language].splitlines()[0]):
            assert said in page(each, language)
        assert each.body[language] in markdown(each, language)
        assert markdown(each, language).count("```") == 2 * len(each.examples + each.fixes)


def test_the_list_has_a_line_for_each_code_in_columns():
    lines = listing(rules(), "en").splitlines()
    assert [line.split()[0] for line in lines] == sorted(Code)
    names = {line.index(each.name) for line, each in zip(lines, rules(), strict=True)}
    messages = {line.index(each.message["en"]) for line, each in zip(lines, rules(), strict=True)}
    assert len(names) == len(messages) == 1


def test_no_code_is_no_line():
    assert listing([], "en") == ""
