"""How far the grade of a text may be from that of other text of the same kind: a short text gets a range.

A text is taken as a sample of what its writer writes. Its grade hangs on the mean length of sentences, on the mean
length of words, and in some formulas on the number of hard words. A mean over n things has the standard error
(their variation) / root(n), and a number of n words that come now and then has the error root(n). So

    error² = (grade with sentences longer by one error - grade)²
           + (grade with words longer by one error - grade)² + (grade with one error more hard words - grade)²

and the range is the grade -+ 1.96 errors: it should hold the grade of the text that the passage is from in 19 of 20
cases. The formula is computed again for each of the three, so any formula will do.

Measured with the variations below on passages of 1 to 10 sentences, two at a time from one text, in English (news for
learners), German (encyclopedia) and Portuguese (school books), wherever there were 90 pairs: the difference of two
grades lay within 1.96 of its error in 91 to 99 %, that of two levels in 90 to 100 %. Passages of 20 sentences differ
more than that, because a text changes. And the range does not tell how wrong a formula is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import sqrt

from pipeline.readability.formulas import Counts
from pipeline.readability.level import Features, shared_level

CONFIDENCE = 1.96
"""Errors on either side of the grade: 95 % of a normal distribution."""

SENTENCE_VARIATION = 0.55
"""Standard deviation of the length of sentences, as a share of their mean, before a text has shown its own."""

PRIOR_SENTENCES = 4
"""How many sentences of a text weigh as much as `SENTENCE_VARIATION`."""

WORD_VARIATION = 0.6
"""The same of the length of words, enlarged because a text repeats its words."""

RARITY_DEVIATION = 2.2
EXCESS_DEVIATION = 0.8
"""Standard deviations of `vocabulary.Word.rarity` and `excess` from word to word."""

_SCALE = 1_000
"""Counts are enlarged so much that they can grow by a share and stay whole."""

_HARD = 3
"""From this number of syllables on, formulas call a word hard; some begin at the next."""


def standard_error(counts: Counts, lengths: Sequence[int], grade: Callable[[Counts], float | None]) -> float | None:
    """Return the standard error of `grade(counts)`, in its own unit; `lengths` are the words of each sentence.

    None where there is no grade.
    """
    by_sentences = 1 + _variation(lengths) / sqrt(counts.sentences)
    by_words = 1 + WORD_VARIATION / sqrt(counts.words)
    value, *others = (
        grade(changed)
        for changed in (
            _grown(counts, 1, 1),
            _grown(counts, by_sentences, 1),
            _grown(counts, 1, by_words),
            _more_hard_words(_grown(counts, 1, 1)),
        )
    )
    if value is None:
        return None
    return sqrt(sum((other - value) ** 2 for other in others if other is not None))


def level_error(text: Features, lengths: Sequence[int]) -> float:
    """Return the standard error of the shared level of a text, in levels, found in the same way."""
    words = max(text.words + 1, round(text.words * (1 + _variation(lengths) / sqrt(len(lengths)))))
    growth = words / text.words
    levels = (
        shared_level(text),
        shared_level(replace(text, words=words, rarity=text.rarity * growth, excess=text.excess * growth)),
        shared_level(replace(text, rarity=text.rarity + RARITY_DEVIATION * sqrt(text.words))),
        shared_level(replace(text, excess=text.excess + EXCESS_DEVIATION * sqrt(text.words))),
    )
    value, *others = (level.score if level else 0 for level in levels)
    return sqrt(sum((other - value) ** 2 for other in others))


def _variation(lengths: Sequence[int]) -> float:
    """Return the variation of the sentences, drawn towards the usual one where there are few."""
    mean = sum(lengths) / len(lengths) or 1
    spread = sum((length / mean - 1) ** 2 for length in lengths)
    return sqrt((spread + PRIOR_SENTENCES * SENTENCE_VARIATION**2) / (len(lengths) - 1 + PRIOR_SENTENCES))


def _grown(counts: Counts, sentence: float, word: float) -> Counts:
    """Return `counts` for sentences and words so many times as long; the share of hard words stays."""
    words, parts = round(_SCALE * sentence), round(_SCALE * sentence * word)
    return replace(
        counts,
        sentences=counts.sentences * _SCALE,
        words=counts.words * words,
        syllables=counts.syllables * parts,
        letters=counts.letters * parts,
        characters=counts.characters * parts,
        long_words=counts.long_words * words,
        by_syllables=tuple(number * words for number in counts.by_syllables),
    )


def _more_hard_words(counts: Counts) -> Counts:
    """Return (enlarged) `counts` with one error more of long words and of words with many syllables."""
    few, (hard, *harder) = counts.by_syllables[:_HARD], counts.by_syllables[_HARD:]
    rise = _rise(counts.words_of(_HARD + 1))
    harder = [round(number * rise) for number in harder] if any(harder) else [_SCALE, *harder[1:]]
    return replace(
        counts,
        long_words=round(counts.long_words * _rise(counts.long_words)) or _SCALE,
        by_syllables=(*few, round(hard * _rise(counts.words_of(_HARD))), *harder),
    )


def _rise(number: int) -> float:
    """Return by how much a number of things (enlarged) grows by one error."""
    return 1 + sqrt(_SCALE / number) if number else 1
