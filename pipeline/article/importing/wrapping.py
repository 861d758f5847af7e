"""Lines of plain text that a program wrapped, told from lines that a person ended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from wcwidth import wcswidth

_WIDEST = 100
_NARROWEST = 50
"""Columns to which programs wrap text."""

_RAGGED = (15, 4)
_FULL_SHARE, _VERY_FULL_SHARE = 0.3, 0.12
"""In wrapped text at least these shares of the lines that go on end within so many columns of the margin."""

# Ideographs, kana and their punctuation, Thai, Lao, Khmer, Myanmar: written without spaces, so joined without one.
_SPACELESS = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff65]"
_ENDS_SPACELESS = re.compile(f"{_SPACELESS}$")
_IS_SPACELESS = re.compile(_SPACELESS)
_KINSOKU = 6
"""Columns that a line in such a script may be short of, because some signs may not begin the next."""


def margin(groups: Sequence[Sequence[str]]) -> int:
    """Return the column at which the lines of `groups` (without blank lines between) were wrapped; 0 if at none."""
    pairs = (pair for lines in groups for pair in pairwise(lines))
    going_on = [width(line) for line, after in pairs if _indent(line) == _indent(after) and after.strip()[0].isalnum()]
    # A line of a table may go beyond the margin, so the margin is the widest that many lines come near to.
    for columns in sorted({each for each in going_on if _NARROWEST <= each <= _WIDEST}, reverse=True):
        near, very_near = (sum(columns - ragged < each <= columns for each in going_on) for ragged in _RAGGED)
        if near >= _FULL_SHARE * len(going_on) and very_near >= _VERY_FULL_SHARE * len(going_on):
            return columns
    return 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def ended(line: str, after: str, at: int) -> bool:
    """Tell whether a person ended `line`: what comes `after` would have had room before the margin `at`."""
    if not at or width(line) > at:
        return True
    first = after.split(maxsplit=1)[0]
    breakable = _IS_SPACELESS.search(first)  # a line may break before any such letter
    if breakable:
        return width(line) + width(first[: breakable.start()]) + _KINSOKU < at
    return width(line) + 1 + width(first) <= at


def join(before: str, after: str) -> str:
    """Join two lines of one paragraph."""
    spaceless = _ENDS_SPACELESS.search(before) and _IS_SPACELESS.match(after)
    return before + after if spaceless else f"{before} {after}"


def width(text: str) -> int:
    """Return the columns that `text` takes."""
    return max(0, wcswidth(text))
