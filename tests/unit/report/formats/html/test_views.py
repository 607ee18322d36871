from typing import get_args

from stratsel.report.document import Block
from stratsel.report.formats.html.views import View


def test_each_block_of_a_document_has_a_view_and_each_view_its_own_kind():
    assert len(get_args(View)) == len(get_args(Block))
    assert len({view.kind for view in get_args(View)}) == len(get_args(View))
