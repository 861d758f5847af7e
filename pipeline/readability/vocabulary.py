"""How usual the words of a language are: frequency from `wordfreq`, and what is normal in running text.

`wordfreq` 3.1.1 (Robyn Speer, code Apache-2.0) counts words in books, subtitles, Wikipedia, news and the web until
2021. Its lists are CC BY-SA 4.0, and a table made of them would have to be so too, which does not go with this
package's licence. So no list is shipped here; the package is the optional extra `vocabulary`. Frequencies are on the
Zipf scale (Van Heuven et al. 2014): 3 is once in a million words, 6 is once in a thousand.

Without the extra, or in a language without a list, nothing is known about words but their length, and says so.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from math import inf
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.readability.patterns import later

COMMON = 5.0
"""Zipf frequency from which a word is no burden: once in ten thousand words, the top 1,000 or so of a language."""

UNLISTED = 2.6
"""Zipf frequency of words that no list has; the lists stop at 3, once in a million words."""

_HEADER = {"format": "cB", "version": 1}
"""What the files of `wordfreq` begin with; another form than this is not read."""

_LONGEST = 100
"""Letters looked at; what is longer is an address, a code or an attack."""


@dataclass(frozen=True, slots=True)
class Norm:
    """What is normal in running text of a language: means over `wordfreq`'s small list, weighted by frequency.

    Three figures per language, made by ``python benchmarks/fit_level.py --norms``.
    """

    letters: float
    """Letters per word, without marks; in Japanese each kanji counts as two, as it stands for about two kana."""

    spread: float
    """The standard deviation of `letters`."""

    rarity: float
    """`COMMON` minus Zipf frequency, where that is above 0, per word."""


NORMS = {
    "ar": Norm(4.292, 1.803, 0.504),
    "bg": Norm(4.304, 2.804, 0.348),
    "bn": Norm(3.079, 1.303, 0.302),
    "ca": Norm(4.113, 2.666, 0.241),
    "cs": Norm(4.562, 2.567, 0.474),
    "da": Norm(4.140, 2.380, 0.284),
    "de": Norm(4.930, 2.651, 0.382),
    "el": Norm(4.671, 2.714, 0.400),
    "en": Norm(4.379, 2.349, 0.274),
    "es": Norm(4.389, 2.732, 0.316),
    "fa": Norm(3.683, 1.622, 0.279),
    "fi": Norm(5.949, 2.869, 0.539),
    "fil": Norm(4.343, 2.516, 0.263),
    "fr": Norm(4.206, 2.660, 0.287),
    "he": Norm(4.031, 1.553, 0.515),
    "hi": Norm(2.230, 1.173, 0.242),
    "hu": Norm(4.773, 2.835, 0.469),
    "id": Norm(5.440, 2.215, 0.280),
    "is": Norm(4.334, 2.569, 0.353),
    "it": Norm(4.610, 2.808, 0.317),
    "ja": Norm(2.175, 1.275, 0.265),
    "lt": Norm(5.722, 2.806, 0.544),
    "lv": Norm(5.145, 2.587, 0.392),
    "mk": Norm(4.436, 2.779, 0.306),
    "ms": Norm(5.192, 2.042, 0.225),
    "nb": Norm(4.073, 2.347, 0.257),
    "nl": Norm(4.410, 2.493, 0.271),
    "pl": Norm(4.913, 2.911, 0.432),
    "pt": Norm(4.393, 2.706, 0.291),
    "ro": Norm(4.546, 2.757, 0.383),
    "ru": Norm(5.105, 3.141, 0.548),
    "sh": Norm(4.522, 2.718, 0.482),
    "sk": Norm(4.775, 2.794, 0.520),
    "sl": Norm(4.656, 2.759, 0.469),
    "sv": Norm(4.160, 2.231, 0.279),
    "ta": Norm(4.110, 1.685, 0.588),
    "tr": Norm(5.616, 2.578, 0.567),
    "uk": Norm(4.823, 2.974, 0.412),
    "ur": Norm(3.455, 1.423, 0.213),
    "vi": Norm(3.352, 1.075, 0.110),
    "zh": Norm(1.611, 0.665, 0.333),
}
"""By primary subtag. Korean is missing: its list counts parts of words, texts have whole ones."""

_LISTS = {"hr": "sh", "bs": "sh"}
"""`sh` is one list of Croatian, Bosnian and Serbian texts in Latin letters."""

_WITHOUT_MARKS = frozenset({"ar", "fa", "he", "ur"})
"""Their lists are of words as usually written, without vowel marks."""

_COMPATIBLE = frozenset({"ar", "fa", "he", "ur", "hi", "bn", "ta", "ja", "zh"})
"""Their lists are in Unicode's normal form KC, the others in C."""

