"""The sections of the paper."""

from stratsel.terms import Term


class Section(Term):
    """A section of the paper, in the order in which they stand there."""

    SUMMARY = (
        "summary",
        "In short: the question, the answer, how firm it is, what to decide.",
        "Tóm tắt: câu hỏi, câu trả lời, độ vững, điều cần quyết định.",
    )
    METHOD = (
        "method",
        "Rules, criteria and weights, by whom and why.",
        "Quy tắc, tiêu chí và trọng số, do ai và vì sao.",
    )
    MATRIX = "matrix", "What the dossiers say, before any total.", "Hồ sơ nói gì, trước mọi tổng điểm."
    RANKING = "ranking", "The order, and how firm it is.", "Thứ tự, và độ vững."
    WHAT_IF = "what-if", "Where candidates would stand under scenarios.", "Ứng viên sẽ đứng ở đâu theo các kịch bản."
    REASONS = "reasons", "Why each candidate stands where it stands.", "Vì sao mỗi ứng viên đứng ở vị trí của mình."
    OPINIONS = "opinions", "Who said what, and what was decided.", "Ai nói gì, và đã quyết định gì."
    ADVICE = "advice", "What to answer before anybody signs.", "Những điều cần trả lời trước khi ký."
    ROBUSTNESS = "robustness", "What would change the result.", "Điều gì làm thay đổi kết quả."
    METHODS = "methods", "The same figures by other methods.", "Cùng số liệu theo phương pháp khác."
    SHEETS = (
        "sheets",
        "One sheet to fill in for each shortlisted candidate.",
        "Mỗi ứng viên trong danh sách một phiếu để điền.",
    )
    LIMITS = "limits", "What this analysis does not do.", "Những gì phân tích này không làm."
    SOURCES = "sources", "What the dossiers cite.", "Những gì hồ sơ trích dẫn."
