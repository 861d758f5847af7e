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

Score = Callable[[int, int], float]

_OPEN, _EXTEND = 0.04, 0.55
"""The probabilities that something is left out or added after a pair, and that more of it follows."""

_MOVES = ((1, 1), (1, 2), (2, 1))
_FLOOR = -1e9


@dataclass(frozen=True, slots=True)
class Costs:
    """Logarithms of probabilities of the steps."""

    pair: float
    open: float
    extend: float
    close: float
    split: float

    @classmethod
    def of(cls, gap: float, split: float) -> Costs:
        """Return the costs where `gap` is the probability that a segment is left out, or added, after a pair."""
        return cls(
            pair=math.log(1 - 2 * gap - 2 * split),
            open=math.log(gap),
            extend=math.log(_EXTEND),
            close=math.log(1 - _EXTEND),
            split=math.log(split),
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

    gaps: float = 0.0
    """How many segments, of both texts together, are expected to have no pair."""


@dataclass(slots=True)
class Aligner:
    """Aligns segments 0 to `rows` of one text with 0 to `columns` of the other."""

    rows: int
    columns: int
    score: Score
    split: Score
    """The score of one segment of the original with two of the translation."""

    merge: Score
    """The score of two segments of the original with one of the translation."""

    costs: Costs

    def run(self) -> Posterior:
        """Return the probabilities of all pairs."""
        weights = self._weights()
        forward = self._sweep(weights)
        backward = self._sweep_back(weights)
        total = _sum(*forward[self.rows][self.columns])
        result = Posterior(total=total)
        paired = 0.0
        for (i, j, down, right), weight in weights.items():
            before = _sum(*(f + c for f, c in zip(forward[i][j], self._into(down, right), strict=True)))
            probability = math.exp(min(0.0, before + weight + backward[i + down][j + right][0] - total))
            if probability > 1e-4:  # noqa: PLR2004 - less than that tells nothing
                table = result.splits if right == 2 else result.pairs  # noqa: PLR2004
                if down == 1:
                    table[i, j] = probability
                paired += probability * (down + right)
        result.gaps = max(0.0, self.rows + self.columns - paired)
        return result

    def _into(self, down: int, right: int) -> tuple[float, float, float]:
        """Return what a pair costs after a pair, after something left out and after something added."""
        if down == right:
            return self.costs.pair, self.costs.close, self.costs.close
        return self.costs.split, self.costs.close + self.costs.split, self.costs.close + self.costs.split

    def _weights(self) -> dict[tuple[int, int, int, int], float]:
        functions = (self.score, self.split, self.merge)
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
                steps = [(left_out, costs.open, 1), (added, costs.open, 2)]
                after = []
                for state in range(3):
                    terms = [v + (costs.extend if state == gap else c) for v, c, gap in steps]
                    for down, right in _MOVES:
                        weight = weights.get((i, j, down, right))
                        if weight is not None:
                            terms.append(weight + self._into(down, right)[state] + table[i + down][j + right][0])
                    after.append(_sum(*terms))
                table[i][j] = (after[0], after[1], after[2])
        return table


def _gap(before: tuple[float, float, float], costs: Costs, state: int) -> float:
    """Return the sum over ways that end with one more segment without a pair."""
    return _sum(*(f + (costs.extend if index == state else costs.open) for index, f in enumerate(before)))


def _sum(*terms: float) -> float:
    """Return the logarithm of the sum of numbers given by their logarithms."""
    top = max(terms, default=-math.inf)
    if top == -math.inf:
        return top
    return top + math.log(sum(math.exp(term - top) for term in terms))
