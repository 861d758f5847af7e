"""Where the terms of a glossary stand in a text: whole words in any form, the longest term first.

Scripts without spaces have no ends of words to see. There a term counts where it stands as the glossary writes it and
ICU's dictionary sees an end of a word at both of its ends, so that 神経 is not found in 神経質.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from icu4py.breakers import WordBreaker
from icu4py.locale import Locale

from pipeline.article.glossary import Entry, Glossary
from pipeline.render.terms.inflection import WITH_CLITICS, bare_start, core, cores, fold, is_form

_SPACELESS = frozenset({"ja", "km", "lo", "my", "th", "yue", "zh"})

# Letters and the marks that belong to them, which Python does not count among the letters.
_LETTERS = (
    r"(?:[^\W_]++|[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u0900-\u0963\u0966-\u0dff\u200c\u200d]++)++"
)
_WORD = re.compile(rf"{_LETTERS}(?:['’‐‑-]{_LETTERS})*")
"""A compound with hyphens is one word: a nerve is not in nerve-racking."""

_GAP = re.compile(r"\s+")
_START = 3
"""Letters of a word that are the same in all its forms."""

_SHORT = 5
_CAPITALS = 2
_CACHED = 2048


@dataclass(frozen=True, slots=True)
class Found:
    """A term in a text."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    """Folded, without article; for an abbreviation as it is written."""

    exact: bool
    entry: Entry


@lru_cache(maxsize=64)
def finder(glossary: Glossary) -> Finder:
    """Return what finds the terms of `glossary`."""
    language = glossary.language.partition("-")[0].lower()
    return _WithoutSpaces(glossary, language) if language in _SPACELESS else _WithSpaces(glossary, language)


class Finder:
    """Finds the terms of one glossary."""

    def find(self, text: str) -> Iterator[Found]:
        """Yield the terms in `text` in order; none is inside another."""
        raise NotImplementedError


class _WithSpaces(Finder):
    def __init__(self, glossary: Glossary, language: str) -> None:
        self._language = language
        self._names: defaultdict[str, list[_Name]] = defaultdict(list)
        for entry in glossary.entries:
            for text in entry.names:
                if name := _name(text, entry, language):
                    self._names[fold(name.words[0])[:_START]].append(name)
        for names in self._names.values():
            names.sort(key=lambda name: -len(name.words))
        self._hides_starts = language in WITH_CLITICS
        self._candidates = lru_cache(maxsize=_CACHED)(self._look_up)

    def find(self, text: str) -> Iterator[Found]:
        """Yield the terms in `text` in order; none is inside another."""
        words = list(_WORD.finditer(text))
        after = 0
        for place, word in enumerate(words):
            candidates = self._candidates(word[0])
            if candidates and place >= after:
                found = self._at(text, words, place, candidates)
                if found:
                    yield found[0]
                    after = place + found[1]

    def _look_up(self, word: str) -> tuple[_Name, ...]:
        """Return the names that may begin with a word; most words of a text are few, and begin none."""
        if not (self._hides_starts or word[:_START].lower() in self._names):
            return ()
        begins = cores(fold(word[bare_start(word, self._language) :]), self._language)
        return tuple(name for begin in begins for name in self._names.get(begin[:_START], ()))

    def _at(
        self, text: str, words: list[re.Match[str]], place: int, names: Iterable[_Name]
    ) -> tuple[Found, int] | None:
        """Return the longest term among `names` that begins with a word, and how many words it has."""
        first = words[place]
        skipped = bare_start(first[0], self._language)
        start = first[0][skipped:]
        for name in names:
            here = words[place : place + len(name.words)]
            if len(here) == len(name.words) and _adjacent(text, here) and self._is(name, start, here):
                return Found(first.start() + skipped, here[-1].end(), name.entry), len(here)
        return None

    def _is(self, name: _Name, start: str, here: list[re.Match[str]]) -> bool:
        written = (start, *(word[0] for word in here[1:]))
        if name.exact:
            return written == name.words
        return all(
            is_form(fold(word), wanted, self._language) for word, wanted in zip(written, name.words, strict=True)
        )


def _adjacent(text: str, words: list[re.Match[str]]) -> bool:
    return all(_GAP.fullmatch(text, before.end(), after.start()) for before, after in pairwise(words))


def _name(text: str, entry: Entry, language: str) -> _Name | None:
    words = tuple(_WORD.findall(text))
    exact = len(words) == 1 and len(text) <= _SHORT and sum(map(str.isupper, text)) >= _CAPITALS
    if not words or not any(map(str.isalpha, text)):
        return None
    return _Name(words if exact else tuple(core(fold(word), language) for word in words), exact, entry)


class _WithoutSpaces(Finder):
    def __init__(self, glossary: Glossary, language: str) -> None:
        self._locale = Locale(language)
        self._entries = {name: entry for entry in reversed(glossary.entries) for name in entry.names}
        names = sorted(self._entries, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(_bounded, names)) or r"(?!)")

    def find(self, text: str) -> Iterator[Found]:
        """Yield the terms in `text` in order; none is inside another."""
        found = list(self._pattern.finditer(text))
        if found:
            # A breaker counts in characters of Python; its pieces are those between two ends of words.
            ends = {0, *accumulate(len(piece) for piece in WordBreaker(text, self._locale))}
            yield from (
                Found(each.start(), each.end(), self._entries[each[0]])
                for each in found
                if each.start() in ends and each.end() in ends
            )


def _bounded(name: str) -> str:
    """Return the pattern of a name; beside a Latin letter or a digit at its end, no other may stand."""
    before = "(?<![A-Za-z0-9])" if name[0].isascii() else ""
    after = "(?![A-Za-z0-9])" if name[-1].isascii() else ""
    return before + re.escape(name) + after
