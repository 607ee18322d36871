import pytest

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import Where
from stratsel.intake.record import MAX_FINDINGS, Record, Said, as_written, topics
from stratsel.terms import Severity

ITEM = ("assessments", "a", "for", 0)


def finding(code, *path, file="f", severity=None, **facts):
    return Diagnostic(code, Where(file, path), facts, severity=severity)


def error(*path, file="f"):
    return finding(Code.UNKNOWN_SOURCE, *path, file=file, source="x")


def warning(*path, file="f"):
    return finding(Code.UNASSESSED_LEAF, *path, file=file, leaf="x")


# --- what is said ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "covers", "touches"),
    [
        (("a", "b"), True, True),
        (("a", "b", 0, "c"), True, True),
        (("a",), False, True),
        (("a", "c"), False, False),
        (("x",), False, False),
        ((), False, True),
    ],
)
def test_what_is_said_of_a_value_is_said_of_all_that_it_holds(path, covers, touches):
    said = Said()
    said.add(("a", "b"))
    assert (said.covers(path), said.touches(path)) == (covers, touches)


def test_nothing_is_said_at_first():
    assert not Said().covers(("a",)) and not Said().touches(("a",)) and not Said().touches(())


def test_parts_of_a_value():
    said = Said()
    said.add(("assessments", "growth", "why"))
    assert not said.has_below(("assessments", "growth"), frozenset({"why"}))
    said.add(("assessments", "growth", "level", 0))
    assert said.has_below(("assessments", "growth"), frozenset({"why"}))
    assert not said.has_below(("assessments", "export"), frozenset())


# --- keeping findings -----------------------------------------------------------------------------


def test_an_error_breaks_its_file_and_a_warning_does_not():
    record = Record()
    record.note([error("a", file="one"), warning("a", file="two")])
    record.note_of("three", [finding(Code.UNASSESSED_LEAF, "a", file="three", leaf="x", severity=Severity.ERROR)])
    assert record.broken == {"one", "three"}
    assert record.is_sound("two") and not record.is_sound("one")
    assert len(record.found) == 3


def codes(record):
    return [each.code for each in record.found]


def test_there_is_an_end_to_the_errors_of_a_file():
    """The last of them says so, and the rest are not even looked for."""
    record = Record()
    produced = []

    def many():
        for number in range(MAX_FINDINGS * 3):
            produced.append(number)
            yield error(number)

    record.note_of("f", many())
    assert codes(record) == [Code.UNKNOWN_SOURCE] * MAX_FINDINGS + [Code.TOO_MANY_FINDINGS]
    assert len(produced) == MAX_FINDINGS + 1
    assert record.found[-1].facts == {"count": str(MAX_FINDINGS)}
    record.note([error("late"), error("other", file="g")])
    assert codes(record)[MAX_FINDINGS + 1 :] == [Code.UNKNOWN_SOURCE]


def test_warnings_do_not_stand_in_the_way_of_errors():
    """A dossier with ten thousand leaves left out is a draft; a later error still rejects it."""
    record = Record()
    record.note_of("f", [*(warning(number) for number in range(MAX_FINDINGS + 5)), error("a")])
    assert codes(record) == [Code.UNASSESSED_LEAF] * MAX_FINDINGS + [Code.TOO_MANY_FINDINGS, Code.UNKNOWN_SOURCE]
    assert record.found[-2].severity is Severity.WARNING
    assert record.broken == {"f"}


def test_too_many_warnings_reject_nothing():
    record = Record()
    record.note_of("f", (warning(number) for number in range(MAX_FINDINGS * 2)))
    assert record.is_sound("f")


def test_where_the_reader_stopped_nothing_more_is_said():
    record = Record()
    record.note_of("f", [error("a"), finding(Code.TOO_MANY_FINDINGS, count="1000"), error("b")])
    assert codes(record) == [Code.UNKNOWN_SOURCE, Code.TOO_MANY_FINDINGS]


