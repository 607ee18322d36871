"""The parts of the study of robustness."""

from stratsel.terms import Term


class RobustnessPart(Term):
    """A part of the study of robustness."""

    ACCEPTABILITY = (
        "acceptability",
        "How often each candidate stands at each rank and lands in each tier, and under which weights it is first.",
        "Mỗi ứng viên đứng ở từng thứ hạng và vào từng bậc thường xuyên đến đâu, và với trọng số nào thì đứng đầu.",
    )
    WINNING = (
        "winning",
        "In what share of the draws one candidate stands above another.",
        "Tỷ lệ số lần thử mà ứng viên này đứng trên ứng viên kia.",
    )
    STABILITY = (
        "stability",
        "Between which weights of each criterion things stay as they are.",
        "Trọng số của mỗi tiêu chí nằm trong khoảng nào thì kết quả giữ nguyên.",
    )
    PREFERENCE = (
        "preference",
        "What holds for all admitted weights, and what for some.",
        "Điều gì đúng với mọi trọng số được phép, điều gì chỉ đúng với một số.",
    )
    ORDINAL = (
        "ordinal",
        "Which pairs hold whatever values the levels have, as long as these increase.",
        "Những cặp nào giữ nguyên dù các mức nhận giá trị nào, miễn là tăng dần.",
    )
    NEAREST = (
        "nearest",
        "The nearest weights with which a candidate stands on the other side of a line.",
        "Bộ trọng số gần nhất khiến một ứng viên sang phía bên kia ranh giới.",
    )
    NEEDED = (
        "needed",
        "What one assessment alone would have to be for a candidate to change sides of a line.",
        "Chỉ riêng một nhận định phải thành thế nào để một ứng viên sang phía bên kia ranh giới.",
    )
    LEVELS = (
        "levels",
        "By how much the value of one level must move for the two at a line to change places.",
        "Giá trị của một mức phải đổi bao nhiêu thì hai ứng viên tại ranh giới đổi chỗ.",
    )
    TORNADO = (
        "tornado",
        "What moves the margin at each line, the widest swing first.",
        "Điều gì làm dịch chuyển khoảng cách tại mỗi ranh giới, biên độ lớn nhất trước.",
    )
    DRIVERS = (
        "drivers",
        "What the variance of the margin at each line comes from.",
        "Phương sai của khoảng cách tại mỗi ranh giới đến từ đâu.",
    )
    WITHOUT = (
        "without",
        "What leaving out each criterion changes.",
        "Bỏ đi từng tiêu chí thì thay đổi gì.",
    )
    STEPS = (
        "steps",
        "Which assessments, one level more or less, change a tier.",
        "Những nhận định nào, tăng hay giảm một mức, làm đổi bậc.",
    )
    MEANS = (
        "means",
        "What geometric instead of arithmetic means change, or the other way round.",
        "Dùng trung bình nhân thay cho trung bình cộng, hoặc ngược lại, thì thay đổi gì.",
    )
