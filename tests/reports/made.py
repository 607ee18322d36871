"""A small result made by hand, without files: four candidates, two tiers, a tie across a line.

The tree: use 60 (levels 0 to 4), cost 40 = price 30 (100 is worst, 0 best) + speed 10 (slow 0, normal 50, fast 100).

    a  level 3     60 × 3/4        = 45   price 50: 30 × 1/2 = 15   fast     = 10        70           nothing open
    b  level 2–3   60 × 2/4 .. 3/4 = 30   price 20: 30 × 4/5 = 24   unknown  =  0..10    54 to 79     10 % unknown
    c  level 2                     = 30                      = 24   slow     =  0        54           nothing open
    d  unknown                     =  0..60     unknown     = 0..30 unknown  =  0..10     0 to 100   100 % unknown

One place in “First”, two in “Second”: b and c are tied for the second of them. Of eight places seven are open, all but
c's in “First”, which a has before it with 70 points.

    d's use at its worst: d has at most 40, is out of both, and a is sure in “Second”: 3 places are sure
            at its best:  d has at least 60, and c is out of “Second” below it and a: 1
    b's use at its worst: b has at most 64 and is out of “First”: 1;  at its best: c is out below a and b's 69: 1
    b's speed worst: at most 69, out of “First”: 1;                   best: c is out below a and b's 64: 1

e is excluded, as nobody says who made it; b is flagged, and a screen was waived for c.
"""

from dataclasses import replace
from decimal import Decimal

from stratsel.engine.selection import Landing, Tie
from stratsel.results.crossing import Crossing, Direction, Step
from stratsel.results.departures import DecisionFacts, Departure
from stratsel.results.flags import Flag
from stratsel.results.leaf import LeafStanding, WrittenFigure
from stratsel.results.place import FilePlace
from stratsel.results.ranking import (
    CriterionFacts,
    ExcludedCandidate,
    PassedOver,
    RankedCandidate,
    Ranking,
    RoundFacts,
    ScreenFacts,
    TierFacts,
    UnmetQuota,
    UnrankedCandidate,
)
from stratsel.results.reasons import CitedEvidence, LeafReason, Reasons
from stratsel.results.screening import FieldCause, LeafCause, ScreenVerdict, ValueCause, WaiverFacts
from stratsel.results.settling import OpenPlaces, Settles, SettlesJointly
from stratsel.terms import (
    Certainty,
    Combine,
    Consequence,
    FlagKind,
    Members,
    Outcome,
    Stance,
    Standing,
    Status,
    ValueKey,
)

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
TIERS = (
    TierFacts("first", {"en": "First", "vi": "Nhất"}, 1, held=1),
    TierFacts("second", {"en": "Second", "vi": "Nhì"}, 2, held=1),
)
OFFICE = {"en": "the office", "vi": "văn phòng"}


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


def assessed(candidate, **lines):
    """Where a dossier assesses some leaves."""
    return {(candidate, leaf): FilePlace(f"candidates/{candidate}.yaml", line) for leaf, line in lines.items()}


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
        places=assessed("b", use=8),
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
        places=assessed("b", use=8, speed=13),
    ),
    "c": Reasons(
        strengths=(reason(C[0], "c", 8), reason(C[1], "c", 9)),
        weakest=reason(C[0], "c", 8),
        evidence=(),
        unknown=(),
        crossings=(crossing("second", Direction.UP, "c", "b", 0.0),),
        places={},
    ),
    "d": Reasons(
        strengths=(),
        weakest=reason(D[0], "d", 7),
        evidence=(),
        unknown=D,
        crossings=(crossing("second", Direction.UP, "d", "b", 54.0, (Step("use", level(4), 60.0),)),),
        places=assessed("d", use=7, price=8, speed=8),
    ),
}


# --- screens ----------------------------------------------------------------------------------------

