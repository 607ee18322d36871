"""The vocabulary: every word that files, results and reports share, with its definition.

The glossary in the manual is generated from the enums of this module.
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
    FACT = ("a text, a number or a date", "một đoạn văn bản, một số hoặc một ngày")
    SCALE = ("the name of a scale, or a scale written out", "tên của một thang đo, hoặc một thang đo viết đầy đủ")


class Obstacle(Wording):
    """Why a file could not be read."""

    NOT_FOUND = ("it is not there", "không có ở đó")
    NO_PERMISSION = ("permission is denied", "không có quyền đọc")
    BROKEN_LINK = ("it is a link that leads nowhere or back to itself", "là liên kết hỏng hoặc tự trỏ về chính nó")
    FAILED = ("the system could not read it", "hệ thống không đọc được")


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


class ValueKey(Term):
    """The key under which a dossier gives its figure, one for each kind of scale."""

    LEVEL = "level", "One of the levels of a rubric.", "Một mức của thang mô tả."
    AMOUNT = "amount", "A number in the unit of a quantity.", "Một số theo đơn vị của thang số lượng."
    CHOICE = "choice", "The id of an option of a choice.", "Mã một lựa chọn của thang lựa chọn."


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


class FlagKind(Term):
    """What a reader should know of a candidate's place before trusting it."""

    EQUAL_BY_CLAMPING = (
        "equal-by-clamping",
        "Tied only because amounts beyond a scale count as its end.",
        "Đồng hạng chỉ vì giá trị vượt thang được tính như đầu thang.",
    )


