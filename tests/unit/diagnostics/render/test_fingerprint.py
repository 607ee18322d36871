"""What makes a finding the same in the next run."""

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.fingerprint import fingerprints


def of(*found):
    return fingerprints(Findings(found))


def test_lines_may_move(finding):
    assert of(finding(span=(1, 1, 1, 2))) == of(finding(span=(90, 7, 91, 2)))


def test_file_code_and_key_tell_findings_apart(finding):
    others = (finding(), finding(file="b.yaml"), finding(Code.TAG), finding(path=("y",)), finding(path=("x", 0)))
    assert len({of(each)[0] for each in others}) == len(others)


def test_equal_ones_are_numbered(finding):
    alone = of(finding(key="a"))
    both = of(finding(key="a"), finding(key="b"))
    assert both[0] == alone[0] != both[1]


def test_a_file_has_one_name_wherever_it_is_checked_from(finding, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    absolute = (tmp_path / "candidates" / "a.yaml").as_posix()
    assert of(finding(file=absolute)) == of(finding(file="candidates/a.yaml"))


def test_any_name_can_be_hashed(hostile_findings):
    assert len(set(fingerprints(hostile_findings))) == 3
