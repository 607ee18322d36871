from stratsel.report.paper.section import Section


def test_each_has_words_in_both_languages():
    assert all(each.english and each.vietnamese and each.english != each.vietnamese for each in Section)


def test_what_the_dossiers_say_stands_before_any_order():
    names = list(Section)
    assert names[0] is Section.SUMMARY
    assert names.index(Section.MATRIX) < names.index(Section.RANKING) < names.index(Section.REASONS)
    assert names[-1] is Section.SOURCES
