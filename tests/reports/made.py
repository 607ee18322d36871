"""A small result made by hand, without files: four candidates, two tiers, a tie across a line.

The tree: use 60 (levels 0 to 4), cost 40 = price 30 (100 is worst, 0 best) + speed 10 (slow 0, normal 50, fast 100).

    a  level 3     60 × 3/4        = 45   price 50: 30 × 1/2 = 15   fast     = 10        70           nothing open
    b  level 2–3   60 × 2/4 .. 3/4 = 30   price 20: 30 × 4/5 = 24   unknown  =  0..10    54 to 79     10 % unknown
    c  level 2                     = 30                      = 24   slow     =  0        54           nothing open
    d  unknown                     =  0..60     unknown     = 0..30 unknown  =  0..10     0 to 100   100 % unknown

One place in “First”, two in “Second”: b and c are tied for the second of them.
"""

from dataclasses import replace
from decimal import Decimal

from stratsel.engine.selection import Landing, Tie
from stratsel.results.crossing import Crossing, Direction, Step
from stratsel.results.leaf import LeafStanding, WrittenFigure
from stratsel.results.ranking import CriterionFacts, RankedCandidate, Ranking, RoundFacts, TierFacts
from stratsel.results.reasons import CitedEvidence, FilePlace, LeafReason, Reasons
from stratsel.terms import Certainty, Stance, Standing, Status, ValueKey

IN, OPEN, OUT = Certainty.IN, Certainty.OPEN, Certainty.OUT
ANCHORS = {2: {"en": "in two places", "vi": "ở hai nơi"}, 3: {"en": "in three places", "vi": "ở ba nơi"},
           4: {"en": "everywhere", "vi": "khắp nơi"}}  # fmt: skip
SPEEDS = {"slow": {"en": "Slow", "vi": "Chậm"}, "normal": {"en": "Normal", "vi": "Vừa"},
          "fast": {"en": "Fast", "vi": "Nhanh"}}  # fmt: skip

ROUND = RoundFacts(
    id="tools",
    lang="en",
    title={"en": "Tools of the year", "vi": "Công cụ của năm"},
    question="Which tool comes first?",
    standing=Standing.ILLUSTRATION,
    owner={"en": "the office", "vi": "văn phòng"},
    reference_date="2025-12-01",
    status=Status.DRAFT,
    missing="worst",
    ties=("use",),
    weighting_by={"en": "the office", "vi": "văn phòng"},
    weighting_why={"en": "Use counts most.", "vi": "Sử dụng là quan trọng nhất."},
    digest="sha256:" + "0123456789abcdef" * 4,
    criteria_file="criteria/tools.yaml",
)
CRITERIA = (
    CriterionFacts("use", {"en": "Use", "vi": "Sử dụng"}, None, 60.0, True),
    CriterionFacts("cost", {"en": "Cost", "vi": "Chi phí"}, None, 40.0, False),
    CriterionFacts("price", {"en": "Price", "vi": "Giá"}, "cost", 30.0, True),
    CriterionFacts("speed", {"en": "Speed", "vi": "Tốc độ"}, "cost", 10.0, True),
)
TIERS = (TierFacts("first", {"en": "First", "vi": "Nhất"}, 1), TierFacts("second", {"en": "Second", "vi": "Nhì"}, 2))


def level(number):
    return WrittenFigure(ValueKey.LEVEL, number, ANCHORS[number])


def price(amount):
    return WrittenFigure(ValueKey.AMOUNT, Decimal(amount), {"en": "thousand dong", "vi": "nghìn đồng"})


def speed(name):
    return WrittenFigure(ValueKey.CHOICE, name, SPEEDS[name])


def leaf(name, weight, points, possible=None, low=None, high=None):
    return LeafStanding(name, weight, points, points if possible is None else possible, low, high or low)


LEAVES = {
    "a": (
        leaf("use", 60.0, 45.0, low=level(3)),
        leaf("price", 30.0, 15.0, low=price("50")),
        leaf("speed", 10.0, 10.0, low=speed("fast")),
    ),
    "b": (
        leaf("use", 60.0, 30.0, 45.0, level(2), level(3)),
        leaf("price", 30.0, 24.0, low=price("20")),
        leaf("speed", 10.0, 0.0, 10.0),
    ),
    "c": (
        leaf("use", 60.0, 30.0, low=level(2)),
        leaf("price", 30.0, 24.0, low=price("20")),
        leaf("speed", 10.0, 0.0, low=speed("slow")),
    ),
    "d": (leaf("use", 60.0, 0.0, 60.0), leaf("price", 30.0, 0.0, 30.0), leaf("speed", 10.0, 0.0, 10.0)),
}


def cited(name, stance, quote, line, **more):
    facts = {
        "source": "paper",
        "publisher": "The Paper",
        "date": "2025-11",
        "grade": "press",
        "note": None,
        "answer": None,
    }
    place = FilePlace("candidates/b.yaml" if stance is Stance.AGAINST else "candidates/a.yaml", line)
    return CitedEvidence(leaf=name, stance=stance, quote=quote, place=place, **(facts | more))


def reason(standing, candidate, line):
    return LeafReason(standing, FilePlace(f"candidates/{candidate}.yaml", line))


def crossing(tier, direction, mover, passed, gap, steps=(), largest=None, **more):
    return Crossing(tier, direction, mover, passed, gap, tuple(steps), largest, **more)


