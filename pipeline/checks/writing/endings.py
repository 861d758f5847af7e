"""How sentences end in each language, as classes that can be compared between languages."""

from __future__ import annotations

import re
from enum import Enum

QUESTION_MARKS = "?؟？՞፧⁇⁈⁉꘏"
UNMARKED_QUESTIONS = frozenset({"bo", "dz", "ja", "km", "ko", "lo", "my", "th", "zh"})
"""Languages in which a particle or the word order may be enough for a question."""

NO_FULL_STOP = frozenset({"bo", "dz", "hy", "jbo", "km", "lo", "my", "th"})
"""Languages that set a space or nothing, or what looks like a colon, where others set a full stop."""

LOOSE_FULL_STOP = frozenset({"ja", "ko", "zh"})
"""Languages in which items, cells and captions go without a full stop as they please."""

_STATEMENTS = ".!。！．｡।॥۔։።᱾᰻꓿…⋯፡"
_CLOSERS = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\"”’»«“„‟›‹'\)\]\}）」』］】〉》]+\Z")
_BRACKETS = ")]}）］】"
_GREEK_QUESTION = ";\u037e"


class Ending(Enum):
    """What a text ends with."""

    NOTHING = "no punctuation mark"
    STATEMENT = "a full stop"
    QUESTION = "a question mark"
    COLON = "a colon"


_ENDINGS = {
    **dict.fromkeys(_STATEMENTS, Ending.STATEMENT),
    **dict.fromkeys(":：៖՝", Ending.COLON),
    **dict.fromkeys(QUESTION_MARKS, Ending.QUESTION),
}


def ending(text: str, language: str) -> Ending:
    """Return what `text` ends with, not counting brackets and quotation marks that close."""
    last = text[-1:]
    if last not in _ENDINGS and not last.isalnum():
        last = _CLOSERS.sub("", text)[-1:]
    if language == "el" and last and last in _GREEK_QUESTION:
        return Ending.QUESTION
    return _ENDINGS.get(last, Ending.NOTHING)


def is_question(text: str, language: str) -> bool:
    """Return whether `text` itself is a question, not just an aside in brackets at its end."""
    return ending(text, language) is Ending.QUESTION and text.rstrip()[-1:] not in _BRACKETS


def asks(text: str, language: str) -> bool:
    """Return whether there is a question mark anywhere in `text`; Armenian sets it inside the sentence."""
    marks = QUESTION_MARKS + _GREEK_QUESTION if language == "el" else QUESTION_MARKS
    return any(mark in text for mark in marks)
