"""Syllables of a word in a text, whatever it is made of; the rules for letters come from `syllable_rules`.

Flesch (1979, How to write plain English, chapter 2) counts abbreviations, figures and their combinations as one
syllable. So do we: `500`, `2.5`, `B12`, `e.g.` and `www.nhs.uk` are one each. Plain-language guides ask for figures
instead of number words, and a formula that read them aloud would punish writers who follow the guides.

Arabic, Hebrew, Persian and Urdu do not write most of their vowels: a count from letters is right for two words of
three (our measurement), so there is none. Chinese and Japanese are measured by signs, elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import import_module

from pipeline.readability.syllable_rules.engine import Rules, build_counter

_HYPHEN = re.compile("[-‐‑]")
_LONGEST = 100
"""Letters looked at; no word of any language is longer, so the rest is an address, a code or an attack."""

_CACHED = 1 << 16
"""Words remembered: a text repeats its words, and looking one up is fifty times as fast as counting it."""

_TABLES = {
    "bg": "cyrillic.BULGARIAN",
    "bn": "indic.BENGALI",
    "bs": "croatian.RULES",
    "ca": "catalan.RULES",
    "cs": "czech.RULES",
    "da": "danish.RULES",
    "de": "german.RULES",
    "el": "greek.RULES",
    "en": "english.RULES",
    "es": "spanish.RULES",
    "fi": "finnish.RULES",
    "fil": "filipino.RULES",
    "fr": "french.RULES",
    "hi": "indic.HINDI",
    "hr": "croatian.RULES",
    "hu": "hungarian.RULES",
    "id": "malay.RULES",
    "it": "italian.RULES",
    "ko": "korean.RULES",
    "mk": "cyrillic.MACEDONIAN",
    "ms": "malay.RULES",
    "nb": "norwegian.RULES",
    "ne": "indic.NEPALI",
    "nl": "dutch.RULES",
    "no": "norwegian.RULES",
    "pl": "polish.RULES",
    "pt": "portuguese.RULES",
    "ro": "romanian.RULES",
    "ru": "cyrillic.RUSSIAN",
    "sk": "slovak.RULES",
    "sl": "slovenian.RULES",
    "so": "somali.RULES",
    "sv": "swedish.RULES",
    "sw": "bantu.SWAHILI",
    "ta": "indic.TAMIL",
    "tl": "filipino.RULES",
    "tr": "turkish.RULES",
    "uk": "cyrillic.UKRAINIAN",
    "vi": "vietnamese.RULES",
    "zu": "bantu.ZULU",
}
"""Module and table of each language."""

LANGUAGES = tuple(_TABLES)
"""The languages whose syllables can be counted, as primary subtags of BCP 47."""


def count_syllables(word: str, language: str) -> int | None:
    """Return the syllables of one `word` as `words.split_words` gives it, at least 1.

    None where `language` (``en``, ``pt-BR``, ``pt_BR``) has no counter. Nothing is raised for any word.
    """
    counter = syllable_counter(language)
    return None if counter is None else syllables_of(word, counter)


@lru_cache(maxsize=256)
def syllable_counter(language: str) -> Callable[[str], int] | None:
    """Return what counts the syllables of a word of letters and apostrophes in `language`, or None.

    The table of a language is loaded when it is first asked for.
    """
    place = _TABLES.get(language.replace("_", "-").partition("-")[0].lower())
    return _counter(place) if place else None


@cache
def _counter(place: str) -> Callable[[str], int]:
    """Return the one counter of a table, so that the languages that share it share what is remembered."""
    module, _, name = place.partition(".")
    rules = getattr(import_module(f"pipeline.readability.syllable_rules.{module}"), name)
    if not isinstance(rules, Rules):
        raise TypeError(place)
    return build_counter(rules).count


@lru_cache(maxsize=_CACHED)
def syllables_of(word: str, count: Callable[[str], int]) -> int:
    """Return the syllables of one `word` as `words.split_words` gives it; `count` knows words of letters only."""
    word = word[:_LONGEST].replace("\u00ad", "")
    if "." in word or "@" in word or not any(map(str.isalpha, word)):
        return 1
    return sum(1 if any(map(str.isnumeric, part)) else count(part) for part in _HYPHEN.split(word) if part)
