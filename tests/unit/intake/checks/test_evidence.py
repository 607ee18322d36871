import pytest

from stratsel.diagnostics.span import Where
from stratsel.intake.checks.evidence import EvidenceRules, citations, folded
from stratsel.intake.record import Said
from stratsel.model.assessor import Assessor
from stratsel.model.candidate import Candidate
from stratsel.model.criteria import Criteria
from stratsel.model.source import Source
from stratsel.terms import Severity

REASON = {"why": "W"}
DAYS = {"kind": "date", "worst": "2027-01-01", "best": "2025-01-01"}
ITEMS = {"kind": "checklist", "items": {name: {"title": name} for name in ("design", "test", "sale")}}
GROWTH = ("criteria", 0, "criteria", 0)
PRICE = ("criteria", 0, "criteria", 1)
EXPORT = ("criteria", 1)


def item(quote="q", source="visit", **more):
    return {"source": source, "quote": quote, **more}


def dated(**dates):
    given = {"title": "T", "publisher": "P", "grade": "press"}
    return {name: Source.model_validate(given | {"date": date}) for name, date in dates.items()}


@pytest.fixture
def rules(criteria):
    def of(*changes, sources=None, frozen=False, doubts=None):
        status = [(("decision", "status"), "frozen")] if frozen else []
        given = Criteria.model_validate(criteria(*changes, *status))
        scales = {leaf.id: given.scale_of(leaf) for leaf in given.leaves()}
        return EvidenceRules(given, "criteria/round.yaml", scales, sources, "sources.yaml", doubts)

    return of


@pytest.fixture
def findings(rules, dossier):
    def of(assessments, *changes, by=None):
        whole = dossier((("assessments",), assessments), *changes)
        return list((by or rules()).findings("f", Candidate.model_validate(whole)))

    return of


def codes(found):
    return [(each.code.value, each.where.path[1]) for each in found]


def test_a_dossier_with_a_reason_for_each_figure(findings):
    reasoned = {"growth": {"level": 3, "for": [item()]}, "price": {"amount": 2, **REASON}, "export": "unknown"}
    assert findings(reasoned) == []


# --- reasons --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "assessments",
    [
        {"growth": {"level": 3}},
        {"growth": {"level": [2, 3], "likely": 3}},
        {"growth": {"amount": 3}},
        {"growth": 3},
        {"growth": [2, 3]},
        {"export": {"choice": "plan"}},
        {"export": "plan"},
        {"export": ["plan", "contract"]},
    ],
)
def test_a_figure_needs_a_reason(findings, rules, assessments):
    (finding,) = findings(assessments)
    (leaf,) = assessments
    assert (finding.code.value, finding.where) == ("ST216", Where("f", ("assessments", leaf), "key"))
    assert (finding.facts, finding.severity) == ({"leaf": leaf}, None)
    (finding,) = findings(assessments, by=rules(frozen=True))
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    "written",
    [
        "unknown",
        {"level": "unknown"},
        {"level": 2, **REASON},
        {"level": 2, "why": {"vi": "L"}},
        {"level": 2, "for": [item()]},
        {"level": 2, "against": [item(answer="A")]},
        REASON,
        {},
    ],
)
def test_unknown_needs_none_and_one_of_three_is_enough(findings, rules, written):
    assert findings({"growth": written}) == []
    assert findings({"growth": written}, by=rules(frozen=True)) == []


@pytest.mark.parametrize("written", ["unknwon", "Unknown", "good", ["good", 3]])
def test_a_word_that_is_no_figure_has_a_finding_of_its_own(findings, written):
    assert findings({"growth": written, "export": written}) == []
    assert findings({"export": {"choice": written if isinstance(written, str) else ["none", "good"]}}) == []


def test_a_day_in_the_short_form(findings, rules):
    by = rules(((*EXPORT, "scale"), DAYS))
    assert codes(findings({"export": "2026-03"}, by=by)) == [("ST216", "export")]
    assert findings({"export": "soon"}, by=by) == []


def test_an_option_that_looks_like_unknown_is_a_figure(findings, rules):
    options = {name: {"value": value, "title": "T"} for name, value in {"no": 0, "known": 100}.items()}
    by = rules(((*EXPORT, "scale", "options"), options))
    assert codes(findings({"export": {"choice": "known"}}, by=by)) == [("ST216", "export")]
    assert codes(findings({"export": "known"}, by=by)) == [("ST216", "export")]


