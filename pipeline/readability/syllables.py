"""Syllables of a word in a text, whatever it is made of; the rules for letters come from the language.

Flesch (1979, How to write plain English, chapter 2) counts abbreviations, figures and their combinations as one
syllable. So do we: `500`, `2.5`, `B12`, `e.g.` and `www.nhs.uk` are one each. Plain-language guides ask for figures
instead of number words, and a formula that read them aloud would punish writers who follow the guides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_HYPHEN = re.compile("[-‐‑]")
_LONGEST = 100
"""Letters looked at; no word of any language is longer, so the rest is an address, a code or an attack."""


@lru_cache(maxsize=1 << 16)
def syllables_of(word: str, count: Callable[[str], int]) -> int:
    """Return the syllables of one `word` as `words.split_words` gives it; `count` knows words of letters only."""
    word = word[:_LONGEST].replace("\u00ad", "")
    if "." in word or "@" in word or not any(map(str.isalpha, word)):
        return 1
    return sum(1 if any(map(str.isnumeric, part)) else count(part) for part in _HYPHEN.split(word) if part)
