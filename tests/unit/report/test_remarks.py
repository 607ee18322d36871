from dataclasses import replace

from stratsel.report.remarks import Remarks
from stratsel.report.sentences import Sentences
from stratsel.results.flags import Flag
from stratsel.terms import FlagKind

EN, VI = Sentences("en"), Sentences("vi")


def remarks(ranking, sentences=EN):
    return list(Remarks(ranking, sentences, ranking.candidates).all())


def test_nothing_to_remark(made):
    assert remarks(made.alone()) == []


def test_what_quotas_cost(made):
    assert remarks(made.available())[:3] == [
        "The quotas keep “File” out of “First”; “Saw” in its place costs 1.5 points.",
        "The quotas keep “Saw” out of “First”; nobody takes the place.",
        "“First” cannot hold 2 of “smith” as asked: it holds 1.",
    ]
    assert remarks(made.available(), VI)[0] == (
        "Do hạn mức, “Giũa” không có chỗ trong “Nhất”; lấy “Cưa” thay vào thì mất 1,5 điểm."
    )


def test_several_who_are_tied_for_the_place(made):
    passed = replace(made.available().passed_over[0], instead=("a", "b"))
    [found] = [each for each in remarks(replace(made.available(), passed_over=(passed,))) if "quotas" in each]
    assert found == "The quotas keep “File” out of “First”; “Hammer”, “Saw” in its place costs 1.5 points."


def test_who_is_not_ranked(made):
    assert remarks(made.available())[-1] == "Not ranked, as less than 50\u00a0% of the weight is assessed: “Drill”."


def test_zeros_are_said_once_for_all(made):
    """Equality by clamping is said for each rank, as it is between those who share it."""
    zero, clamped = Flag(FlagKind.ZERO_IN_MEAN, "use"), Flag(FlagKind.EQUAL_BY_CLAMPING, "price")
    a, b, c, d = made.plain().candidates
    rows = (
        replace(a, flags=(zero,)),
        replace(b, flags=(clamped,)),
        replace(c, flags=(clamped,)),
        replace(d, flags=(zero,)),
    )
    found = remarks(replace(made.plain(), candidates=rows))
    assert found[2:] == [
        "Use is worth nothing for “Hammer”, “Drill”, which makes what it is part of worth nothing.",
        "“Saw”, “File” are equal only because amounts beyond the scale of Price count as its end.",
    ]