@pytest.mark.parametrize(
    ("written", "is_judged"),
    [
        ({"met": ["design"]}, True),
        ({"met": []}, True),
        ({"met": [], "unknown": ["test"]}, True),
        ({"unknown": ["design", "test"]}, True),
        ({"unknown": ["design", "test", "sale"]}, False),
    ],
)
def test_what_a_checklist_says(findings, rules, written, is_judged):
    """An item neither met nor unknown is judged not to be met."""
    by = rules(((*EXPORT, "scale"), ITEMS))
    assert codes(findings({"export": written}, by=by)) == ([("ST216", "export")] if is_judged else [])


def test_a_misspelt_leaf_is_looked_at_too_and_what_is_none_is_not(findings):
    """A branch and a leaf of another round have a finding of their own; `x-` begins a remark."""
    found = findings({"grwth": 3, "exprt": {"choice": "plan"}, "use": 3, "welfare": {"level": 2}, "x-growth": 3})
    assert codes(found) == [("ST216", "grwth"), ("ST216", "exprt")]


# --- both sides -----------------------------------------------------------------------------------


def test_evidence_on_both_sides_is_weighed_in_words(findings, rules):
    both = {"level": 2, "for": [item()], "against": [item("r", answer="A")]}
    (finding,) = findings({"growth": both})
    assert (finding.code.value, finding.where) == ("ST221", Where("f", ("assessments", "growth"), "key"))
    assert finding.severity is None
    (finding,) = findings({"growth": both}, by=rules(frozen=True))
    assert (finding.code.value, finding.severity) == ("ST221", Severity.ERROR)
    assert findings({"growth": both | REASON}, by=rules(frozen=True)) == []


def test_evidence_against_is_answered_once_the_rules_are_frozen(findings, rules):
    against = {"growth": {"level": 2, **REASON, "against": [item(answer="A"), item("r"), item("s")]}}
    assert findings(against) == []
    found = findings(against, by=rules(frozen=True))
    assert [each.code.value for each in found] == ["ST218", "ST218"]
    assert [each.where for each in found] == [
        Where("f", ("assessments", "growth", "against", at), "key") for at in (1, 2)
    ]


def test_an_unknown_figure_has_answers_too(findings, rules):
    against = {"growth": {"level": "unknown", "against": [item()]}}
    assert codes(findings(against, by=rules(frozen=True))) == [("ST218", "growth")]


# --- one quote on two leaves ----------------------------------------------------------------------


def quoting(**leaves):
    keys = {"growth": {"level": 2}, "price": {"amount": 2}, "export": {"choice": "plan"}}
    return {leaf: keys[leaf] | {"why": "W", "for": list(items)} for leaf, items in leaves.items()}


def test_a_quote_counted_on_two_leaves_says_why(findings, rules):
    twice = quoting(growth=[item("a b")], price=[item("c"), item("a\n  b\N{NO-BREAK SPACE}")])
    (finding,) = findings(twice)
    assert (finding.code.value, finding.where) == ("ST219", Where("f", ("assessments", "price", "for", 1, "quote")))
    assert finding.related == (Where("f", ("assessments", "growth", "for", 0, "quote")),)
    assert (finding.facts, finding.severity) == ({"source": "visit", "leaf": "growth"}, None)
    (finding,) = findings(twice, by=rules(frozen=True))
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    "written",
    [
        quoting(growth=[item()], price=[item(shared="S")]),
        quoting(growth=[item(shared="S")], price=[item()]),
        quoting(growth=[item(shared="S")], price=[item()], export=[item(shared="S")]),
        quoting(growth=[item()], price=[item(source="other")]),
        quoting(growth=[item()], price=[item("Q")]),
        quoting(growth=[item(), item()]),
        quoting(growth=[item()]) | {"x-remark": {"for": [item()]}},
    ],
)
def test_one_use_of_a_quote_need_not_say_why(findings, written):
    assert findings(written) == []


def test_each_further_use_says_why(findings):
    found = findings(quoting(growth=[item(shared="S")], price=[item()], export=[item(), item("r"), item()]))
    assert [each.where.path[1:4] for each in found] == [("export", "for", 0), ("export", "for", 2)]
    assert {each.related[0].path for each in found} == {("assessments", "price", "for", 0, "quote")}


def test_the_other_side_counts_too(findings):
    other = {"growth": {"level": 2, **REASON, "against": [item()]}} | quoting(price=[item()])
    assert codes(findings(other)) == [("ST219", "price")]


