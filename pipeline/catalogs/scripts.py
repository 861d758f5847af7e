"""Which scripts set no spaces between words, and the tokens and sentences of a text."""

from __future__ import annotations

import re

SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Thai, Lao, Myanmar and Khmer; kana, ideographs: a range for a pattern. Each letter counts as a word."""

SPACELESS_END = re.compile(rf"[{SPACELESS}\u3000-\u303f\uff00-\uffef]$")
"""Finds out whether a text ends in such a script, after which no space is set either."""

_ADDRESS = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")
_TOKEN = re.compile(rf"[{SPACELESS}]|[^\W{SPACELESS}]+|[^\w\s]")
_WORD = re.compile(rf"[{SPACELESS}]|[^\W_{SPACELESS}]+")
_SENTENCE_END = re.compile(r"(?<=[.!?…؟۔।])[\"'”’»)\]*]*\s+|(?<=[。！？])(?=[^\s」』”’）])")


def tokens(text: str) -> list[str]:
    """Return the words and signs of `text`; addresses of links are left out."""
    return _TOKEN.findall(_ADDRESS.sub("]", text))


def bare(text: str) -> str:
    """Return the words of `text` alone, in small letters: the same for texts that differ in markup and signs only."""
    return " ".join(_WORD.findall(_ADDRESS.sub("]", text).casefold()))


def sentences(text: str) -> list[str]:
    """Return the sentences of `text`, as far as signs can tell; joined, they are the text without outer spaces.

    An abbreviation may end one too early: compare the count on both sides before you rely on it.
    """
    found, start = [], 0
    for end in _SENTENCE_END.finditer(text):
        found.append(text[start : end.end()])
        start = end.end()
    return [sentence for sentence in (*found, text[start:]) if sentence.strip()]
