"""Segments of an article and of its translation → matches, each with a confidence."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.catalogs.adopt_align import Aligner, Costs, Posterior, Score
from pipeline.catalogs.adopt_lexicon import Lexicon
from pipeline.catalogs.adopt_moves import moved_pairs
from pipeline.catalogs.adopt_score import make_scores
from pipeline.catalogs.adopt_traits import joined, traits
from pipeline.model import Segment

_ROUNDS = 3
_SPLIT = 0.004
_LEAST_GAP, _FIRST_GAP, _MOST_GAP = 0.02, 0.04, 0.15
_SURE = 0.5
_CONTENT_OF_A_MOVE = 0.35
"""What form counts for a section in another place: many sections have the same."""

_HOPELESS = -12.0
"""Pairs that score less are not looked at: nothing could mend that."""

_JOINABLE = frozenset({"p", "li", "dd", "td", "footnote"})


@dataclass(frozen=True, slots=True)
class Match:
    """A segment of the original and what translates it."""

    source: int
    target: tuple[int, ...]
    """One segment of the translation, or two that stand one after the other."""

    confidence: float


def match(source: Sequence[Segment], target: Sequence[Segment]) -> list[Match]:
    """Return for segments of `source` what in `target` probably translates them, in the order of `source`.

    What is unsure is among them with a low confidence. No segment is matched twice.
    """
    if not source or not target:
        return []
    matcher = _Matcher(source, target)
    posterior = matcher.run()
    pairs = dict(posterior.pairs)
    sure = [pair for pair, probability in pairs.items() if probability > _SURE]
    for pair, probability in moved_pairs(len(source), len(target), sure, matcher.moved).items():
        pairs[pair] = max(probability, pairs.get(pair, 0.0))
    return _best(pairs, posterior.splits)


class _Matcher:
    def __init__(self, source: Sequence[Segment], target: Sequence[Segment]) -> None:
        self.source, self.target = source, target
        self.source_traits = [traits(segment) for segment in source]
        self.target_traits = [traits(segment) for segment in target]
        self.scores = make_scores(self.source_traits, self.target_traits)
        self.form: Score = cache(lambda i, j: self.scores.form(self.source_traits[i], self.target_traits[j]))
        self.content: Score = cache(lambda i, j: self.scores.content(self.source_traits[i], self.target_traits[j]))
        self.split: Score = cache(self._split)
        self.merge: Score = cache(self._merge)
        self.lexicon: Lexicon | None = None

    def run(self) -> Posterior:
        gap = _FIRST_GAP
        posterior = Posterior()
        for _ in range(_ROUNDS):
            costs = Costs.of(gap, _SPLIT)
            rows, columns = len(self.source), len(self.target)
            posterior = Aligner(rows, columns, self.score, self.split, self.merge, costs).run()
            self.lexicon = Lexicon(self.source_traits, self.target_traits, posterior.pairs)
            gap = max(_LEAST_GAP, min(posterior.gaps / (rows + columns) / 2, _MOST_GAP))
        return posterior

    def score(self, i: int, j: int) -> float:
        alone = self.form(i, j) + self.content(i, j)
        if alone < _HOPELESS:
            return -math.inf
        return alone + (self.lexicon.score(i, j) if self.lexicon else 0.0)

    def moved(self, i: int, j: int) -> float:
        words = self.lexicon.score(i, j) if self.lexicon else 0.0
        return _CONTENT_OF_A_MOVE * self.form(i, j) + self.content(i, j) + words

    def _split(self, i: int, j: int) -> float:
        parts = self.target[j : j + 2]
        if not _may_join(self.source[i], parts):
            return -math.inf
        return self.scores.score(self.source_traits[i], joined(parts))

    def _merge(self, i: int, j: int) -> float:
        parts = self.source[i : i + 2]
        if not _may_join(self.target[j], parts):
            return -math.inf
        return self.scores.score(joined(parts), self.target_traits[j])


def _may_join(whole: Segment, parts: Sequence[Segment]) -> bool:
    return whole.kind in _JOINABLE and all(part.kind == whole.kind for part in parts)


def _best(pairs: Mapping[tuple[int, int], float], splits: Mapping[tuple[int, int], float]) -> list[Match]:
    """Return the likeliest matches, each segment used once."""
    candidates = [Match(i, (j,), p) for (i, j), p in pairs.items()]
    candidates += [Match(i, (j, j + 1), p) for (i, j), p in splits.items()]
    candidates.sort(key=lambda each: (-each.confidence, each.source, each.target))
    matches: list[Match] = []
    sources: set[int] = set()
    targets: set[int] = set()
    for each in candidates:
        if each.source not in sources and targets.isdisjoint(each.target):
            matches.append(each)
            sources.add(each.source)
            targets.update(each.target)
    return sorted(matches, key=lambda each: each.source)
