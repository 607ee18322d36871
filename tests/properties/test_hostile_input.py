"""A file of the largest size, whatever is in it, is checked in under five seconds and in less than 200 MiB.

Most files are checked one after the other in one process with little memory; what one of them needed at its peak is
therefore at most what the process needed.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from stratsel.files.read import MAX_BYTES

SECONDS, MEBIBYTES = 5, 200
ADDRESS_SPACE = 600 << 20
A, C, S = "candidates/alpha.yaml", "criteria/meals.yaml", "sources.yaml"
SMALL = Path(__file__).parents[1] / "small-round"
DOSSIER, CRITERIA, SOURCES = ((SMALL / file).read_text(encoding="utf-8") for file in (A, C, S))
HEADER = "stratsel: candidate/1\nid: alpha\n"

CHECK = f"""
import json, sys, time
from pathlib import Path
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, ({ADDRESS_SPACE}, {ADDRESS_SPACE}))
except ImportError:
    resource = None
from stratsel.api import check

def peak():
    # `ru_maxrss` would count what the process that started this one held; Linux tells the two apart.
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) >> 10
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss if resource else 0
    return most >> (20 if sys.platform == "darwin" else 10)

for folder in sorted(Path(sys.argv[1]).iterdir()):
    began = time.process_time()
    found = check([folder])
    took = time.process_time() - began
    codes = {{}}
    for each in found.findings:
        codes[each.code.value] = codes.get(each.code.value, 0) + 1
    print(json.dumps([folder.name, took, peak(), codes]), flush=True)
