"""Sections that a translation has in another place: runs without a pair that fit each other across the order."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass

from pipeline.catalogs.adopt_align import Aligner, Costs, Posterior, Score

_PRIOR = math.log(1e-4)
"""The logarithm of the odds, before anything is known of the texts, that a run moved to a certain other place."""

_GAP = 0.04


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    stop: int
    slot: int
    """How many sure pairs stand before it."""

    @property
    def length(self) -> int:
        return self.stop - self.start


def moved_pairs(
    rows: int, columns: int, sure: Collection[tuple[int, int]], score: Score
) -> dict[tuple[int, int], float]:
    """Return pairs, with their probabilities, among segments 0 to `rows` and 0 to `columns` that `sure` leaves over.

    Runs between the same sure pairs were judged when the whole was aligned; here are all the others.
    """
    runs = _runs(rows, {i for i, _ in sure})
    others = _runs(columns, {j for _, j in sure})
    found: list[tuple[_Run, _Run, Posterior, float]] = []
    for run in runs:
        for other in others:
            if run.slot != other.slot:
                posterior, evidence = _compare(run, other, score)
                found.append((run, other, posterior, evidence + _PRIOR))
    pairs: dict[tuple[int, int], float] = {}
    for run, other, posterior, odds in found:
        rivals = [o for r, q, _, o in found if (r == run) != (q == other)]
        certainty = math.exp(odds - _log_sum([0.0, odds, *rivals]))
        for (i, j), probability in posterior.pairs.items():
            pairs[run.start + i, other.start + j] = probability * certainty
    return pairs


def _compare(run: _Run, other: _Run, score: Score) -> tuple[Posterior, float]:
    """Return how two runs align, and the logarithm of the odds that they have anything in common."""

    def never(_i: int, _j: int) -> float:
        return -math.inf

    def inner(i: int, j: int) -> float:
        return score(run.start + i, other.start + j)

    costs = Costs.of(_GAP)
    posterior = Aligner(run.length, other.length, inner, never, never, never, costs).run()
    apart = Aligner(run.length, other.length, never, never, never, never, costs).run()
    return posterior, posterior.total - apart.total


def _runs(count: int, taken: Collection[int]) -> list[_Run]:
    runs: list[_Run] = []
    start, slot = 0, 0
    for index in range(count + 1):
        if index == count or index in taken:
            if index > start:
                runs.append(_Run(start, index, slot))
            start, slot = index + 1, slot + 1
    return runs


def _log_sum(terms: list[float]) -> float:
    top = max(terms)
    return top + math.log(sum(math.exp(term - top) for term in terms))
