"""Text whose signs hold no surprise: Latin, Greek and Cyrillic letters, digits, and the usual punctuation.

Most text is such, and short cuts that would be wrong for other text are right for it. They never change a result.
"""

from __future__ import annotations

import re

_LETTERS = "A-Za-zÀ-ÖØ-öø-ɏΆΈ-ΊΌΎ-ΡΣ-ώЀ-ҁҊ-ԯ"
"""For a regular expression; each is a letter by itself (`str.isalpha`), and a word goes on with it (UAX #29)."""

_ODD = re.compile(rf"[^{_LETTERS} -\^`-~…–—“”„«»¿¡’‘•\u00a0]")


def is_plain(text: str) -> bool:
    """Tell whether `text` has no other signs; line breaks and low lines are others."""
    return _ODD.search(text) is None
