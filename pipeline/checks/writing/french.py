"""The spaces of French: before two-part punctuation and inside quotation marks, where a line may not break."""

from __future__ import annotations

import re

_NARROW = "\u202f"
_WIDE = "\u00a0"

# What is not text; a sign may follow it as it follows a word.
_MARKUP = r"(?P<ticks>`+)(?s:.+?)(?P=ticks)|\]\([^)]*\)|\]\[[^\]]*\]|<[^>\s][^>]*>|\{[^}]*\}"
# What has signs of its own: entities, escapes, addresses, times, names of pictures.
_OTHER = r"&\#?\w+;|\\.|(?<![^\s\](])[^\s\](]*(?:://|www\.|@)[^\s)]*|\d+:\d+|::+|(?<![\w:]):\w+:(?!\w)"
_PROTECTED = re.compile(f"{_MARKUP}|(?P<other>{_OTHER})")
_FIRST_MARKUP, _FIRST_OTHER = 0xF0000, 0x100000
_HIDDEN = re.compile("[\U000f0000-\U0010fffd]")

# Only where white space, the end or a closing sign follows: `?`, not `?id=5`.
_MARKS = r"( ?)(?=([;:!?])[;:!?]*(?:[\s*»”’\")\]}]|\Z))"
_BEFORE_MARKS = re.compile(rf"(?<=[\w)\]»”’'*…%°\U000f0000-\U000ffffd]){_MARKS}")
_AFTER_OPENING = re.compile(r"(?<=«) ?(?=[^\s\u00a0\u202f])")
_BEFORE_CLOSING = re.compile(r"(?<=[^\s\u00a0\u202f]) ?(?=»)")
_SIGNS = re.compile("[;:!?«»]")
_ANY = re.compile(rf"(?<=[^\s\u00a0\u202f;:!?]){_MARKS}|{_AFTER_OPENING.pattern}|{_BEFORE_CLOSING.pattern}")


def respaced(text: str) -> str:
    """Return `text` (inline Markdown) with no-break spaces where French has them."""
    if not _SIGNS.search(text) or not _ANY.search(text):
        return text
    hidden: list[str] = []

    def hide(match: re.Match[str]) -> str:
        hidden.append(match[0])
        return chr((_FIRST_OTHER if match["other"] else _FIRST_MARKUP) + len(hidden) - 1)

    masked = _PROTECTED.sub(hide, text)
    masked = _BEFORE_MARKS.sub(lambda match: _WIDE if match[2] == ":" else _NARROW, masked)
    masked = _BEFORE_CLOSING.sub(_WIDE, _AFTER_OPENING.sub(_WIDE, masked))
    return _HIDDEN.sub(lambda match: hidden[ord(match[0]) & 0xFFFF], masked)
