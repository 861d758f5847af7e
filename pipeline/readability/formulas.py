"""What a readability formula is: from counts to a number on its own scale, and what that number means.

The formulas of each language stand in `national`, each with its constants and its source.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

AGE_OF_GRADE_ZERO = 5
"""Pupils of school grade n in the United States are n + 5 years old when the school year begins.

An assumption about schools, not a part of any formula: kindergarten starts at 5, grade 1 at 6.
"""

LONG = 6
"""A long word has more letters than this (Björnsson 1968; Bamberger & Vanecek 1984)."""

MOST = 6
"""Words of this many syllables and more are counted together."""


@dataclass(frozen=True, slots=True)
class Runs:
    """What the Japanese formula asks of the signs of a text: the mean length of the runs of each script, in signs."""

    signs_per_sentence: float
    latin: float
    hiragana: float
    kanji: float
    katakana: float
    commas_per_sentence: float


@dataclass(frozen=True, slots=True)
class Counts:
    """What a formula may ask of a text. There is at least one sentence and one word."""

    sentences: int
    words: int
    syllables: int
    """0 in languages whose spelling does not show them."""

    letters: int
    """Digits, signs and combining marks are none."""

    characters: int = 0
    """Letters and digits."""

    long_words: int = 0
    """Words of more than `LONG` letters."""

    by_syllables: tuple[int, ...] = (0,) * (MOST + 1)
    """Words by their number of syllables, from 0 to `MOST`; the last number is for `MOST` and more."""

    runs: Runs | None = None
    """Of Japanese text only."""

    def sentence_length(self) -> float:
        """Words per sentence."""
        return self.words / self.sentences

    def syllables_per_word(self) -> float:
        """Syllables per word."""
        return self.syllables / self.words

    def syllables_per_hundred(self) -> float:
        """Syllables in 100 words."""
        return 100 * self.syllables / self.words

    def letters_per_word(self) -> float:
        """Letters per word."""
        return self.letters / self.words

    def letters_per_sentence(self) -> float:
        """Letters per sentence."""
        return self.letters / self.sentences

    def characters_per_word(self) -> float:
        """Letters and digits per word."""
        return self.characters / self.words

    def sentences_per_word(self) -> float:
        """Sentences per word."""
        return self.sentences / self.words

    def words_of(self, syllables: int) -> int:
        """Words of that many `syllables` and more, up to `MOST`."""
        return sum(self.by_syllables[syllables:])

    def percent_of_one(self) -> float:
        """Words of one syllable, per cent."""
        return 100 * self.by_syllables[1] / self.words

    def percent_of_three(self) -> float:
        """Words of three syllables and more, per cent."""
        return 100 * self.words_of(3) / self.words

    def percent_of_four(self) -> float:
        """Words of four syllables and more, per cent."""
        return 100 * self.words_of(4) / self.words

    def percent_long(self) -> float:
        """Words of more than `LONG` letters, per cent."""
        return 100 * self.long_words / self.words

    def long_per_sentence(self) -> float:
        """Words of more than `LONG` letters, per sentence."""
        return self.long_words / self.sentences


Compute = Callable[[Counts], float]


@dataclass(frozen=True, slots=True)
class Formula:
    """A published formula."""

    name: str
    source: str
    """Who published it, when and where."""

    compute: Compute
    """From counts to the value on the formula's own scale."""

    tier: str = "B"
    """How well it is founded.

    A: validated with readers of the language, or with graded texts. B: a published adaptation, little validated, or
    constants known from one source. C: in use, but weak or contradicted. (A language of tier D has no formula.)
    """

    scale: str = "school grade"
    """What the value means, for people."""

    cuts: tuple[float, float, float] = (6, 8, 12)
    """Where plain, fairly plain and hard text end, on this scale; beyond the last it is very hard.

    They descend where a higher value is easier. 6, 8 and 12 are the usual targets of health publishers (American
    Medical Association 6, Centers for Disease Control 8) and the end of school.
    """

    labels: tuple[tuple[float, str], ...] = ()
    """The published bands, the easiest first: where each ends, and its published name; the last has no end."""

    target: str = ""
    """The published target for health or public texts, for people; empty where there is none."""

    equated: tuple[float, float] | None = None
    """The values that grade 6 and grade 12 in English have on this scale; None where it is a school grade itself.

    From parallel text: the same news (NTREX-128, 1,997 sentences, CC BY-SA) and health texts (TICO-19, 3,071
    sentences, CC0) in both languages, mean and spread set equal over chunks of ten sentences. Our own measurement.
    """

    is_grade: bool = True
    """Whether the value is a school grade."""

    fewest_sentences: int = 1
    """The formula is not to be used below this number of sentences."""

    @property
    def higher_is_easier(self) -> bool:
        """Whether a higher value means an easier text."""
        return self.cuts[0] > self.cuts[2]

    def value(self, counts: Counts) -> float | None:
        """Return the value for `counts`; None where there are too few sentences."""
        return self.compute(counts) if counts.sentences >= self.fewest_sentences else None

    def grade(self, value: float) -> float | None:
        """Return `value` as a school grade; None if nobody knows how (see `equated`)."""
        if self.is_grade:
            return value
        if self.equated is None:
            return None
        sixth, twelfth = self.equated
        return 6 + 6 * (value - sixth) / (twelfth - sixth)

    def label(self, value: float) -> str:
        """Return the published name of the band that `value` lies in; empty where the formula has none."""
        for end, name in self.labels:
            if value >= end if self.higher_is_easier else value < end:
                return name
        return self.labels[-1][1] if self.labels else ""


def linear(base: float, *terms: tuple[float, Compute]) -> Compute:
    """Return the formula `base` + the sum of each weight x its quantity."""

    def compute(counts: Counts) -> float:
        return base + sum(weight * quantity(counts) for weight, quantity in terms)

    return compute


def flesch(base: float, sentence_length: float, word_length: float) -> Compute:
    """Return `base` - `sentence_length` x words per sentence - `word_length` x syllables per word."""
    return linear(base, (-sentence_length, Counts.sentence_length), (-word_length, Counts.syllables_per_word))


def smog(factor: float, inner: float, base: float, syllables: int) -> Compute:
    """Return `factor` x the root of (`inner` x words of `syllables` and more per sentence) + `base`."""

    def compute(counts: Counts) -> float:
        return factor * sqrt(inner * counts.words_of(syllables) / counts.sentences) + base

    return compute
