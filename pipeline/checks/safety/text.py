"""One spelling for one thing: text made comparable before numbers and words are read from it.

What comes out is for comparing only. Digits of every script become 0-9, full-width signs become narrow, dashes become
one dash, vowel points and invisible signs go, letters that Arabic-script keyboards mix up become one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

_ZEROS = (
    "0660 06f0 07c0 0966 09e6 0a66 0ae6 0b66 0be6 0c66 0ce6 0d66 0de6 0e50 0ed0 0f20 1040 1090 17e0 1810 1946 19d0 "
    "1a80 1a90 1b50 1bb0 1c40 1c50 a620 a8d0 a900 a9d0 a9f0 aa50 abf0 ff10 104a0 10d30 11066 110f0 11136 111d0 112f0 "
    "11450 114d0 11650 116c0 11730 118e0 11950 11c50 11d50 11da0 16a60 16ac0 16b50 1d7ce 1d7d8 1d7e2 1d7ec 1d7f6 1e140 "
    "1e2f0 1e950 1fbf0"
)
"""The digit 0 of every script that Unicode knows; the nine others follow it."""

_SAME = {
    "∶": ":",
    "٫": ".",
    "٬": ",",
    "٪": "%",
    "﹪": "%",
    "’": "'",
    "ʼ": "'",
    "＇": "'",
    "‐": "-",
    "‑": "-",
    "﹣": "-",
    "−": "-",
    "‒": "–",
    "—": "–",
    "―": "–",
    "~": "–",
    "〜": "–",
    "～": "–",
    "∼": "–",
    "º": "°",
    "˚": "°",
    "℃": "°c",
    "℉": "°f",
    "㎎": "mg",
    "㎍": "μg",
    "㎏": "kg",
    "㏄": "ml",
    "㎖": "ml",
    "㎜": "mm",
    "㎝": "cm",
    "µ": "μ",
    "⁄": "/",
    "∕": "/",
    "\u202f": "\u00a0",
    "\u2009": "\u00a0",
    "\u2007": "\u00a0",
    "\u2008": "\u00a0",
    # One letter for the forms that differ by keyboard or habit in Arabic, Persian and Urdu.
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ک": "ك",
    "ہ": "ه",
    "ۀ": "ه",
    "ё": "е",
    "״": '"',
    "׳": "'",
}
_GONE = (
    *range(0x064B, 0x0653),  # Arabic vowel points
    0x0670,
    0x0640,  # a lengthening stroke
    *range(0x0591, 0x05BE),  # Hebrew vowel points, up to the hyphen
    *range(0x05BF, 0x05C0),
    *range(0x05C1, 0x05C3),
    0x05C7,
    0x00AD,
    0x200B,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    0x2060,
    *range(0x2066, 0x206A),
    0xFEFF,
)
_TABLE: Mapping[int, str | None] = {
    **{int(zero, 16) + digit: str(digit) for zero in _ZEROS.split() for digit in range(10)},
    **{code: chr(code - 0xFEE0) for code in (*range(0xFF01, 0xFF10), *range(0xFF1A, 0xFF5F))},
    **{ord(sign): same for sign, same in _SAME.items()},
    ord("，"): ", ",  # never inside a number
    **dict.fromkeys(_GONE),
}
_TURKIC = frozenset({"tr", "az"})


def normalise(text: str, language: str = "") -> str:
    """Return `text` of `language` in small letters, with one sign for each thing."""
    if language in _TURKIC:
        text = text.replace("I", "ı").replace("İ", "i")
    if text.isascii():
        return text.lower().replace("~", "–")
    return unicodedata.normalize("NFC", text).lower().translate(_TABLE)
