"""How much better two texts fit as original and translation than by chance, as a logarithm of odds.

Each trait adds its own odds. Length follows Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora",
Computational Linguistics 19 (1993): the logarithm of the ratio of lengths is nearly normal, around a ratio that belongs
to the pair of languages and is measured in the two texts at hand. The other odds are set by hand, from what authors and
translators do (they keep numbers, links and the outline), and tried on articles (`benchmarks/adopt.py`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

from rapidfuzz.distance import JaroWinkler

from pipeline.catalogs.adopt_traits import Traits

_SAME_END, _OTHER_END = 0.4, -1.2
_QUESTION = -3.0
_SAME_BRACKETS, _OTHER_BRACKETS = 0.8, -0.8
_SAME_NUMBER, _LOST_NUMBER, _NEW_NUMBER, _WORST = 3.0, -3.0, -2.0, -8.0
_MONTHS = 12
_SAME_TARGETS, _OTHER_TARGETS, _LOST_TARGETS = 5.0, -7.0, -5.0
_SAME_NAME, _OTHER_NAME, _MOST_NAMES = 2.5, -2.5, 7.5
_COGNATE, _MOST_COGNATES = 0.9, 8.0
"""A rare word that looks alike in both languages."""

_ALIKE = 0.9
_LONG_WORD = 4
_SMOOTH = 4.0
_SPREAD, _SPREAD_SHORT = 0.22, 1.6
"""How far the logarithm of the ratio of lengths spreads in long texts, and how much more in short ones."""

_LEAST_SPREAD = 0.7
_LENGTH_WEIGHT = 0.7
"""Lengths of neighbours are not independent, so each counts less than the formula says."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores pairs of texts of one article."""

    ratio: float
    """The logarithm of how much longer the translation is."""

    mean: float
    spread: float
    """Of the logarithms of lengths in the translation."""

    rarity: dict[str, float]
    """By beginning of a word: how few segments of the original have it."""

    has_targets: bool
    """Whether the translation kept links at all; plain text has none."""

    def score(self, source: Traits, target: Traits) -> float:
        """Return the logarithm of the odds that `target` translates `source`."""
        return self.form(source, target) + self.content(source, target)

    def form(self, source: Traits, target: Traits) -> float:
        """Return the part that rests on kind, length and signs."""
        brackets = source.brackets == target.brackets
        return (
            self.length(source, target)
            + _ends(source.end, target.end)
            + (0.0 if not source.brackets + target.brackets else _SAME_BRACKETS if brackets else _OTHER_BRACKETS)
        )

    def content(self, source: Traits, target: Traits) -> float:
        """Return the part that rests on numbers, links, names and words."""
        return (
            _numbers(source.numbers, target.numbers)
            + self._targets(source.targets, target.targets)
            + _names(source.names, target.names)
            + self._cognates(source, target)
        )

    def length(self, source: Traits, target: Traits) -> float:
        """Return the part that rests on length."""
        long_source, long_target = _log_length(source), _log_length(target)
        spread = _SPREAD + _SPREAD_SHORT / math.sqrt(math.exp(long_source))
        fits = _log_normal(long_target, long_source + self.ratio, spread)
        return _LENGTH_WEIGHT * (fits - _log_normal(long_target, self.mean, self.spread))

    def _targets(self, source: frozenset[str], target: frozenset[str]) -> float:
        if not source and not target:
            return 0.0
        if not target:
            return _LOST_TARGETS if self.has_targets else 0.0
        common = len(source & target)
        if not common:
            return _OTHER_TARGETS
        return _SAME_TARGETS * common / len(source | target) + common

    def _cognates(self, source: Traits, target: Traits) -> float:
        """Return the worth of rare words that look alike; names are counted elsewhere."""
        worth = 0.0
        for word in source.words - source.names:
            if len(word) < _LONG_WORD or not word.isascii():
                continue
            if word in target.words or any(
                len(other) >= _LONG_WORD and other[0] == word[0] and JaroWinkler.similarity(word, other) >= _ALIKE
                for other in target.words
            ):
                worth += _COGNATE * self.rarity.get(word, 0.0)
        return min(worth, _MOST_COGNATES)


def make_scores(source: Sequence[Traits], target: Sequence[Traits]) -> Scores:
    """Return what scores pairs of `source` and `target`, two articles."""
    logs = [_log_length(each) for each in target]
    whole = math.log((sum(len(t.text) for t in target) + 1) / (sum(len(s.text) for s in source) + 1))
    found = Counter(word for each in source for word in each.words)
    return Scores(
        ratio=max(-2.0, min(1.0, whole)),
        mean=fmean(logs),
        spread=max(pstdev(logs), _LEAST_SPREAD),
        rarity={word: math.log(len(source) / count) / 2 for word, count in found.items()},
        has_targets=any(each.targets for each in target),
    )


def _log_length(traits: Traits) -> float:
    return math.log(len(traits.text) + _SMOOTH)


def _log_normal(value: float, mean: float, spread: float) -> float:
    return -(((value - mean) / spread) ** 2) / 2 - math.log(spread)


def _ends(source: str, target: str) -> float:
    if source == target:
        return _SAME_END
    return _QUESTION if "?" in {source, target} else _OTHER_END


def _numbers(source: Counter[int], target: Counter[int]) -> float:
    common, lost, new = source & target, source - target, target - source
    if not lost and not new:
        return _SAME_NUMBER * min(common.total(), 3)
    months = sum(count for number, count in new.items() if number <= _MONTHS)  # also small numbers written as words
    return max(common.total() + _LOST_NUMBER * lost.total() + _NEW_NUMBER * (new.total() - months / 2), _WORST)


def _names(source: frozenset[str], target: frozenset[str]) -> float:
    common = len(source & target)
    others = min(len(source), len(target)) - common
    return max(_WORST, min(_SAME_NAME * common, _MOST_NAMES) + _OTHER_NAME * others)
