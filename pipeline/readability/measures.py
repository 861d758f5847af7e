"""From blocks of text to a measure: sentences, words, syllables, grade."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.readability.formulas import AGE_OF_GRADE_ZERO, Counts
from pipeline.readability.profiles import Profile, find_profile
from pipeline.readability.sentences import split_sentences
from pipeline.readability.syllables import syllables_of
from pipeline.readability.words import count_letters, split_words

ENOUGH_WORDS = 100
"""Below this the grade of a text is a hint only: Flesch's method samples passages of 100 words."""

ENOUGH_SENTENCES = 10
"""Below this one long sentence decides the grade."""

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a measured text."""

    text: str
    """With single spaces for line breaks."""

    words: int
    block: int
    """The index of its block among those given to `measure`."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How hard a text is. Where `reason` says why not, nothing was counted and there is no grade."""

    language: str
    """As it was given."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    letters: int = 0
    sentences_list: tuple[Sentence, ...] = ()
    """In order; pieces without a letter (a number, a row of stars) are left out here and in all counts."""

    formula: str = ""
    """The name of the formula behind `grade`."""

    grade: float | None = None
    """School grade of the United States, not rounded; lower is easier, and very short texts fall below 0."""

    ease: float | None = None
    """Reading ease, about 0 to 100, higher is easier; None where the language has no such scale."""

    indicative: bool = True
    """True where the text is too short for the grade to be more than a hint."""

    reason: str = ""
    """Why there is no grade; empty where there is one."""

    @property
    def reading_age(self) -> float | None:
        """The grade as an age in years: see `AGE_OF_GRADE_ZERO` for the assumption."""
        return None if self.grade is None else self.grade + AGE_OF_GRADE_ZERO


def measure(blocks: Sequence[str] | str, language: str) -> Measure:
    """Return the measure of a text in `language` (``en``, ``en-GB``, ``en_US``).

    `blocks` are its headings, paragraphs, list items and cells as plain text; no sentence goes on in the next one.
    One string is taken apart at blank lines. Nothing is raised for any text.
    """
    profile = find_profile(language)
    if profile is None:
        return Measure(language, reason=f"there is no readability profile for the language {language!r}")
    sentences: list[Sentence] = []
    syllables = letters = 0
    for index, block in enumerate(split_blocks(blocks) if isinstance(blocks, str) else blocks):
        for sentence, words in _read(block, index, profile):
            sentences.append(sentence)
            syllables += sum(syllables_of(word, profile.count_syllables) for word in words)
            letters += count_letters(words)
    if not sentences:
        return Measure(language, reason="there are no words in the text")
    return _result(language, profile, tuple(sentences), syllables, letters)


def split_blocks(text: str) -> list[str]:
    """Return the blocks of a plain text: what stands between blank lines."""
    groups = groupby(text.splitlines(), key=lambda line: bool(line.strip()))
    return ["\n".join(lines) for filled, lines in groups if filled]


def _read(block: str, index: int, profile: Profile) -> Iterator[tuple[Sentence, list[str]]]:
    """Yield the sentences of one block with their words."""
    # Half a surrogate pair cannot be encoded: neither `sentencex` nor whoever prints the sentence could take it.
    for text in split_sentences(_SURROGATE.sub("\ufffd", block), profile.language, profile.abbreviations):
        if any(map(str.isalpha, text)):
            words = split_words(text)
            yield Sentence(text, len(words), index), words


def _result(language: str, profile: Profile, sentences: tuple[Sentence, ...], syllables: int, letters: int) -> Measure:
    counts = Counts(len(sentences), sum(sentence.words for sentence in sentences), syllables, letters)
    return Measure(
        language,
        counts.sentences,
        counts.words,
        syllables,
        letters,
        sentences,
        profile.grade.name,
        profile.grade.compute(counts),
        profile.ease.compute(counts) if profile.ease else None,
        indicative=counts.words < ENOUGH_WORDS or counts.sentences < ENOUGH_SENTENCES,
    )
