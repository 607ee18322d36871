"""The vocabulary: every word that files, results and reports share, with its definition.

The glossary in the manual is generated from the enums of this module and of `notions`.
"""

from enum import Enum, StrEnum
from typing import Self


class Wording(Enum):
    """Base of enums whose members carry a label and a definition in each language of the tool."""

    def __init__(self, english: str, vietnamese: str) -> None:
        self.english = english
        self.vietnamese = vietnamese

    def __str__(self) -> str:
        return self.english

    def label(self, language: str) -> str:
        """Return the member's words in `language` (`en` or `vi`)."""
        return self.vietnamese if language == "vi" else self.english


class Term(StrEnum):
    """Base of enums whose members are words of the files, each with what it means in English and in Vietnamese."""

    english: str
    vietnamese: str

    def __new__(cls, word: str, english: str = "", vietnamese: str = "") -> Self:
        """Make a member that is the word itself."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.english = english
        member.vietnamese = vietnamese
        return member


class Shape(Wording):
    """What a value in a file is, in words for people."""

    TEXT = ("a text", "một đoạn văn bản")
    NUMBER = ("a number", "một số")
    WHOLE_NUMBER = ("a whole number", "một số nguyên")
    BOOLEAN = ("true or false", "true hoặc false")
    DATE = ("a date such as 2025-11-30, 2025-11 or 2025", "một ngày như 2025-11-30, 2025-11 hoặc 2025")
    DAY = ("a day such as 2025-11-30", "một ngày đầy đủ như 2025-11-30")
    LIST = ("a list", "một danh sách")
    MAPPING = ("a mapping of keys to values", "một bảng khóa và giá trị")
    NOTHING = ("nothing", "để trống")
    TEXT_OR_LANGUAGES = (
        "a text, or one text for each language as {en: …, vi: …}",
        "một đoạn văn bản, hoặc văn bản theo từng ngôn ngữ {en: …, vi: …}",
    )
    FIGURE = ("a value, a range [low, high] or `unknown`", "một giá trị, một khoảng [thấp, cao] hoặc `unknown`")
    DATES = (
        "a date such as 2025-11-30 or 2025, a range [first, last] or `unknown`",
        "một ngày như 2025-11-30 hoặc 2025, một khoảng [đầu, cuối] hoặc `unknown`",
    )
    THRESHOLD = (
        "a level, an amount, an option, a day or a list of items",
        "một mức, một số lượng, một lựa chọn, một ngày hoặc một danh sách mục",
    )
    FACT = ("a text, a number or a date", "một đoạn văn bản, một số hoặc một ngày")
    SCALE = ("the name of a scale, or a scale written out", "tên của một thang đo, hoặc một thang đo viết đầy đủ")


class Obstacle(Wording):
    """Why a file could not be read or written."""

    NOT_FOUND = ("it is not there", "không có ở đó")
    NO_PERMISSION = ("permission is denied", "không có quyền truy cập")
    BROKEN_LINK = ("it is a link that leads nowhere or back to itself", "là liên kết hỏng hoặc tự trỏ về chính nó")
    NO_SPACE = ("no space is left there", "không còn chỗ trống")
    FAILED = ("the system refuses it", "hệ thống từ chối")


class Turn(Wording):
    """What a decision did with a candidate, against the order."""

    PUT_IN = ("puts it in", "đưa vào")
    LEFT_OUT = ("leaves it out", "không đưa vào")


class Severity(Term):
    """How much a finding weighs; only an error rejects a submission."""

    ERROR = "error", "Rejects the submission.", "Bài nộp bị từ chối."
    WARNING = "warning", "Should be looked at; rejects nothing.", "Cần xem lại; không từ chối."
    ADVICE = "advice", "A remark on the quality of the decision.", "Gợi ý về chất lượng của quyết định."


class Standing(Term):
    """In whose name a round speaks; anything but official is a banner on every output."""

    OFFICIAL = "official", "The owner of the decision speaks.", "Chủ thể quyết định chính thức phát ngôn."
    DRAFT = "draft", "Work in progress of the owner.", "Bản đang soạn của chủ thể quyết định."
    ILLUSTRATION = (
        "illustration",
        "An example; nobody decides by it.",
        "Ví dụ minh họa; không ai căn cứ vào đó để quyết định.",
    )
    TRAINING = "training", "An exercise.", "Bài tập huấn."


class Status(Term):
    """Whether a round's rules may still change."""

    DRAFT = "draft", "The rules may still change.", "Quy tắc còn có thể thay đổi."
    FROZEN = "frozen", "The rules no longer change.", "Quy tắc đã chốt."


