"""Expressions that are compiled when they are first needed: those with Chinese signs take milliseconds each."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial


def later(pattern: str) -> Callable[[], re.Pattern[str]]:
    """Return the function that returns `pattern` compiled."""
    return cache(partial(re.compile, pattern))
