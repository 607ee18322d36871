"""What makes a finding the same finding in the next run, although lines have moved."""

from collections import Counter
from hashlib import sha256

from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.place import relative
from stratsel.diagnostics.span import format_path


def fingerprints(findings: Findings) -> list[str]:
    """Return a hash for each finding, of its file, code and path of keys; equal ones are numbered to be unique."""
    seen: Counter[str] = Counter()
    made = []
    for each in findings:
        name = _name(each)
        seen[name] += 1
        made.append(sha256(f"{name}\0{seen[name]}".encode(errors="surrogatepass")).hexdigest())
    return made


def _name(diagnostic: Diagnostic) -> str:
    where = diagnostic.where
    return "\0".join((relative(where.file), diagnostic.code, format_path(where.path)))
