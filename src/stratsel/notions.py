"""What the rest of the vocabulary is about: notions that are no words of the files, for the glossary of the manual."""

from enum import Enum


class Notion(Enum):
    """A notion: its label and its definition, in both languages."""

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
        "screen", "điều kiện loại", "A knock-out test, decided before values and apart from weights.",
        "Điều kiện xét trước khi tính giá trị và không phụ thuộc trọng số; không đạt thì có thể bị loại.")
    WAIVER = (
        "waiver", "miễn áp dụng", "A screen that people set aside for one candidate, up to a day.",
        "Điều kiện loại được bỏ qua cho một ứng viên, đến một ngày nhất định.")
    QUOTA = (
        "quota", "hạn mức", "How many candidates with one value of a field a tier may hold, or must.",
        "Số ứng viên có cùng một giá trị của trường thông tin mà một bậc được hoặc phải có.")
    DECISION = (
        "decision", "quyết định", "What people decided on a day, beside the order that the files give.",
        "Điều con người đã quyết định vào một ngày, đặt cạnh thứ tự mà các tệp cho ra.")
    DEPARTURE = (
        "departure", "điểm khác với thứ tự", "A candidate that a decision put in or left out against the order.",
        "Ứng viên được quyết định đưa vào hoặc không đưa vào, khác với thứ tự.")
    ASSESSOR = (
        "assessor", "người đánh giá", "An agency or expert that says something of its own about candidates.",
        "Cơ quan hoặc chuyên gia có ý kiến riêng về các ứng viên.")
    FIRMNESS = (
        "firmness", "độ vững", "How often a place survives other weights and judgements. Not in this version.",
        "Mức độ giữ được vị trí khi trọng số và nhận định thay đổi. Bản này chưa có.")
    SCENARIO = (
        "scenario", "kịch bản", "A named what-if, with other weights or figures; it changes nothing in the round.",
        "Một giả định có tên, với trọng số hoặc giá trị khác; không thay đổi gì trong đợt xét chọn.")
    PORTFOLIO = (
        "portfolio", "bộ lựa chọn", "A set chosen together under limits. Not in this version.",
        "Tập hợp được chọn cùng nhau theo các giới hạn. Bản này chưa có.")
    # fmt: on