A, B, C, D = (LEAVES[each] for each in "abcd")
REASONS = {
    "a": Reasons(
        strengths=(reason(A[0], "a", 8), reason(A[1], "a", 12), reason(A[2], "a", 13)),
        weakest=reason(A[1], "a", 12),
        evidence=(
            cited("use", Stance.FOR, "used by everybody in our three places", 10, note={"en": "seen on a visit"}),
            cited("price", Stance.FOR, "cheaper than most", 14, date=None, grade="company"),
            cited("speed", Stance.FOR, "as fast as they say", 16, grade="secondary"),
        ),
        unknown=(),
        crossings=(crossing("first", Direction.DOWN, "b", "a", 16.0, largest=B[0]),),
    ),
    "b": Reasons(
        strengths=(reason(B[0], "b", 8), reason(B[1], "b", 12)),
        weakest=reason(B[0], "b", 8),
        evidence=(cited("use", Stance.AGAINST, "hardly used", 11, answer={"en": "Older than the second place."}),),
        unknown=(B[2],),
        crossings=(
            crossing(
                "second",
                Direction.UP,
                "b",
                "c",
                0.0,
                (Step("speed", speed("normal"), 5.0), Step("use", level(3), 15.0)),
            ),
        ),
    ),
    "c": Reasons(
        strengths=(reason(C[0], "c", 8), reason(C[1], "c", 9)),
        weakest=reason(C[0], "c", 8),
        evidence=(),
        unknown=(),
        crossings=(crossing("second", Direction.UP, "c", "b", 0.0),),
    ),
    "d": Reasons(
        strengths=(),
        weakest=reason(D[0], "d", 7),
        evidence=(),
        unknown=D,
        crossings=(crossing("second", Direction.UP, "d", "b", 54.0, (Step("use", level(4), 60.0),)),),
    ),
}


def candidate(name, title, rank, shown, possible, unknown, landing, first, second):
    standings = LEAVES[name]
    use, amount, pace = (each.points for each in standings)
    return RankedCandidate(
        id=name,
        title=title,
        file=f"candidates/{name}.yaml",
        rank=rank,
        value=shown,
        shown=shown,
        possible=possible,
        unknown=unknown,
        landing=landing,
        places={"first": first, "second": second},
        contributions={"use": use, "cost": amount + pace, "price": amount, "speed": pace},
        leaves=standings,
        flags=(),
        reasons=REASONS[name],
    )


TIED = Landing(None, (Tie("second", 1),))
CANDIDATES = (
    candidate("a", {"en": "Hammer", "vi": "Búa"}, 1, 70.0, 70.0, 0.0, Landing("first"), OPEN, OPEN),
    candidate("b", {"en": "Saw", "vi": "Cưa"}, 2, 54.0, 79.0, 0.1, TIED, OPEN, OPEN),
    candidate("c", {"en": "File", "vi": "Giũa"}, 2, 54.0, 54.0, 0.0, TIED, OUT, OPEN),
    candidate("d", {"en": "Drill", "vi": "Khoan"}, 4, 0.0, 100.0, 1.0, Landing(None), OPEN, OPEN),
)


def small():
    """The result described above."""
    return Ranking(ROUND, CRITERIA, TIERS, CANDIDATES, ("candidates/torn.yaml",), "1.2.3")


def official():
    """The same, in its owner's name, with nothing rejected."""
    return replace(small(), round=replace(ROUND, standing=Standing.OFFICIAL), rejected=())


def alone():
    """One candidate, which nobody can pass."""
    only = replace(CANDIDATES[0], places={"first": IN, "second": IN}, reasons=replace(REASONS["a"], crossings=()))
    return replace(small(), candidates=(only,))


def silent():
    """Two candidates of which nothing is known, and which nothing separates."""
    both = [
        replace(CANDIDATES[3], id=name, rank=1, landing=Landing("second", (Tie("first", 1),)),
                places={"first": OPEN, "second": IN}, reasons=replace(REASONS["d"], crossings=()))
        for name in ("d", "e")
    ]  # fmt: skip
    return replace(small(), candidates=tuple(both))


def many(count):
    """As many candidates, one point apart, the first two with a place."""
    rows = [
        replace(CANDIDATES[0], id=f"x{at}", title=f"Tool {at}", rank=at, value=100.0 - at, shown=100.0 - at,
                possible=100.0, landing=Landing({1: "first", 2: "second"}.get(at)))
        for at in range(1, count + 1)
    ]  # fmt: skip
    titles = {each.id for each in rows}
    assert len(titles) == count
    return replace(small(), candidates=tuple(replace(row, reasons=replace(row.reasons, crossings=())) for row in rows))


def said(text):
    """The small result with a text of someone else's wherever a file has a say in what is shown."""
    quote = cited("use", Stance.FOR, text, 10, publisher=text, date="2025", note=text, answer=text)
    anchor = replace(level(3), meaning=text)
    standing = leaf("use", 60.0, 45.0, low=anchor)
    first = replace(
        CANDIDATES[0],
        title=text,
        reasons=replace(
            REASONS["a"],
            strengths=(reason(standing, "a", 8),),
            evidence=(quote, replace(quote, stance=Stance.AGAINST)),
        ),
    )
    facts = replace(ROUND, title=text, question=text, owner=text, weighting_by=text, weighting_why=text)
    criteria = (replace(CRITERIA[0], title=text), *CRITERIA[1:])
    tiers = (replace(TIERS[0], title=text), TIERS[1])
    return replace(small(), round=facts, criteria=criteria, tiers=tiers, candidates=(first, *CANDIDATES[1:]))