# --- evidence that is asked for -------------------------------------------------------------------


@pytest.fixture
def demanded(rules, findings):
    """Whether evidence is asked for of this judgement, where the leaf asks for it from this threshold on."""

    def of(path, threshold, written, *changes):
        by = rules(*changes, ((*path, "evidence_required_from"), threshold))
        leaf = {GROWTH: "growth", PRICE: "price", EXPORT: "export"}[path]
        found = findings({leaf: written | REASON}, by=by)
        assert {each.code.value for each in found} <= {"ST220"}
        assert findings({leaf: written | {"for": [item()]}}, by=by) == []
        return bool(found)

    return of


@pytest.mark.parametrize(
    ("threshold", "level", "expected"),
    [(2, 2, True), (2, 3, True), (2, 1, False), (2, [1, 2], True), (2, [0, 1], False), ("any", 0, True), (2, 9, False)],
)
def test_a_level_at_least_as_good(demanded, threshold, level, expected):
    assert demanded(GROWTH, threshold, {"level": level}) is expected


@pytest.mark.parametrize(
    ("threshold", "amount", "expected"),
    [
        (4, 4, True),
        (4, 3, True),
        (4, 5, False),
        (4, [3, 8], True),
        (4, [5, 8], False),
        ("any", 10, True),
        (4, -3, True),
    ],
)
def test_an_amount_whose_best_is_smaller(demanded, threshold, amount, expected):
    """From 10, the worst, to 0."""
    assert demanded(PRICE, threshold, {"amount": amount}) is expected


@pytest.mark.parametrize(
    ("choice", "expected"),
    [("none", False), ("plan", True), (["none", "plan"], True), ("contract", True), ("nonesuch", False)],
)
def test_an_option_at_least_as_good(demanded, choice, expected):
    assert demanded(EXPORT, "plan", {"choice": choice}) is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-01-01", True), ("2026-01-02", False), ("2025-12", True), ("2026", True), (["2025-06", "2026-06"], True),
     (["2026-02", "2026-06"], False)],
)  # fmt: skip
def test_a_day_of_which_earlier_is_better(demanded, day, expected):
    assert demanded(EXPORT, "2026-01-01", {"date": day}, ((*EXPORT, "scale"), DAYS)) is expected


@pytest.mark.parametrize(
    ("threshold", "written", "expected"),
    [
        (["design", "test"], {"met": ["test", "design"]}, True),
        (["design", "test"], {"met": ["test"]}, False),
        (["design", "test"], {"met": ["test"], "unknown": ["design"]}, True),
        (["design"], {"unknown": ["design"]}, True),
        (["design"], {"met": ["test", "sale"]}, False),
        ("any", {"met": []}, True),
    ],
)
def test_a_checklist_reaches_items_that_are_met_or_may_be(demanded, threshold, written, expected):
    assert demanded(EXPORT, threshold, written, ((*EXPORT, "scale"), ITEMS)) is expected


def test_where_the_demand_stands(rules, findings):
    demand = ((*GROWTH, "evidence_required_from"), "any")
    (finding,) = findings({"growth": {"level": 1, **REASON}}, by=rules(demand))
    assert (finding.code.value, finding.where) == ("ST220", Where("f", ("assessments", "growth"), "key"))
    assert finding.related == (Where("criteria/round.yaml", (*GROWTH, "evidence_required_from")),)
    assert finding.severity is None
    (finding,) = findings({"growth": {"level": 1, **REASON}}, by=rules(demand, frozen=True))
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize("written", [{"level": "unknown"}, REASON, {"level": 3, "amount": 3}, {"amount": 3}])
def test_without_one_figure_that_is_known_nothing_is_demanded(rules, findings, written):
    by = rules(((*GROWTH, "evidence_required_from"), 1))
    assert findings({"growth": written | REASON}, by=by) == []


def test_what_is_demanded_is_one_finding(rules, findings):
    """Evidence for the candidate is a reason too, so that the lack of a reason is no second finding."""
    by = rules(((*GROWTH, "evidence_required_from"), 1))
    assert codes(findings({"growth": {"level": 2}}, by=by)) == [("ST220", "growth")]
    assert codes(findings({"growth": {"level": 2, "against": [item()]}}, by=by)) == [("ST220", "growth")]