# --- consequences ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "follows"),
    [
        (("sources", "x"), error("assessments", "a", "for", 0, "source")),
        (("sources",), error("assessments", "a", "for", 0, "source")),
        (("assessments", "a"), error("assessments", "a", "for", 0, "source")),
        (("assessments", "x"), warning("assessments")),
        (("assessments",), warning("assessments")),
        (("a", "b"), finding(Code.MISSING_KEY, "a", key="b")),
        (("fields", "form", "options"), finding(Code.INCOMPLETE_FIELD, "fields", "form", type="option", key="options")),
        (("criteria", 0, "weight"), finding(Code.MISSING_WEIGHT, "criteria", 0, "id", criterion="x")),
        (("weighting",), finding(Code.MISSING_WEIGHT, "criteria", 0, "id", criterion="x")),
        (("weighting", "method"), finding(Code.UNEXPECTED_WEIGHT, "criteria", 0, "weight", criterion="x")),
        (("criteria", 0, "criteria"), finding(Code.CRITERION_WITHOUT_SCALE, "criteria", 0, "id", criterion="x")),
        (("criteria", 0, "scale"), finding(Code.CRITERION_WITHOUT_SCALE, "criteria", 0, "id", criterion="x")),
        (("scales", "x"), finding(Code.UNKNOWN_SCALE, "criteria", 0, "scale", scale="x")),
        (("lists", "x", "valid"), finding(Code.REVERSED_PERIOD, "lists", "x", "valid", first="2", last="1")),
        (("lists",), finding(Code.UNKNOWN_LIST, "fields", "a", "list", list="x")),
        (("agencies", "x"), finding(Code.UNKNOWN_AGENCY, "agencies", "a", "parent", agency="x")),
        (("criteria", 0, "combine"), finding(Code.MISSING_WEIGHT, "criteria", 0, "criteria", 1, "id", criterion="x")),
        (("combine",), finding(Code.UNEXPECTED_WEIGHT, "criteria", 1, "weight", criterion="x")),
        (("scales", "x", "points"), finding(Code.MISSING_KEY, "scales", "x", key="best")),
        (("scales", "x", "points", "3"), finding(Code.UNORDERED_VALUES, "scales", "x", "points", "4")),
        (("scales", "x", "items", "a"), finding(Code.WEIGHTLESS_ITEMS, "scales", "x", "items")),
        (("scales", "x", "levels", "a"), finding(Code.NUMBER_OUT_OF_BOUNDS, "scales", "x", "step")),
        (("scales", "x"), finding(Code.THRESHOLD_OFF_SCALE, "criteria", 0, "evidence_required_from")),
        (
            ("criteria", 0, "scale", "levels", "a"),
            finding(Code.THRESHOLD_OFF_SCALE, "criteria", 0, "evidence_required_from"),
        ),
        (("assessments", "x"), finding(Code.UNKNOWN_REFUSED, "assessments", leaf="x")),
        (("assessments", "GDP growth"), finding(Code.UNKNOWN_REFUSED, "assessments", leaf="gdp-growth")),
        (("assessments", "x"), finding(Code.UNKNOWN_REFUSED, "assessments", "x", "level", leaf="x")),
        (("scales", "x", "kind"), finding(Code.SINGLE_LEVEL, "scales", "x", "levels")),
        (("assessments", "a", "level"), finding(Code.MISSING_FIGURE, "assessments", "a", leaf="a", expected="level")),
        (("assessments", "a", "lvl"), finding(Code.MISSING_FIGURE, "assessments", "a", leaf="a", expected="level")),
        (("assessments", "a", "why"), finding(Code.MISSING_REASON, "assessments", "a", leaf="a")),
        (("assessments", "a", "for"), finding(Code.EVIDENCE_REQUIRED, "assessments", "a", leaf="a")),
        (("assessments", "a", "reason"), finding(Code.UNWEIGHED_EVIDENCE, "assessments", "a", leaf="a")),
        (("assessments", "a", "against", 0, "answer"), finding(Code.MISSING_ANSWER, "assessments", "a", "against", 0)),
        ((*ITEM, "source"), finding(Code.QUOTE_NOT_FOUND, *ITEM, "quote")),
        ((*ITEM, "shared"), finding(Code.SHARED_QUOTE, *ITEM, "quote")),
    ],
)
def test_what_only_follows_from_something_else_is_no_news(said, follows):
    record = Record()
    assert list(record.unsaid([follows])) == [follows]
    record.say("f", [said])
    assert list(record.unsaid([follows])) == []


@pytest.mark.parametrize(
    ("said", "news"),
    [
        (("assessments", "b"), error("assessments", "a", "for", 0, "source")),
        (("sources", "y"), error("assessments", "a", "for", 0, "source")),
        (("assessments", "a", "for", 0, "quote"), error("assessments", "a", "for", 0, "source")),
        (("assessments", "y"), warning("assessments")),
        (("assessments", "a", "why"), finding(Code.MISSING_FIGURE, "assessments", "a", leaf="a", expected="level")),
        (("scales", "y"), finding(Code.SINGLE_LEVEL, "scales", "x", "levels")),
        (("scales", "y", "points"), finding(Code.MISSING_KEY, "scales", "x", key="best")),
        (("criteria", 1, "combine"), finding(Code.MISSING_WEIGHT, "criteria", 0, "criteria", 1, "id", criterion="x")),
        (("criteria", 1, "scale"), finding(Code.THRESHOLD_OFF_SCALE, "criteria", 0, "evidence_required_from")),
        (("assessments", "y"), finding(Code.UNKNOWN_REFUSED, "assessments", leaf="x")),
        (("assessments", "a", "level"), finding(Code.MISSING_REASON, "assessments", "a", leaf="a")),
        (("assessments", "a", "for", 1, "source"), finding(Code.QUOTE_NOT_FOUND, *ITEM, "quote")),
        ((), error("a")),
    ],
)
def test_what_stands_beside_it_is_news(said, news):
    record = Record()
    record.say("f", [said])
    record.say("g", [("assessments",), ("sources",)])
    assert list(record.unsaid([news])) == [news]


