"""What an official paper in Vietnamese has before and after its text: Decree 30/2020/NĐ-CP, Appendix I.

What nobody has said yet, the number, the day and who signs, is room to be filled in.
"""

from collections.abc import Sequence

from stratsel.report.formats.word.markup import Element, bold, element, paragraph, run
from stratsel.report.formats.word.styles import Ids
from stratsel.report.formats.word.tables import bare_table, column_widths

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NUMBER = "Số: ……/BC-……"
DAY = "……, ngày …… tháng …… năm ……"
RECEIVERS = "Nơi nhận:"
FILED = "- Lưu: VT."
RECEIVER = "- ……;"
OFFICE = "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ"
NAME = "Họ và tên"
_VI = "vi"
_LEFT, _RIGHT = 0.43, 0.57
_MOTTO_WIDTH = 3171
"""Of the motto in Times New Roman 13 bold, in twentieths of a point: the line under it is as long."""
_ROOM_TO_SIGN = 1300


def opening(owner: str, width: int, styles: Ids) -> Element:
    """Return who issues the paper, its number, and the name and motto of the country."""
    left, right = column_widths((_LEFT, _RIGHT), width)
    return bare_table(
        [left, right],
        [
            [
                [_line(owner.upper(), 24, styles, *bold()), _rule(left, left // 3, styles)],
                [
                    _line(COUNTRY, 24, styles, *bold()),
                    _line(MOTTO, 26, styles, *bold()),
                    _rule(right, _MOTTO_WIDTH, styles),
                ],
            ],
            [
                [_line(NUMBER, 26, styles)],
                [_line(DAY, 26, styles, element("i"), element("iCs"))],
            ],
        ],
    )


def closing(width: int, styles: Ids) -> Element:
    """Return who receives the paper, and the place for the signature."""
    widths = column_widths((0.5, 0.5), width)
    italic = (element("i"), element("iCs"))
    receivers = [
        _line(RECEIVERS, 24, styles, *bold(), *italic, side="left"),
        _line(RECEIVER, 22, styles, side="left"),
        _line(FILED, 22, styles, side="left"),
    ]
    gap = paragraph(styles["table text"], [], element("spacing", before=_ROOM_TO_SIGN))
    signed = [_line(OFFICE, 26, styles, *bold()), gap, _line(NAME, 26, styles, *bold())]
    return bare_table(widths, [[receivers, signed]])


def _line(text: str, size: int, styles: Ids, *marks: Element, side: str = "center") -> Element:
    sizes = (element("sz", val=size), element("szCs", val=size))
    return paragraph(styles["table text"], [run(text, _VI, *marks, *sizes)], element("jc", val=side))


def _rule(width: int, length: int, styles: Ids) -> Element:
    """Return a line as long as said, in the middle of a cell."""
    side = max(width - length, 0) // 2
    line = element("pBdr", element("top", val="single", sz=6, space=1, color="000000"))
    marks: Sequence[Element] = (line, element("spacing", before=60, after=60), element("ind", left=side, right=side))
    return paragraph(styles["table text"], [], *marks)
