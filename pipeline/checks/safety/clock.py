"""Times of the day: 8 pm, 20 Uhr, 午後8時. An amount that is one has its minutes since midnight for values."""

from __future__ import annotations

from pipeline.checks.safety.amount import Amount, meaning, next_words
from pipeline.checks.safety.lexicon import Found

DAY = 24 * 60
HALF_DAY = 12 * 60
_NO_HOUR = 25


def tell_time(amount: Amount, text: str, after: Found | None, by_start: dict[int, Found]) -> None:
    """Make `amount` a time of the day, if words beside it say so; `after` are the words that follow it."""
    hours = amount.value if amount.unit in {"hour", ""} and amount.digits else _NO_HOUR
    if not (amount.clock or 0 <= hours <= _NO_HOUR - 1):
        return
    half, start, end = _half_of_day(amount, text, after, by_start)
    if not half:
        return
    amount.values = _times(amount.value if amount.clock else minutes_of(hours), half)
    amount.start, amount.end = start, end
    amount.clock, amount.unit, amount.sure = True, "minute", True


def minutes_of(hours: float) -> float:
    """Return the minutes of a time written as a decimal: 8.30 is half past eight."""
    return int(hours) * 60 + round((hours - int(hours)) * 100)


def _half_of_day(amount: Amount, text: str, after: Found | None, by_start: dict[int, Found]) -> tuple[str, int, int]:
    """Return what the words beside a time say (``am``, ``pm``, ``plain`` or nothing), and the place of both."""
    half = meaning(after, "clock") if after else ""
    start, end = amount.start, after.end if after and half else amount.end
    if half == "plain":
        further = next_words(end, text, by_start)
        if further and (key := meaning(further, "clock")):
            return key, start, further.end
    if half in {"am", "pm"}:
        return half, start, end
    before = _before(start, text, by_start)
    return (meaning(before, "clock"), before.start, end) if before else (half, start, end)


def _before(start: int, text: str, by_start: dict[int, Found]) -> Found | None:
    for back in (2, 3, 1, 4):
        piece = by_start.get(start - back)
        if piece and meaning(piece, "clock") in {"am", "pm"} and not text[piece.end : start].strip(" :"):
            return piece
    return None


def _times(minutes: float, half: str) -> tuple[float, ...]:
    if half == "am":
        return (minutes % HALF_DAY,)
    if half == "pm":
        return (minutes % HALF_DAY + HALF_DAY if minutes <= HALF_DAY else minutes,)
    return (minutes, (minutes + HALF_DAY) % DAY) if minutes <= HALF_DAY else (minutes,)
