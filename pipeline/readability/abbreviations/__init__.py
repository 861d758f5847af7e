"""Abbreviations and other small facts about sentences, one module for each language, loaded when first asked for.

The tables are our own work, written from knowledge of the languages. A language without one has an empty table: then
only the rules of `boundaries` apply, which look at signs and letters.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module


def word_set(words: str) -> frozenset[str]:
    """Return the words of a table that is written with spaces between them."""
    return frozenset(words.split())


LANGUAGES = word_set(
    "ar bg bn cs da de el en es fa fi fr he hi hr hu id it ko nb nl pl pt ro ru sk sl sv sw tr uk ur vi"
)
"""The languages that have a table. Chinese, Japanese and Thai need none."""

_SAME = {"no": "nb", "nn": "nb", "in": "id", "iw": "he"}
"""Tags for the same language, or for its other written form with the same abbreviations."""


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """What a full stop may follow inside a sentence: lower case, without the last stop and without spaces (``z.b``)."""

    never_end: frozenset[str] = frozenset()
    """They stand before something, always: ``dr``, ``e.g``."""

    not_before_number: frozenset[str] = frozenset()
    """They belong to the number behind them: ``no``, ``fig``."""

    end_before_capital: frozenset[str] = frozenset()
    """They end a sentence if a capital follows, but not a name from `calendar`: ``etc``, ``p.m``."""

    end_before_starter: frozenset[str] = frozenset()
    """They often stand before a name, and end a sentence only before a word of `starters`: ``u.s``, ``inc``."""

    starters: frozenset[str] = frozenset()
    """Words that begin many sentences and no names: ``the``, ``she``."""

    calendar: frozenset[str] = frozenset()
    """Days and months, where they are written with a capital."""

    lettered: frozenset[str] = frozenset()
    """Nouns that take a letter, which then is no initial: ``vitamin`` C."""

    ordinals: bool = False
    """True where a number with a stop is an ordinal or part of a date: ``3. Mai``, ``2024. 5. 3.``."""

    before_ordinal: frozenset[str] = frozenset()
    """Words that announce an ordinal where nouns have capitals: German ``der`` 2. Dosis."""

    words: frozenset[str] = field(init=False)
    """All that a stop may follow inside a sentence."""

    def __post_init__(self) -> None:
        """Collect `words`."""
        every = self.never_end | self.not_before_number | self.end_before_capital | self.end_before_starter
        object.__setattr__(self, "words", every)

    def known(self, token: str) -> bool:
        """Tell whether `token` may or may not end a sentence, depending on what follows."""
        return token in self.not_before_number or token in self.end_before_capital or token in self.end_before_starter


EMPTY = Abbreviations()
"""For languages without a table."""


@lru_cache(maxsize=256)
def abbreviations_of(language: str) -> Abbreviations:
    """Return the table for a language tag or locale name (``de``, ``de-AT``, ``de_AT``); empty if it has none."""
    code = language.replace("_", "-").partition("-")[0].lower()
    code = _SAME.get(code, code)
    if code not in LANGUAGES:
        return EMPTY
    table: Abbreviations = import_module(f"{__name__}.{code}").ABBREVIATIONS
    return table
