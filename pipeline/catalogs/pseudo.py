"""Pseudo-translations: English that looks foreign, to see on the page what breaks before anybody has translated.

``en_XA`` has accents on every letter and is 40 % longer, between brackets that show where a text was cut off or put
together from pieces. ``ar_XB`` runs from right to left. What stays plain on such a page cannot be translated.
The names, and how each of them writes, are those of the pseudo-locales of Android and of CLDR.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
from itertools import cycle

from pipeline.locale import ACCENTED, Locale
from pipeline.model import Lookup, Segment

LONGER = 1.4
"""How much longer an accented text is: short English texts grow by that much, and more, in other languages."""

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTS = str.maketrans(_PLAIN, "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ")
_VOWEL = re.compile(r"[aeiou]")
_FILLING = tuple(word.translate(_ACCENTS) for word in ("one", "two", "three", "four", "five"))
_OPEN, _CLOSE = "⟦", "⟧"
_FROM_RIGHT, _POP = "\u202e", "\u202c"
"""RIGHT-TO-LEFT OVERRIDE and the sign that ends it (Unicode Standard Annex 9)."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

# Markdown that a translator keeps. The words of an image or a link are outside: they are translated.
_KEPT = re.compile(
    r"""(?P<ticks>`+)(?:.+?)(?P=ticks)(?!`)         # code
    |\\.                                            # a character that is escaped
    |&\#?\w+;                                       # an entity
    |\[\^[^\]]+\]                                   # a footnote
    |\]\[[^\]]*\]                                   # the name of an address
    |\]\(\s*(?:<[^>]*>|(?:[^()\s]|\([^()\s]*\))*)   # an address; a title may follow
    |\{:?[^}]*\}                                    # attributes, and what the page fills in
    |<[^<>]+>                                       # a tag, or an address between angle brackets
    |https?://[^\s<>)\]]+|[\w.+-]+@[\w-]+\.[\w.]+   # addresses as they are
    """,
    re.VERBOSE | re.DOTALL,
)
_PLACEHOLDER = re.compile(r"\{\w+\}")
_SPOKEN = re.compile(r"""(\b(?:alt|title|aria-label)\s*=\s*)("[^"]*"|'[^']*')""")
_SHORTCUT = re.compile(r"(?<!!)\[([^\[\]]+)\](?:\[\])?(?![\[(:])")


def pseudo(segment: Segment, locale: Locale, references: Collection[str] = ()) -> str:
    """Return the pseudo-translation of a message; markup, placeholders, addresses and numbers stay as they are.

    `references` are the labels of the article's addresses (``[label]: address``), in small letters: where a link's
    words are its label too, the label is written behind them.
    """
    make = _accented if locale == ACCENTED else _mirrored
    if segment.kind == "abbr":
        short, mark, long = segment.text.partition(":")
        # The parser looks for whole words, and the signs of direction around them are none.
        short = make(short) if locale == ACCENTED else short
        return _longer(f"{short}{mark}{make(long)}", len(long), locale, len(segment.text))
    kept = _PLACEHOLDER if segment.kind == "frame" else _KEPT
    text = _SHORTCUT.sub(lambda found: _labelled(found, references), segment.text)
    pieces = list(_pieces(text, kept))
    made = "".join(make(piece) if free else _tag(piece, locale) for piece, free in pieces)
    made = _longer(made, sum(len(piece) for piece, free in pieces if free), locale, len(text))
    return f"{_OPEN}{made}{_CLOSE}" if locale == ACCENTED else made


def pseudo_lookup(locale: Locale, references: Collection[str] = ()) -> Lookup:
    """Return the function that gives every message its pseudo-translation, in the place of a catalog."""
    return lambda segment: pseudo(segment, locale, references)


def _pieces(text: str, kept: re.Pattern[str]) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a text, and whether each is for translators."""
    end = 0
    for found in kept.finditer(text):
        yield text[end : found.start()], True
        yield found[0], False
        end = found.end()
    yield text[end:], True


def _accented(text: str) -> str:
    """Double the vowels, and put accents on all letters; the same word always becomes the same."""
    return _VOWEL.sub(lambda found: found[0] * 2, text).translate(_ACCENTS)


def _mirrored(text: str) -> str:
    return _WORD.sub(lambda found: f"{_FROM_RIGHT}{found[0]}{_POP}", text)


def _longer(made: str, words: int, locale: Locale, before: int) -> str:
    """Add words until an accented text has grown enough; before, it had `before` letters, `words` of them in words."""
    if locale != ACCENTED:
        return made
    filling, wanted = cycle(_FILLING), before + math.ceil(words * (LONGER - 1))
    while len(made) < wanted:
        made += f" {next(filling)}"
    return made


def _tag(kept: str, locale: Locale) -> str:
    """Return what stays as it is; of a tag, the words that a screen reader says do not."""
    if not kept.startswith("<"):
        return kept
    make = _accented if locale == ACCENTED else _mirrored
    return _SPOKEN.sub(lambda found: f"{found[1]}{found[2][0]}{make(found[2][1:-1])}{found[2][0]}", kept)


def _labelled(found: re.Match[str], references: Collection[str]) -> str:
    """Return ``[words][label]`` for a link whose words are its label."""
    label = " ".join(found[1].split())
    return f"[{found[1]}][{label}]" if label.lower() in references else found[0]
