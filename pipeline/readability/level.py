"""One level for all languages: how hard a text is for its readers, from 1 to about 6.

    level = -1.6 + 1.2 ln(5 + load per sentence) + 3.2 share of length + 1.5 share of vowel marks

The scale is that on which people rated sentences of six levels after the CEFR (ReadMe++ and CEFR-SP): 1 is A1, what a
beginner reads, 6 is C2. A value is the rating to expect, so it stays away from the ends.

* Load: each word counts 1, and as much again for its rarity (`vocabulary.Word.rarity`, 1 in usual text). A sentence's
  load is divided by how long sentences of the language are for the same content (`equivalent.sentence_limit`).
* Share of length: by how much words are longer than usual in the language (`vocabulary.Word.excess`), per word. Twenty
  words that are not long are added to each text, because the mean of few words says little.
* Vowel marks: in Arabic, whether the vowels are written.

How the numbers were found and how well they do stands in ``docs/readability.md``; ``benchmarks/fit_level.py`` makes
them again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import chain
from math import log

from pipeline.readability.bands import band
from pipeline.readability.equivalent import sentence_limit
from pipeline.readability.profiles import find_profile
from pipeline.readability.vocabulary import look_up, missing, norm_of

BASE = -1.6
LOAD = 1.2
LENGTH = 3.2
MARKS = 1.5
"""The weights; fitted, then rounded."""

SOFTENING = 5.0
"""Added to the load of a sentence: between one word and three there is little difference."""

SHORT_WORDS = 20
"""Words that are not long, added to each text."""

USUAL_EXCESS = 0.23
"""`vocabulary.Word.excess` of running text: 0.21 to 0.24 in nearly every language (Chinese 0.14, Japanese 0.19)."""

CUTS = (3.1, 3.5, 4.2)
"""The levels where plain, fairly plain and hard text end.

In English texts these levels go with the Flesch-Kincaid grades 6, 8 and 12 (`bands.GRADE_CUTS`). People put seven in
eight of the sentences below the first at B1 or lower, the level that plain-language guides ask for, and more than half
of those above the last at C1 or C2.
"""

ERROR = 1.0
"""How far the level is from the mean rating of one sentence (root of the mean square, in levels)."""

_LONG_SENTENCE = 25
"""Words of the English sentence that `SentenceLimit.hard` is the equal of."""

_REFERENCE = 15
"""English words in the sentences of the text that `Term`s are told against."""

_ALL_MARKED = 0.5
"""Marks per letter from which a text is fully vowelled."""

_DOUBTFUL = 0.5
"""Share of unknown words above which the words cannot be of the language that was named."""

_ENOUGH = 20
"""Words looked up before that is said."""

_NOUNS_IN_CAPITALS = frozenset({"de"})
_VOWEL_MARKS = re.compile("[\u064b-\u0652]")


@dataclass(frozen=True, slots=True)
class Features:
    """What the level of a text is made from. Those of two texts in one language add up, and can be taken away again."""

    language: str
    """The primary subtag."""

    sentences: int = 0
    words: int = 0
    rarity: float = 0.0
    """Sum of `vocabulary.Word.rarity`; names have none."""

    excess: float = 0.0
    """Sum of `vocabulary.Word.excess`."""

    letters: int = 0
    marks: int = 0
    """Arabic vowel marks."""

    looked_up: int = 0
    """Words that could be in a list: no names, no figures."""

    unknown: int = 0
    """Those of them that are not."""

    def __add__(self, other: Features) -> Features:
        return self._combined(other, 1)

    def __sub__(self, other: Features) -> Features:
        return self._combined(other, -1)

    def _combined(self, other: Features, sign: int) -> Features:
        names = [field.name for field in fields(self)[1:]]
        return Features(self.language, *(getattr(self, name) + sign * getattr(other, name) for name in names))


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a level."""

    name: str
    """``base``, ``sentence length``, ``rare words``, ``long words`` or ``vowel marks``."""

    value: float
    """In levels; the terms of a level add up to it.

    The base is a text with sentences like English ones of 15 words, all usual and none of them long; the others are
    told against it.
    """


