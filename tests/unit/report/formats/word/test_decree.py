"""Decree 30/2020/NĐ-CP, Appendix I, section II: the national name in capitals of 12 to 13, bold; the motto of 13 to 14,
bold, with a line below as long as the text.
"""

from docx.oxml.ns import qn

from stratsel.report.formats.word.decree import closing, opening

STYLES = {"table text": "TableText"}
WIDTH = 9071


def said(made):
    """Each text with its size in half points and whether it is bold."""
    return {
        each.find(qn("w:t")).text: (
            int(each.find(f"{qn('w:rPr')}/{qn('w:sz')}").get(qn("w:val"))),
            each.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None,
        )
        for each in made.iter(qn("w:r"))
    }


def test_the_national_name_and_motto_are_as_the_decree_has_them():
    found = said(opening("Văn phòng", WIDTH, STYLES))
    assert found["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"] == (24, True)
    assert found["Độc lập - Tự do - Hạnh phúc"] == (26, True)


def test_who_issues_it_is_in_capitals_and_the_number_and_day_are_left_open():
    found = said(opening("Bộ Khoa học và Công nghệ", WIDTH, STYLES))
    assert found["BỘ KHOA HỌC VÀ CÔNG NGHỆ"] == (24, True)
    assert found["Số: ……/BC-……"] == (26, False)
    assert found["……, ngày …… tháng …… năm ……"] == (26, False)


def test_the_line_below_the_motto_is_as_long_as_the_motto():
    """The cell is 57 % of 9071, from 3901 to 9071: 5170. Less 3171 of the motto there are 999 on each side, floored."""
    _, motto = (each for each in opening("x", WIDTH, STYLES).iter(qn("w:ind")))
    assert (motto.get(qn("w:left")), motto.get(qn("w:right"))) == ("999", "999")


def test_there_is_room_for_who_receives_and_who_signs():
    found = said(closing(WIDTH, STYLES))
    assert found["Nơi nhận:"] == (24, True)
    assert found["- Lưu: VT."] == (22, False)
    assert found["QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ"] == (26, True)
    assert "Họ và tên" in found
