"""Whether a text can be measured as the language that it is said to be in: its letters, and the spaces between words.

A wrong language tag, or a text whose spaces were lost on the way, would get a number like any other. So it gets none.
"""

from __future__ import annotations

from pipeline.readability.formulas import Counts
from pipeline.readability.patterns import later
from pipeline.readability.profiles import Profile

_HAN = "\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"
SCRIPTS = {
    name: later(f"[{signs}]+")
    for name, signs in {
        "Latin": "A-Za-zªºÀ-ÖØ-öø-ʸ\u1e00-\u1eff\u2c60-\u2c7f\ua722-\ua7ff\ufb00-\ufb06Ａ-Ｚａ-ｚ",
        "Cyrillic": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
        "Greek": "\u0370-\u03ff\u1f00-\u1fff",
        "Arabic": "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufeff",
        "Hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
        "Devanagari": "\u0900-\u097f\ua8e0-\ua8ff",
        "Bengali": "\u0980-\u09ff",
        "Tamil": "\u0b80-\u0bff",
        "Thai": "\u0e00-\u0e7f",
        "Hangul": "\uac00-\ud7af\u1100-\u11ff\u3130-\u318f",
        "Han": _HAN,
        "Japanese": _HAN + _KANA,
    }.items()
}
"""The letters and marks of each script, by Unicode's blocks."""

_KANA_ONLY = later(f"[{_KANA}]+")
_VOWEL_MARKS = later(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]"
)
"""Arabic and Hebrew vowel marks, cantillation, and the Arabic sign that stretches a word."""

SAMPLE = 20_000
"""Signs looked at; more would tell no more."""

FEWEST = 0.2
"""Share of letters in the language's own script; with fewer, names and terms in other letters cannot be the reason."""

_ENOUGH = 150
"""Letters below which nothing is said about spaces, nor about missing kana."""

_FEW_WORDS = 30

_SENTENCE = 30
"""Letters below which a block may be a name or term in other letters."""


def wrong_script(text: str, profile: Profile) -> str:
    """Return why `text` (any part of it) does not look like the language of `profile`; empty if it does."""
    text = text[:SAMPLE]
    if text.isascii() and profile.script == "Latin":
        return ""
    letters = _letters([text])
    own = _letters(SCRIPTS[profile.script]().findall(text))
    if own < FEWEST * letters:
        return f"few of its letters are {profile.script}, as {profile.name} is written; name its language"
    kana = _letters(_KANA_ONLY().findall(text))
    if profile.language == "ja" and not kana and letters >= _ENOUGH:
        return "it has no kana, as Japanese texts have; name its language"
    if profile.language == "zh" and 10 * kana > letters:
        return "it has kana, which Chinese texts have not; name its language"
    return ""


def is_foreign(block: str, profile: Profile) -> bool:
    """Tell whether a block is a passage in another script than the language of `profile` is written in."""
    if len(block) < _SENTENCE or (block.isascii() and profile.script == "Latin"):
        return False
    letters = _letters([block[:SAMPLE]])
    return letters >= _SENTENCE and _letters(SCRIPTS[profile.script]().findall(block[:SAMPLE])) < FEWEST * letters


def broken_spacing(counts: Counts, profile: Profile) -> str:
    """Return why the words of a text cannot be told apart; empty if they can.

    A text is doubted if its words have 1.8 times the usual letters on average (6 times in a short text, which may be a
    list of long names), or less than 0.4 times, as in `l i k e  t h i s`.
    """
    if not profile.spaced or counts.letters < _ENOUGH:
        return ""
    length = counts.letters_per_word()
    usual = f"words have {length:.1f} letters on average, and {profile.word_length:.1f} in usual {profile.name}"
    if length > (1.8 if counts.words >= _FEW_WORDS else 6) * profile.word_length:
        return f"spaces seem to be missing: {usual}"
    if length < 0.4 * profile.word_length:
        return f"letters seem to be set apart: {usual}"
    return ""


def without_vowel_marks(text: str) -> str:
    """Return Arabic or Hebrew `text` as it is usually written."""
    return _VOWEL_MARKS().sub("", text)


def _letters(parts: list[str]) -> int:
    return sum(map(str.isalpha, "".join(parts)))
