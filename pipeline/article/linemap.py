"""Exact source lines of parsed text, without touching the parser.

Python-Markdown keeps no source positions. But the block structure of an article depends on its punctuation, digits
and white space, never on its letters. So parse a *shadow* of the article, in which every letter of line *n* is
replaced by one private letter that stands for *n*: the result is a tree of the same shape whose texts spell out where
they came from. The real parse stays untouched, so the trick cannot leak into any page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

# CJK Extension B: 42,720 code points that Python's `str.isalpha` and `\w` call letters.
_FIRST = 0x20000
_LAST = 0x2A6DF

# Letters that do carry structure: names of tags and attributes, the `markdown` attribute with its value, labels of
# footnotes, those of definitions, where the same label again replaces the one before, and entities.
_STRUCTURAL = re.compile(
    r"""
      <[/!?]?[A-Za-z][\w:.-]*
    | \bmarkdown\b(?:\s*=\s*["']?\w+)?
    | (?<![\w:-])[\w:-]++(?=\s*=\s*["'])
    | \[\^[^\]\n]*\]
    | ^[ ]{0,3}\*?\[[^\]\n]*\](?=:)
    | &\#?\w+;
    """,
    re.VERBOSE | re.MULTILINE,
)
_LETTER = re.compile(r"[^\W\d_]")


def shadow(source: str) -> str:
    """Return `source`, of the same length, with each letter replaced by the private letter of its line."""
    copy = "\n".join(
        _LETTER.sub(chr(min(_FIRST + number, _LAST)), line) for number, line in enumerate(source.split("\n"))
    )
    pieces: list[str] = []
    end = 0
    for match in _STRUCTURAL.finditer(source):
        pieces += (copy[end : match.start()], match[0])
        end = match.end()
    return "".join((*pieces, copy[end:]))


def first_line(text: str) -> int | None:
    """Return the line, counted from 1, that the first private letter of `text` stands for; None if it has none."""
    return next((ord(char) - _FIRST + 1 for char in text if _FIRST <= ord(char) <= _LAST), None)


def inherited(element: Element, known: dict[Element, int], line: int) -> Iterator[tuple[Element, int]]:
    """Give every element a line: its own, or that of the block around it."""
    line = known.get(element, line)
    yield element, line
    for child in element:
        yield from inherited(child, known, line)
