"""What became of each kind of block in the translation, learned from the two texts at hand.

In Markdown and HTML an item of a list stays one, so another kind tells that a pair is wrong; in plain text a cell of a
table may well have become a paragraph.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.catalogs.adopt_traits import Traits

_PRIOR = 4.0
"""How many pairs the expectation counts for that kinds stay the same."""

_APART = frozenset({"abbr", "link-title"})
"""Kinds that are no blocks; an abbreviation is one text with what it stands for."""

_NEVER = -20.0
_SAME = 0.9
_MOST, _LEAST = 1.5, -6.0


class Kinds:
    """The odds of pairs by the kinds of their segments."""

    def __init__(
        self, source: Sequence[Traits], target: Sequence[Traits], pairs: Mapping[tuple[int, int], float]
    ) -> None:
        """Learn from `pairs` of segments, each with its probability; there may be none yet."""
        self.source, self.target, self.pairs = source, target, pairs
        found = Counter(each.kind for each in target)
        self.share = {kind: (count + 1) / (len(target) + len(found)) for kind, count in found.items()}
        self.together: Counter[tuple[str, str]] = Counter()
        self.alone: Counter[str] = Counter()
        for (i, j), probability in pairs.items():
            self.together[source[i].kind, target[j].kind] += probability  # type: ignore[assignment]
            self.alone[source[i].kind] += probability  # type: ignore[assignment]

    def score(self, i: int, j: int) -> float:
        """Return the logarithm of the odds that kinds add to the pair of segments `i` and `j`."""
        kind, other = self.source[i].kind, self.target[j].kind
        if (kind in _APART or other in _APART) and kind != other:
            return _NEVER
        own = self.pairs.get((i, j), 0.0)  # a pair does not speak for itself
        share = self.share[other]
        expected = _SAME if _like(kind, other) else (1 - _SAME) * share
        likely = (self.together[kind, other] - own + _PRIOR * expected) / (self.alone[kind] - own + _PRIOR)
        return max(_LEAST, min(math.log(likely / share), _MOST))


def _like(kind: str, other: str) -> bool:
    return kind == other or (kind[:1] == other[:1] == "h")
