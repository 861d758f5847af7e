"""Segments of an article and of its translation → matches, each with a confidence."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from pipeline.catalogs.adopt_align import Aligner, Costs, Posterior, Score
from pipeline.catalogs.adopt_kinds import Kinds
from pipeline.catalogs.adopt_lexicon import Lexicon
from pipeline.catalogs.adopt_moves import moved_pairs
from pipeline.catalogs.adopt_score import make_scores
from pipeline.catalogs.adopt_traits import joined, traits
from pipeline.model import SUMMARY, Segment

_ROUNDS = 3
_LEAST_GAP, _FIRST_GAP, _MOST_GAP = 0.005, 0.04, 0.12
"""The chance of a gap after a pair: in a text that looks perfect, before anything is known, and at most."""
_FITS = 0.5
"""If less than this share of the shorter text has a pair, it may be another article, and nothing is sure."""

_SUPPOSED = 20
_SURE = 0.5
_FORM_OF_A_MOVE = 0.35
"""What form counts for a section in another place, unless it speaks against it: many sections have the same."""

_WORDS_OF_A_MOVE = 0.6
"""What learned words count there: where anything can go anywhere, some pairs share words by chance."""

_FORM_OF_A_REPLACEMENT = 0.7
"""What stands in the place of something else has its form, more or less."""

_HOPELESS = -12.0
"""Pairs that score less are not looked at: nothing could mend that."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FRONT_MATTER = frozenset({"title", "description", SUMMARY})
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
    matches = _supported(_best(pairs, posterior.splits), source, target)
    doubt = min(1.0, len(sure) / (_FITS * min(len(source), len(target))))
    return [replace(each, confidence=each.confidence * doubt) for each in matches]


class _Matcher:
    def __init__(self, source: Sequence[Segment], target: Sequence[Segment]) -> None:
        self.source, self.target = source, target
        self.source_traits = [traits(segment) for segment in source]
        self.target_traits = [traits(segment) for segment in target]
        self.first = sum(segment.kind in _FRONT_MATTER for segment in source)
        """The first segment of the text: few files of translators have front matter."""
        self.scores = make_scores(self.source_traits, self.target_traits)
        self.form: Score = cache(lambda i, j: self.scores.form(self.source_traits[i], self.target_traits[j]))
        self.content: Score = cache(lambda i, j: self.scores.content(self.source_traits[i], self.target_traits[j]))
        self.joined: Score = cache(self._joined)
        self.merge: Score = cache(self._merge)
        self.lexicon = Lexicon(self.source_traits, self.target_traits, {})
        self.kinds = Kinds(self.source_traits, self.target_traits, {})

    def run(self) -> Posterior:
        gap = _FIRST_GAP
        posterior = Posterior()
        for _ in range(_ROUNDS):
            costs = Costs.of(gap)
            rows, columns = len(self.source), len(self.target)
            posterior = Aligner(rows, columns, self.score, self.split, self.merge, self.replaced, costs).run()
            self.lexicon = Lexicon(self.source_traits, self.target_traits, posterior.pairs)
            self.kinds = Kinds(self.source_traits, self.target_traits, posterior.pairs)
            gap = max(_LEAST_GAP, min(_gaps(posterior, self.first), _MOST_GAP))
        return posterior

    def score(self, i: int, j: int) -> float:
        alone = self.form(i, j) + self.content(i, j) + self.kinds.score(i, j)
        return alone + self.lexicon.score(i, j) if alone > _HOPELESS else -math.inf

    def replaced(self, i: int, j: int) -> float:
        return _FORM_OF_A_REPLACEMENT * self.form(i, j) + self.kinds.score(i, j)

    def moved(self, i: int, j: int) -> float:
        if self.source[i].kind in _FRONT_MATTER:
            return -math.inf
        form = (self.form(i, j), self.kinds.score(i, j))
        speaking = sum(odds * _FORM_OF_A_MOVE if odds > 0 else odds for odds in form)
        return speaking + self.content(i, j) + _WORDS_OF_A_MOVE * self.lexicon.score(i, j)

    def _joined(self, i: int, j: int) -> float:
        parts = self.target[j : j + 2]
        if not _may_join(self.source[i], parts):
            return -math.inf
        return self.scores.score(self.source_traits[i], joined(parts))

    def split(self, i: int, j: int) -> float:
        alone = self.joined(i, j) + self.kinds.score(i, j)
        return alone + self.lexicon.score(i, j, j + 1) if alone > _HOPELESS else -math.inf

    def _merge(self, i: int, j: int) -> float:
        parts = self.source[i : i + 2]
        if not _may_join(self.target[j], parts):
            return -math.inf
        return self.scores.score(joined(parts), self.target_traits[j])


def _gaps(posterior: Posterior, first: int) -> float:
    """Return how often, after a pair, something is left out; and as often something is added.

    Pairs count from segment `first` of the original on. A few pairs prove little, so each text has some more that are
    as they should be.
    """
    sure = [pair for pair, probability in posterior.pairs.items() if probability > _SURE and pair[0] >= first]
    breaks = sum(after > before + 1 for ends in zip(*sure, strict=True) for before, after in pairwise(sorted(ends)))
    return float(breaks + _SUPPOSED * _LEAST_GAP) / (2 * (len(sure) + _SUPPOSED))


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


def _supported(matches: list[Match], source: Sequence[Segment], target: Sequence[Segment]) -> list[Match]:
    """Return `matches`; a heading is not sure where nothing under it is.

    Headings are short and alike in form: alone, each fits each.
    """
    under = {(each.source, each.target[0]): each.confidence for each in matches}
    result = []
    for each in matches:
        below = _section(source, each.source), _section(target, each.target[-1])
        if source[each.source].kind in _HEADINGS and all(below):
            best = max((under.get((i, j), 0.0) for i in below[0] for j in below[1]), default=0.0)
            if best < _SURE:
                each = replace(each, confidence=min(each.confidence, best))  # noqa: PLW2901
        result.append(each)
    return result


def _section(segments: Sequence[Segment], heading: int) -> range:
    """Return the segments between a heading and the next."""
    stop = heading + 1
    while stop < len(segments) and segments[stop].kind not in _HEADINGS:
        stop += 1
    return range(heading + 1, stop)
