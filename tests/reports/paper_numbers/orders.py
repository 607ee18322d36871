"""How alike two orders are, by their definitions: over all pairs, and over ranks that those who share them halve."""

from itertools import combinations
from math import sqrt


def tau_b(one, other):
    """Kendall's tau-b: concordant less discordant pairs, over the root of the pairs that each does not tie."""
    pairs = [(_sign(a - b), _sign(c - d)) for (a, c), (b, d) in combinations(zip(one, other, strict=True), 2)]
    apart = [sum(pair[at] != 0 for pair in pairs) for at in (0, 1)]
    return sum(first * second for first, second in pairs) / sqrt(apart[0] * apart[1])


def spearman(one, other):
    """Spearman's rho: Pearson's correlation of the mean ranks."""
    x, y = map(_mean_ranks, (one, other))
    middle = (len(one) + 1) / 2
    covariance, *variances = (
        sum((a - middle) * (b - middle) for a, b in zip(*pair, strict=True)) for pair in ((x, y), (x, x), (y, y))
    )
    return covariance / sqrt(variances[0] * variances[1])


def _mean_ranks(values):
    return [sum(other < value for other in values) + (values.count(value) + 1) / 2 for value in values]


def _sign(number):
    return (number > 0) - (number < 0)
