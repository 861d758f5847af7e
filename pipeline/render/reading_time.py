"""How long an article takes to read, in the languages in which that was measured."""

from __future__ import annotations

import math
from functools import lru_cache

from pipeline.article.prose import prose
from pipeline.model import Document

_CHARACTERS_A_MINUTE = {
    "ar": 612,
    "de": 920,
    "en": 987,
    "es": 1025,
    "fi": 1078,
    "fr": 998,
    "he": 833,
    "it": 950,
    "ja": 357,
    "nl": 978,
    "pl": 916,
    "pt": 913,
    "ru": 986,
    "sl": 885,
    "sv": 917,
    "tr": 1054,
    "zh": 255,
}
"""Characters without spaces that adults read aloud in a minute: Trauzettel-Klosinski and Dietz, Standardized Assessment
of Reading Performance: The New International Reading Speed Texts IReST, IOVS 2012;53(9):5452-5461, table 2."""


@lru_cache(maxsize=1)
def reading_minutes(document: Document) -> int | None:
    """Return the minutes that `document` takes to read, rounded up.

    None in a language without a measured speed, and for a text of a minute or less, for which nobody plans.
    The last result is kept, because a page and its plain text need the same.
    """
    speed = _CHARACTERS_A_MINUTE.get(document.locale.tag.partition("-")[0])
    if speed is None:
        return None
    characters = sum(len("".join(block.text.split())) for block in prose(document))
    minutes = math.ceil(characters / speed)
    return minutes if minutes > 1 else None