MAKER = ScreenFacts("maker", {"en": "Its maker is named", "vi": "Nêu tên nhà sản xuất"})
QUICK = ScreenFacts("quick", {"en": "Quick enough", "vi": "Đủ nhanh"})
WORTH = ScreenFacts("worth", {"en": "Worth its price", "vi": "Đáng giá"})
WHO_MADE_IT = {"en": "Who made it?", "vi": "Ai sản xuất?"}


def verdict(screen, outcome, consequence, *causes, waiver=None):
    return ScreenVerdict(screen.id, screen.title, outcome, consequence, waiver, causes)


def named(given, name, line):
    return FieldCause("maker", WHO_MADE_IT, given, FilePlace(f"candidates/{name}.yaml", line))


COST, SPEED = ({"en": "Cost", "vi": "Chi phí"}, {"en": "Speed", "vi": "Tốc độ"})
WAIVER = WaiverFacts(OFFICE, {"en": "It was made in-house.", "vi": "Sản xuất nội bộ."}, "2026-06-30")
FLAGGED = (
    verdict(
        QUICK, Outcome.UNDECIDED, Consequence.FLAG,
        LeafCause("speed", SPEED, None, None, FilePlace("candidates/b.yaml", 13)),
    ),
    verdict(
        WORTH, Outcome.UNDECIDED, Consequence.FLAG,
        ValueCause("cost", COST, 70.0, 60.0, 85.0, FilePlace("candidates/b.yaml", 7)),
    ),
)  # fmt: skip
WAIVED = (verdict(MAKER, Outcome.FAILED, Consequence.ADMIT, named("", "c", 5), waiver=WAIVER),)
EXCLUDED = ExcludedCandidate(
    id="e",
    title={"en": "Axe", "vi": "Rìu"},
    file="candidates/e.yaml",
    shown=54.0,
    possible=54.0,
    places={"first": OUT, "second": OUT},
    screens=(
        verdict(MAKER, Outcome.FAILED, Consequence.EXCLUDE, named("nobody", "e", 5)),
        verdict(
            QUICK, Outcome.FAILED, Consequence.FLAG,
            LeafCause("speed", SPEED, speed("slow"), speed("normal"), FilePlace("candidates/e.yaml", 13)),
        ),
    ),
)  # fmt: skip

# --- decisions --------------------------------------------------------------------------------------

DECISIONS = (
    DecisionFacts(
        date="2025-12-05",
        by=OFFICE,
        document="Minutes 7",
        source=None,
        note={"en": "Both at once.", "vi": "Cả hai cùng lúc."},
        tiers={"first": ("a",), "second": ("a", "d")},
        departures=(Departure("d", "second", True, {"en": "It is needed next door.", "vi": "Bên cạnh đang cần."}),),
    ),
    DecisionFacts("2025-12-08", "The board", None, None, None, {"second": ("a", "b")}, ()),
    DecisionFacts(
        date="2025-12-12",
        by="The board",
        document=None,
        source=None,
        note=None,
        tiers={"first": ("e",)},
        departures=(
            Departure("a", "first", False, None),
            Departure("e", "first", True, {"en": "The board knows it.", "vi": "Hội đồng biết rõ."}),
        ),
    ),
)

# --- candidates -------------------------------------------------------------------------------------


def candidate(name, title, rank, shown, possible, unknown, landing, first, second, screens=()):
    standings = LEAVES[name]
    use, amount, pace = (each.points for each in standings)
    parts = {"use": (use, 60), "cost": (amount + pace, 40), "price": (amount, 30), "speed": (pace, 10)}
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
        contributions={node: points for node, (points, _) in parts.items()},
        leaves=standings,
        flags=(),
        reasons=REASONS[name],
        node_values={node: 100 * points / most for node, (points, most) in parts.items()},
        screens=screens,
    )