"""


def full(unit, before="", after=""):
    """A text of the largest size out of one piece repeated."""
    return before + unit * ((MAX_BYTES - len(before) - len(after)) // len(unit.encode())) + after


def many(pattern, count):
    return "".join(pattern.format(number) for number in range(count))


def leaves(count, extra=""):
    tree = many("  - {{id: leaf-{0}, title: T, weight: 1, scale: quality}}\n", count)
    head, _, rest = CRITERIA.partition("criteria:\n  - id: food")
    return head + "criteria:\n" + tree + rest[rest.index("missing: worst") :].replace("  ties: [food]\n", extra)


END = {"ST130": 1}
"""Where there is an end to the findings, it is said."""
QUICK = {
    "brackets": (A, "[" * MAX_BYTES, {"ST121": 1}),
    "braces": (A, "{" * MAX_BYTES, {"ST121": 1}),
    "dashes": (A, full("- "), {"ST121": 1}),
    "complex-keys": (A, full("? "), {"ST121": 1}),
    "keys-on-one-line": (A, full("a: "), {"ST105": 1}),
    "keys-in-keys": (A, "\n".join(" " * depth + "a:" for depth in range(1_400)), {"ST121": 1}),
    "aliases": (A, full("*a, ", "a: &a 1\nb: [", "]"), {"ST111": 1_000, **END}),
    "aliases-of-aliases": (A, many("a{0}: &a{0} [*a, *b, *c]\n", 30_000), {"ST111": 1_000, **END}),
    "tags": (A, full("!a 1,", "x: [", "]"), {"ST113": 1_000, **END}),
    "one-key-again-and-again": (A, full("a: 1\n"), {"ST110": 1_000, **END}),
    "one-long-line": (A, full("x", HEADER + "title: "), {}),
    "one-long-line-of-words": (A, full("x y ", HEADER + "title: "), {}),
    "quotation-marks": (A, '"' * MAX_BYTES, {"ST108": 1}),
    "digits": (A, "1" * MAX_BYTES, {"ST123": 1}),
    "exponents": (A, full("1e999999,", HEADER + "x: [", "]"), {"ST123": 1_000, **END}),
    "tabs": (A, "\t" * MAX_BYTES, {"ST102": 1}),
    "line-ends": (A, "\n" * MAX_BYTES, {"ST124": 1}),
    "remarks": (A, full("#\n"), {"ST124": 1}),
    "colons": (A, ":" * MAX_BYTES, {}),
    "empty-keys": (A, many("k{0}:\n", 90_000), {"ST129": 1_000, **END}),
    "empty-items": (A, full("  -\n", HEADER + "x:\n"), {"ST129": 1_000, **END}),
    "documents": (A, full("---\n"), {"ST115": 1}),
    "folded-lines": (A, full(" a\n", HEADER + "title: >\n"), {}),
    "backslashes": (A, full("\\\n ", HEADER + 'title: "', '"'), {}),
    "escapes": (A, full("\\u0000", HEADER + 'title: "', '"'), {"ST119": 1}),
    "hidden-characters": (A, full("\u2028", HEADER), {"ST119": 1_000, **END}),
    "letters-in-pieces": (A, full("e\u0301", HEADER + "title: "), {"ST118": 1}),
    "nought-bytes": (A, "a" + "\0" * (MAX_BYTES - 1), {"ST117": 1}),
    "too-many-items": (A, full("1,", HEADER + "x: [", "]"), {"ST122": 1}),
    "unknown-keys": (A, DOSSIER + many("k{0}: 1\n", 60_000), {"ST202": 1_000, **END}),
    "unknown-keys-in-the-criteria": (C, CRITERIA + many("k{0}: 1\n", 60_000), {"ST202": 1_000, **END}),
    "ten-thousand-leaves": (C, leaves(10_000), {"ST415": 2}),
}
HEAVY = {
    "items-of-another-kind": (
        A,
        DOSSIER.replace("history:\n", "history: [" + "1," * 190_000 + "]\nx-h:\n"),
        {"ST203": 1_000, **END},
    ),
    "commas": (A, "x: {a: 1, " + many("b{0}, ", 90_000) + "}", {"ST112": 1}),
    "short-items": (A, HEADER + "x-list: [" + "1," * 199_000 + "]", {}),
    "unknown-leaves": (A, DOSSIER + many("  k{0}: 1\n", 60_000), {"ST401": 1_000, **END}),
    "leaves-almost-known": (A, DOSSIER + many("  freshnes{0}: 1\n", 50_000), {"ST401": 1_000, **END}),
    "unknown-keys-in-one-entry": (
        A,
        DOSSIER.replace("{level: 3,", "{level: 3, " + many("k{0}: 1, ", 60_000)),
        {"ST202": 1_000, **END},
    ),
    "unknown-fields": (
        A,
        DOSSIER.replace("fields:\n", "fields:\n" + many("  f{0}: 1\n", 60_000)),
        {"ST411": 1_000, **END},
    ),
    "unknown-sources": (
        A,
        DOSSIER.replace("    for:\n", "    for:\n" + many("      - {{source: s{0}, quote: q}}\n", 25_000)),
        {"ST405": 1_000, **END},
    ),
    "defective-sources": (
        A,
        DOSSIER.replace("sources:\n", "sources:\n" + many("  s{0}: 1\n", 50_000)),
        {"ST203": 1_000, **END},
    ),
    "defective-history": (
        A,
        DOSSIER.replace("history:\n", "history:\n" + "  - {date: 2025-13-45, status: x}\n" * 28_000),
        {"ST213": 1_000, **END},
    ),
    "unknown-languages": (
        A,
        DOSSIER.replace("title: Alpha Kitchen", "title: {" + many("l{0}: a, ", 60_000) + "}"),
        {"ST202": 1_000, **END},
    ),
    "remarks-of-the-round": (A, DOSSIER + many("x-{0}: 1\n", 40_000), {}),
    "leaves-of-one-id": (C, leaves(10_000).replace("leaf-1", "leaf-"), {"ST301": 889}),
    "leaves-without-scale": (C, leaves(10_000).replace(", scale: quality", ""), {"ST306": 1_000, **END}),
    "leaves-of-an-unknown-scale": (
        C,
        leaves(10_000).replace("scale: quality", "scale: qualty"),
        {"ST307": 1_000, **END},
    ),
    "leaves-of-a-defective-scale": (
        C,
        leaves(9_000).replace("scale: quality", "scale: {kind: x}"),
        {"ST204": 1_000, **END},
    ),
    "leaves-without-weight": (C, leaves(10_000).replace("weight: 1, ", ""), {"ST302": 1_000, **END}),
    "leaves-without-language": (
        C,
        leaves(9_000).replace("standing", "languages: [en, vi]\nstanding"),
        {"ST311": 1_000, **END},
    ),
    "unknown-ties": (C, leaves(5_000, "  ties: [" + "leef, " * 90_000 + "]\n"), {"ST313": 1_000, **END}),
    "unknown-agencies": (
        C,
        CRITERIA.replace("agencies:\n", "agencies:\n" + many("  a{0}: {{name: A, parent: b{0}}}\n", 20_000)),
        {"ST318": 1_000, **END},
    ),
    "unknown-lists": (
        C,
        CRITERIA.replace("fields:\n", "fields:\n" + many("  a{0}: {{type: entry, list: b{0}, question: Q}}\n", 16_000)),
        {"ST314": 1_000, **END},
    ),
    "many-levels": (C, CRITERIA.replace("{0: Nothing", "{" + many("1{0}: a, ", 60_000) + "0: Nothing"), {}),
    "levels-in-words": (
        C,
        CRITERIA.replace("{0: Nothing", "{" + many("a{0}: a, ", 60_000) + "0: Nothing"),
        {"ST320": 1_000, **END},
    ),
    "many-sources": (S, SOURCES + many("  s{0}: {{title: A, publisher: B, date: 2025, grade: press}}\n", 15_000), {}),
    "misspelt-keys": (S, SOURCES + many("  s{0}: {{titel: A, publisher: B, date: 2025, grade: press}}\n", 15_000), END),
}


def run(folder, cases):
    for name, (file, text, _) in cases.items():
        assert len(text.encode()) <= MAX_BYTES, name
        for path, content in ((A, DOSSIER), ("candidates/beta.yaml", BETA), (C, CRITERIA), (S, SOURCES), (file, text)):
            (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / name / path).write_bytes(content.encode())
    done = subprocess.run([sys.executable, "-c", CHECK, str(folder)], capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr[-2000:]
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [name for name, *_ in lines] == sorted(cases)
    return lines


BETA = (SMALL / "candidates" / "beta.yaml").read_text(encoding="utf-8")


def look_at(name, seconds, peak, codes, expected):
    assert seconds < SECONDS, name
    assert peak < MEBIBYTES, name
    assert expected.items() <= codes.items(), (name, codes)
    assert sum(codes.values()) <= 2_010, name


@pytest.mark.slow
def test_no_file_holds_the_tool_up(tmp_path):
    for name, seconds, peak, codes in run(tmp_path, QUICK):
        look_at(name, seconds, peak, codes, QUICK[name][-1])


@pytest.mark.slow
@pytest.mark.parametrize("name", HEAVY)
def test_no_file_with_many_mistakes_holds_the_tool_up(tmp_path, name):
    (line,) = run(tmp_path, {name: HEAVY[name]})
    look_at(*line, HEAVY[name][-1])
