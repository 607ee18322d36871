"""Each page of the catalogue: its example yields exactly the marked findings, and its fix yields none."""

import pytest

from stratsel.api import check
from stratsel.diagnostics.catalogue import (
    help_text,
    message,
    placeholders,
    related_note,
    rule,
    rules,
    severity_of,
)
from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.page import LANGUAGES
from stratsel.diagnostics.render import json, text
from stratsel.terms import Severity

SHOWN = [each.code for each in rules() if each.is_shown]


def checked_as(code, folder):
    """Check a round as the findings of a code are asked for: advice is given only on request."""
    return check([folder], advice=rule(code).severity is Severity.ADVICE)


def found(checked, folder, shifts):
    """Return file, line, column, code and severity of every finding, as the page counts its lines."""
    return sorted(
        (file, each.where.span.line - shifts.get(file, 0), each.where.span.column, each.code, severity_of(each))
        for each in checked.findings
        for file in [each.where.file.removeprefix(f"{folder.as_posix()}/")]
    )


def expected(blocks):
    return sorted(
        (block.path, mark.line, mark.column, mark.code, mark.severity) for block in blocks for mark in block.marks
    )


@pytest.mark.parametrize("code", SHOWN)
def test_the_example_yields_what_is_marked(code, lay):
    blocks = rule(code).examples
    folder, shifts = lay(blocks)
    assert found(checked_as(code, folder), folder, shifts) == expected(blocks)
    assert code in {mark.code for block in blocks for mark in block.marks}


@pytest.mark.parametrize("code", SHOWN)
def test_the_fix_yields_nothing(code, lay):
    folder, shifts = lay(rule(code).fixes)
    assert found(checked_as(code, folder), folder, shifts) == []


@pytest.mark.parametrize("code", SHOWN)
def test_the_example_is_put_into_words(code, lay):
    """The check passes every fact that the page's sentences ask for, so that no place stays unfilled."""
    folder, _ = lay(rule(code).examples)
    checked = checked_as(code, folder)
    for each in checked.findings:
        page = rule(each.code)
        given = {*each.facts, *(["near"] if each.near else [])}
        asked = [page.message, page.near if each.near and page.near else page.help]
        asked += [page.related] if each.related else []
        for language in LANGUAGES:
            assert placeholders(" ".join(words[language] for words in asked)) <= given
            assert message(each, language) != help_text(each, language)
            assert "\n" not in message(each, language) + help_text(each, language) + related_note(each, language)


@pytest.mark.parametrize("code", SHOWN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_rendered(code, language, lay):
    folder, _ = lay(rule(code).examples)
    checked = checked_as(code, folder)
    assert f"[{code}]" in text.render(checked.findings, checked.places, language)
    assert f'"code": "{code}"' in json.render(checked.findings, checked.places, language)


def test_the_shared_round_has_no_findings(lay):
    folder, shifts = lay([])
    assert found(check([folder]), folder, shifts) == []


def test_no_example_falls_to_the_last_resort():
    marked = {mark.code for each in rules() for block in each.examples for mark in block.marks}
    assert Code.OTHER_DEFECT not in marked