@dataclass(frozen=True, slots=True)
class Level:
    """How hard a text is."""

    score: float
    """1 (A1) to 6 (C2), not rounded and not cut off; higher is harder."""

    band: str
    """One of `bands.LEVELS`."""

    terms: tuple[Term, ...]
    """What it is made of."""

    has_vocabulary: bool
    """Whether the words were looked up; if not, each counts as usual."""

    note: str = ""
    """Why not; empty if they were."""


def features(sentences: Iterable[Sequence[str]], language: str, marks: int = 0) -> Features:
    """Return the features of a text: of each sentence its words, in order (see `words.split_words`).

    `language` is a primary subtag. `marks` are the vowel marks of the text (`vowel_marks`) if they were taken away.
    Sentences without words are passed over.
    """
    filled = [sentence for sentence in sentences if sentence]
    words = Counter(chain.from_iterable(filled))
    return count_features(words, Counter(sentence[0] for sentence in filled), language, marks)


def count_features(words: Counter[str], firsts: Counter[str], language: str, marks: int = 0) -> Features:
    """Return the features of a text from all its `words` and the `firsts` of its sentences; each is looked up once."""
    letters = looked_up = unknown = 0
    rarity = excess = 0.0
    all_named = language in _NOUNS_IN_CAPITALS
    for each, times in words.items():
        word = look_up(each, language)
        letters += word.letters * times
        excess += word.excess * times
        if not word.figure:
            # A capital inside a sentence is a name's.
            known = times if all_named or not word.named else firsts[each]
            rarity += word.rarity * known
            looked_up += known
            unknown += 0 if word.listed else known
    return Features(language, firsts.total(), words.total(), rarity, excess, letters, marks, looked_up, unknown)


def vowel_marks(text: str, language: str) -> int:
    """Return how many vowel marks an Arabic `text` has; 0 in other languages."""
    return len(_VOWEL_MARKS.findall(text)) if language == "ar" else 0


def shared_level(text: Features) -> Level | None:
    """Return the level of a text, or of a sentence, from its features; None if it has no words."""
    if not text.words or not text.sentences:
        return None
    note = _doubt(text)
    length = text.words / text.sentences * sentence_weight(text.language)
    by_length = log(SOFTENING + 2 * length)
    by_load = log(SOFTENING + length * (2 if note else 1 + text.rarity / text.words))
    usual = log(SOFTENING + 2 * _REFERENCE)
    excess = text.excess if norm_of(text.language) else USUAL_EXCESS * text.words
    terms = (
        Term("base", BASE + LOAD * usual),
        Term("sentence length", LOAD * (by_length - usual)),
        Term("rare words", LOAD * (by_load - by_length)),
        Term("long words", LENGTH * excess / (text.words + SHORT_WORDS)),
        Term("vowel marks", MARKS * min(1.0, text.marks / (_ALL_MARKED * (text.letters or 1)))),
    )
    score = sum(term.value for term in terms)
    return Level(score, band(score, CUTS), terms, has_vocabulary=not note, note=note)


@cache
def sentence_weight(language: str) -> float:
    """Return how many English words a word of `language` (a primary subtag) is worth in the length of a sentence.

    1 where nobody has measured it.
    """
    limit, profile = sentence_limit(language), find_profile(language)
    if limit is None or profile is None:
        return 1.0
    words = limit.hard / profile.word_length if limit.unit == "characters" else limit.hard
    return _LONG_SENTENCE / words


def _doubt(text: Features) -> str:
    """Return why nothing is said about how usual the words are; empty if something is."""
    if note := missing(text.language):
        return note
    if text.looked_up >= _ENOUGH and text.unknown > _DOUBTFUL * text.looked_up:
        return f"{text.unknown} of {text.looked_up} words are unknown: are they of the language {text.language!r}?"
    return ""
