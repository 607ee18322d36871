"""What weights and judgements may be besides what the files say, as the analysis takes it."""

from fractions import Fraction

from stratsel.analysis.sampling import AS_GIVEN, Spread
from stratsel.analysis.space import AdmissibleWeights, Statement
from stratsel.model.criteria import Criteria
from stratsel.model.scale import Rubric
from stratsel.model.statement import LinearStatement
from stratsel.model.uncertainty import Around, Levels, Within

HUNDRED = 100


def admissible_weights(criteria: Criteria) -> AdmissibleWeights:
    """Return the weights that a criteria file admits; statements stand in the order in which it spells them out."""
    asked = criteria.uncertainty
    weights = asked.weights
    percent = Fraction(weights.percent) / HUNDRED if isinstance(weights, Around) else Fraction(0)
    statements: tuple[Statement, ...] = ()
    if isinstance(weights, Within):
        positions = {criterion.id: at for at, criterion in enumerate(criteria.nodes())}
        statements = tuple(_statement(written, positions) for _, written in weights.spelt_out())
    return AdmissibleWeights(asked.admissible, percent, statements, asked.weight_space)


def _statement(written: LinearStatement, positions: dict[str, int]) -> Statement:
    """Return a statement whose largest factor is 1: it says the same, and none is lost among larger ones."""
    largest = max(map(abs, written.factors.values()))
    factors = {positions[criterion]: factor / largest for criterion, factor in written.factors.items()}
    return Statement(factors, written.least / largest / HUNDRED, written.is_equal)


def spread_of_judgements(criteria: Criteria) -> Spread:
    """Return how far judgements may lie from what the dossiers say; levels are those of every rubric."""
    asked = criteria.uncertainty.assessments
    if isinstance(asked, Levels):
        levels = float(asked.levels)
        scales = [criteria.scale_of(leaf) for leaf in criteria.leaves()]
        return Spread(beyond=tuple(levels if isinstance(scale, Rubric) else 0.0 for scale in scales))
    return Spread(is_fixed=True) if asked == "fixed" else AS_GIVEN