TIED = Landing(None, (Tie("second", 1),))
CANDIDATES = (
    candidate("a", {"en": "Hammer", "vi": "Búa"}, 1, 70.0, 70.0, 0.0, Landing("first"), OPEN, OPEN),
    candidate("b", {"en": "Saw", "vi": "Cưa"}, 2, 54.0, 79.0, 0.1, TIED, OPEN, OPEN, FLAGGED),
    candidate("c", {"en": "File", "vi": "Giũa"}, 2, 54.0, 54.0, 0.0, TIED, OUT, OPEN, WAIVED),
    candidate("d", {"en": "Drill", "vi": "Khoan"}, 4, 0.0, 100.0, 1.0, Landing(None), OPEN, OPEN),
)
OPEN_PLACES = OpenPlaces(7, (), (Settles("d", D[0], 3, 1), Settles("b", B[0], 1, 1), Settles("b", B[2], 1, 1)))


def small():
    """The result described above."""
    return Ranking(
        round=ROUND,
        criteria=CRITERIA,
        tiers=TIERS,
        candidates=CANDIDATES,
        rejected=("candidates/torn.yaml",),
        version="1.2.3",
        screens=(MAKER, QUICK, WORTH),
        excluded=(EXCLUDED,),
        open_places=OPEN_PLACES,
        decisions=DECISIONS,
    )


def plain():
    """The same without screens and decisions, and with nothing said of what would settle it."""
    rows = tuple(replace(each, screens=()) for each in CANDIDATES)
    return replace(small(), candidates=rows, screens=(), excluded=(), open_places=OpenPlaces(), decisions=())


def official():
    """The same, in its owner's name, with nothing rejected."""
    return replace(small(), round=replace(ROUND, standing=Standing.OFFICIAL), rejected=())


def alone():
    """One candidate, which nobody can pass."""
    only = replace(CANDIDATES[0], places={"first": IN, "second": IN}, reasons=replace(REASONS["a"], crossings=()))
    return replace(plain(), candidates=(only,))


def silent():
    """Two candidates of which nothing is known, and which nothing separates."""
    both = [
        replace(CANDIDATES[3], id=name, rank=1, landing=Landing("second", (Tie("first", 1),)),
                places={"first": OPEN, "second": IN},
                reasons=replace(REASONS["d"], crossings=(), places=assessed(name, use=7, price=8, speed=8)))
        for name in ("d", "e")
    ]  # fmt: skip
    together = (SettlesJointly("d", "first", OUT, D), SettlesJointly("e", "first", IN, D[:2]))
    return replace(plain(), candidates=tuple(both), open_places=OpenPlaces(2, (("maker", 1),), (), together),
                   screens=(MAKER,))  # fmt: skip


def many(count):
    """As many candidates, one point apart, the first two with a place."""
    rows = [
        replace(CANDIDATES[0], id=f"x{at}", title=f"Tool {at}", rank=at, value=100.0 - at, shown=100.0 - at,
                possible=100.0, landing=Landing({1: "first", 2: "second"}.get(at)))
        for at in range(1, count + 1)
    ]  # fmt: skip
    titles = {each.id for each in rows}
    assert len(titles) == count
    return replace(plain(), candidates=tuple(replace(row, reasons=replace(row.reasons, crossings=())) for row in rows))


def nobody():
    """Everybody is excluded."""
    return replace(small(), candidates=(), open_places=OpenPlaces(), decisions=())