@pytest.mark.parametrize("threshold", [7, "much", ["design"], "2026-13"])
def test_a_threshold_off_the_scale_demands_nothing(rules, findings, threshold):
    by = rules(((*GROWTH, "evidence_required_from"), threshold))
    assert findings({"growth": {"level": 3, **REASON}}, by=by) == []


def test_a_doubtful_threshold_demands_nothing(rules, findings):
    doubts = Said()
    doubts.add((*GROWTH, "evidence_required_from"))
    by = rules(((*GROWTH, "evidence_required_from"), 1), doubts=doubts)
    assert findings({"growth": {"level": 3, **REASON}}, by=by) == []


def test_a_leaf_whose_scale_is_in_doubt(criteria, findings):
    given = Criteria.model_validate(
        criteria(((*GROWTH, "evidence_required_from"), 1), ((*PRICE, "evidence_required_from"), "any"))
    )
    by = EvidenceRules(given, "c", {}, {}, "s")
    found = findings({"growth": {"level": 3, **REASON}, "price": {"amount": 3, **REASON}}, by=by)
    assert codes(found) == [("ST220", "price")]


# --- hindsight ------------------------------------------------------------------------------------

UNTIL = (("decision", "evidence_until"), "2025-11-15")


@pytest.mark.parametrize(
    ("date", "is_late"),
    [
        ("2025-11-15", False),
        ("2025-11-16", True),
        ("2025-11", False),
        ("2025-12", True),
        ("2025-Q4", False),
        ("2025", False),
        ("2026", True),
        ("unknown", False),
    ],
)
def test_evidence_certainly_later_than_counts(rules, findings, date, is_late):
    by = rules(UNTIL, sources=dated(gazette=date), frozen=True)
    found = findings({"growth": {"level": 2, "for": [item(source="gazette")]}}, by=by)
    assert [each.code.value for each in found] == ["ST222"] * is_late
    if is_late:
        assert found[0].where == Where("f", ("assessments", "growth", "for", 0, "source"))
        assert found[0].related == (Where("sources.yaml", ("sources", "gazette", "date")),)
        assert (found[0].facts, found[0].severity) == ({"source": "gazette", "until": "2025-11-15"}, None)


def test_a_late_source_of_the_dossier_itself(rules, findings):
    late = (("sources", "visit", "date"), "2025-12-01")
    (finding,) = findings({"growth": {"level": 2, "for": [item()]}}, late, by=rules(UNTIL))
    assert finding.related == (Where("f", ("sources", "visit", "date")),)
    assert findings({"growth": {"level": 2, "for": [item()]}}, late) == []


def test_history_may_hold_what_came_later(rules, findings):
    history = (("history",), [{"date": "2026", "status": "s", "source": "gazette"}])
    assert findings({"growth": "unknown"}, history, by=rules(UNTIL, sources=dated(gazette="2026"))) == []


def test_opinions_are_held_to_it_too(rules):
    opinions = {"uav": {"opinion": "for", "for": [item(source="gazette")], "against": [item(source="early")]}}
    assessor = Assessor.model_validate({"stratsel": "assessor/1", "id": "mps", "opinions": opinions})
    sources = dated(gazette="2026", early="2024")
    (finding,) = rules(UNTIL, sources=sources).opinion_findings("panel/mps.yaml", assessor)
    assert finding.where == Where("panel/mps.yaml", ("opinions", "uav", "for", 0, "source"))
    assert list(rules(sources=sources).opinion_findings("panel/mps.yaml", assessor)) == []


# --- the parts ------------------------------------------------------------------------------------


def test_citations_have_their_paths(dossier):
    items = {"for": [item("1"), item("2")], "against": [item("3")]}
    whole = Candidate.model_validate(dossier((("assessments",), {"growth": {"level": 2} | items, "price": 3})))
    found = [(path, each.quote) for path, each in citations("assessments", whole.assessments)]
    assert found == [
        (("assessments", "growth", "for", 0), "1"),
        (("assessments", "growth", "for", 1), "2"),
        (("assessments", "growth", "against", 0), "3"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a b", "a b"), (" a  b ", "a b"), ("a\r\n\tb", "a b"), ("a\N{NO-BREAK SPACE}b\N{IDEOGRAPHIC SPACE}", "a b"),
     ("a\N{ZERO WIDTH SPACE}b", "a\N{ZERO WIDTH SPACE}b"), (" ", "")],
)  # fmt: skip
def test_white_space_is_folded_and_nothing_else(text, expected):
    assert folded(text) == expected