class ScaleKind(Term):
    """How a leaf is measured."""

    RUBRIC = "rubric", "Levels, each with a worded anchor.", "Các mức, mỗi mức có lời mô tả."
    QUANTITY = "quantity", "An amount in a unit, from worst to best.", "Số lượng theo đơn vị, từ kém nhất đến tốt nhất."
    CHOICE = "choice", "Options from worst to best, each with its value.", "Các lựa chọn từ kém nhất đến tốt nhất."
    DATE = "date", "A day, from worst to best.", "Một ngày, từ kém nhất đến tốt nhất."
    CHECKLIST = "checklist", "Items that are met or not.", "Các mục đạt hoặc không đạt."


class ValueKey(Term):
    """The key under which a dossier gives its figure, one for each kind of scale."""

    LEVEL = "level", "One of the levels of a rubric.", "Một mức của thang mô tả."
    AMOUNT = "amount", "A number in the unit of a quantity.", "Một số theo đơn vị của thang số lượng."
    CHOICE = "choice", "The id of an option of a choice.", "Mã một lựa chọn của thang lựa chọn."
    DATE = "date", "A day, month, quarter or year.", "Một ngày, tháng, quý hoặc năm."
    MET = "met", "The items of a checklist that are met.", "Các mục đã đạt của danh mục kiểm."


class Outside(Term):
    """What becomes of a figure beyond the ends of its scale."""

    WARN = "warn", "It counts as the end, with a warning.", "Được tính như đầu thang, kèm cảnh báo."
    SILENT = "silent", "It counts as the end.", "Được tính như đầu thang."
    REFUSE = "refuse", "It is refused.", "Bị từ chối."


class Combine(Term):
    """How the values of a criterion's children become its own."""

    ARITHMETIC = "arithmetic", "The weighted mean.", "Trung bình cộng có trọng số."
    GEOMETRIC = (
        "geometric",
        "The weighted geometric mean: a zero makes it zero.",
        "Trung bình nhân có trọng số: một giá trị 0 làm cả nhóm bằng 0.",
    )
    HARMONIC = (
        "harmonic",
        "The weighted harmonic mean: a zero makes it zero.",
        "Trung bình điều hòa có trọng số: một giá trị 0 làm cả nhóm bằng 0.",
    )
    MINIMUM = "minimum", "The value of the worst child.", "Giá trị của tiêu chí con kém nhất."
    MAXIMUM = "maximum", "The value of the best child.", "Giá trị của tiêu chí con tốt nhất."


class Missing(Term):
    """What the order is by where something is unknown."""

    WORST = "worst", "By what is shown: unknown counts as worst.", "Theo phần đã có căn cứ: chưa rõ tính là kém nhất."
    AVAILABLE = (
        "available",
        "By what is known, its weights scaled up.",
        "Theo phần đã biết, trọng số được chia lại.",
    )
    REFUSE = "refuse", "Nothing may be unknown.", "Không được có điều chưa rõ."


class Outcome(Term):
    """What a screen, or a test in it, says of a candidate."""

    MET = "met", "The test holds.", "Điều kiện được đáp ứng."
    UNDECIDED = "undecided", "What is unknown decides it.", "Còn tùy vào điều chưa rõ."
    FAILED = "failed", "The test does not hold.", "Điều kiện không được đáp ứng."


class Consequence(Term):
    """What follows where a screen is failed or undecided."""

    EXCLUDE = "exclude", "The candidate is not ranked.", "Ứng viên không được xếp hạng."
    FLAG = "flag", "The candidate is ranked, with a remark.", "Ứng viên được xếp hạng, kèm ghi chú."
    ADMIT = "admit", "The candidate is ranked.", "Ứng viên được xếp hạng."


class Members(Term):
    """Who belongs to a tier whose places are counted by a field."""

    ALL = "all", "Everybody of the values that are counted in.", "Mọi ứng viên thuộc các giá trị được tính."
    IN_ORDER = (
        "in-order",
        "Everybody down to the first value too many.",
        "Mọi ứng viên cho đến giá trị đầu tiên vượt số chỗ.",
    )


class Opinion(Term):
    """What an assessor said of a candidate without a figure."""

    FOR = "for", "It supports the candidate.", "Ủng hộ ứng viên."
    AGAINST = "against", "It opposes the candidate.", "Phản đối ứng viên."
    NONE = "none", "It spoke of the candidate and took no side.", "Có nhắc đến nhưng không nêu quan điểm."


class FieldType(Term):
    """What a field holds: a fact asked of each dossier that carries no value."""

    TEXT = "text", "Any text.", "Văn bản bất kỳ."
    NUMBER = "number", "A number.", "Một số."
    DATE = "date", "A day, month, quarter or year.", "Một ngày, tháng, quý hoặc năm."
    OPTION = "option", "One of the field's own `options`.", "Một trong các `options` của trường."
    ENTRY = "entry", "An entry of one of the round's `lists`.", "Một mục của một danh mục dưới `lists`."


