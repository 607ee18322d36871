"""Every number of every section of the paper is found again in the data, by a second way than the sentence's own.

The data are the JSON of the ranking, of the study and of the methods, and the files of the round: what another program
would have. A number is rounded here by decimals, half up, and tallies are made anew. A text with a number that no rule
knows fails, and so does a rule that nothing needs.
"""

import pytest


def test_every_number_is_derived(part, subject):
    subject.used(part)


@pytest.mark.slow
def test_every_rule_is_used(part, rules, made, shipped):
    assert made.used(part) | shipped.used(part) == rules


def test_a_false_number_is_noticed(part, made):
    """In every text and every table that has numbers, with its last one changed."""
    for told, numbers in made.numbers(part, "en"):
        cells = [cell for row in numbers for cell in row if cell]
        if cells:
            cells[-1][-1] += "1"
            with pytest.raises(AssertionError):
                made.derive(told, numbers, part)


def test_both_languages_have_the_same_numbers(part, subject):
    """Their order may differ with the grammar."""
    pairs = zip(subject.numbers(part, "en"), subject.numbers(part, "vi"), strict=True)
    for (_, english), (told, vietnamese) in pairs:
        assert [list(map(sorted, row)) for row in english] == [list(map(sorted, row)) for row in vietnamese], told
