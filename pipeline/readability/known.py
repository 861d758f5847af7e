"""Words that readers can look up, such as the names in a glossary: they are not counted as hard.

WCAG 2.2 (success criterion 3.1.5) measures a text after its proper names and titles are taken out. To take words out
of a sentence would make it shorter than it is read, so they stay in it: a known word counts as one word, of the mean
length of the other words, with no rarity. Where sentences are measured by their signs (Chinese, Japanese, Thai), the
grade has nothing to be relieved of; there only the level changes.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Protocol

from pipeline.readability.equivalent import sentence_limit
from pipeline.readability.formulas import Counts
from pipeline.readability.level import Features, features
from pipeline.readability.script import without_vowel_marks
from pipeline.readability.tally import LetterTable, tally
from pipeline.readability.words import split_words

PLACE = "0\ufffc"
"""Stands for a known word: like a figure, it is no burden."""

_SHORTEST = 4
"""Letters that stay in every form of a word; shorter words have to be written as the name is."""

_ENDING = 2
"""Letters that the ending of a word may have: arteries, Nerven, electrolitos."""

_ARABIC_ARTICLE = re.compile("^[وف]?(?:[بك]?ال|لل)(?=\\w{2})")


@dataclass(frozen=True, slots=True)
class Known:
    """What of a text is known."""

    names: frozenset[str] = frozenset()
    """All that readers can look up."""

    found: tuple[str, ...] = ()
    """Those of them that the text has, in the order of the alphabet."""

    words: int = 0
    """How many of its words belong to them."""

    others: Counts | None = field(default=None, repr=False)
    """The counts of the other words; None where the grade does not change."""

    features: Features = field(default_factory=lambda: Features(""), repr=False)
    """What the known words are worth to the level."""


NOTHING = Known()


class HasText(Protocol):
    """A sentence."""

    @property
    def text(self) -> str:
        """As a reader meets it."""


def counts_signs(language: str) -> bool:
    """Tell whether sentences of `language` (a primary subtag) are measured by their signs."""
    limit = sentence_limit(language)
    return limit is not None and limit.unit == "characters"


def leave_out(
    names: Collection[str],
    sentences: Iterable[HasText],
    language: str,
    counts: Counts,
    syllables: Callable[[str], int] | None,
) -> tuple[Known, Counts]:
    """Return what of a text is known, and its counts with known words made average.

    `counts` are those of all `sentences`, in `language` (a primary subtag); `syllables` as for `tally`.
    """
    table = _table(frozenset(names), language)
    taken: Counter[str] = Counter()
    found: set[str] = set()
    change = Features(language)
    for sentence in sentences if names else ():
        if not table.may_be_in(sentence.text):
            continue
        words = split_words(without_vowel_marks(sentence.text), language)
        marked, here = table.mask(words)
        if here:
            found.update(here)
            taken.update(word for word, mark in zip(words, marked, strict=True) if mark == PLACE)
            change += features([words], language) - features([marked], language)
    known = Known(frozenset(names), tuple(sorted(found)), taken.total(), None, change)
    if not taken or counts_signs(language) or taken.total() >= counts.words:
        return known, counts
    others = less(counts, tally(0, taken, LetterTable(), syllables))
    return replace(known, others=others), averaged(others, known.words)


def masked(words: Sequence[str], names: frozenset[str], language: str) -> list[str]:
    """Return the words of a sentence with `PLACE` for each that belongs to one of `names`."""
    return _table(names, language).mask(words)[0] if names else list(words)


def less(counts: Counts, taken: Counts) -> Counts:
    """Return `counts` without what was taken out; the sentences stay."""
    pairs = zip(counts.by_syllables, taken.by_syllables, strict=True)
    return replace(
        counts,
        words=counts.words - taken.words,
        syllables=counts.syllables - taken.syllables,
        letters=counts.letters - taken.letters,
        characters=counts.characters - taken.characters,
        long_words=counts.long_words - taken.long_words,
        by_syllables=tuple(have - gone for have, gone in pairs),
    )


def averaged(others: Counts, known: int) -> Counts:
    """Return the counts of a text with so many `known` words beside the `others`, each like their mean."""
    share = (others.words + known) / others.words if others.words else 1.0
    return replace(
        others,
        words=others.words + known,
        syllables=round(others.syllables * share),
        letters=round(others.letters * share),
        characters=round(others.characters * share),
        long_words=round(others.long_words * share),
        by_syllables=tuple(round(number * share) for number in others.by_syllables),
    )


@lru_cache(maxsize=32)
def _table(names: frozenset[str], language: str) -> _Names:
    return _Names(names, language)


class _Names:
    """Names by their words, looked for in any form."""

    def __init__(self, names: Collection[str], language: str) -> None:
        split = ((name, [_plain(word) for word in split_words(name, language)]) for name in names)
        # A longer name wins over a shorter one within it.
        ordered = sorted(((name, words) for name, words in split if words), key=lambda each: -len(each[1]))
        self._starts = tuple({words[0][:_SHORTEST] for _, words in ordered})
        self._names: defaultdict[str, list[tuple[str, list[str]]]] = defaultdict(list)
        for name, words in ordered:
            for start in {words[0][:_SHORTEST], _with_ies(words[0])[:_SHORTEST]}:
                self._names[start].append((name, words))

    def may_be_in(self, sentence: str) -> bool:
        """Tell whether it is worth while to look at the words of `sentence`."""
        text = without_vowel_marks(sentence).casefold()
        return any(start in text for start in self._starts)

    def mask(self, words: Sequence[str]) -> tuple[list[str], list[str]]:
        """Return `words` with `PLACE` for known ones, and the names that were found."""
        plain, marked, found = [_plain(word) for word in words], list(words), []
        place = 0
        while place < len(words):
            name, size = self._at(plain, place)
            if size:
                marked[place : place + size] = [PLACE] * size
                found.append(name)
            place += size or 1
        return marked, found

    def _at(self, words: Sequence[str], place: int) -> tuple[str, int]:
        for name, wanted in self._names.get(words[place][:_SHORTEST], ()):
            here = words[place : place + len(wanted)]
            if len(here) == len(wanted) and all(map(_same, here, wanted)):
                return name, len(wanted)
        return "", 0


def _plain(word: str) -> str:
    return _ARABIC_ARTICLE.sub("", without_vowel_marks(word).casefold().replace("’", "'"))


def _with_ies(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else word


def _same(word: str, wanted: str) -> bool:
    """Tell whether two words are the same but for their ending."""
    if word in {wanted, _with_ies(wanted)}:
        return True
    pairs = enumerate(zip(word, wanted, strict=False))
    stem = next((place for place, (one, other) in pairs if one != other), min(len(word), len(wanted)))
    return stem >= _SHORTEST and len(word) - stem <= _ENDING and len(wanted) - stem < _ENDING
