"""Rounds written to break the tool, made by code: each is the small round with one file replaced, and what is found.

`SMALL` are files as a person, another editor or a careless program may make them; `LARGE` fill a file up to its limit.
"""

from pathlib import Path

ROUND = Path(__file__).parents[1] / "small-round"
A, B, C, S = "candidates/alpha.yaml", "candidates/beta.yaml", "criteria/meals.yaml", "sources.yaml"
D, P, T, X = "decision.yaml", "panel/mps.yaml", "sources/report.txt", "scenarios/if.yaml"
ALPHA, BETA, MEALS, SOURCES = ((ROUND / file).read_text(encoding="utf-8") for file in (A, B, C, S))
DECISION = "stratsel: decision/1\n"
ASSESSOR = "stratsel: assessor/1\nid: mps\nagency: council\n"
SCENARIO = "stratsel: scenario/1\nid: if\ntitle: T\n"
MEBIBYTE = 1 << 20
AB = "a b a a b " * (MEBIBYTE // 10)
FINE = frozenset()
"""Nothing is found, and the round can be ranked."""


def many(pattern, count):
    return "".join(pattern.format(number) for number in range(count))


def changed(text, *pairs):
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def alpha(*pairs, after=""):
    return {A: changed(ALPHA, *pairs) + after}


def meals(*pairs):
    return {C: changed(MEALS, *pairs)}


def escaped(text):
    return '"' + "".join(f"\\u{ord(sign):04x}" for sign in text) + '"'


def price(scale, figure):
    """The leaf `price` on another scale, with alpha's figure; beta's is unknown."""
    beta = changed(BETA, ("price: {amount: [35, 40], why: By its offer.}", "price: unknown"))
    criteria = changed(MEALS, ("kind: quantity, unit: EUR, worst: 50, best: 25", scale))
    return {A: changed(ALPHA, ("amount: 30", figure)), B: beta, C: criteria}


def amount(scale, figure):
    return price(f"kind: quantity, unit: EUR, {scale}", f"amount: {figure}")


def decided(tiers):
    return {D: f"{DECISION}decisions:\n  - {{date: 2025-12-01, by: X, tiers: {{{tiers}}}, departures: {{}}}}\n"}


def shortlist(words):
    return meals(("  ties: [food]\n", words))


def screens(text):
    return meals(("missing: worst\n", f"missing: worst\nscreens:\n{text}"))


def screen(test):
    return screens(f"  - {{id: s, title: S, on_fail: flag, on_unknown: flag, require: {test}}}\n")


def within(said, criteria=MEALS):
    """Weights within what is said of them."""
    varied = f"missing: worst\nuncertainty: {{weights: {{kind: within, {said}}}, samples: 100}}\n"
    return {C: changed(criteria, ("missing: worst\n", varied))}


def leaves(count, assessment=None):
    """Criteria with so many leaves, and dossiers that say the same on each of them."""
    head, rest = MEALS.partition("criteria:\n  - id")[0], MEALS[MEALS.index("missing: worst") :]
    tree = many("  - {{id: l{0}, title: T, weight: 1, scale: quality}}\n", count)
    files = {C: f"{head}criteria:\n{tree}{changed(rest, ('  ties: [food]', '  minimum: 0'))}"}
    if assessment is not None:
        said = "assessments:\n" + many(f"  l{{0}}: {assessment}\n", count)
        files |= {file: text.partition("assessments:")[0] + said for file, text in ((A, ALPHA), (B, BETA))}
    return files


def quotas_of(count):
    """So many options of a field, each with a quota; the dossiers are of two of them."""
    own = "  quotas:\n" + many("    - {{field: form, value: k{0}, at_most: 1}}\n", count)
    options = ("options: [kitchen, caterer]", f"options: [{many('k{0}, ', count)}]")
    beta = changed(BETA, ("assessments:", "fields: {form: k2}\nassessments:"))
    return alpha(("form: kitchen", "form: k1")) | {B: beta} | meals(options, ("  ties: [food]\n", own))


def branch(depth, leaf=""):
    """A tree of one child at each node."""
    head, rest = MEALS.partition("criteria:\n  - id")[0], MEALS[MEALS.index("missing: worst") :]
    node = "{0}- id: n{1}\n{0}  title: T\n{0}  weight: 1\n{0}  criteria:\n"
    tree = "".join(node.format(" " * (2 + 4 * at), at) for at in range(depth))
    return {C: f"{head}criteria:\n{tree}{leaf}{rest}"}


def cited(text, quote, count=1):
    """Alpha's source has a saved text, and its history quotes it so many times."""
    entries = many(f"  - {{{{date: 2025-11, status: v, source: visit, quote: {quote}}}}}\n", count)
    return {T: text} | alpha(
        ("grade: official}", f"grade: official, text: {T}}}"),
        ("  - {date: 2025-11, status: visited, source: visit}\n", entries),
    )


LEAF = f"{' ' * 118}- {{id: food, title: L, weight: 1, scale: quality}}\n"
TAGS = ["!", "!!", "!!str", "!!binary", "!!set", "!!omap", "!!python/object:os.system", "!local"]
TAGS += ["!!python/object/apply:os.system", "!<tag:yaml.org,2002:int>", "!!merge", "!!timestamp", "!é"]
NO_IDS = [
    "../../etc/passwd",
    "con",
    "nul",
    "lpt9",
    "a/b",
    ".",
    "..",
    "-",
    "аlpha",
    "ALPHA",
    "a\\nb",
    "alpha ",
    "x" * 101,
]
SIGNS = {"escape": "\x1b[2J", "title": "\x1b]0;x\x07", "csi": "\x9b31m", "direction": "\u202eabc", "isolate": "\u2066"}
SIGNS |= {"delete": "\x7f", "backspace": "\b", "nel": "\x85", "line": "\u2028", "paragraph": "\u2029", "mark": "\ufeff"}
ENCODINGS = ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "latin-1", "cp1252"]
ENDS = {"crlf": "\r\n", "cr": "\r"}

