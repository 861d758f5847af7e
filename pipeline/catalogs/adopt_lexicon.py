"""Words that translate each other, learned from the two texts at hand: what stands in the same pairs again and again.

As in Moore, "Fast and Accurate Sentence Alignment of Bilingual Corpora" (AMTA 2002): a first alignment by form teaches
words, and words mend the alignment. A pair never teaches what it is judged by: its own share, and that of its
neighbours, is taken out.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.catalogs.adopt_traits import Traits

_LEAST = 1.5
"""How often, besides in the pair that is judged, two words have to be met together."""

_WEIGHT = 0.6
_MOST = 6.0
_MISSING = -0.8
_SURE = 0.75
"""From this share on, a word whose translation is missing counts against a pair."""

_LEAST_SURE = 2.5
_PARTNERS = 8
_LEAST_GAIN = 0.4
_BESIDE = (-1, 0, 1)
_COMMON = 0.5
"""Words in more than this share of all segments say nothing."""


class Lexicon:
    """Word pairs of one pair of texts."""

    def __init__(
        self,
        source: Sequence[Traits],
        target: Sequence[Traits],
        pairs: Mapping[tuple[int, int], float],
    ) -> None:
        """Learn from `pairs` of segments, each with its probability."""
        self.source, self.target, self.pairs = source, target, pairs
        self.in_source = Counter(word for each in source for word in each.words)
        self.in_target = Counter(word for each in target for word in each.words)
        together: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        for (i, j), probability in pairs.items():
            for word in source[i].words:
                for other in target[j].words:
                    together[word][other] += probability
        self.partners = {
            word: heapq.nlargest(_PARTNERS, self._partners(word, others))
            for word, others in together.items()
            if self.in_source[word] <= max(_COMMON * len(source), 2)
        }
        """For each word the likeliest translations: what each is worth, the word, and how often they met."""

    def _partners(self, word: str, others: Mapping[str, float]) -> Iterator[tuple[float, str, float]]:
        for other, count in others.items():
            if count >= _LEAST and (gain := self._gain(word, other, count)) >= _LEAST_GAIN:
                yield gain, other, count

    def _gain(self, word: str, other: str, count: float) -> float:
        """Return what it is worth that both words are there, if they were met together `count` times."""
        most = max(self.in_source[word], self.in_target[other])
        chance = self.in_source[word] * self.in_target[other] / len(self.source)
        return math.log(max(count / chance, 1.0)) * min(count / most, 1.0)

    def score(self, i: int, j: int, after: int | None = None) -> float:
        """Return the logarithm of the odds that words add to segment `i` and `j`, or `j` and the one `after` it."""
        words = self.target[j].words
        if after is not None:
            words = words | self.target[after].words
        worth = sum(self._worth(word, words, i, j) for word in self.source[i].words if self.partners.get(word))
        return max(-_MOST, min(worth, _MOST))

    def _worth(self, word: str, words: frozenset[str], i: int, j: int) -> float:
        """Return what one word adds: much if a translation of it is there, less than nothing if a sure one is not."""
        for _, other, count in self.partners[word]:
            if other in words:
                rest = count - self._nearby(word, other, i, j)
                if rest >= _LEAST:
                    return _WEIGHT * self._gain(word, other, rest)
        count = self.partners[word][0][2]
        return _MISSING if count >= _LEAST_SURE and count / self.in_source[word] >= _SURE else 0.0

    def _nearby(self, word: str, other: str, i: int, j: int) -> float:
        """Return how often two words were met in this pair and beside it: a row of pairs may be wrong together."""
        return sum(
            self.pairs.get((i + down, j + right), 0.0)
            for down in _BESIDE
            for right in _BESIDE
            if (i + down, j + right) in self.pairs
            and word in self.source[i + down].words
            and other in self.target[j + right].words
        )
