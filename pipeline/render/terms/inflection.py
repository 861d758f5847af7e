"""Whether a word of a text is a form of another word: ``arteries`` of ``artery``, but not ``arterial``.

Two words are the same if Snowball's stemmer says so (https://snowballstem.org/) *and* what follows the stem are endings
of nouns and adjectives. The stemmer alone takes too many words for one: it was made to find more, and Portuguese
``nervoso`` (nervous) is ``nervo`` (nerve) to it. Arabic is looked at without it: only what is written together with a
word (the article, "and", "with" …) is taken off. A form that is not found so can be told by the glossary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

_SHORTEST = 4
"""Letters of a word that has endings; shorter words are found only as they are written."""

_ENDINGS = {
    "de": frozenset({"", "e", "n", "s", "en", "er", "em", "es", "ern"}),
    "en": frozenset({"", "e", "s", "es", "y"}),
    "es": frozenset({"", "a", "e", "o", "s", "as", "es", "os"}),
    "fr": frozenset({"", "e", "s", "x", "es"}),
    "it": frozenset({"", "a", "e", "i", "o"}),
    "nl": frozenset({"", "e", "n", "s", "en", "es"}),
    "pt": frozenset({"", "a", "e", "o", "s", "as", "es", "os"}),
}
"""What may follow the stem; in other languages any `_LONGEST_ENDING` letters may."""

_LONGEST_ENDING = {"et": 4, "fi": 5, "hu": 5, "ru": 3, "sr": 3, "tr": 5}
_DEFAULT_ENDING = 2

_ALGORITHMS = {
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "tr": "turkish",
}
"""By primary subtag; words of other languages are found only as the glossary writes them."""

_ARABIC = frozenset({"ar", "fa", "ur"})
_ARABIC_CLITICS = ("", "ال", "وال", "فال", "بال", "كال", "وبال", "لل", "ولل", "و", "ف", "ب", "ل", "ك", "وب", "ول")
_ARABIC_ARTICLE = re.compile("^ال(?=..)")
_VOWEL_MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc]")
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|sull|all|dall|un)['’]", re.IGNORECASE)
_ELIDING = frozenset({"ca", "fr", "it"})
WITH_CLITICS = _ARABIC | _ELIDING
"""The languages in which other words are written together with a word, before it."""

_POSSESSIVE = re.compile("['’]s?$")


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return `word` without case and vowel marks, in one of the ways that Unicode has to write it."""
    word = word.casefold()
    return word if word.isascii() else _VOWEL_MARKS.sub("", unicodedata.normalize("NFC", word))


def bare_start(word: str, language: str) -> int:
    """Return where a word begins behind an elided one, as in ``l’artère``."""
    found = _ELISION.match(word) if language in _ELIDING else None
    return found.end() if found else 0


def cores(word: str, language: str) -> tuple[str, ...]:
    """Return what a folded word may be without what is written together with it."""
    if language not in _ARABIC:
        return (_POSSESSIVE.sub("", word),) if language == "en" else (word,)
    found = (word[len(clitic) :] for clitic in _ARABIC_CLITICS if word.startswith(clitic))
    return tuple(dict.fromkeys(core for core in found if len(core) > 1))


def core(word: str, language: str) -> str:
    """Return a folded word of a name without its article."""
    return _ARABIC_ARTICLE.sub("", word) if language in _ARABIC else word


def is_form(word: str, wanted: str, language: str) -> bool:
    """Tell whether `word` is `wanted`, in whatever number or case; both are folded, and `wanted` is a `core`."""
    if word == wanted or (language == "de" and word == f"{wanted}s"):  # the stemmer leaves the s of Nervs
        return True
    if language in _ARABIC:
        return len(wanted) > 2 and wanted in cores(word, language)  # noqa: PLR2004 - two letters could be anything
    word = cores(word, language)[0]
    return word == wanted or (min(len(word), len(wanted)) >= _SHORTEST and _same_stem(word, wanted, language))


def _same_stem(word: str, wanted: str, language: str) -> bool:
    (stem, ending), (wanted_stem, wanted_ending) = _taken_apart(word, language), _taken_apart(wanted, language)
    if not stem or stem != wanted_stem:
        return False
    if ending.startswith(wanted_ending):  # the stemmer takes off what forms words, too: unwillkür-lich, -lichen
        ending, wanted_ending = ending[len(wanted_ending) :], ""
    endings = {ending, wanted_ending}
    if allowed := _ENDINGS.get(language):
        return endings <= allowed
    return max(map(len, endings)) <= _LONGEST_ENDING.get(language, _DEFAULT_ENDING)


@lru_cache(maxsize=1 << 16)
def _taken_apart(word: str, language: str) -> tuple[str, str]:
    stemmed = _stemmer(language)
    stem = stemmed(word) if stemmed else word
    return stem, word[len(stem) :]


@cache
def _stemmer(language: str) -> Callable[[str], str] | None:
    import snowballstemmer  # noqa: PLC0415 - it brings all languages at once, and few words need any

    name = _ALGORITHMS.get(language)
    found: Callable[[str], str] | None = snowballstemmer.stemmer(name).stemWord if name else None
    return found
