def test_names_are_those_of_the_problem(opposites):
    assert (opposites.names.problem, opposites.threads) == (opposites.problem, 1)
