"""The vocabulary: every word that files, results and reports share, with its definition.

The glossary in the manual is generated from the enums of this module.
"""

from enum import Enum, StrEnum


class Wording(Enum):
    """Base of enums whose members carry a label and a definition in each language of the tool."""

    def __init__(self, english: str, vietnamese: str) -> None:
        self.english = english
        self.vietnamese = vietnamese

    def label(self, language: str) -> str:
        """Return the member's words in `language` (`en` or `vi`)."""
        return self.vietnamese if language == "vi" else self.english


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
    RANGE = ("a range of two values [low, high]", "một khoảng gồm hai giá trị [thấp, cao]")


class Obstacle(Wording):
    """Why a file could not be read."""

    NOT_FOUND = ("it is not there", "không có ở đó")
    NO_PERMISSION = ("permission is denied", "không có quyền đọc")
    BROKEN_LINK = ("it is a link that leads nowhere or back to itself", "là liên kết hỏng hoặc tự trỏ về chính nó")
    FAILED = ("the system could not read it", "hệ thống không đọc được")


class Severity(StrEnum):
    """How much a finding weighs; only an error rejects a submission."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Standing(StrEnum):
    """In whose name a round speaks; anything but official is a banner on every output."""

    OFFICIAL = "official"
    DRAFT = "draft"
    ILLUSTRATION = "illustration"
    TRAINING = "training"


class Status(StrEnum):
    """Whether a round's rules may still change."""

    DRAFT = "draft"
    FROZEN = "frozen"


class ScaleKind(StrEnum):
    """How a leaf is measured."""

    RUBRIC = "rubric"
    QUANTITY = "quantity"
    CHOICE = "choice"


class ValueKey(StrEnum):
    """The key under which a dossier gives its figure, one for each kind of scale."""

    LEVEL = "level"
    AMOUNT = "amount"
    CHOICE = "choice"


VALUE_KEYS = {
    ScaleKind.RUBRIC: ValueKey.LEVEL,
    ScaleKind.QUANTITY: ValueKey.AMOUNT,
    ScaleKind.CHOICE: ValueKey.CHOICE,
}


class FieldType(StrEnum):
    """What a field holds: a fact asked of each dossier that carries no value."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    OPTION = "option"
    ENTRY = "entry"


class WeightingMethod(StrEnum):
    """How the weights came about."""

    DIRECT = "direct"
    EQUAL = "equal"


class Grade(StrEnum):
    """Who speaks in a source."""

    OFFICIAL = "official"
    PRESS = "press"
    COMPANY = "company"
    SECONDARY = "secondary"


class Role(StrEnum):
    """In which role a dossier was assessed."""

    PROPOSER = "proposer"
    SECRETARIAT = "secretariat"
    MAINTAINERS = "maintainers"


class Stance(StrEnum):
    """Whether an item of evidence speaks for or against the candidate."""

    FOR = "for"
    AGAINST = "against"


class Certainty(StrEnum):
    """Whether a candidate has a place in a tier whatever the open assessments turn out to be."""

    IN = "in"
    OPEN = "open"
    OUT = "out"


class FlagKind(StrEnum):
    """What a reader should know of a candidate's place before trusting it."""

    EQUAL_BY_CLAMPING = "equal-by-clamping"


UNKNOWN = "unknown"
"""The word by which a file says that something is not known."""
