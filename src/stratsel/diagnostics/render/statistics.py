"""How often each code was found."""

from collections import Counter

from stratsel.diagnostics.catalogue import rule, severity_of
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.summary import SEVERITIES
from stratsel.terms import Severity


def statistics(findings: Findings, language: str) -> str:
    """Return a line for each code and severity, the worst first, then the most frequent: count, code, name, message.

    The message is that of the page: what stands in braces comes from the files.
    """
    order = list(Severity)
    counted = Counter((severity_of(each), each.code) for each in findings)
    ranked = sorted(counted.items(), key=lambda pair: (order.index(pair[0][0]), -pair[1], pair[0][1]))
    return "".join(
        f"{count:>6}  {SEVERITIES[language][severity]}[{code}] {rule(code).name}: {rule(code).message[language]}\n"
        for (severity, code), count in ranked
    )
