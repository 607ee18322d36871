from stratsel.intake.discover import select_round
from stratsel.intake.rulebook import read_criteria, read_rulebook
from stratsel.intake.run import Run


def test_the_rules_are_read_without_the_dossiers(small_round):
    small_round.put("candidates/broken.yaml", "{")
    rules = read_rulebook(select_round([small_round.folder]))
    assert rules.criteria.id == "meals"
    assert rules.sources


def test_a_round_may_have_no_sources(small_round):
    (small_round.folder / "sources.yaml").unlink()
    assert read_rulebook(select_round([small_round.folder])).sources == frozenset()


def test_broken_sources_are_none(small_round):
    small_round.put("sources.yaml", "{")
    assert read_rulebook(select_round([small_round.folder])).sources == frozenset()


def test_rules_with_an_error_are_no_rules(small_round):
    file = "criteria/meals.yaml"
    small_round.put(file, small_round.text(file).replace("id: meals", "id: other", 1))
    assert read_rulebook(select_round([small_round.folder])) is None
    small_round.put(file, "stratsel: criteria/1\n")
    assert read_rulebook(select_round([small_round.folder])) is None


def test_what_is_wrong_with_the_rules_is_noted(small_round):
    file = "criteria/meals.yaml"
    small_round.put(file, small_round.text(file).replace("id: meals", "id: other", 1))
    run = Run(select_round([small_round.folder]))
    assert read_criteria(run).id == "other"
    assert [finding.where.path for finding in run.record.found] == [("id",)]