class Notion(Enum):
    """What the rest of the vocabulary is about: the label and the definition of each notion, in both languages."""

    def __init__(self, english: str, vietnamese: str, definition: str, definition_vi: str) -> None:
        self.english = english
        self.vietnamese = vietnamese
        self.definition = definition
        self.definition_vi = definition_vi

    # fmt: off
    ROUND = (
        "round", "đợt xét chọn", "A folder that holds what one choice needs: criteria, dossiers, sources.",
        "Thư mục chứa mọi thứ cần cho một lần lựa chọn: tiêu chí, hồ sơ, nguồn.")
    STANDING = (
        "standing", "tư cách", "In whose name a round speaks; all but `official` is said on every output.",
        "Đợt xét chọn nhân danh ai; nếu không phải `official` thì mọi kết quả đều ghi rõ.")
    REFERENCE_DATE = (
        "reference date", "ngày tham chiếu", "The day as of which a round is judged, whenever the tool is run.",
        "Ngày lấy làm mốc để xét, không phụ thuộc ngày chạy công cụ.")
    CANDIDATE = (
        "candidate", "ứng viên", "What was submitted and may be chosen.",
        "Đối tượng được đề xuất và có thể được chọn.")
    DOSSIER = (
        "dossier", "hồ sơ", "The file about one candidate.",
        "Tệp nói về một ứng viên.")
    ALTERNATIVE = (
        "alternative", "phương án", "A candidate as a row of the arrays that values are computed in.",
        "Ứng viên dưới dạng một dòng trong bảng tính giá trị.")
    AGENCY = (
        "agency", "cơ quan", "A body that the round names once, by an id.",
        "Tổ chức được khai báo một lần bằng mã.")
    FIELD = (
        "field", "trường thông tin", "A fact asked of every dossier that carries no value.",
        "Thông tin yêu cầu ở mọi hồ sơ, không tính điểm.")
    LIST = (
        "list", "danh mục", "A dated list whose entries a field may refer to.",
        "Danh mục có thời hạn để trường thông tin dẫn đến.")
    CRITERION = (
        "criterion", "tiêu chí", "A node of the tree by which candidates are judged.",
        "Một nút của cây dùng để xét ứng viên.")
    LEAF = (
        "leaf", "tiêu chí đo", "A criterion without children: it has a scale, and dossiers assess it.",
        "Tiêu chí không có tiêu chí con: có thang đo và được nhận định trong hồ sơ.")
    SCALE = (
        "scale", "thang đo", "How a leaf is measured, fixed before anyone is measured.",
        "Cách đo một tiêu chí, định trước khi đo bất kỳ ai.")
    ANCHOR = (
        "anchor", "lời mô tả", "The words that say when a level of a rubric is reached.",
        "Lời nói rõ khi nào đạt một mức của thang.")
    ASSESSMENT = (
        "assessment", "nhận định", "What a dossier says of its candidate on one leaf.",
        "Điều hồ sơ nói về ứng viên ở một tiêu chí.")
    FIGURE = (
        "figure", "giá trị ghi", "The level, amount or option that an assessment gives, or a range of them.",
        "Mức, số lượng hoặc lựa chọn mà nhận định đưa ra, hoặc một khoảng.")
    UNKNOWN = (
        "unknown", "chưa rõ", "Said where nothing is known: it could be anything on the scale.",
        "Ghi khi chưa biết gì: có thể ở bất kỳ đâu trên thang đo.")
    EVIDENCE = (
        "evidence", "dẫn chứng", "An exact quotation for or against the candidate on one leaf.",
        "Trích dẫn nguyên văn ủng hộ hoặc phản biện ứng viên ở một tiêu chí.")
    SOURCE = (
        "source", "nguồn", "Where a quotation was printed, when, and who speaks in it.",
        "Nơi và ngày đăng trích dẫn, và ai phát ngôn.")
    PERFORMANCE = (
        "performance", "kết quả đo", "A figure as a number in the unit of its leaf.",
        "Giá trị ghi dưới dạng số theo đơn vị của tiêu chí.")
    VALUE_FUNCTION = (
        "value function", "hàm giá trị", "The rule by which a scale turns a performance into a partial value.",
        "Quy tắc biến kết quả đo thành giá trị thành phần.")
    PARTIAL_VALUE = (
        "partial value", "giá trị thành phần", "What a performance is worth on its own leaf, from 0 to 1.",
        "Giá trị của kết quả đo ở riêng một tiêu chí, từ 0 đến 1.")
    LOCAL_WEIGHT = (
        "local weight", "trọng số trong nhóm", "A criterion's share among its siblings.",
        "Phần của một tiêu chí trong nhóm cùng cấp.")
    GLOBAL_WEIGHT = (
        "global weight", "trọng số chung", "A criterion's share of the whole: the product of local weights down to it.",
        "Phần của một tiêu chí trong toàn bộ: tích các trọng số trong nhóm trên đường đi xuống.")
    CONTRIBUTION = (
        "contribution", "phần đóng góp", "Global weight times partial value: the points that a criterion brings.",
        "Trọng số chung nhân giá trị thành phần: số điểm mà tiêu chí mang lại.")
    OVERALL_VALUE = (
        "overall value", "giá trị tổng hợp", "The sum of all contributions, shown as points from 0 to 100.",
        "Tổng các phần đóng góp, tính bằng điểm từ 0 đến 100.")
    SHOWN = (
        "shown", "đã có căn cứ", "The overall value with everything open at its worst: what the dossier establishes.",
        "Giá trị tổng hợp khi mọi điều còn mở là kém nhất: phần hồ sơ đã chứng minh.")
    POSSIBLE = (
        "possible", "tối đa có thể", "The overall value with everything open at its best.",
        "Giá trị tổng hợp khi mọi điều còn mở là tốt nhất.")
    RANK = (
        "rank", "thứ hạng", "The place in the order; 1 is best, and ties share the smaller number.",
        "Vị trí trong thứ tự; 1 là tốt nhất, đồng hạng thì cùng nhận số nhỏ hơn.")
    TIE_NODE = (
        "tie node", "tiêu chí phân định", "A criterion that separates candidates whose totals are equal.",
        "Tiêu chí dùng để phân định các ứng viên bằng điểm.")
    TIER = (
        "tier", "bậc", "A part of the shortlist, counted from the top of the order.",
        "Một phần của danh sách rút gọn, đếm từ đầu bảng.")
    LINE = (
        "line", "vạch", "The end of a tier: who stands below it has no place there.",
        "Điểm cuối của một bậc: ai đứng dưới thì không có chỗ trong bậc đó.")
    TIED_FOR = (
        "tied for", "cùng tranh chỗ", "Said of a tie across a line: fewer places are left than candidates share them.",
        "Nói về các ứng viên đồng hạng ngang vạch: số chỗ còn lại ít hơn số ứng viên.")
    JUSTIFICATION = (
        "justification", "lý do xếp hạng", "Why a candidate stands where it stands, from facts of the files alone.",
        "Vì sao ứng viên đứng ở vị trí đó, chỉ nêu từ dữ kiện trong tệp.")
    FINDING = (
        "finding", "phát hiện", "What is wrong with a file: the place, the defect and the cure.",
        "Điều chưa đúng của một tệp: vị trí, lỗi và cách sửa.")
    SCREEN = (
        "screen", "điều kiện loại", "A knock-out test before values. Not in this version.",
        "Phép loại trước khi tính giá trị. Bản này chưa có.")
    ASSESSOR = (
        "assessor", "người đánh giá", "An agency or expert with judgements of its own. Not in this version.",
        "Cơ quan hoặc chuyên gia có nhận định riêng. Bản này chưa có.")
    FIRMNESS = (
        "firmness", "độ vững", "How often a place survives other weights and judgements. Not in this version.",
        "Mức độ giữ được vị trí khi trọng số và nhận định thay đổi. Bản này chưa có.")
    PORTFOLIO = (
        "portfolio", "bộ lựa chọn", "A set chosen together under limits. Not in this version.",
        "Tập hợp được chọn cùng nhau theo các giới hạn. Bản này chưa có.")
    # fmt: on


UNKNOWN = "unknown"
"""The word by which a file says that something is not known."""