REQUIRE = ("screens", 0, "require")
TIER = ("shortlist", "tiers", 0)
QUOTA = ("shortlist", "quotas", 1)


@pytest.mark.parametrize(
    ("said", "follows", "beside"),
    [
        ((*REQUIRE, "in"), finding(Code.UNCLEAR_TEST, *REQUIRE, keys="field"), ("screens", 1, "require", "in")),
        (("fields", "a", "type"), finding(Code.UNFIT_TEST, *REQUIRE, "in", key="in", name="a"), ("fields", "b")),
        (("fields", "a", "options", 0), finding(Code.UNKNOWN_OPTION, *REQUIRE, "in", 0, field="a"), ("fields", "b")),
        (("fields", "a", "type"), finding(Code.WRONG_FIELD_TYPE, *REQUIRE, "in", 0, field="a"), ("fields", "b")),
        (("lists", "a", "entries", "x"), finding(Code.UNKNOWN_ENTRY, *REQUIRE, "in", 0, list="a"), ("lists", "b")),
        (("fields", "a"), finding(Code.UNASKED_FIELD, *REQUIRE, "field", field="a"), ("fields", "b")),
        (("lists", "a", "valid", 1), finding(Code.LIST_NOT_IN_FORCE, *REQUIRE, "in_list", list="a"), ("lists", "b")),
        (("lists", "a", "valid", 1), finding(Code.REVERSED_PERIOD, "lists", "a", "valid"), ("lists", "b")),
        (("decision",), finding(Code.LIST_NOT_IN_FORCE, *REQUIRE, "in_list", list="a"), ("decision", "owner")),
        (("criteria", 0, "criteria", 1, "id"), finding(Code.UNKNOWN_NODE, *REQUIRE, "criterion", node="a"), ("id",)),
        (("criteria", 0), finding(Code.UNKNOWN_NODE, "shortlist", "ties", 0, node="a"), ("criteria", 0, "scale")),
        (
            ("criteria", 0, "criteria"),
            finding(Code.UNKNOWN_NODE, "shortlist", "ties", 0, node="a"),
            ("criteria", 0, "title"),
        ),
        ((*TIER, "id"), finding(Code.UNKNOWN_TIER, *QUOTA, "tier", tier="a"), (*TIER, "places")),
        (("shortlist", "tiers"), finding(Code.UNKNOWN_TIER, *QUOTA, "tier", tier="a"), ("shortlist", "ties")),
        ((*TIER, "members"), finding(Code.UNCLEAR_COUNT, *TIER, "count", lacks="members"), (*TIER, "places")),
        ((*TIER, "count"), finding(Code.UNORDERED_TIERS, *TIER, "places", tier="a"), (*TIER, "members")),
        ((*TIER, "places"), finding(Code.IMPOSSIBLE_QUOTA, *QUOTA, "at_least"), ("screens",)),
        (("shortlist", "quotas", 0, "field"), finding(Code.SEVERAL_QUOTA_FIELDS, *QUOTA, "field"), ("fields",)),
        ((*QUOTA, "tier"), finding(Code.QUOTA_ON_COUNTED_TIER, *QUOTA, "field"), (*QUOTA, "at_most")),
        ((*QUOTA, "at_least"), finding(Code.MISSING_KEY, *QUOTA, key="at_most", instead="at_least"), (*QUOTA, "value")),
        (("agency",), finding(Code.NAMELESS_ASSESSOR, "id", assessor="a"), ("recused",)),
        (("name",), finding(Code.NAMELESS_ASSESSOR, "id", assessor="a"), ("recused",)),
        (("opinions", "a", "for", 0), finding(Code.BARE_OPINION, "opinions", "a", candidate="a"), ("opinions", "b")),
    ],
)
def test_rules_mean_nothing_while_what_they_hold_together_is_defective(said, follows, beside):
    record = Record()
    record.say("f", [beside])
    assert list(record.unsaid([follows])) == [follows]
    record.say("f", [said])
    assert list(record.unsaid([follows])) == []


def test_a_finding_is_about_its_own_place_first():
    assert topics(error("a", "b"))[0] == ("a", "b")


# --- renamed keys ---------------------------------------------------------------------------------


def test_places_are_named_by_the_keys_of_the_file():
    renamed = {("assessments",): "assesments", ("assessments", "a", "level"): "levle"}
    given = [error("assessments", "a", "level", 0), error("sources", "a")]
    assert [each.where.path for each in as_written(given, renamed)] == [
        ("assesments", "a", "levle", 0),
        ("sources", "a"),
    ]


def test_where_nothing_is_renamed_findings_stay_what_they_are():
    given = [error("a")]
    assert next(iter(as_written(given, {}))) is given[0]