SMALL = {
    "merge-keys": ({"ST111", "ST114"}, alpha(after="x-a: &a {k: 1}\nx-b:\n  <<: [*a, *a]\n")),
    "brackets-in-brackets": ({"ST121"}, {A: f"x: {'[' * 100_000}{']' * 100_000}"}),
    "a-second-title": ({"ST110"}, alpha(after="title: B\n")),
    "a-tab": ({"ST102"}, alpha(("  cook", "\tcook"))),
    "two-byte-order-marks": ({"ST119"}, {A: b"\xef\xbb\xbf\xef\xbb\xbf" + ALPHA.encode()}),
    "lone-surrogate": ({"ST117"}, {A: ALPHA.encode() + b'x-a: "\xed\xa0\x80"\n'}),
    "surrogate-as-escape": ({"ST101"}, alpha(after='x-a: "\\ud800"\n')),
    "two-surrogates-as-escapes": ({"ST101"}, alpha(after='x-a: "\\ud83d\\ude00"\n')),
    "overlong-utf-8": ({"ST117"}, {A: ALPHA.encode() + b'x-a: "\xc0\xaf"\n'}),
    "no-character": ({"ST119"}, alpha(after='x-a: "\\uffff"\n')),
    "nought": ({"ST119"}, alpha(after='x-a: "a\0b"\n')),
    "nought-as-escape": ({"ST119"}, alpha(after='x-a: "a\\0b"\n')),
    "exponent": ({"ST123"}, alpha(("amount: 30", "amount: 1e999999"))),
    "exponent-as-text": ({"ST203"}, alpha(("amount: 30", 'amount: "1e999999"'))),
    "exponents-as-range": ({"ST123"}, alpha(("amount: 30", "amount: [1e300, 1e301]"))),
    "hexadecimal": ({"ST123"}, alpha(("amount: 30", f"amount: 0x{'f' * 30}"))),
    "a-million-digits": ({"ST123"}, alpha(("served: 300", f"served: {'9' * 1_000_000}"))),
    "a-million-digits-as-text": ({"ST413"}, alpha(("served: 300", f'served: "{"9" * 1_000_000}"'))),
    "infinite-weight": ({"ST123"}, meals(("weight: 60", "weight: .inf"))),
    "infinite-weight-as-text": ({"ST203"}, meals(("weight: 60", "weight: inf"))),
    "weight-not-a-number": ({"ST123"}, meals(("weight: 60", "weight: .nan"))),
    "negative-weight": ({"ST214"}, meals(("weight: 60", "weight: -1"))),
    "weights-of-nought": ({"ST304"}, meals(("weight: 60", "weight: 0"), ("weight: 40", "weight: 0"))),
    "weights-far-apart": (FINE, meals(("weight: 60", "weight: 1e-30"), ("weight: 40", "weight: 1e30"))),
    "homoglyph-of-a-leaf": ({"ST205"}, alpha(("  menu:", "  mеnu:"))),
    "homoglyph-in-the-tree": ({"ST205"}, meals(("id: menu", "id: mеnu"))),
    "a-tree-of-350": ({"ST121"}, branch(350)),
    "a-tree-of-30": ({"ST321", "ST415"}, branch(29, LEAF)),
    "step-of-a-billionth": (FINE, price("kind: rubric, step: 1e-9, levels: {0: A, 5: B}", "level: 1.000000001")),
    "between-the-steps": ({"ST408"}, price("kind: rubric, step: 1e-9, levels: {0: A, 5: B}", "level: 1.0000000001")),
    "smallest-step": (FINE, price("kind: rubric, step: 1e-30, levels: {0: A, 999999999: B}", "level: [0, 3]")),
    "step-beyond-the-scale": ({"ST214"}, price("kind: rubric, step: 1e30, levels: {0: A, 5: B}", "level: 5")),
    "largest-amounts": (FINE, amount("worst: -1e30, best: 1e30", "[-1e30, 1e30]")),
    "smallest-amounts": (FINE, amount("worst: 0, best: 1e-30", "[0, 1e-30]")),
    "ends-that-a-float-takes-for-one": (FINE, amount("worst: 1, best: 1.00000000000000000000000000001", "1")),
    "points-at-the-limits": (FINE, amount(f"points: {{-{'9' * 30}: 0, {'9' * 30}: 100}}", "1")),
    "logarithm-at-the-limits": (FINE, amount("worst: 1e-30, best: 1e30, shape: log", "1")),
    "logarithm-of-a-denormal": ({"ST123"}, amount("worst: 1e-320, best: 1, shape: log", "1")),
    "logarithm-of-nearly-one": (FINE, amount("worst: 1, best: 1.00000000000000000000000000001, shape: log", "1")),
    "logarithm-of-an-amount-of-nought": ({"ST409"}, amount("worst: 1, best: 100, shape: log", "0")),
    "logarithm-of-a-negative-amount": ({"ST409"}, amount("worst: 1, best: 100, shape: log", "-5")),
    "all-days": (FINE, price("kind: date, worst: 0001-01-01, best: 9999-12-31", "date: [0001-Q1, 9999-12-31]")),
    "likely-in-the-last-year": (
        FINE,
        price("kind: date, worst: 9999-12-31, best: 0001-01-01", "date: [0001-01, 9999-12], likely: 9999"),
    ),
    "no-year-nought": ({"ST213"}, price("kind: date, worst: 2020-01-01, best: 2030-12-31", "date: 0000-01-01")),
    "resolution-too-fine": ({"ST123"}, shortlist("  resolution: 1e-300\n")),
    "resolution-of-a-hair": (FINE, shortlist("  resolution: 1e-30\n")),
    "resolution-beyond-all-values": (FINE, shortlist("  resolution: 1e30\n")),
    "resolution-without-end": (FINE, shortlist(f"  resolution: 0.{'3' * 36}\n")),
    "minimum-of-everything": (FINE, shortlist("  minimum: 100\n")),
    "minimum-just-below": (FINE, shortlist(f"  minimum: 99.{'9' * 36}\n")),
    "places-without-number": (FINE, meals(("places: 2", f"places: {'9' * 30}"))),
    "share-of-nothing": (FINE, meals(("missing: worst", "missing: {kind: available, at_least: 1e-30}"))),
    "a-test-in-1000-tests": ({"ST121"}, screen("{not: " * 1_000 + "{present: [cook]}" + "}" * 1_000)),
    "a-test-in-55-tests": (FINE, screen("{not: " * 55 + "{present: [cook]}" + "}" * 55)),
    "a-test-in-29-lists": (FINE, screen("{any_of: [" * 29 + "{present: [cook]}" + "]}" * 29)),
    "an-empty-assessor": ({"ST124"}, {P: ""}),
    "an-empty-scenario": ({"ST124"}, {X: ""}),
    "a-scenario-of-nothing": ({"ST431"}, {X: SCENARIO}),
    "a-scenario-without-weight": ({"ST304"}, {X: f"{SCENARIO}weights: {{food: 0, supply: 0}}\n"}),
    "a-scenario-beyond-all-weights": (FINE, {X: f"{SCENARIO}weights: {{food: 1e30, menu: 1e-30}}\n"}),
    "a-scenario-off-the-scale": ({"ST409"}, {X: f"{SCENARIO}assessments: {{beta: {{price: {'9' * 30}}}}}\n"}),
    "a-scenario-of-strangers": ({"ST421"}, {X: f"{SCENARIO}assessments: {{nobody: {{menu: 3}}}}\n"}),
    "a-scenario-with-evidence": ({"ST202"}, {X: f"{SCENARIO}assessments: {{beta: {{menu: {{level: 3, for: 1}}}}}}\n"}),
    "a-scenario-in-brackets": ({"ST121"}, {X: f"{SCENARIO}weights: {'[' * 10_000}{']' * 10_000}\n"}),
    "words-of-later-versions": ({"ST702"}, {P: f"{ASSESSOR}weights: {{a: 1}}\n"}),
    "a-text-outside": (
        {"ST223"},
        {S: changed(SOURCES, ("grade: official}", "grade: official, text: ../../etc/passwd}"))},
    ),
    "a-device-as-text": ({"ST223"}, {S: changed(SOURCES, ("grade: official}", "grade: official, text: /dev/zero}"))}),
    "an-empty-text": ({"ST212"}, cited("", "a")),
    "a-text-in-utf-16": ({"ST117"}, cited("ab".encode("utf-16"), "a")),
    "a-text-of-noughts": ({"ST117"}, cited("a\0" * 1_000, "a")),
    "a-text-with-escapes": ({"ST212"}, cited("one two three \x1b[2J\x07 five", "one two three four")),
    "a-text-too-large": ({"ST120"}, cited("x" * (MEBIBYTE + 1), "x")),
    "a-statement-without-end": ({"ST340"}, within(f"statements: [food >= {'1 + ' * 20_000}1]")),
    "a-statement-of-hyphens": ({"ST340"}, within(f"statements: [{'a-' * 240}]")),
    "a-statement-of-long-numbers": ({"ST340"}, within(f"statements: [food >= {'1' * 40}]")),
    "factors-far-apart": (FINE, within("statements: [999999999.999999999 food >= 0.000000001 supply]")),
    "shares-far-apart": ({"ST214"}, within("shares: {food: [0.000000001, 99999999999]}")),
    "a-point-of-weights": (FINE, within("shares: {food: [60, 60], menu: [33.333333333, 33.333333334]}")),
    "weights-that-nothing-is-left-of": ({"ST343"}, within("shares: {food: [0, 0], supply: [0, 99.999999]}")),
    **{f"tag-{at}": ({"ST113"}, alpha(("amount: 30", f"amount: {tag} 30"))) for at, tag in enumerate(TAGS)},
    **{f"id-{at}": ({"ST205"}, alpha(("id: alpha", f'id: "{name}"'))) for at, name in enumerate(NO_IDS)},
    **{f"ends-{name}": (FINE, {A: ALPHA.replace("\n", end)}) for name, end in ENDS.items()},
    **{f"ends-inside-{name}": (FINE, alpha(("Alpha Kitchen", f'"Alpha{end}  Kitchen"'))) for name, end in ENDS.items()},
    **{f"{name}-in-a-title": ({"ST119"}, alpha(("Alpha", f"Al{sign}pha"))) for name, sign in SIGNS.items()},
    **{f"{name}-as-escape": ({"ST119"}, alpha(("Alpha Kitchen", escaped(sign)))) for name, sign in SIGNS.items()},
    **{f"{name}-in-a-key": ({"ST119"}, alpha(after=f'"k{sign}": 1\n')) for name, sign in SIGNS.items()},
    **{f"{name}-in-a-decision": ({"ST119"}, {D: f'{DECISION}lang: "{sign}"\n'}) for name, sign in SIGNS.items()},
    **{name: ({"ST117"}, {A: ALPHA.replace("Alpha", "Küche").encode(name)}) for name in ENCODINGS},
}

