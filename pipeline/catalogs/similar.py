"""Which of many texts are like a given one, without comparing it with all of them."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import Indel, LCSseq

from pipeline.catalogs.scripts import tokens

SHORT = 25
"""Shorter texts have so few words that their letters are compared."""

_RARE = 6
"""How many tokens of a text are looked up: its rarest say most."""

_COMMON = 100
"""A token that stands in more texts says nothing."""

_MOST = 24
"""How many texts are compared with a given one because they share tokens with it."""

_NEAR = 4
"""How many are, on either side, because they stood where it stands now."""


class Alphabet:
    """Writes each token as one letter: RapidFuzz is fastest with letters."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}

    def encode(self, text: str) -> str:
        """Return `text` with one letter for each token."""
        letters = self._letters
        return "".join(letters.setdefault(token, chr(len(letters) % sys.maxunicode)) for token in tokens(text))


class Text(NamedTuple):
    """A text to compare."""

    text: str
    code: str
    """One letter for each token."""

    place: int
    """Where it stands in its article, in messages."""


class Index:
    """Texts by their tokens and places."""

    def __init__(self, texts: Sequence[Text]) -> None:
        """Take the texts, in the order of their places."""
        self.texts = texts
        self._places = [text.place for text in texts]
        self._by_letter: defaultdict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            for letter in set(text.code):
                self._by_letter[letter].append(number)

    def near(self, code: str, place: int | None) -> list[int]:
        """Return the numbers of the texts that share rare tokens with `code`, or stand near `place`."""
        lists = [found for letter in set(code) if (found := self._by_letter.get(letter))]
        lists.sort(key=len)
        shared = Counter(number for found in lists[:_RARE] if len(found) <= _COMMON for number in found)
        numbers = dict.fromkeys(number for number, _ in shared.most_common(_MOST))
        if place is not None:
            middle = bisect_left(self._places, place)
            numbers |= dict.fromkeys(range(max(0, middle - _NEAR), min(len(self.texts), middle + _NEAR)))
        return list(numbers)

    def scores(self, text: str, code: str, place: int | None, least: float) -> list[tuple[int, float]]:
        """Return the numbers of the texts near `text` with their similarity, if that is at least `least`, 0 to 1."""
        numbers = self.near(code, place)
        if len(text) < SHORT:
            choices = {number: self.texts[number].text for number in numbers}
        else:
            choices = {number: self.texts[number].code for number in numbers}
        query = text if len(text) < SHORT else code
        found = process.extract(query, choices, scorer=Indel.normalized_similarity, limit=None, score_cutoff=least)
        return [(number, similarity) for _, similarity, number in found]


def similarity(one: str, other: str) -> float:
    """Return how alike two encoded texts are, 0 to 1."""
    return float(Indel.normalized_similarity(one, other))


def contained(part: str, whole: str) -> float:
    """Return how much of the encoded text `part` stands in `whole`, in its order, 0 to 1."""
    return LCSseq.similarity(part, whole) / len(part) if part else 0.0
