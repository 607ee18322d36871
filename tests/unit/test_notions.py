import pytest

from stratsel.notions import Notion


@pytest.mark.parametrize("notion", Notion, ids=lambda notion: notion.name)
def test_a_notion_has_words_and_meanings_in_both_languages(notion):
    assert notion.english.replace(" ", "_").upper() == notion.name
    assert notion.definition.endswith(".") and notion.definition_vi.endswith(".")
    assert notion.vietnamese and not notion.vietnamese.endswith(".")


def test_no_notion_is_an_alias():
    """Two members with the same words would be one."""
    assert len(Notion) == len(Notion.__members__)
    assert len({notion.vietnamese for notion in Notion}) == len(Notion)
