"""The engine behind the syllable tables: a table says what is written and not spoken, the engine counts.

A word is brought to one form (composed, lower case), taken apart at contractions, looked up among the exceptions,
rewritten step by step, and what matches `nuclei` then is counted: one match, one syllable.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

_ANY_VOWEL = re.compile("[aeiouyæøœıαεηιουωаеёиоуыэюяієў]+")
"""What counts in a word of another script or language: a brand name in a Hindi text."""


Step = tuple[str, str] | tuple[str, str, str]
"""A pattern, what is put in its place, and perhaps letters without which it never matches: a quick question."""


_Compiled = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str], str]


@dataclass(frozen=True, slots=True)
class Rules:
    """How one language writes its syllables. Patterns are regular expressions for lower-case, composed letters."""

    nuclei: str
    """The heart of a syllable: a vowel, a diphthong, a syllabic consonant."""

    rewrites: tuple[Step, ...] = ()
    """Pattern and replacement, in this order: silent letters go, ``-`` parts vowels that would seem to be one."""

    apart: tuple[Step, ...] = ()
    """Like `rewrites`, before all else; a space in the replacement makes parts that are counted each for itself."""

    exceptions: Mapping[int, str] = field(default_factory=dict)
    """Words that the rules miscount, with spaces between them, by their number of syllables."""

    endings: str = ""
    """What may follow an exception and leave its correction as it is: ``s|ly``. Empty: none may."""

    letters: Mapping[str, str] = field(default_factory=dict)
    """Single letters and what stands for them, before everything but `apart`."""

    plain: bool = False
    """True where a mark on a letter changes no count; it is then taken off."""


@dataclass(frozen=True, slots=True, eq=False)
class Counter:
    """A table ready to count with; see `Rules` for the fields."""

    nuclei: re.Pattern[str]
    rewrites: tuple[_Compiled, ...]
    apart: tuple[_Compiled, ...]
    exceptions: Mapping[str, int]
    endings: re.Pattern[str] | None
    letters: Mapping[int, str]
    plain: bool

    def count(self, word: str) -> int:
        """Return the syllables of a word of letters; at least 1."""
        word = word.lower()
        if not word.isascii():
            word = unicodedata.normalize("NFC", word).replace("’", "'")
        word = _rewritten(word, self.apart)
        parts = sum(map(self._part, word.split())) if " " in word else self._part(word)
        return parts or len(_ANY_VOWEL.findall(_without_marks(word))) or 1

    def _part(self, word: str) -> int:
        word = word.translate(self.letters)
        if self.plain and not word.isascii():
            word = _without_marks(word)
        return self.exceptions.get(word) or self.by_rule(word) + self._correction(word)

    def _correction(self, word: str) -> int:
        """Return by how much the rules are wrong about the exception before an ending of `word`; 0 without one."""
        ending = self.endings.search(word) if self.endings else None
        stem = word[: ending.start()] if ending else ""
        count = self.exceptions.get(stem)
        return count - self.by_rule(stem) if count else 0

    def by_rule(self, word: str) -> int:
        """Return what the spelling says, without the exceptions; 0 where no vowel is left."""
        return len(self.nuclei.findall(_rewritten(word, self.rewrites)))


def build_counter(rules: Rules) -> Counter:
    """Return the table with its patterns compiled."""
    return Counter(
        re.compile(rules.nuclei),
        _compiled(rules.rewrites),
        _compiled(rules.apart),
        {word: count for count, words in rules.exceptions.items() for word in words.split()},
        re.compile(f"(?:{rules.endings})$") if rules.endings else None,
        str.maketrans(dict(rules.letters)),
        rules.plain,
    )


def _compiled(steps: tuple[Step, ...]) -> tuple[_Compiled, ...]:
    return tuple(
        (re.compile(pattern), _filled(replacement), "".join(needed)) for pattern, replacement, *needed in steps
    )


def _filled(replacement: str) -> str | Callable[[re.Match[str]], str]:
    """Return what `re` needs; a template is given as a function, as `re` would read it anew for every word."""
    return (lambda match: match.expand(replacement)) if "\\" in replacement else replacement


def _rewritten(word: str, steps: tuple[_Compiled, ...]) -> str:
    for pattern, replacement, needed in steps:
        if needed in word:
            word = pattern.sub(replacement, word)
    return word


def _without_marks(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if unicodedata.category(sign) != "Mn")