def geometric():
    """The whole is use^0.6 x cost^0.4; a and b are as above, and d has a price of 50 and no use, which spoils it.

    a  0.75^0.6 x 0.625^0.4 = 69.7        d  0
    b  0.5^0.6 x 0.6^0.4    = 53.8, at its best 0.75^0.6 x 0.85^0.4 = 78.9

    Without its use a has nothing, at its best 0.625^0.4 = 82.9. With its price at the worst, cost is 0.25 and the whole
    48.3, at the best 84.1; with its speed at the worst, cost is 0.375 and the whole 56.8.
    """
    leaves = (
        leaf("use", 82.9, 69.7, low=level(3)),
        leaf("price", 35.8, 21.4, low=price("50")),
        leaf("speed", 12.9, 12.9, low=speed("fast")),
    )
    reasons = replace(
        REASONS["a"],
        strengths=(reason(leaves[0], "a", 8), reason(leaves[1], "a", 12), reason(leaves[2], "a", 13)),
        weakest=reason(leaves[1], "a", 12),
        crossings=(),
    )
    a, b, _, d = plain().candidates
    rows = (
        replace(a, value=69.7, shown=69.7, possible=69.7, leaves=leaves, reasons=reasons, contributions={}),
        replace(b, value=53.8, shown=53.8, possible=78.9, landing=Landing("second"), reasons=None, contributions={}),
        replace(
            d, rank=3, unknown=0.0, reasons=None, contributions={}, flags=(Flag(FlagKind.ZERO_IN_MEAN, "use"),),
            node_values={"use": 0.0, "cost": 50.0, "price": 50.0, "speed": 50.0}, possible=0.0,
        ),
    )  # fmt: skip
    cost = replace(CRITERIA[1], combine=Combine.MINIMUM)
    facts = replace(ROUND, combine=Combine.GEOMETRIC, minimum=20.0)
    return replace(plain(), round=facts, candidates=rows, criteria=(CRITERIA[0], cost, *CRITERIA[2:]), rejected=())


def available():
    """The order is by what is known of at least half the weight, to steps of half a point, places by their maker.

    a 70. b's use counts as 2.5 of 4, 37.5 points; its cost is its price, 4/5 of 40 points = 32: 69.5. Of c nothing is
    known on cost: use 2 of 4 is all of 100 points, 50. Of d nothing is known.
    """
    a, b, c, d = plain().candidates
    b_parts = {"use": 37.5, "cost": 32.0, "price": 32.0, "speed": 0.0}
    c_parts = {"use": 50.0, "cost": 0.0, "price": 0.0, "speed": 0.0}
    rows = (
        a,
        replace(b, value=69.5, landing=Landing("second"), contributions=b_parts, reasons=None),
        replace(
            c, rank=3, value=50.0, shown=30.0, possible=70.0, unknown=0.4, landing=Landing("second"),
            contributions=c_parts, node_values={"use": 50.0}, reasons=None,
        ),
    )  # fmt: skip
    left = UnrankedCandidate(d.id, d.title, d.file, 0.0, 100.0, 0.0, d.places, ())
    tiers = (replace(TIERS[0], is_limited=True), replace(TIERS[1], count="maker", members=Members.ALL, held=3))
    facts = replace(ROUND, missing="available", at_least=0.5, resolution=0.5)
    passed = (PassedOver("first", "c", ("b",), 1.5), PassedOver("first", "b", (), None))
    unmet = (UnmetQuota("first", "smith", 2, 1),)
    return replace(
        plain(),
        round=facts,
        candidates=rows,
        unranked=(left,),
        tiers=tiers,
        rejected=(),
        passed_over=passed,
        unmet=unmet,
    )


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
    place = FilePlace("candidates/b.yaml", 5)
    causes = (FieldCause("maker", text, text, place), LeafCause("use", text, anchor, anchor, place))
    screens = (replace(MAKER, title=text), QUICK, WORTH)
    failed = verdict(screens[0], Outcome.FAILED, Consequence.EXCLUDE, *causes)
    flagged = verdict(screens[0], Outcome.UNDECIDED, Consequence.FLAG, *causes, ValueCause("use", text, 5, 1, 9, place))
    waived = replace(flagged, waiver=WaiverFacts(text, text, "2026-06-30"))
    decision = replace(
        DECISIONS[0], by=text, document=text, note=text, departures=(Departure("a", "first", False, text),)
    )
    return replace(
        small(),
        round=facts,
        criteria=criteria,
        tiers=tiers,
        candidates=(replace(first, screens=(flagged, waived)), *CANDIDATES[1:]),
        screens=screens,
        excluded=(replace(EXCLUDED, title=text, screens=(failed,)),),
        open_places=replace(OPEN_PLACES, screens=((MAKER.id, 1),)),
        decisions=(decision,),
    )
