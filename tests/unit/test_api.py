import os
from pathlib import Path

import pytest

import stratsel
from stratsel import Check, Ranking, Rejected, UsageError, api, check, rank
from stratsel.diagnostics.codes import Code

CRITERIA = """\
stratsel: criteria/1
id: round
title: A round
standing: draft
decision: {question: Which one?, owner: us, reference_date: 2025-12-12}
weighting: {method: equal, by: us, why: Nobody knows better.}
criteria:
  - {id: speed, title: Speed, scale: {kind: quantity, unit: km/h, worst: 0, best: 10}}
  - {id: price, title: Price, scale: {kind: quantity, unit: VND, worst: 100, best: 0}}
shortlist: {tiers: [{id: first, places: 1, title: First}]}
"""
DOSSIER = """\
stratsel: candidate/1
id: {id}
title: The {id}
proposer: us
assessments:
  speed: {{amount: {speed}, why: Measured.}}
  price: {{amount: {price}, why: As offered.}}
"""
# points: 50 x 0.4 + 50 x 0.7 = 55 and 50 x 1 + 50 x 0 = 50
RANKED = [("slow", 1, 55), ("fast", 2, 50)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "round"
    (root / "criteria").mkdir(parents=True)
    (root / "criteria" / "round.yaml").write_text(CRITERIA, encoding="utf-8")
    (root / "candidates").mkdir()
    write(root, "slow", 4, 30)
    write(root, "fast", 10, 100)
    return root


def write(root: Path, name: str, speed: object, price: object) -> Path:
    file = root / "candidates" / f"{name}.yaml"
    file.write_text(DOSSIER.format(id=name, speed=speed, price=price), encoding="utf-8")
    return file


def codes(found: Check) -> set[Code]:
    return {finding.code for finding in found.findings}


def placed(ranking: Ranking) -> list[tuple[str, int, float]]:
    return [(each.id, each.rank, round(each.value, 9)) for each in ranking.candidates]


def test_what_the_package_offers():
    assert set(stratsel.__all__) <= set(dir(stratsel))
    for name in stratsel.__all__:
        assert getattr(stratsel, name) is not None
    with pytest.raises(AttributeError, match="nothing"):
        _ = stratsel.nothing


# --- check ----------------------------------------------------------------------------------------


def test_a_sound_round_has_no_findings(folder):
    found = check([folder])
    assert (len(found.findings), found.criteria_checked) == (0, True)
    assert not found.findings.rejects


def test_the_current_folder_is_checked_when_nothing_is_named(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert check().findings.files == check([folder]).findings.files == 3


def test_findings_have_lines(folder):
    write(folder, "odd", "[9, 3]", 10)
    [finding] = check([folder]).findings.errors
    assert (finding.code, finding.where.span.line) == (Code.REVERSED_RANGE, 6)


def test_only_the_files_named_are_reported(folder):
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
    other.write_text(CRITERIA.replace("id: round", "id: other"), encoding="utf-8")
    with pytest.raises(UsageError, match="--criteria"):
        check([folder])
    assert len(check([folder], criteria=other).findings) == 0


# --- rank -----------------------------------------------------------------------------------------


def test_ranking_the_folder_of_dossiers(folder):
    assert placed(rank(folder / "candidates")) == RANKED


def test_ranking_the_folder_of_the_round(folder):
    assert placed(rank(os.fspath(folder))) == RANKED


def test_ranking_the_candidates_here(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert placed(rank()) == RANKED


def test_another_criteria_file(folder):
    other = folder / "criteria" / "other.yaml"
    other.write_text(CRITERIA.replace("id: round", "id: other").replace("best: 10", "best: 5"), encoding="utf-8")
    # 50 x 0.8 + 50 x 0.7, and 50 x 1 (beyond the scale) + 0
    assert placed(rank(folder, criteria=other)) == [("slow", 1, 75), ("fast", 2, 50)]


def test_a_round_with_an_error_is_refused(folder):
    write(folder, "odd", "[9, 3]", 10)
    with pytest.raises(Rejected) as caught:
        rank(folder)
    assert codes(caught.value.check) == {Code.REVERSED_RANGE}


def test_rejected_dossiers_may_be_left_out(folder):
    write(folder, "odd", "[9, 3]", 10)
    ranking = rank(folder, partial=True)
    assert placed(ranking) == RANKED
    assert ranking.rejected == ("candidates/odd.yaml",)


def test_nothing_remains_to_rank(folder):
    for name in ("slow", "fast"):
        write(folder, name, "[9, 3]", 10)
    with pytest.raises(Rejected):
        rank(folder, partial=True)


def test_a_file_is_no_folder_of_dossiers(folder):
    with pytest.raises(UsageError, match="no folder"):
        rank(folder / "candidates" / "slow.yaml")


def test_a_folder_without_dossiers(folder):
    for file in (folder / "candidates").iterdir():
        file.unlink()
    with pytest.raises(UsageError):
        rank(folder)


def test_identical_input_gives_an_identical_ranking(folder):
    assert rank(folder) == rank(folder)


# --- beside the order -------------------------------------------------------------------------------

DECISION = """\
stratsel: decision/1
decisions:
  - {date: 2025-12-20, by: us, tiers: {first: [fast]}, departures: {REASONS}}
"""


def decide(root: Path, reasons: str) -> None:
    (root / "decision.yaml").write_text(DECISION.replace("REASONS", reasons), encoding="utf-8")


def test_a_decision_is_held_against_the_order(folder):
    """Fast was chosen instead of slow, who is first."""
    decide(folder, "")
    assert codes(check([folder])) == {Code.UNEXPLAINED_DEPARTURE}
    with pytest.raises(Rejected) as caught:
        rank(folder)
    assert codes(caught.value.check) == {Code.UNEXPLAINED_DEPARTURE}


def test_an_explained_decision_stands_beside_the_order(folder):
    decide(folder, "slow: Too slow., fast: unknown")
    assert len(check([folder]).findings) == 0
    [decision] = rank(folder).decisions
    assert [(each.candidate, each.is_in, each.why) for each in decision.departures] == [
        ("slow", False, {"en": "Too slow."}),
        ("fast", True, None),
    ]


def test_a_part_of_the_order_is_no_measure_of_a_decision(folder):
    decide(folder, "")
    write(folder, "odd", "[9, 3]", 10)
    assert placed(rank(folder, partial=True)) == RANKED
    assert codes(check([folder])) == {Code.REVERSED_RANGE}


def test_a_check_of_other_files_says_nothing_of_the_decision(folder):
    decide(folder, "")
    assert len(check([folder / "candidates" / "slow.yaml"]).findings) == 0
    assert codes(check([folder / "decision.yaml"])) == {Code.UNEXPLAINED_DEPARTURE}


def test_everybody_may_be_excluded(folder):
    screen = "screens: [{id: all, title: All, require: {criterion: speed, value_at_least: 100}, "
    criteria = folder / "criteria" / "round.yaml"
    criteria.write_text(f"{CRITERIA}{screen}on_fail: exclude, on_unknown: exclude}}]\n", encoding="utf-8")
    write(folder, "fast", 9, 100)
    ranking = rank(folder)
    assert (ranking.candidates, [each.id for each in ranking.excluded]) == ((), ["fast", "slow"])


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


# --- repairs --------------------------------------------------------------------------------------


def test_repairs_are_found_and_nothing_is_written(folder: Path) -> None:
    file = write(folder, "fast", 10, 100)
    slip = file.read_text(encoding="utf-8").replace("proposer", "propser")
    file.write_text(slip, encoding="utf-8")
    (repaired,) = api.repairs([folder]).files
    assert repaired.texts == (slip, slip.replace("propser", "proposer"))
    assert (repaired.name, repaired.count) == (file.as_posix(), 1)
    assert file.read_text(encoding="utf-8") == slip


def test_repairs_are_made_in_the_files_asked_about(folder: Path) -> None:
    files = [write(folder, name, 4, 30) for name in ("slow", "fast")]
    good = [file.read_bytes() for file in files]
    for file, content in zip(files, good, strict=True):
        file.write_bytes(content.replace(b"  speed", b"  sped"))
    assert api.fix([files[0]]).count == 1
    assert files[0].read_bytes() == good[0]
    assert api.fix([folder]).count == 1
    assert files[1].read_bytes() == good[1]
    assert codes(check([folder])) == set()


def test_feedback_is_about_one_dossier(folder: Path) -> None:
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


def test_feedback_on_a_dossier_with_an_error(folder: Path) -> None:
    """Others that are sound have theirs all the same."""
    file = write(folder, "fast", 10, 100)
    file.write_text(file.read_text(encoding="utf-8").replace("speed", "sped"), encoding="utf-8")
    write(folder, "slow", 4, 30)
    told = api.feedback(file)
    assert (told.findings.rejects, told.dossier, told.round is None) == (True, None, False)
    assert api.feedback(folder / "candidates" / "slow.yaml").dossier is not None


def test_feedback_on_a_dossier_that_changes_meanwhile(folder: Path) -> None:
    """It is read once for its figures and once more for its evidence; in between, a second dossier is read."""
    file = write(folder, "fast", 10, 100)
    write(folder, "slow", 4, 30)

    def change(done: int, total: int) -> None:
        if done == total - 1:
            write(folder, "fast", 9, 100)

    told = api.feedback(file, progress=change)
    assert [finding.code for finding in told.findings] == [Code.CHANGED_FILE]
    assert told.dossier is None
