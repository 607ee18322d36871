from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.span import TextSpan, Where
from stratsel.reading.defect import Defect

SPAN = TextSpan(4, 1, 4, 6)


def test_a_defect_becomes_a_finding_of_its_file():
    finding = Defect(Code.EMPTY_VALUE, SPAN, {"key": "title"}, ("title",)).in_file("candidates/a.yaml")
    assert finding.code is Code.EMPTY_VALUE
    assert finding.where == Where("candidates/a.yaml", ("title",), span=SPAN)
    assert finding.facts == {"key": "title"}
    assert finding.related == ()


def test_the_other_place_is_a_key_of_the_same_file():
    finding = Defect(Code.DUPLICATE_KEY, SPAN, {"key": "a"}, ("a",), first=("a",)).in_file("f.yaml")
    assert finding.related == (Where("f.yaml", ("a",), "key"),)
