"""Words: what is counted as one, in any language that puts spaces between them.

The conventions are those of Flesch (1979, How to write plain English, chapter 2): contractions, hyphenated words,
abbreviations and figures are one word each. So `don't`, `over-the-counter`, `e.g.`, `2.5`, `1,000` and `COVID-19` are
one word. A slash or a dash parts words (`and/or` are two), and a sign that stands alone (`&`, `+`) is none.
"""

from __future__ import annotations

import re
import unicodedata

_MARKS = "".join(sign for sign in map(chr, range(0x300, 0xAC00)) if unicodedata.category(sign)[0] == "M")
"""Accents and vowel signs written after a letter; Python's ``\\w`` leaves them out and would cut words there."""

_INVISIBLE = "\u00ad\u200c\u200d"
"""Soft hyphen and the (non-)joiners, which stand inside words."""

_RUN = rf"\w[\w{_MARKS}{_INVISIBLE}]*"
# Forty parts are enough for any word; without a limit the memory for one endless `a.a.a.a` would grow with it.
_WORD = re.compile(rf"{_RUN}(?:(?:['’ʼ.@\-‐‑]|(?<=\d)[,:٫٬](?=\d)){_RUN}){{0,40}}")


def split_words(text: str) -> list[str]:
    """Return the words of `text` in order, without the punctuation around them."""
    return _WORD.findall(text.replace("_", " "))


def count_letters(words: list[str]) -> int:
    """Return the number of letters in `words`; digits, signs and combining marks are none."""
    return sum(map(str.isalpha, "".join(words)))
