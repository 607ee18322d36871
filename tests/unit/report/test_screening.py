from dataclasses import replace
from decimal import Decimal

import pytest

from stratsel.report.screening import cause_words, said_of, screens_entries, told, verdict_lines
from stratsel.report.sentences import Sentences
from stratsel.results.screening import FieldCause, ValueCause
from stratsel.terms import Consequence, Outcome

EN, VI = Sentences("en"), Sentences("vi")


def entries(ranking, sentences=EN, most=3):
    found = screens_entries(ranking, sentences, most).entries
    return {entry.term: [line.text for line in entry.lines] for entry in found}


def test_each_screen_with_whom_it_concerns(made):
    assert entries(made.small()) == {
        "Its maker is named": ["failed, so excluded: “Axe”", "waived for “File”"],
        "Quick enough": ["failed, flagged: “Axe”", "undecided, flagged: “Saw”"],
        "Worth its price": ["undecided, flagged: “Saw”"],
    }


def test_in_vietnamese(made):
    assert entries(made.small(), VI) == {
        "Nêu tên nhà sản xuất": ["không đạt nên bị loại: “Rìu”", "được miễn áp dụng cho “Giũa”"],
        "Đủ nhanh": ["không đạt, có lưu ý: “Rìu”", "chưa xác định, có lưu ý: “Cưa”"],
        "Đáng giá": ["chưa xác định, có lưu ý: “Cưa”"],
    }


def test_a_screen_that_concerns_nobody(made):
    assert entries(replace(made.plain(), screens=(made.MAKER,))) == {
        "Its maker is named": ["excludes and flags nobody"]
    }


def test_only_so_many_are_named(made):
    many = tuple(replace(made.EXCLUDED, id=f"e{at}", title=f"Axe {at}") for at in range(5))
    found = entries(replace(made.small(), excluded=many), most=2)
    assert found["Its maker is named"][0] == "failed, so excluded: “Axe 0”, “Axe 1” and 3 more"


def test_those_who_are_not_ranked_are_named_too(made):
    flagged = tuple(replace(each, screens=made.FLAGGED) for each in made.available().unranked)
    ranking = replace(made.available(), unranked=flagged, screens=(made.MAKER, made.QUICK, made.WORTH))
    assert entries(ranking)["Quick enough"] == ["undecided, flagged: “Drill”"]


def test_verdicts_with_what_decides_them(made):
    lines = list(verdict_lines(made.FLAGGED, EN))
    assert [(line.text, line.place, line.is_under) for line in lines] == [
        ("Quick enough: undecided, flagged", "", False),
        ("Speed: unknown", "candidates/b.yaml:13", True),
        ("Worth its price: undecided, flagged", "", False),
        ("Cost: 60.0 to 85.0 of 100, at least 70.0 is asked", "candidates/b.yaml:7", True),
    ]


def test_the_same_without_places(made):
    assert list(told(made.FLAGGED[0], VI)) == ["Đủ nhanh: chưa xác định, có lưu ý", "Tốc độ: chưa rõ"]


@pytest.mark.parametrize(
    ("outcome", "consequence", "text"),
    [
        (Outcome.FAILED, Consequence.EXCLUDE, "Quick enough: failed, so excluded"),
        (Outcome.UNDECIDED, Consequence.EXCLUDE, "Quick enough: undecided, so excluded"),
        (Outcome.FAILED, Consequence.FLAG, "Quick enough: failed, flagged"),
        (Outcome.UNDECIDED, Consequence.FLAG, "Quick enough: undecided, flagged"),
    ],
)
def test_what_a_screen_comes_to(outcome, consequence, text, made):
    assert said_of(made.verdict(made.QUICK, outcome, consequence), EN) == text


def test_waived(made):
    assert said_of(made.WAIVED[0], EN) == (
        "Its maker is named: waived by the office until 30 June 2026. It was made in-house."
    )
    assert said_of(made.WAIVED[0], VI) == (
        "Nêu tên nhà sản xuất: được văn phòng miễn áp dụng đến hết ngày 30/06/2026. Sản xuất nội bộ."
    )


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("nobody", "Who made it? “nobody”"),
        ({"en": "us", "vi": "chúng tôi"}, "Who made it? “us”"),
        ("", "Who made it? left empty"),
        (" \t", "Who made it? left empty"),
        (None, "Who made it? unknown"),
        (1200, "Who made it? 1,200"),
        (Decimal("2.50"), "Who made it? 2.5"),
    ],
)
def test_a_field(given, text):
    assert cause_words(FieldCause("maker", "Who made it?", given, None), EN) == text


def test_an_entry_of_a_list_by_its_title():
    cause = FieldCause("group", "Which group?", "ai", None, {"en": "Artificial intelligence", "vi": "Trí tuệ nhân tạo"})
    assert cause_words(cause, EN) == "Which group? “Artificial intelligence”"


def test_a_value_that_is_known(made):
    cause = ValueCause("cost", {"en": "Cost", "vi": "Chi phí"}, 70.0, 60.0, 60.0, None)
    assert cause_words(cause, EN) == "Cost: 60.0 of 100, at least 70.0 is asked"
    assert cause_words(cause, VI) == "Chi phí: 60,0/100, yêu cầu ít nhất 70,0"


def test_a_value_just_below_what_is_asked_does_not_read_as_reached():
    """69.96 rounds to 70.0: two decimals tell them apart."""
    assert cause_words(ValueCause("cost", "Cost", 70.0, 69.96, 69.96, None), EN) == (
        "Cost: 69.96 of 100, at least 70.0 is asked"
    )
