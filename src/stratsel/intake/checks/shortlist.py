"""The rule of the shortlist: tiers, how their places are counted, and quotas that can be kept."""

from collections.abc import Iterator, Sequence

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.intake.checks.fields import FieldRules
from stratsel.intake.checks.screens import unasked_field, unfit_test
from stratsel.intake.nearest import nearest
from stratsel.intake.record import Said
from stratsel.language.visible import is_blank
from stratsel.model.candidate import Candidate, FieldValue
from stratsel.model.criteria import Criteria
from stratsel.model.shortlist import Quota, Tier
from stratsel.terms import UNKNOWN, FieldType

TIERS: KeyPath = ("shortlist", "tiers")
QUOTAS: KeyPath = ("shortlist", "quotas")


def shortlist_findings(file: str, criteria: Criteria) -> Iterator[Diagnostic]:
    """Yield what is wrong with the tiers of a criteria file, with its ties and with its quotas."""
    yield from _tiers(file, criteria.shortlist.tiers)
    for at, tier in enumerate(criteria.shortlist.tiers):
        yield from _count(file, criteria, (*TIERS, at), tier)
    known = {criterion.id: None for criterion in criteria.nodes()}
    for at, node in enumerate(criteria.shortlist.ties):
        if node not in known:
            where = Where(file, ("shortlist", "ties", at))
            yield Diagnostic(Code.UNKNOWN_NODE, where, {"node": node}, nearest(node, known))
    yield from _quotas(file, criteria)


def uncounted(file: str, dossier: Candidate, criteria: Criteria) -> Iterator[Diagnostic]:
    """Yield the fields that decide over places, by a count or a quota, and of which a dossier says nothing."""
    for name in _counting_fields(criteria):
        if _says_nothing(dossier.fields.get(name, UNKNOWN)) and not _is_misspelt(name, dossier, criteria):
            yield Diagnostic(Code.UNCOUNTED_CANDIDATE, Where(file, ("fields", name), "key"), {"field": name})


def _says_nothing(value: FieldValue) -> bool:
    return isinstance(value, str) and (is_blank(value) or value.strip() == UNKNOWN)


def _is_misspelt(name: str, dossier: Candidate, criteria: Criteria) -> bool:
    """Whether a field that a dossier leaves out stands there under a name that is no field, but near."""
    others = (other for other in dossier.fields if other not in criteria.fields)
    return name not in dossier.fields and any(nearest(other, [name]) for other in others)


def _counting_fields(criteria: Criteria) -> list[str]:
    rule = criteria.shortlist
    named = [*(tier.count for tier in rule.tiers), *(quota.field for quota in rule.quotas)]
    return [name for name in dict.fromkeys(named) if name is not None and name in criteria.fields]


def _tiers(file: str, tiers: tuple[Tier, ...]) -> Iterator[Diagnostic]:
    first: dict[str, KeyPath] = {}
    before: Tier | None = None
    for at, tier in enumerate(tiers):
        path: KeyPath = (*TIERS, at)
        if tier.id in first:
            related = (Where(file, first[tier.id]),)
            yield Diagnostic(Code.DUPLICATE_TIER, Where(file, (*path, "id")), {"tier": tier.id}, related=related)
        first.setdefault(tier.id, (*path, "id"))
        if before is not None and before.count == tier.count and tier.places <= before.places:
            yield Diagnostic(Code.UNORDERED_TIERS, Where(file, (*path, "places")), {"tier": tier.id})
        before = tier


def _count(file: str, criteria: Criteria, path: KeyPath, tier: Tier) -> Iterator[Diagnostic]:
    if (tier.count is None) is not (tier.members is None):
        has, lacks = ("members", "count") if tier.count is None else ("count", "members")
        yield Diagnostic(Code.UNCLEAR_COUNT, Where(file, (*path, has), "key"), {"has": has, "lacks": lacks})
    if tier.count is not None:
        yield from _class_field(file, criteria, (*path, "count"), tier.count)


def _class_field(file: str, criteria: Criteria, path: KeyPath, name: str) -> Iterator[Diagnostic]:
    """Yield why a field cannot sort candidates into classes: it is not asked for, or its answers may be ranges."""
    unasked = unasked_field(file, path, name, criteria)
    if unasked is not None:
        yield unasked
    elif criteria.fields[name].field_type is FieldType.DATE:
        yield unfit_test(file, path, name, f"type: {FieldType.DATE}")


