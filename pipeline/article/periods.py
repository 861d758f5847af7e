"""How long a review holds: ``18 months``, ``3 years``."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Any

_PERIOD = re.compile(r"([1-9][0-9]?)\s+(month|year)s?")
_YEAR = 12


def read_months(value: Any) -> int | None:
    """Return the months of a period, 0 if none is given, None if `value` is no period."""
    if value is None:
        return 0
    found = _PERIOD.fullmatch(value.strip()) if isinstance(value, str) else None
    return int(found[1]) * (_YEAR if found[2] == "year" else 1) if found else None


def months_later(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later; the last of its month where that is shorter."""
    years, month = divmod(day.month - 1 + months, _YEAR)
    year = min(day.year + years, dt.MAXYEAR)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
