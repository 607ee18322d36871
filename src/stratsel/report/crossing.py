"""What would carry a candidate, or a rival, over a line of the shortlist, in words."""

from stratsel.language.catalogue import N_
from stratsel.language.numbers import format_signed
from stratsel.model.base import Text
from stratsel.report.sentences import Sentences
from stratsel.results.crossing import EPSILON, Crossing, Direction, Step
from stratsel.results.leaf import LeafStanding


def named_leaf(crossing: Crossing) -> str | None:
    """Return the leaf that could bring most, where that is what there is to say of a crossing."""
    is_said = crossing.passes_needed == 1 and crossing.gap > EPSILON and not crossing.steps
    return crossing.largest.leaf if is_said and crossing.largest is not None else None


class CrossingWords:
    """Words for crossings in one language."""

    def __init__(self, sentences: Sentences) -> None:
        self.sentences = sentences
        self.say = sentences.say

    def crossing(self, crossing: Crossing, tier: Text, rival: Text, largest: Text | None) -> str:
        """Say whom a candidate would pass, or who would pass it, and whether one assessment is enough for that."""
        is_up = crossing.direction is Direction.UP
        facts = {"tier": self.sentences.quoted(tier), "rival": self.sentences.quoted(rival)}
        if crossing.passes_needed > 1:
            sentence = N_("It leaves {tier} only if {count} others pass it; {rival} is {gap} points behind.")
            count, gap = self.sentences.count(crossing.passes_needed), self.sentences.points(crossing.gap)
            return self.say(sentence, **facts, count=count, gap=gap)
        if crossing.gap <= EPSILON:
            if crossing.steps:
                sentence = N_("It passes {rival}, with whom it is tied, into {tier} with one assessment settled so:")
            else:
                sentence = N_("It has nothing open to leave {rival} behind, with whom it is tied.")
            return self.say(sentence, **facts)
        if crossing.steps:
            facts["gap"] = self.sentences.points(crossing.gap, [step.gain for step in crossing.steps])
            if is_up:
                sentence = N_("It passes {rival} into {tier}, a gap of {gap} points, with one assessment settled so:")
            else:
                sentence = N_("{rival} passes it out of {tier}, a gap of {gap} points, with one assessment settled so:")
            return self.say(sentence, **facts)
        if crossing.largest is None or largest is None:
            facts["gap"] = self.sentences.points(crossing.gap)
            if is_up:
                return self.say(
                    N_("It has nothing open to pass {rival} into {tier}: the gap is {gap} points."), **facts
                )
            return self.say(N_("{rival} has nothing open to pass it out of {tier}: the gap is {gap} points."), **facts)
        return self._not_enough(crossing, crossing.largest, self.sentences.words(largest), facts)

    def _not_enough(self, crossing: Crossing, largest: LeafStanding, criterion: str, facts: dict[str, str]) -> str:
        gain = largest.possible_points - largest.points
        told = {"gap": self.sentences.points(crossing.gap, [gain]), "gain": self.sentences.points(gain, [crossing.gap])}
        if crossing.direction is Direction.UP:
            sentence = N_(
                "No single assessment is enough to pass {rival} into {tier}: the gap is {gap} points, "
                "the most that one could bring is {gain} ({criterion})."
            )
        else:
            sentence = N_(
                "No single assessment is enough for {rival} to pass it out of {tier}: the gap is {gap} points, "
                "the most that one could bring is {gain} ({criterion})."
            )
        return self.say(sentence, **facts, **told, criterion=criterion)

    def step(self, step: Step, crossing: Crossing, criterion: Text) -> str:
        """Say at which figure an open assessment is enough."""
        figure = self.say(N_("{figure} or better"), figure=self.sentences.single(step.figure))
        places = self.sentences.places_beside(crossing.gap, [each.gain for each in crossing.steps])
        gain = format_signed(step.gain, self.sentences.language, places)
        return f"{gain} · {self.sentences.words(criterion)} · {figure}"
