"""Reading a text: its sentences, and how often each word comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from pipeline.readability.level import vowel_marks
from pipeline.readability.profiles import Profile
from pipeline.readability.script import SAMPLE, is_foreign, without_vowel_marks
from pipeline.readability.sentences import split_sentences
from pipeline.readability.tally import LetterTable
from pipeline.readability.words import split_words, word_count

ESTIMATED = "th"
"""The language whose words are counted by their length, since nothing in its spelling divides them."""

_TOGETHER = 1_000
"""Sentences whose words are kept at a time."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a measured text."""

    text: str
    """With single spaces for line breaks."""

    words: int
    block: int
    """The index of its block among those given to `measure`."""

    letters: int = 0
    """Without digits and signs: how long the sentence is where words are not set apart (see `sentence_limit`)."""


@dataclass(slots=True)
class Reading:
    """What is gathered while a text is read."""

    sentences: list[Sentence]
    words: Counter[str]
    firsts: Counter[str]
    """The first words of the sentences."""

    letters: LetterTable
    marks: int = 0
    """Arabic vowel marks."""

    left_out: int = 0
    foreign: int = 0


def read_blocks(blocks: Sequence[str], profile: Profile) -> Reading:
    """Take the blocks apart; words are counted, and kept only until some sentences are together."""
    reading = Reading([], Counter(), Counter(), LetterTable())
    plain = without_vowel_marks if profile.script in {"Arabic", "Hebrew"} else str
    count = word_count if profile.language == ESTIMATED else len
    pending: list[list[str]] = []  # of some sentences, since to count word by word takes long
    for index, block in enumerate(blocks):
        if is_foreign(block, profile):
            reading.foreign += 1
            continue
        for text in split_sentences(block, profile.language):
            words = split_words(plain(text), profile.language) if any(map(str.isalpha, text)) else []
            if words:
                pending.append(words)
                reading.sentences.append(Sentence(text, count(words), index, reading.letters.of(words)))
            else:
                reading.left_out += 1
            if len(pending) >= _TOGETHER:
                _count(pending, reading)
    _count(pending, reading)
    if profile.language == "ar":
        reading.marks = sum(vowel_marks(block, "ar") for block in blocks)
    return reading


def _count(pending: list[list[str]], reading: Reading) -> None:
    """Add the words of some sentences to what was read, and forget them."""
    reading.words.update(chain.from_iterable(pending))
    reading.firsts.update(words[0] for words in pending)
    pending.clear()


def sample(texts: Iterable[str]) -> Iterator[str]:
    """Yield enough of a text to see its script."""
    size = 0
    for text in texts:
        if size > SAMPLE:
            return
        size += len(text)
        yield text
