"""Whether a label fits into a picture, and where its lines break.

No font is known here, and readers have different ones. So widths are estimates on the large side, from the advance
widths of Noto Sans, DejaVu Sans and their companions for other scripts; the browser test measures every label.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from icu4py.breakers import LineBreaker
from icu4py.locale import Locale as IcuLocale
from wcwidth import wcwidth

from pipeline.model import Room

_NARROW = frozenset("ijlIfrt.,:;'’‘|!()[]-/·،. ")
_BROAD = frozenset("mwMW@%—…")
_EM_NARROW, _EM_SMALL, _EM_CAPITAL, _EM_BROAD, _EM_FULL = 0.38, 0.6, 0.72, 0.95, 1.0
_EM_JOINED = 0.58
"""A letter of a script that joins its letters, such as Arabic."""

_JOINED = ("ARABIC", "SYRIAC")
_STEP = 0.25
_BY_PHRASE = "u-lw-phrase"
"""Asks ICU for breaks between Japanese and Korean phrases, as headings have them (UTS #35, 3.6.6)."""


def width(text: str) -> float:
    """Return about how many ems `text` takes on one line."""
    return sum(map(_em, text))


@lru_cache(maxsize=4096)
def _em(char: str) -> float:
    columns = wcwidth(char)
    if columns != 1:
        return max(columns, 0) * _EM_FULL / 2
    if char in _NARROW:
        return _EM_NARROW
    if char in _BROAD:
        return _EM_BROAD
    if unicodedata.name(char, "").startswith(_JOINED):
        return _EM_JOINED
    return _EM_CAPITAL if char.isupper() else _EM_SMALL


def lines(text: str, room: Room | None, tag: str) -> list[str]:
    """Return `text` in as few lines as `room` allows, of about the same length, broken as the language `tag` does.

    Where it does not fit, the lines are longer than the room; no word is broken.
    """
    if room is None or room.lines == 1 or width(text) <= room.width:
        return [text]
    pieces = [str(piece) for piece in LineBreaker(text, IcuLocale(f"{tag}-{_BY_PHRASE}"))]
    needed = len(_fill(pieces, room.width))
    count = min(needed, room.lines)
    wide = width(text) / count
    while len(_fill(pieces, wide)) > count:
        wide += _STEP
    return _fill(pieces, min(wide, room.width) if needed == count else wide)


def fits(text: str, room: Room, tag: str) -> bool:
    """Tell whether `text`, in the language `tag`, fits into `room`."""
    broken = lines(text, room, tag)
    return len(broken) <= room.lines and all(width(line) <= room.width for line in broken)


def _fill(pieces: list[str], wide: float) -> list[str]:
    filled = [""]
    for piece in pieces:
        if filled[-1] and width((filled[-1] + piece).rstrip()) > wide:
            filled.append("")
        filled[-1] += piece
    return [line.strip() for line in filled]
