"""The words for how hard a text is, and the targets that health publishers set themselves."""

from __future__ import annotations

from collections.abc import Sequence

LEVELS = ("plain", "fairly plain", "hard", "very hard")
"""From easy to hard."""

GRADE_CUTS = (6.0, 8.0, 12.0)
"""The school grades where plain, fairly plain and hard text end.

6: American Medical Association. 8: Centers for Disease Control. 12: the end of school. NHS: reading age 9 to 11 (the
grades 4 to 6), or 11 to 14 (6 to 9) where the subject is hard.
"""

TARGET_GRADE = 6.0
"""What a text for the public should reach where no project says otherwise."""


def band(value: float, cuts: Sequence[float]) -> str:
    """Return which of `LEVELS` a `value` lies in; `cuts` are three ends, descending where higher is easier."""
    rising = cuts[0] < cuts[-1]
    for level, cut in zip(LEVELS, cuts, strict=False):
        if value <= cut if rising else value >= cut:
            return level
    return LEVELS[-1]


def levels_between(low: float, high: float, cuts: Sequence[float]) -> tuple[str, ...]:
    """Return the levels that a range touches, the easiest first."""
    first, last = sorted((LEVELS.index(band(low, cuts)), LEVELS.index(band(high, cuts))))
    return LEVELS[first : last + 1]
