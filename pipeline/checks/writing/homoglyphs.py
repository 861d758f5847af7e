"""Letters that look like those of another script, within a word of that script."""

from __future__ import annotations

import re

from pipeline.checks.writing.scripts import LETTERS

_LOOKALIKES = {
    ("Latn", "Cyrl"): "aceiopxysjhABCEHIJKMOPSTXY",
    ("Latn", "Grek"): "oviukABEHIKMNOPTXYZ",
    ("Cyrl", "Latn"): "асеіоркхуѕјһАВСЕНІЈКМОРЅТХУ",
    ("Grek", "Latn"): "ονιΑΒΕΗΙΚΜΝΟΡΤΧΥΖ",
}
"""The letters of the first script that can pass for letters of the second."""

_MIXED = re.compile(r"[A-Za-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {script: re.compile(f"[{LETTERS[script]}]") for script in ("Latn", "Cyrl", "Grek")}
_NAMES = {"Latn": "Latin", "Cyrl": "Cyrillic", "Grek": "Greek"}
_SHORTEST = 4
_SHORT = re.compile(f"(?=.*[A-Za-z])[A-Za-z{_LOOKALIKES['Cyrl', 'Latn']}]{{2,3}}")
"""Short words are mixed on purpose in Cyrillic texts (``кB``), never in Latin ones."""


def disguised(text: str) -> tuple[str, str, str] | None:
    """Return the first word of `text` with a letter of another script in disguise; the letter; and its script."""
    if text.isascii() or not _MIXED.search(text):
        return None
    words = _WORD.findall(text)
    for word in words:
        if len(word) >= _SHORTEST and (found := _stranger(word)):
            return word, *found
    latin = sum(map(str.isascii, words))
    for word in words if latin > len(words) / 2 else ():
        if len(word) < _SHORTEST and _SHORT.fullmatch(word) and not word.isascii():
            return word, next(letter for letter in word if not letter.isascii()), _NAMES["Cyrl"]
    return None


def _stranger(word: str) -> tuple[str, str] | None:
    by_script = {script: pattern.findall(word) for script, pattern in _SCRIPTS.items()}
    main = max(by_script, key=lambda script: len(by_script[script]))
    for script, letters in by_script.items():
        passing = _LOOKALIKES.get((script, main), "")
        if 0 < 2 * len(letters) < len(word) and not _is_part(letters, word) and set(letters) <= set(passing):
            return letters[0], _NAMES[script]
    return None


def _is_part(letters: list[str], word: str) -> bool:
    """Whether `letters` are an abbreviation or the ending of one, as in `SMSка`, and no slip."""
    run = "".join(letters)
    return len(run) > 1 and (word.startswith(run) or word.endswith(run))
