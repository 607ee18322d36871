from stratsel.intake.discover import select_round
from stratsel.intake.load import load


def test_a_dossier_is_read_when_it_is_asked_for(small_round):
    read = load(select_round([small_round.folder])).round
    dossier = read.dossier("alpha")
    assert dossier.title == "Alpha Kitchen"
    assert dossier.assessments["menu"].for_[0].source == "visit"


def test_a_source_is_the_dossiers_or_the_rounds(small_round):
    read = load(select_round([small_round.folder])).round
    dossier = read.dossier("alpha")
    assert read.source(dossier, "visit").publisher == "Council"
    assert read.source(dossier, "gazette").title == "District gazette"
