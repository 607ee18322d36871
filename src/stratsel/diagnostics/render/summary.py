"""One line that says what a check came to."""

from stratsel.diagnostics.findings import Findings
from stratsel.terms import Severity

SEVERITIES = {
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "advice"},
    "vi": {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.ADVICE: "khuyến nghị"},
}
"""How severities are spoken."""


def summary(findings: Findings, language: str) -> str:
    """Return one line: the files looked at, the findings of each severity, and how many of them are slips of form."""
    if not findings:
        return _nothing_found(findings.files, language)
    counts = findings.counts
    if language == "vi":
        words = SEVERITIES["vi"]
        counted = [f"{counts[each]} {words[each]}" for each in Severity if counts[each]]
        return ", ".join([f"{findings.files} tệp", *counted, *_repairable(findings, "{} có thể sửa bằng --fix")])
    counted = [_english_count(each, counts[each]) for each in Severity if counts[each]]
    return ", ".join([_english_files(findings.files), *counted, *_repairable(findings, "{} can be fixed with --fix")])


def _repairable(findings: Findings, words: str) -> list[str]:
    count = sum(each.is_repairable for each in findings)
    return [words.format(count)] if count else []


def _nothing_found(files: int, language: str) -> str:
    if language == "vi":
        return f"không có phát hiện nào trong {files} tệp"
    return f"no findings in {_english_files(files)}"


def _english_files(count: int) -> str:
    return f"{count} {'file' if count == 1 else 'files'}"


def _english_count(severity: Severity, count: int) -> str:
    if severity is Severity.ADVICE:
        return f"{count} {'piece' if count == 1 else 'pieces'} of advice"
    return f"{count} {severity.value}{'' if count == 1 else 's'}"
