"""What an amount is: a number, what it counts, and how sure it is that it counts anything."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.checks.safety.lexicon import Found
from pipeline.checks.safety.units import DOSE

_GAP = re.compile(r"[ \u00a0.-]{0,2}")
_SMALL = 13
"""From here on, numbers are hardly ever spelled out."""


@dataclass(slots=True, eq=False)
class Amount:
    """One number and what it counts."""

    start: int
    end: int
    """Where it ends, with its unit."""

    values: tuple[float, ...]
    """What it may mean, the likeliest first; times of the day in minutes, those that it may be."""

    unit: str = ""
    per: str = ""
    """What the unit is divided by: ``kg`` in ``mg/kg``."""

    sure: bool = True
    """False for words that are often no count at all: *a*, *one*, *second*."""

    digits: bool = True
    clock: bool = False
    code: bool = False
    ranged: bool = False
    """True for both ends of a range."""

    ratio: bool = False
    """True for *one* in *one in ten*, which is a number and not a word for any; and for what only repeats another."""

    phone: bool = False
    parts: tuple[float, ...] = ()

    @property
    def value(self) -> float:
        """The likeliest meaning."""
        return self.values[0]

    @property
    def grave(self) -> bool:
        """True if a slip here can harm: a dose, a decimal, a range, a time, or a number that nobody spells out."""
        return (
            not self.code
            and self.unit != "monthname"
            and (
                bool(self.unit)
                or self.ranged
                or self.ratio
                or self.clock
                or self.value >= _SMALL
                or self.value != int(self.value)
            )
        )

    @property
    def dosed(self) -> bool:
        """True if its unit is one without which it means nothing."""
        return self.unit in DOSE


def meaning(piece: Found, family: str) -> str:
    """Return what `piece` means in `family`; nothing if it is not in it."""
    for name, key in piece.meanings:  # a hot loop: a generator takes twice as long
        if name == family:
            return key
    return ""


def next_words(end: int, text: str, by_start: dict[int, Found]) -> Found | None:
    """Return the known words that follow right after `end`."""
    gap = _GAP.match(text, end)
    return by_start.get(gap.end()) if gap else None
