"""Help in the reader's language."""

from collections.abc import Callable


def test_help_lists_commands_in_the_order_of_work(call: Callable) -> None:
    """check comes before rank."""
    out = call("--help").out
    assert out.index("  check") < out.index("  rank")


def test_english_help_after_vietnamese_is_english(call: Callable) -> None:
    """One reader's language does not stick to the next."""
    before = call("rank", "--help").out
    call("rank", "--help", "--lang", "vi")
    assert call("rank", "--help").out == before


def test_the_list_of_commands_is_translated(call: Callable) -> None:
    """Each command's first line stands there in the reader's language."""
    assert "Kiểm tra đợt xét chọn" in call("--help", "--lang", "vi").out
