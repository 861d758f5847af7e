"""The comments above a message: what translators and the template say, references, flags."""

from __future__ import annotations

import re

from pipeline.catalogs.po_model import Message

_FLAG_SEPARATOR = re.compile(r"[ \t,]+")
_CONTROLS = str.maketrans({"\a": r"\a", "\b": r"\b", "\f": r"\f", "\r": r"\r", "\v": r"\v"})
_BLANKS = re.compile(r"[ \t]+")


def comment_lines(text: str) -> list[str]:
    """Return a translation as lines that may stand in a comment, where control characters are not allowed."""
    return text.translate(_CONTROLS).split("\n")


def add_comment(message: Message, text: str) -> None:
    """Add a comment to `message`; `text` is what follows the ``#``."""
    if text.startswith("."):
        message.extracted_comments.append(text[1:].removeprefix(" "))
    elif text.startswith(":"):
        message.occurrences += read_references(text[1:])
    elif text.startswith((",", "=", "!")):  # `#=` is gettext 0.26's form of `#,`, `#!` is Solaris's.
        message.flags += read_flags(text[1:])
    else:
        message.translator_comments.append(text.removeprefix(" "))


def read_flags(text: str) -> list[str]:
    """Return the flags of a line, known and unknown; a range is one flag."""
    flags: list[str] = []
    for word in _words(_FLAG_SEPARATOR, text):
        if flags and flags[-1] == "range:":
            flags[-1] += f" {word}"
        else:
            flags.append(word)
    return flags


def read_references(text: str) -> list[tuple[str, str]]:
    """Return pairs of a path and a line number (or an empty string); gettext allows blanks around the colon."""
    words = _words(_BLANKS, text)
    references = []
    start = 0
    while start < len(words):
        path, number, used = _first_reference(words[start : start + 3])
        references.append((path, number and (number.lstrip("0") or "0")))
        start += used
    return references


def _first_reference(words: list[str]) -> tuple[str, str, int]:
    """Return the path, the line number, and how many of `words` they take; ``a:1``, ``a: 1``, ``a :1``, ``a : 1``."""
    word, second, third = (*words, "", "")[:3]
    if second == ":" and _is_number(third):
        return word, third, 3
    if second.startswith(":") and _is_number(second[1:]):
        return word, second[1:], 2
    if word.endswith(":") and _is_number(second):
        return word[:-1], second, 2
    path, _, number = word.rpartition(":")
    return (path, number, 1) if path and _is_number(number) else (word, "", 1)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _words(separator: re.Pattern[str], text: str) -> list[str]:
    return [word for word in separator.split(text) if word]