def _quotas(file: str, criteria: Criteria) -> Iterator[Diagnostic]:
    quotas = criteria.shortlist.quotas
    values = FieldRules(criteria, Said())
    tiers = {tier.id: None for tier in criteria.shortlist.tiers}
    first: dict[tuple[object, ...], KeyPath] = {}
    for at, quota in enumerate(quotas):
        path: KeyPath = (*QUOTAS, at)
        yield from _quota_field(file, criteria, values, path, quota)
        if quota.tier is not None and quota.tier not in tiers:
            where = Where(file, (*path, "tier"))
            yield Diagnostic(Code.UNKNOWN_TIER, where, {"tier": quota.tier}, nearest(quota.tier, tiers))
        if quota.at_least is None and quota.at_most is None:
            facts: dict[str, Fact] = {"key": "at_most", "instead": "at_least"}
            yield Diagnostic(Code.MISSING_KEY, Where(file, path, "key"), facts)
        same = (quota.field, quota.value, quota.tier)
        if same in first:
            related = (Where(file, first[same]),)
            facts = {"name": str(quota.value)}
            yield Diagnostic(Code.REPEATED_NAME, Where(file, (*path, "value")), facts, related=related)
        first.setdefault(same, (*path, "value"))
    yield from _counted_tiers(file, criteria)
    other = _other_field(file, criteria)
    if other is not None:
        yield other
    else:
        yield from _Demands(file, quotas).findings(criteria.shortlist.tiers)


def _quota_field(
    file: str, criteria: Criteria, values: FieldRules, path: KeyPath, quota: Quota
) -> Iterator[Diagnostic]:
    found = list(_class_field(file, criteria, (*path, "field"), quota.field))
    wrong = None if found else values.finding(quota.field, quota.value, file, (*path, "value"))
    yield from found
    if wrong is not None:
        yield wrong


def _other_field(file: str, criteria: Criteria) -> Diagnostic | None:
    """Return the finding that a quota is over another field than the first, as far as the round asks for both."""
    asked = [(at, quota.field) for at, quota in enumerate(criteria.shortlist.quotas) if quota.field in criteria.fields]
    for at, name in asked:
        first, other = asked[0]
        if name != other:
            related = (Where(file, (*QUOTAS, first, "field")),)
            facts: dict[str, Fact] = {"field": name, "other": other}
            return Diagnostic(Code.SEVERAL_QUOTA_FIELDS, Where(file, (*QUOTAS, at, "field")), facts, related=related)
    return None


def _counted_tiers(file: str, criteria: Criteria) -> Iterator[Diagnostic]:
    """Yield the quotas that reach a tier whose places are counted by a field."""
    counted = {tier.id: at for at, tier in enumerate(criteria.shortlist.tiers) if tier.count is not None}
    for at, quota in enumerate(criteria.shortlist.quotas):
        reached = next(iter(counted), None) if quota.tier is None else quota.tier
        if reached is not None and reached in counted:
            where = Where(file, (*QUOTAS, at, "field" if quota.tier is None else "tier"), "key")
            related = (Where(file, (*TIERS, counted[reached], "count"), "key"),)
            yield Diagnostic(Code.QUOTA_ON_COUNTED_TIER, where, {"tier": reached}, related=related)


class _Demands:
    """What the quotas ask for, gathered tier by tier: a tier holds those above it, and so whoever they must hold.

    A quota for every tier asks from the first tier on, and its limit is tightest in the last.
    """

    def __init__(self, file: str, quotas: tuple[Quota, ...]) -> None:
        self.file = file
        self.quotas = quotas
        self.by_tier: dict[str | None, list[int]] = {}
        for at, quota in enumerate(quotas):
            self.by_tier.setdefault(quota.tier, []).append(at)
        self.asking: dict[object, int] = {}
        """By value, the quota that asks for most so far."""
        self.total = 0
        self.told: set[int] = set()
        """The quotas that are found impossible."""

    def findings(self, tiers: tuple[Tier, ...]) -> Iterator[Diagnostic]:
        """Yield the quotas that no set of candidates keeps, whoever is submitted."""
        plain = [at for at, tier in enumerate(tiers) if tier.count is None]
        everywhere = self.by_tier.get(None, [])
        for at in plain:
            here = self.by_tier.get(tiers[at].id, [])
            self._gather([*everywhere, *here] if at == plain[0] else here)
            yield from self._beyond_limits([*everywhere, *here] if at == plain[-1] else here)
            if self.total > tiers[at].places and not self.told:
                yield from self._impossible(
                    max(self.asking.values()), self.total, tiers[at].places, (*TIERS, at, "places")
                )

    def _gather(self, asked: Sequence[int]) -> None:
        for at in asked:
            value, more = self.quotas[at].value, (self.quotas[at].at_least or 0) - self._least(self.quotas[at].value)
            if more > 0:
                self.total += more
                self.asking[value] = at

    def _least(self, value: object) -> int:
        return (self.quotas[self.asking[value]].at_least or 0) if value in self.asking else 0

    def _beyond_limits(self, limited: Sequence[int]) -> Iterator[Diagnostic]:
        for at in limited:
            value, most = self.quotas[at].value, self.quotas[at].at_most
            if most is not None and self._least(value) > most:
                yield from self._impossible(self.asking[value], self._least(value), most, (*QUOTAS, at, "at_most"))

    def _impossible(self, asking: int, least: int, most: int, because: KeyPath) -> Iterator[Diagnostic]:
        if asking not in self.told:
            self.told.add(asking)
            facts: dict[str, Fact] = {"least": least, "most": most}
            where = Where(self.file, (*QUOTAS, asking, "at_least"))
            yield Diagnostic(Code.IMPOSSIBLE_QUOTA, where, facts, related=(Where(self.file, because),))
