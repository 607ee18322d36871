"""The figures of the paper: charts with their captions and what they say in words."""

from collections.abc import Iterator

from stratsel.language.catalogue import N_
from stratsel.report.charts.kinds import HeatMap, Series, Slopes, Span, Spans, StackedBars, Tornado
from stratsel.report.document import Figure
from stratsel.report.methods import NAMES
from stratsel.report.robustness.words import SLIGHT, Words
from stratsel.report.tables import compared_criteria, is_sum
from stratsel.results.paper import Paper
from stratsel.results.robustness.acceptability import Acceptability
from stratsel.results.robustness.margin import MarginBar, Tornadoes
from stratsel.results.robustness.part import RobustnessPart
from stratsel.results.robustness.stability import CriterionInterval, Stability

MAX_ROWS = 20
"""How many candidates a chart shows; tables have all."""
MAX_RANKS = 12
MAX_BARS = 10


class Figures:
    """Makes figures from one paper."""

    def __init__(self, paper: Paper, words: Words) -> None:
        self.paper, self.words = paper, words
        self.ranked = paper.ranking.candidates[:MAX_ROWS]
        self.points = words.sentences.points
        self.named = {"language": words.sentences.language, "banner": words.sentences.banner(paper.ranking.round)}

    def contributions(self) -> Iterator[Figure]:
        """Yield what each topmost criterion brings to each candidate, where points are sums."""
        ranking, say = self.paper.ranking, self.words.say
        if not self.ranked or not is_sum(ranking):
            return
        criteria = compared_criteria(ranking)
        series = []
        for each in criteria:
            values = tuple(max(one.contributions[each.id], 0.0) for one in self.ranked)
            series.append(Series(self.words.criterion(each.id), values, tuple(map(self.points, values))))
        totals = [sum(one.contributions[each.id] for each in criteria) for one in self.ranked]
        chart = StackedBars(
            self._names(),
            tuple(series),
            tuple(map(self.points, totals)),
            say(N_("points")),
            max(totals, default=0) or 1.0,
            **self.named,
        )
        first, last = self.ranked[0], self.ranked[-1]
        told = say(
            N_("Stacked bars of what each criterion brings, from {first} with {most} points to {last} with {least}."),
            first=self.words.quoted(first.id),
            most=self.points(totals[0]),
            last=self.words.quoted(last.id),
            least=self.points(totals[-1]),
        )
        caption = self._first(say(N_("Where the points come from")), len(self.ranked), len(ranking.candidates))
        yield Figure("contributions", chart, caption, told)

    def acceptability(self) -> Iterator[Figure]:
        """Yield the share of draws at each rank."""
        found, say = self.paper.robustness.parts.get(RobustnessPart.ACCEPTABILITY), self.words.say
        if not isinstance(found, Acceptability) or not found.rows:
            return
        rows = found.rows[:MAX_ROWS]
        most = max((rank for row in rows for rank, share in row.ranks.items() if share >= SLIGHT), default=1)
        ranks = range(1, min(most, MAX_RANKS) + 1)
        values = tuple(tuple(row.ranks.get(rank, 0.0) for rank in ranks) for row in rows)
        share = self.words.sentences.share
        labels = tuple(tuple(share(value) if value >= SLIGHT else "" for value in row) for row in values)
        names = tuple(self.words.candidate(row.candidate) for row in rows)
        columns = tuple(map(self.words.sentences.count, ranks))
        chart = HeatMap(names, columns, values, labels, say(N_("rank")), **self.named)
        often = max(rows, key=lambda row: row.ranks.get(1, 0.0))
        told = say(
            N_("Heat map of the share of draws at each rank: {candidate} is first most often, in {share}."),
            candidate=self.words.quoted(often.candidate),
            share=share(often.ranks.get(1, 0.0)),
        )
        caption = self._first(say(N_("How often each candidate stands at each rank")), len(rows), len(found.rows))
        yield Figure("acceptability", chart, caption, told)

    def stability(self) -> Iterator[Figure]:
        """Yield for each tier the weights between which it is filled as it is."""
        found, say = self.paper.robustness.parts.get(RobustnessPart.STABILITY), self.words.say
        if not isinstance(found, Stability):
            return
        for tier in self.paper.ranking.tiers:
            own = [row for row in found.rows if row.keeps == tier.id and row.is_limited]
            if own:
                most = max(row.high for row in own) or 1.0
                name = self.words.tier(tier.id)
                keys = say(N_("{tier} is filled as it is"), tier=name), say(N_("the weight now"))
                spans = tuple(map(self._span, own))
                chart = Spans(spans, say(N_("weight in points")), 0.0, most, *keys, **self.named)
                caption = say(N_("Between which weights {tier} is filled as it is"), tier=name)
                nearest = min(own, key=lambda row: min(row.weight - row.low, row.high - row.weight))
                told = say(
                    N_("Stretches of weights; the shortest way out is that of {criterion}: {low} to {high} points."),
                    criterion=self.words.criterion(nearest.criterion),
                    low=self.points(nearest.low),
                    high=self.points(nearest.high),
                )
                yield Figure(f"stability-{tier.id}", chart, caption, told)

    def _span(self, row: CriterionInterval) -> Span:
        labels = (self.points(row.low), self.points(row.high), self.points(row.weight))
        return Span(self.words.criterion(row.criterion), row.low, row.high, row.weight, *labels)

    def tornado(self) -> Iterator[Figure]:
        """Yield for each line what moves the margin there most."""
        found, say = self.paper.robustness.parts.get(RobustnessPart.TORNADO), self.words.say
        if not isinstance(found, Tornadoes):
            return
        for now in found.margins:
            every = [bar for bar in found.rows if bar.tier == now.tier]
            bars = every[:MAX_BARS]
            if bars:
                facts = {
                    "tier": self.words.tier(now.tier),
                    "inside": self.words.quoted(now.inside),
                    "outside": self.words.quoted(now.outside),
                }
                spans = tuple(self._bar(bar, now.margin) for bar in bars)
                axis = say(N_("margin in points; beyond 0 they change places"))
                chart = Tornado(spans, axis, now.margin, self.points(now.margin), 0.0, **self.named)
                caption = say(N_("What moves the margin of {inside} over {outside}, at the line of {tier}"), **facts)
                widest = {"thing": spans[0].row, "low": spans[0].low_label, "high": spans[0].high_label}
                told = say(N_("Tornado; the widest swing is that of {thing}: {low} to {high} points."), **widest)
                yield Figure(f"tornado-{now.tier}", chart, self._first(caption, len(bars), len(every)), told)

    def _bar(self, bar: MarginBar, margin: float) -> Span:
        low, high = sorted((bar.margin_at_low, bar.margin_at_high))
        thing = self.words.criterion(bar.criterion)
        if bar.candidate is None:
            name = self.words.say(N_("weight of {criterion}"), criterion=thing)
        else:
            name = f"{thing}: {self.words.candidate(bar.candidate)}"
        return Span(name, low, high, margin, self.points(low), self.points(high), self.points(margin))

    def methods(self) -> Iterator[Figure]:
        """Yield the ranks by each method side by side."""
        found, say = self.paper.methods, self.words.say
        if found is None or not self.ranked:
            return
        columns = (say(N_("the round")), *(say(NAMES[method.id]) for method in found.methods))
        ranks = tuple((each.rank, *(method.places[each.id].rank for method in found.methods)) for each in self.ranked)
        chart = Slopes(self._names(), columns, ranks, say(N_("rank")), **self.named)
        told = say(N_("Lines from the rank in the round to the rank by each method; the table has every rank."))
        caption = self._first(say(N_("Ranks by other methods")), len(self.ranked), len(self.paper.ranking.candidates))
        yield Figure("methods", chart, caption, told)

    def _first(self, caption: str, count: int, total: int) -> str:
        """Return a caption that says so where a chart shows only the first of what there is."""
        if count == total:
            return caption
        counts = {name: self.words.sentences.count(number) for name, number in (("count", count), ("total", total))}
        return self.words.say(N_("{caption} (the first {count} of {total})"), caption=caption, **counts)

    def _names(self) -> tuple[str, ...]:
        return tuple(self.words.candidate(each.id) for each in self.ranked)