END = "ST130"
LARGE = {
    "aliases": ({"ST111", END}, {A: "a: &a [x, x]\n" + many("b{0}: &b{0} [*a, *a, *a, *a]\n", 1_000)}),
    "ten-thousand-leaves": (FINE, leaves(10_000, "{{level: [1, 3], why: y}}")),
    "three-thousand-leaves": (FINE, leaves(3_000, "{{level: [1, 3], why: y}}")),
    "ten-thousand-leaves-unsaid": ({"ST415"}, leaves(10_000)),
    "items": ({"ST226"}, price("kind: checklist, items: {" + many("i{0}: {{title: T}}, ", 10_000) + "}", "met: [i1]")),
    "points": ({"ST226"}, amount("points: {" + many("{0}: {0}e-3, ", 10_000) + "}", "7")),
    "levels": ({"ST226"}, price("kind: rubric, levels: {" + many("{0}: T, ", 10_000) + "}", "level: 7")),
    "options": (
        {"ST226"},
        price("kind: choice, options: {" + many("o{0}: {{value: 1, title: T}}, ", 10_000) + "}", "choice: o7"),
    ),
    "levels-of-every-leaf": (
        FINE,
        leaves(9_000, "{{level: 7, why: y}}")
        | {C: changed(leaves(9_000)[C], ("4: Proven", ", ".join(f"{level}: A" for level in range(4, 500))))},
    ),
    "statements": ({"ST226"}, within(f"statements: [{'food >= supply, ' * 30_000}]")),
    "shares": ({"ST226"}, within(f"shares: {{{many('c{0}: [1, 2], ', 30_000)}}}")),
    "statements-of-nobody": (
        {"ST313"},
        within(f"statements: [{many(' + '.join(f'{name}{{0}}' for name in 'abcdefghijklmnop') + ' >= 1, ', 50)}]"),
    ),
    "statements-on-many-leaves": (
        {"ST343", "ST415"},
        within(
            f"statements: [{many('l{0} >= 3, ', 40)} {many('999999999.5 l{0} >= 0.5 l7, ', 10)}]",
            leaves(3_000)[C],
        ),
    ),
    "tiers": (
        {"ST312", "ST319", END},
        meals(("  tiers:\n", "  tiers:\n" + "    - {id: t, places: 1, title: T}\n" * 5_000)),
    ),
    "quotas": (
        {"ST429", "ST424", END},
        shortlist("  quotas:\n" + many("    - {{field: form, value: kitchen, at_most: {0}}}\n", 5_000)),
    ),
    "quotas-of-classes": (FINE, quotas_of(5_000)),
    "quotas-of-unknown-fields": (
        {"ST331", END},
        shortlist("  quotas:\n" + many("    - {{field: f{0}, value: a, at_most: 1}}\n", 5_000)),
    ),
    "screens": (
        FINE,
        screens(
            many("  - {{id: s{0}, title: S, on_fail: flag, on_unknown: flag, require: {{present: [cook]}}}}\n", 5_000)
        ),
    ),
    "tests": (FINE, screen("{all_of: [" + "{present: [cook]}, " * 20_000 + "]}")),
    "tests-of-values": (FINE, screen("{any_of: [" + "{criterion: food, value_at_least: 3}, " * 8_000 + "]}")),
    "names-in-a-test": (FINE, screen("{field: cook, in: [" + many('"n{0}", ', 30_000) + "]}")),
    "no-options-in-a-test": ({"ST204", END}, screen("{field: form, in: [" + many('"n{0}", ', 30_000) + "]}")),
    "entries": ({"ST414"}, meals(("entries: {", "entries: {" + many("e{0}: E, ", 30_000))) | alpha(("north", "nort"))),
    "one-name-again": (
        {"ST421", "ST429", END},
        decided(f"first: [{'a, ' * 190_000}]"),
    ),
    "names-of-nobody": (
        {"ST421", END},
        decided(f"first: [{many('a{0}, ', 100_000)}]"),
    ),
    "tiers-of-nobody": (
        {"ST339", END},
        decided(many("t{0}: [alpha], ", 40_000)),
    ),
    "waivers": (
        {"ST422", "ST429", END},
        {D: f"{DECISION}waivers:\n" + "  - {candidate: alpha, screen: s, by: X, why: y, until: 2026-01-01}\n" * 12_000},
    ),
    "recused": ({"ST421", END}, {P: f"{ASSESSOR}recused: [{many('c{0}, ', 100_000)}]\n"}),
    "supposed-weights": ({"ST401", END}, {X: f"{SCENARIO}weights:\n" + many("  w{0}: {0}\n", 40_000)}),
    "supposed-candidates": ({"ST421", END}, {X: f"{SCENARIO}assessments:\n" + many("  c{0}: {{menu: 3}}\n", 20_000)}),
    "supposed-leaves": ({"ST401", END}, {X: f"{SCENARIO}assessments:\n  beta:\n" + many("    l{0}: 3\n", 40_000)}),
    "opinions": (
        {"ST405", END},
        {
            P: f"{ASSESSOR}opinions:\n  alpha:\n    opinion: for\n    for:\n"
            + many("      - {{source: s{0}, quote: q}}\n", 25_000)
        },
    ),
    "evidence": (FINE, alpha(("    for:\n", "    for:\n" + many("      - {{source: visit, quote: q{0}}}\n", 25_000)))),
    "missing-texts": (
        {"ST125", END},
        {S: SOURCES + many("  s{0}: {{title: A, publisher: B, date: 2025, grade: press, text: x/y{0}.txt}}\n", 12_000)},
    ),
    "quotes-of-a-text": ({"ST212", "ST225"}, cited(AB, "a b a a b a b a {0}", 12_000)),
    "long-quotes-of-a-text": ({"ST212", "ST225"}, cited(AB, "a b a a b " * 290 + "z{0}", 350)),
    "quotes-of-one-word": ({"ST212", "ST225"}, cited("x" * MEBIBYTE, "q{0}", 12_000)),
}
