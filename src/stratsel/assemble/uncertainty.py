"""What weights and judgements may be besides what the files say, as the analysis takes it."""

from fractions import Fraction

from stratsel.analysis.space import AdmissibleWeights
from stratsel.model.uncertainty import Around, Uncertainty

HUNDRED = 100


def admissible_weights(uncertainty: Uncertainty) -> AdmissibleWeights:
    """Return the weights that are admitted, where no statement limits them."""
    weights = uncertainty.weights
    percent = Fraction(weights.percent) / HUNDRED if isinstance(weights, Around) else Fraction(0)
    return AdmissibleWeights(uncertainty.admissible, percent, (), uncertainty.weight_space)
