"""The letters of each script, and which letters of a text belong to another script than its language's."""

from __future__ import annotations

import re
from functools import cache

from pipeline.locale import Locale, scripts_of

# By Unicode's blocks; letters that no script owns (the micro sign, ordinal indicators) count nowhere.
LETTERS = {
    "Latn": (
        r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1d00-\u1d25\u1d2c-\u1d5c\u1d62-\u1d65\u1d6b-\u1d77\u1d79-\u1dbe"
        r"\u1e00-\u1eff\u2071\u207f\u2090-\u209c\u212a\u212b\u2132\u214e\u2160-\u2188\u2c60-\u2c7f\ua722-\ua7ff"
        r"\uab30-\uab64\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a"
    ),
    "Cyrl": r"\u0400-\u052f\u1c80-\u1c88\u1d2b\u2de0-\u2dff\ua640-\ua69f",
    "Grek": r"\u0370-\u0377\u037a-\u037d\u037f\u0386\u0388-\u03e1\u03f0-\u03ff\u1f00-\u1fff\u2126",
    "Arab": (
        r"\u0620-\u064a\u066e-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff"
        r"\ufe70-\ufefc"
    ),
    "Armn": r"\u0531-\u058f\ufb13-\ufb17",
    "Beng": r"\u0980-\u09ff",
    "Cher": r"\u13a0-\u13ff\uab70-\uabbf",
    "Deva": r"\u0900-\u097f\ua8e0-\ua8ff",
    "Ethi": r"\u1200-\u139f\u2d80-\u2ddf\uab01-\uab2e",
    "Geor": r"\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2d",
    "Gujr": r"\u0a80-\u0aff",
    "Guru": r"\u0a00-\u0a7f",
    "Hang": r"\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff",
    "Hani": r"\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af\u3100-\u312f",
    "Hebr": r"\u0590-\u05f4\ufb1d-\ufb4f",
    "Hira": r"\u3040-\u309f\u30fc\U0001b001",
    "Kana": r"\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f",
    "Khmr": r"\u1780-\u17ff",
    "Knda": r"\u0c80-\u0cff",
    "Laoo": r"\u0e80-\u0eff",
    "Mlym": r"\u0d00-\u0d7f",
    "Mong": r"\u1800-\u18aa",
    "Mymr": r"\u1000-\u109f\uaa60-\uaa7f\ua9e0-\ua9ff",
    "Nkoo": r"\u07c0-\u07ff",
    "Olck": r"\u1c50-\u1c7f",
    "Orya": r"\u0b00-\u0b7f",
    "Sinh": r"\u0d80-\u0dff",
    "Syrc": r"\u0700-\u074f",
    "Taml": r"\u0b80-\u0bff",
    "Telu": r"\u0c00-\u0c7f",
    "Tfng": r"\u2d30-\u2d7f",
    "Thaa": r"\u0780-\u07bf",
    "Thai": r"\u0e00-\u0e7f",
    "Tibt": r"\u0f00-\u0fff",
    "Yiii": r"\ua000-\ua4cf",
}
"""By ISO 15924 code, as ranges of a character class."""

_WIDE = re.compile(f"[{LETTERS['Hani']}]")
_SYLLABIC = re.compile(f"[{LETTERS['Hira']}{LETTERS['Kana']}{LETTERS['Hang']}]")


def own_letters(locale: Locale) -> str:
    """Return the letters of the scripts of `locale`, for a character class; empty if one of them has no data."""
    # Two scripts that were once made for English are in CLDR; nobody misses them.
    scripts = sorted(scripts_of(locale) - {"Dsrt", "Shaw"})
    return "".join(LETTERS[script] for script in scripts) if all(script in LETTERS for script in scripts) else ""


@cache
def foreign_letters(locale: Locale) -> re.Pattern[str] | None:
    """Return a pattern for each run of letters that `locale` is not written in; None without data."""
    own = own_letters(locale)
    if not own:
        return None
    # Listed one by one: the same class said in the negative is three times slower.
    scripts = scripts_of(locale)
    return re.compile(f"[{''.join(letters for script, letters in LETTERS.items() if script not in scripts)}]+")


def uses_latin(locale: Locale) -> bool:
    """Return whether `locale` is, or may be, written in Latin letters."""
    return "Latn" in scripts_of(locale)


def width(text: str) -> int:
    """Return the length of `text` as if it were written in an alphabet.

    In translations between them, a Chinese character stands for about three letters; a kana or a Korean syllable for
    two.
    """
    if text.isascii():
        return len(text)
    return len(text) + 2 * len(_WIDE.findall(text)) + len(_SYLLABIC.findall(text))
