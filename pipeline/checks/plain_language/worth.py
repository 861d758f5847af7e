"""What a mend is worth: by how much the grade and the level of a whole text fall if one sentence changes.

Nothing is estimated: the counts of the text are changed as the mend would change them, and the formula is computed
again. In a long text one sentence is worth little; that is so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from math import ceil
from typing import NamedTuple

from pipeline.readability import Measure, Sentence
from pipeline.readability.equivalent import SentenceLimit, equivalent_grade
from pipeline.readability.formulas import Counts
from pipeline.readability.known import PLACE, averaged, masked
from pipeline.readability.level import Features, features, shared_level, vowel_marks
from pipeline.readability.profiles import Profile, find_profile
from pipeline.readability.script import without_vowel_marks
from pipeline.readability.syllables import syllable_counter, syllables_of
from pipeline.readability.tally import LetterTable, tally
from pipeline.readability.words import split_words

WORST = 10
"""Sentences of a text whose mends are told."""

VISIBLE = 0.005
"""A smaller gain is not told."""

_ONE_DIGIT = 0.1
"""From here on one digit tells enough."""


@dataclass(frozen=True, slots=True)
class Gain:
    """What a mend is worth to the whole text; positive is easier."""

    grade: float | None
    """In school grades; None where the text has none."""

    level: float | None
    """In steps of `Measure.level_score`; None where the text has none."""

    @property
    def order(self) -> float:
        """What gains are compared by: the level, or else the grade."""
        return self.level if self.level is not None else self.grade or 0.0

    def told(self, mend: str) -> str:
        """Return ``; MEND lowers the grade by 0.1``, or nothing where the gain is too small to tell."""
        name, value = ("grade", self.grade) if self.grade is not None else ("level", self.level)
        if value is None or value < VISIBLE:
            return ""
        return f"; {mend} lowers the {name} by {value:.{1 if value >= _ONE_DIGIT else 2}f}"


@dataclass(frozen=True, slots=True)
class CostlySentence:
    """One of the sentences that make a text hard."""

    index: int
    """Its place in `Measure.sentences_list`."""

    sentence: Sentence
    cost: Gain
    """What the text would gain without the sentence."""

    parts: int
    """Into how many sentences it would have to be split so that none is long; 1 where it is not long."""

    split: Gain
    """What that is worth."""


def worst_sentences(measured: Measure, count: int = WORST) -> tuple[CostlySentence, ...]:
    """Return the sentences that make the text harder than it were without them, the costliest first.

    Empty where the text could not be measured, or has one sentence only.
    """
    if measured.counts is None or len(measured.sentences_list) < 2:  # noqa: PLR2004 - without it, nothing is left
        return ()
    ledger = Ledger(measured)
    costs = ((ledger.without(index), index) for index in range(len(measured.sentences_list)))
    worst = sorted((pair for pair in costs if pair[0].order > 0), key=lambda pair: (-pair[0].order, pair[1]))[:count]
    return tuple(_costly(measured, ledger, index, cost) for cost, index in worst)


def size_of(sentence: Sentence, limit: SentenceLimit) -> int:
    """Return how long `sentence` is, in the unit of `limit`."""
    return sentence.words if limit.unit == "words" else sentence.letters


def _costly(measured: Measure, ledger: Ledger, index: int, cost: Gain) -> CostlySentence:
    sentence, limit = measured.sentences_list[index], measured.limit
    parts = ceil(size_of(sentence, limit) / limit.warn) if limit else 1
    return CostlySentence(index, sentence, cost, parts, ledger.split(parts))


class _Text(NamedTuple):
    """What the grade of a text is made of."""

    counts: Counts
    """Of the words that are not known (see `readability.known`)."""

    known: int
    """How many words are known."""


class Ledger:
    """The counts of a text, to be changed by one mend at a time."""

    def __init__(self, measured: Measure) -> None:
        """`measured` is a measure that has counts."""
        profile = find_profile(measured.language)
        if profile is None or measured.counts is None:
            raise ValueError("the text could not be measured")
        self._profile = profile
        self._names = measured.known.names
        self._relieved = measured.known.others is not None
        self._text = _Text(measured.known.others or measured.counts, measured.known.words if self._relieved else 0)
        self._syllables = _syllables(profile)
        self._words = [self._split(sentence.text) for sentence in measured.sentences_list]
        self._features = [
            features([self._masked(words)], profile.language, vowel_marks(sentence.text, profile.language))
            for words, sentence in zip(self._words, measured.sentences_list, strict=True)
        ]
        self._total = sum(self._features, Features(profile.language))
        self._now = self._values(self._text, self._total)

    def without(self, index: int) -> Gain:
        """Return what the text gains if the sentence at `index` is taken out."""
        return self._gain(self._counted(1, self._words[index], -1), self._total - self._features[index])

    def split(self, parts: int) -> Gain:
        """Return what it gains if a sentence becomes so many."""
        sentences = self._text.counts.sentences + parts - 1
        text = self._text._replace(counts=replace(self._text.counts, sentences=sentences))
        return self._gain(text, replace(self._total, sentences=self._total.sentences + parts - 1))

    def replaced(self, said: str, plainer: str) -> Gain:
        """Return what it gains if the words `said` are replaced by `plainer`."""
        old, new = self._split(said), self._split(plainer)
        text = self._counted(0, new, 1, self._counted(0, old, -1))
        return self._gain(text, self._total - self._wordwise(old) + self._wordwise(new))

    def _split(self, text: str) -> list[str]:
        plain = without_vowel_marks(text) if self._profile.script in {"Arabic", "Hebrew"} else text
        return split_words(plain, self._profile.language)

    def _masked(self, words: Sequence[str]) -> list[str]:
        return masked(words, self._names, self._profile.language)

    def _counted(self, sentences: int, words: Sequence[str], sign: int, text: _Text | None = None) -> _Text:
        """Return the counts (of the text) with these words more or less."""
        counts, known = text or self._text
        counted = Counter(self._masked(words) if self._relieved else words)
        known += sign * counted.pop(PLACE, 0)
        change = tally(sentences, counted, LetterTable(), self._syllables)
        names = [each.name for each in fields(Counts) if each.name not in {"by_syllables", "runs"}]
        changed = replace(
            counts,
            by_syllables=tuple(
                have + sign * more for have, more in zip(counts.by_syllables, change.by_syllables, strict=True)
            ),
            **{name: getattr(counts, name) + sign * getattr(change, name) for name in names},
        )
        return _Text(changed, known)

    def _wordwise(self, words: list[str]) -> Features:
        """Return the features of words inside a sentence."""
        language = self._profile.language
        return replace(features([["", *self._masked(words)]], language), sentences=0) if words else Features(language)

    def _gain(self, text: _Text, total: Features) -> Gain:
        there = text.counts.words > 0 and text.counts.sentences > 0
        then = self._values(text, total) if there else (None, None)
        grade, level = (
            None if old is None or new is None else old - new for old, new in zip(self._now, then, strict=True)
        )
        return Gain(grade, level)

    def _values(self, text: _Text, total: Features) -> tuple[float | None, float | None]:
        level = shared_level(total)
        return _grade(self._profile, averaged(*text)), level.score if level else None


def _grade(profile: Profile, counts: Counts) -> float | None:
    """Return the grade that `measure` would give (see `Measure.grade`)."""
    value = profile.main.value(counts) if profile.main else None
    grade = profile.main.grade(value) if profile.main and value is not None else None
    if grade is not None:
        return None if counts.runs else grade
    equivalent = equivalent_grade(counts, profile.language)
    return equivalent.grade if equivalent else None


def _syllables(profile: Profile) -> Callable[[str], int] | None:
    count = syllable_counter(profile.language)
    return partial(syllables_of, count=count) if count else None
