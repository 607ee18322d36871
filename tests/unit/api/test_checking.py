import pytest

from stratsel import UsageError, api, check
from stratsel.diagnostics.codes import Code


def criteria_of(folder):
    return (folder / "criteria" / "round.yaml").read_text(encoding="utf-8")


def codes(found):
    return {finding.code for finding in found.findings}


def test_a_sound_round_has_no_findings(folder):
    found = check([folder])
    assert (len(found.findings), found.criteria_checked) == (0, True)
    assert not found.findings.rejects


def test_the_current_folder_is_checked_when_nothing_is_named(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert check().findings.files == check([folder]).findings.files == 3


def test_findings_have_lines(folder, write):
    write(folder, "odd", "[9, 3]", 10)
    [finding] = check([folder]).findings.errors
    assert (finding.code, finding.where.span.line) == (Code.REVERSED_RANGE, 6)


def test_only_the_files_named_are_reported(folder, write):
    sound, broken = folder / "candidates" / "slow.yaml", write(folder, "odd", "[9, 3]", 10)
    assert len(check([sound]).findings) == 0
    assert codes(check([str(broken)])) == {Code.REVERSED_RANGE}


def test_criteria_that_cannot_be_used(folder):
    (folder / "criteria" / "round.yaml").write_text("stratsel: criteria/9\n", encoding="utf-8")
    found = check([folder])
    assert found.findings.rejects
    assert not found.criteria_checked


def test_a_path_that_is_not_there(folder):
    with pytest.raises(UsageError):
        check([folder / "nowhere"])


def test_several_criteria_files_need_a_choice(folder):
    other = folder / "criteria" / "other.yaml"
    other.write_text(criteria_of(folder).replace("id: round", "id: other"), encoding="utf-8")
    with pytest.raises(UsageError, match="--criteria"):
        check([folder])
    assert len(check([folder], criteria=other).findings) == 0


def test_a_check_of_other_files_says_nothing_of_the_decision(folder, decide):
    decide(folder, "")
    assert len(check([folder / "candidates" / "slow.yaml"]).findings) == 0
    assert codes(check([folder / "decision.yaml"])) == {Code.UNEXPLAINED_DEPARTURE}


def test_check_tells_its_progress(small_round):
    """Before each of the two dossiers, how many have been read."""
    told = []
    check([small_round.folder], progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2)]


def test_check_takes_the_content_of_a_file(small_round):
    content = small_round.text("candidates/alpha.yaml").replace("id: alpha", "id: alfa").encode()
    found = check([small_round.folder / "candidates" / "alpha.yaml"], content=content).findings
    assert [finding.code.value for finding in found] == ["ST402"]
    assert found.names == (f"{small_round.folder.as_posix()}/candidates/alpha.yaml",)


def test_repairs_are_found_and_nothing_is_written(folder, write):
    file = write(folder, "fast", 10, 100)
    slip = file.read_text(encoding="utf-8").replace("proposer", "propser")
    file.write_text(slip, encoding="utf-8")
    (repaired,) = api.repairs([folder]).files
    assert repaired.texts == (slip, slip.replace("propser", "proposer"))
    assert (repaired.name, repaired.count) == (file.as_posix(), 1)
    assert file.read_text(encoding="utf-8") == slip


def test_repairs_are_made_in_the_files_asked_about(folder, write):
    files = [write(folder, name, 4, 30) for name in ("slow", "fast")]
    good = [file.read_bytes() for file in files]
    for file, content in zip(files, good, strict=True):
        file.write_bytes(content.replace(b"  speed", b"  sped"))
    assert api.fix([files[0]]).count == 1
    assert files[0].read_bytes() == good[0]
    assert api.fix([folder]).count == 1
    assert files[1].read_bytes() == good[1]
    assert codes(check([folder])) == set()


def test_feedback_is_about_one_dossier(folder, write):
    """Fast has 10 of 10 km/h, worth 50 points, and costs as much as can be."""
    file = write(folder, "fast", 10, 100)
    told = api.feedback(file)
    assert told.round is not None
    assert told.dossier is not None
    assert (told.round.id, told.dossier.shown) == ("round", pytest.approx(50))
    assert told.findings.names == (file.as_posix(),)
    for other in (folder, folder / "criteria" / "round.yaml"):
        with pytest.raises(UsageError):
            api.feedback(other)


def test_feedback_on_a_dossier_with_an_error(folder, write):
    """Others that are sound have theirs all the same."""
    file = write(folder, "fast", 10, 100)
    file.write_text(file.read_text(encoding="utf-8").replace("speed", "sped"), encoding="utf-8")
    write(folder, "slow", 4, 30)
    told = api.feedback(file)
    assert (told.findings.rejects, told.dossier, told.round is None) == (True, None, False)
    assert api.feedback(folder / "candidates" / "slow.yaml").dossier is not None


def test_feedback_on_a_dossier_that_changes_meanwhile(folder, write):
    """It is read once for its figures and once more for its evidence; in between, a second dossier is read."""
    file = write(folder, "fast", 10, 100)
    write(folder, "slow", 4, 30)

    def change(done: int, total: int) -> None:
        if done == total - 1:
            write(folder, "fast", 9, 100)

    told = api.feedback(file, progress=change)
    assert [finding.code for finding in told.findings] == [Code.CHANGED_FILE]
    assert told.dossier is None
