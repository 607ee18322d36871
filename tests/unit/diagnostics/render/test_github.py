"""Workflow commands, read back as GitHub's runner reads them."""

import re

import pytest

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.github import COMMANDS, MOST, render
from stratsel.terms import Severity


def read(text):
    """Command, properties and message of each line, unescaped in the order in which the runner does it."""
    for line in text.splitlines():
        command, given, data = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()
        properties = dict(each.split("=", 1) for each in given.split(","))
        for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            properties = {name: value.replace(code, character) for name, value in properties.items()}
        for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
            data = data.replace(code, character)
        yield command, properties, data


def test_a_finding(places_of, finding):
    found = Findings((finding(file="a, b.yaml", span=(3, 5, 3, 8)),))
    assert list(read(render(found, places_of({}), "en"))) == [
        (
            "error",
            {
                "title": "ST202 unknown-key",
                "file": "a, b.yaml",
                "line": "3",
                "endLine": "3",
                "col": "5",
                "endColumn": "8",
            },
            "`x` is not a key of this place\ndelete it, or begin its name with `x-` to keep it as a remark of your own",
        )
    ]


def test_a_span_of_several_lines_has_no_columns(places_of, finding):
    ((_, properties, _),) = read(render(Findings((finding(span=(3, 5, 4, 2)),)), places_of({}), "en"))
    assert (properties["line"], properties["endLine"]) == ("3", "4")
    assert not {"col", "endColumn"} & set(properties)


def test_each_severity_has_a_command(places_of, finding):
    assert set(COMMANDS) == set(Severity)
    found = Findings(tuple(finding(severity=severity) for severity in Severity))
    assert [command for command, _, _ in read(render(found, places_of({}), "en"))] == ["error", "warning", "notice"]


def test_no_finding_is_no_line(places_of):
    assert render(Findings((), 4), places_of({}), "en") == ""


def test_ten_are_all_shown(places_of, finding):
    found = Findings(tuple(finding(span=(n, 1, n, 2)) for n in range(1, MOST + 1)))
    shown = list(read(render(found, places_of({}), "en")))
    assert [properties["line"] for _, properties, _ in shown] == [str(n) for n in range(1, 11)]
    assert not any("more" in message for _, _, message in shown)


def test_of_more_than_ten_each_file_has_one_and_the_last_says_how_many_are_missing(places_of, finding):
    """Nine in one file and one in each of three others: four are shown, eight are not."""
    many = [finding(file="a.yaml", span=(n, 1, n, 2)) for n in range(1, 10)]
    found = Findings((*many, *(finding(file=f"{name}.yaml") for name in "bcd")))
    shown = list(read(render(found, places_of({}), "en")))
    assert [properties["file"] for _, properties, _ in shown] == ["a.yaml", "b.yaml", "c.yaml", "d.yaml"]
    assert shown[0][1]["line"] == "1"
    assert [message.count("\n") for _, _, message in shown] == [1, 1, 1, 2]
    assert re.search(r"\b8\b", shown[-1][2].splitlines()[2])


def test_never_more_than_ten_of_a_severity(places_of, finding):
    found = Findings(
        tuple(
            finding(Code.UNKNOWN_KEY, f"{n:03}.yaml", severity=severity)
            for severity in Severity
            for n in range(25)
        )
    )  # fmt: skip
    shown = list(read(render(found, places_of({}), "en")))
    assert [command for command, _, _ in shown] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert [shown[at][2].splitlines()[2][:2] for at in (9, 19, 29)] == ["15", "15", "15"]


@pytest.mark.parametrize("written", ["%0A", "%25", "100 %"])
def test_what_looks_escaped_is_kept_as_it_is(places_of, finding, written):
    ((_, properties, message),) = read(render(Findings((finding(file=written, key=written),)), places_of({}), "en"))
    assert properties["file"] == written
    assert message.startswith(f"`{written}` is")


def test_hostile_text_makes_no_command_of_its_own(places_of, hostile_findings):
    text = render(hostile_findings, places_of({}), "en")
    text.encode()
    shown = list(read(text))
    assert [command for command, _, _ in shown] == ["error", "warning", "notice"]
    assert all(line.isprintable() for line in text.splitlines())
    assert all(
        set(properties) == {"title", "file", "line", "endLine", "col", "endColumn"} for _, properties, _ in shown
    )
    assert all(properties["file"].startswith("candidates/") for _, properties, _ in shown)
