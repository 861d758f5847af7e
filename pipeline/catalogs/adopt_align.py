"""Which segment of a translation translates which segment of the original, each pair with its probability.

A hidden Markov model over pairs, as for sequences of genes (Durbin, Eddy, Krogh and Mitchison, "Biological Sequence
Analysis", 1998, chapter 4): at each step a pair, a segment that was left out, or one that was added. The forward and
backward sums over *all* alignments give the probability of each pair, so that a list of five items that became four
comes out as unsure and not as shifted.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

Score = Callable[[int, int], float]

_EXTEND, _REPLACE = 0.5, 0.15
"""After a segment without a pair: the probability that more of its kind follow, and that some of the other do."""

_REPLACED = 2.0
"""How much likelier than a gap it is that a translator put something else in the place of a segment."""

_SPLIT, _SWAP = 0.2, 0.4
"""The same for a segment in two parts (or two as one), and for two in the other order."""

_MOVES = ((1, 1), (1, 2), (2, 1), (2, 2))
"""How many segments of each text a step takes: a pair, one in two parts, two as one, two in the other order."""
_FLOOR = -1e9


@dataclass(frozen=True, slots=True)
class Costs:
    """Logarithms of probabilities of the steps."""

    pair: float
    open: float
    extend: float
    replace: float
    close: float
    split: float
    swap: float
    replaced: float

    @classmethod
    def of(cls, gap: float) -> Costs:
        """Return the costs where `gap` is the probability that a segment is left out, or added, after a pair."""
        return cls(
            pair=math.log(1 - gap * (2 + 2 * _SPLIT + _SWAP)),
            open=math.log(gap),
            extend=math.log(_EXTEND),
            replace=math.log(_REPLACE),
            close=math.log(1 - _EXTEND - _REPLACE),
            split=math.log(_SPLIT * gap),
            swap=math.log(_SWAP * gap),
            replaced=math.log(_REPLACED * gap),
        )


@dataclass(slots=True)
class Posterior:
    """The outcome of an alignment."""

    pairs: dict[tuple[int, int], float] = field(default_factory=dict)
    """The probability that two segments, one of each text, translate each other."""

    splits: dict[tuple[int, int], float] = field(default_factory=dict)
    """The same for one segment of the original, and the segment of the translation that begins two."""

    total: float = 0.0
    """The logarithm of the sum over all alignments."""


@dataclass
class Aligner:
    """Aligns segments 0 to `rows` of one text with 0 to `columns` of the other."""

    rows: int
    columns: int
    score: Score
    split: Score
    """The score of one segment of the original with two of the translation."""

    merge: Score
    """The score of two segments of the original with one of the translation."""

    replaced: Score
    """The score of two segments that stand in the same place but say something else."""

    costs: Costs

    def __post_init__(self) -> None:
        """Remember what was worked out: each pair is asked for many times."""
        self.score = cache(self.score)
        self.either: Score = cache(self._either)

    def run(self) -> Posterior:
        """Return the probabilities of all pairs."""
        weights = self._weights()
        forward = self._sweep(weights)
        backward = self._sweep_back(weights)
        total = _sum(*forward[self.rows][self.columns])
        result = Posterior(total=total)
        for (i, j, down, right), weight in weights.items():
            before = _sum(*(f + c for f, c in zip(forward[i][j], self._into(down, right), strict=True)))
            probability = math.exp(min(0.0, before + weight + backward[i + down][j + right][0] - total))
            if probability > 1e-4:  # noqa: PLR2004 - less than that tells nothing
                for place in _pairs(i, j, down, right):
                    table = result.splits if down < right else result.pairs
                    share = 1.0 if down < right else self._share(*place)
                    table[place] = table.get(place, 0.0) + probability * share
        return result

    def _into(self, down: int, right: int) -> tuple[float, float, float]:
        """Return what a step costs after a pair, after something left out and after something added."""
        costs = self.costs
        if down != right:
            return costs.split, costs.close + costs.split, costs.close + costs.split
        extra = costs.swap if down > 1 else 0.0
        return costs.pair + extra, costs.close + extra, costs.close + extra

    def _either(self, i: int, j: int) -> float:
        """Return the weight of a pair, or of one text in the place of another."""
        return _sum(self.score(i, j), self.costs.replaced + self.replaced(i, j))

    def _share(self, i: int, j: int) -> float:
        """Return how likely two segments in the same place are a pair, and not one in the place of another."""
        return math.exp(self.score(i, j) - self.either(i, j))

    def _swap(self, i: int, j: int) -> float:
        return self.either(i, j + 1) + self.either(i + 1, j)

    def _weights(self) -> dict[tuple[int, int, int, int], float]:
        functions = (self.either, self.split, self.merge, self._swap)
        weights = {}
        for (down, right), function in zip(_MOVES, functions, strict=True):
            for i in range(self.rows - down + 1):
                for j in range(self.columns - right + 1):
                    value = function(i, j)
                    if value > _FLOOR:
                        weights[i, j, down, right] = value
        return weights

    def _sweep(self, weights: dict[tuple[int, int, int, int], float]) -> list[list[tuple[float, float, float]]]:
        """Return for each place the logarithms of the sums over all ways to it, by the last step."""
        costs = self.costs
        table = [[(-math.inf, -math.inf, -math.inf)] * (self.columns + 1) for _ in range(self.rows + 1)]
        table[0][0] = (0.0, -math.inf, -math.inf)
        for i in range(self.rows + 1):
            for j in range(self.columns + 1):
                if not i and not j:
                    continue
                terms = []
                for down, right in _MOVES:
                    weight = weights.get((i - down, j - right, down, right))
                    if weight is not None:
                        before = table[i - down][j - right]
                        into = self._into(down, right)
                        terms += [weight + f + c for f, c in zip(before, into, strict=True)]
                left_out = _gap(table[i - 1][j], costs, 1) if i else -math.inf
                added = _gap(table[i][j - 1], costs, 2) if j else -math.inf
                table[i][j] = (_sum(*terms), left_out, added)
        return table

    def _sweep_back(self, weights: dict[tuple[int, int, int, int], float]) -> list[list[tuple[float, float, float]]]:
        """Return for each place the logarithms of the sums over all ways from it to the end, by the step before it."""
        costs = self.costs
        table = [[(-math.inf, -math.inf, -math.inf)] * (self.columns + 1) for _ in range(self.rows + 1)]
        table[self.rows][self.columns] = (0.0, 0.0, 0.0)
        for i in range(self.rows, -1, -1):
            for j in range(self.columns, -1, -1):
                if i == self.rows and j == self.columns:
                    continue
                left_out = table[i + 1][j][1] if i < self.rows else -math.inf
                added = table[i][j + 1][2] if j < self.columns else -math.inf
                after = []
                for state in range(3):
                    terms = [left_out + _step(costs, state, 1), added + _step(costs, state, 2)]
                    for down, right in _MOVES:
                        weight = weights.get((i, j, down, right))
                        if weight is not None:
                            terms.append(weight + self._into(down, right)[state] + table[i + down][j + right][0])
                    after.append(_sum(*terms))
                table[i][j] = (after[0], after[1], after[2])
        return table


def _pairs(i: int, j: int, down: int, right: int) -> list[tuple[int, int]]:
    """Return the pairs that a step makes; of two segments as one, neither has a translation of its own."""
    if down > right:
        return []
    return [(i, j + 1), (i + 1, j)] if down > 1 else [(i, j)]


def _gap(before: tuple[float, float, float], costs: Costs, state: int) -> float:
    """Return the sum over ways that end with one more segment without a pair."""
    return _sum(*(each + _step(costs, index, state) for index, each in enumerate(before)))


def _step(costs: Costs, before: int, state: int) -> float:
    """Return what a segment without a pair costs after a pair (0), something left out (1) or something added (2)."""
    return costs.extend if before == state else costs.replace if before else costs.open


def _sum(*terms: float) -> float:
    """Return the logarithm of the sum of numbers given by their logarithms."""
    top = max(terms, default=-math.inf)
    if top == -math.inf:
        return top
    return top + math.log(sum(math.exp(term - top) for term in terms))