class WeightingMethod(Term):
    """How the weights came about."""

    DIRECT = "direct", "People stated the weights.", "Trọng số do con người đặt ra."
    EQUAL = "equal", "All siblings weigh the same.", "Các tiêu chí cùng nhóm có trọng số bằng nhau."


class Grade(Term):
    """Who speaks in a source."""

    OFFICIAL = "official", "An organ of the State that speaks for it.", "Cơ quan phát ngôn của Nhà nước."
    PRESS = "press", "A newspaper or agency that reports.", "Báo chí đưa tin."
    COMPANY = "company", "A company that speaks of itself.", "Doanh nghiệp nói về chính mình."
    SECONDARY = "secondary", "Someone who repeats others.", "Bên thuật lại nguồn khác."


class Role(Term):
    """In which role a dossier was assessed."""

    PROPOSER = "proposer", "Who put the candidate forward.", "Bên đề xuất ứng viên."
    SECRETARIAT = "secretariat", "Who prepares the decision.", "Bộ phận chuẩn bị quyết định."
    MAINTAINERS = "maintainers", "Who keeps this repository.", "Nhóm duy trì kho mã này."


class Stance(Term):
    """Whether an item of evidence speaks for or against the candidate."""

    FOR = "for", "Speaks for the candidate on this leaf.", "Ủng hộ ứng viên ở tiêu chí này."
    AGAINST = "against", "Speaks against the candidate on this leaf.", "Phản biện ứng viên ở tiêu chí này."


class Certainty(Term):
    """Whether a candidate has a place in a tier whatever the open assessments turn out to be."""

    IN = "in", "Has a place in the tier whatever turns out.", "Chắc chắn có chỗ trong bậc."
    OPEN = "open", "Depends on what is not settled yet.", "Còn tùy vào điều chưa rõ."
    OUT = "out", "Has no place in the tier whatever turns out.", "Chắc chắn không có chỗ trong bậc."


class Admissible(Term):
    """Which weights a criteria file admits besides its own, for studying how firm the order is."""

    AROUND = (
        "around",
        "Each share up to so many percent of itself higher or lower.",
        "Mỗi tỷ trọng tăng hoặc giảm tối đa bấy nhiêu phần trăm của chính nó.",
    )
    ORDER = "order", "Any weights in the same order of importance.", "Mọi trọng số giữ nguyên thứ tự quan trọng."
    WITHIN = "within", "Whatever keeps to bounds and statements.", "Mọi trọng số thỏa các giới hạn và ràng buộc đã nêu."
    ANYWHERE = "anywhere", "Any weights at all.", "Mọi trọng số có thể."
    FIXED = "fixed", "No other weights.", "Không có trọng số nào khác."


class WeightSpace(Term):
    """What weights are shares of while they vary."""

    LOCAL = (
        "local",
        "Of their siblings: each group varies by itself.",
        "Của nhóm cùng cấp: mỗi nhóm biến thiên riêng.",
    )
    GLOBAL = "global", "Of the whole: all leaves vary together.", "Của tổng thể: mọi tiêu chí lá biến thiên cùng nhau."


class Verdict(Term):
    """How firm a candidate's place is."""

    FIRM = (
        "firm",
        "It keeps its tier in at least 95 % of the draws, beyond what chance explains.",
        "Giữ nguyên bậc trong ít nhất 95 % số lần thử, không phải do ngẫu nhiên.",
    )
    CLOSE = "close", "It keeps its tier in half of the draws or more.", "Giữ nguyên bậc trong từ một nửa số lần thử."
    OPEN = (
        "open",
        "It lands in another tier in more than half of the draws.",
        "Rơi vào bậc khác trong hơn một nửa số lần thử.",
    )
    TIED = (
        "tied",
        "It stands level with others across a line as things are.",
        "Hiện đồng hạng với ứng viên khác ngang qua một vạch.",
    )


class FlagKind(Term):
    """What a reader should know of a candidate's place before trusting it."""

    EQUAL_BY_CLAMPING = (
        "equal-by-clamping",
        "Tied only because amounts beyond a scale count as its end.",
        "Đồng hạng chỉ vì giá trị vượt thang được tính như đầu thang.",
    )
    ZERO_IN_MEAN = (
        "zero-in-mean",
        "One part is worth nothing, which makes the whole criterion worth nothing.",
        "Một phần bằng 0 làm cả tiêu chí bằng 0.",
    )


UNKNOWN = "unknown"
"""The word by which a file says that something is not known."""
