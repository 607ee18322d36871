"""Findings made by hand, and files that are texts in memory."""

import dataclasses

import pytest

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import START_OF_FILE, TextSpan, Where


class PlacesInMemory:
    """Places in texts by file name; a path is looked up in `spans`."""

    def __init__(self, texts, spans=None, prefix=""):
        self.texts = texts
        self.spans = spans or {}
        self.prefix = prefix

    def locate(self, where):
        span = where.span or self.spans.get(where.path, START_OF_FILE)
        return dataclasses.replace(where, file=self.prefix + where.file, span=span)

    def line(self, file, number):
        lines = self.texts.get(file.removeprefix(self.prefix), "").splitlines()
        return lines[number - 1] if 0 < number <= len(lines) else None


@pytest.fixture
def places_of():
    return PlacesInMemory


@pytest.fixture
def unknown_criterion():
    """Make an unknown-criterion finding at a span of `candidates/uav.yaml`."""

    def make(span=(1, 1, 1, 2), near=None, related=(), file="candidates/uav.yaml", path=("assessments", "x"), **facts):
        where = Where(file, path, "key", TextSpan(*span))
        facts = {"criterion": "x", "criteria": "criteria/round.yaml", **facts}
        return Diagnostic(Code.UNKNOWN_CRITERION, where, facts, near, related)

    return make