_TURKISH = str.maketrans({"İ": "i", "I": "ı", "ș": "ş", "ț": "ţ"})
_ROMANIAN = str.maketrans({"ş": "ș", "ţ": "ț", "Ş": "Ș", "Ţ": "Ț"})
_MARKS = later("[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_HAN = later("[\u3005\u3400-\u4dbf\u4e00-\u9fff]")
_PARTS = re.compile("[-‐‑'’]+")


class Word(NamedTuple):
    """What is known about one word."""

    letters: int
    excess: float
    """By how many `Norm.spread` it is longer than usual, beyond half a spread; 0 where there is no norm, at most 3."""

    rarity: float
    """`COMMON` minus Zipf frequency, in units of `Norm.rarity`; 0 for common words and figures."""

    listed: bool
    """Whether the language's list has it; False also where there is no list."""

    figure: bool
    """Whether it holds a digit, or no letter at all; such words have no `excess` and no `rarity`."""

    named: bool
    """Whether it begins with a capital that is not there for all of it: in a sentence, such words are names."""


def norm_of(language: str) -> Norm | None:
    """Return the norm of `language` (a primary subtag), or None."""
    return NORMS.get(_LISTS.get(language, language))


@cache
def word_list(language: str) -> Mapping[str, float] | None:
    """Return the Zipf frequencies of `language` (a primary subtag) by word, read at the first call; or None.

    `wordfreq` itself would answer with a related language, or with English, where it has no list.
    """
    name = _LISTS.get(language, language)
    groups = _groups(name) if name in NORMS else None
    if groups is None:
        return None
    # The group at place n has the words of the frequency 10^(-n / 100) per word.
    return {word: 9 - place / 100 for place, words in enumerate(groups) for word in words}


def _groups(name: str) -> list[list[str]] | None:
    """Read the small list of a language."""
    found = _unpacked(f"small_{name}")
    return found[1:] if found is not None and found[0] == _HEADER else None


@cache
def _simplified() -> dict[int, str]:
    """Return the simplified form of each traditional Chinese character; the list of Chinese has only those."""
    return _unpacked("_chinese_mapping") or {}


def _unpacked(name: str) -> Any:
    """Return what a file of `wordfreq` holds, None without it; to import all of it takes five times as long."""
    package = find_spec("wordfreq")
    folders = (package.submodule_search_locations or []) if package else []
    paths = (Path(folder, "data", f"{name}.msgpack.gz") for folder in folders)
    path = next((path for path in paths if path.is_file()), None)
    if path is None:
        return None
    return import_module("msgpack").unpackb(gzip.decompress(path.read_bytes()), strict_map_key=False)


def missing(language: str) -> str:
    """Return why there are no frequencies for `language` (a primary subtag); empty if there are."""
    if word_list(language) is not None:
        return ""
    if norm_of(language) is None:
        return f"there is no word list for the language {language!r}"
    return "the word lists are not installed (the extra `vocabulary`)"


def look_up(word: str, language: str) -> Word:
    """Return what is known about a `word` of a text in `language` (a primary subtag)."""
    return _look_up(word[:_LONGEST], language)


@lru_cache(maxsize=1 << 16)
def _look_up(word: str, language: str) -> Word:
    key = _key(word, language)
    letters = len(key) if key.isalpha() else sum(map(str.isalpha, key))
    if not letters or (not word.isalpha() and any(map(str.isdigit, word))):
        return Word(letters, 0, 0, listed=False, figure=True, named=False)
    norm = norm_of(language)
    excess = _excess(word_size(key, language) if language == "ja" else letters, norm)
    frequency = _frequency(key, word_list(language))
    rarity = max(0.0, COMMON - max(frequency, UNLISTED)) / norm.rarity if norm else 0.0
    named = word[0].isupper() and not (len(word) > 1 and word.isupper())
    return Word(letters, excess, rarity, listed=frequency > -inf, figure=False, named=named)


def word_size(key: str, language: str) -> int:
    """Return the letters of a word as `NORMS` count them; `key` is the word as the lists write it."""
    kanji = len(_HAN().findall(key)) if language == "ja" else 0
    return sum(map(str.isalpha, key)) + kanji


def _excess(letters: int, norm: Norm | None) -> float:
    """Return `Word.excess`; the limit keeps one endless word from deciding about a text."""
    return min(3.0, max(0.0, (letters - norm.letters) / norm.spread - 0.5)) if norm else 0.0


def _frequency(key: str, words: Mapping[str, float] | None) -> float:
    """Return the Zipf frequency; of a word with hyphens or apostrophes, that of its rarest part."""
    if words is None:
        return -inf
    found = words.get(key)
    if found is None and len(parts := [part for part in _PARTS.split(key) if part]) > 1:
        found = min(words.get(part, -inf) for part in parts)
    return -inf if found is None else found


def _key(word: str, language: str) -> str:
    """Return `word` as the lists write it."""
    if not word.isascii():
        word = unicodedata.normalize("NFKC" if language in _COMPATIBLE else "NFC", word)
    if language in _WITHOUT_MARKS:
        word = _MARKS().sub("", word)
    if language == "tr":
        word = word.translate(_TURKISH)
    if language == "ro":
        word = word.translate(_ROMANIAN)
    if language == "zh":
        word = word.translate(_simplified())
    return word.casefold().replace("’", "'")
