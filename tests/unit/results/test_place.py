from stratsel.results.place import FilePlace, Finder


def test_lines_of_a_dossier(join):
    """Line 1 is `stratsel: candidate/1`, and the assessments stand in the fifth, on one line."""
    joined = join()
    find = Finder("candidates/alpha.yaml", joined.loaded.places)
    assert find.at(("title",)) == FilePlace("candidates/alpha.yaml", 3)
    assert find.at(("assessments", "price"), "key") == FilePlace("candidates/alpha.yaml", 5)


def test_what_is_not_there_is_found_where_it_would_stand(join):
    find = Finder("criteria/round.yaml", join().loaded.places)
    assert find.at(("weighting", "date"), "key").line == 11
    assert find.at(("shortlist", "quotas"), "key").line == find.at(("shortlist",), "key").line
