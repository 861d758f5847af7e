"""What is known about each language. A language that is not in the table is not measured.

To add one: a row here, its syllables (`syllables`) or letters in `equivalent`, its formulas in `national`. A language
never uses the numbers of another; where a number is not known, there is none.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.readability.equivalent import SentenceLimit, sentence_limit
from pipeline.readability.formulas import Formula
from pipeline.readability.national import FORMULAS
from pipeline.readability.national.english import EASE


@dataclass(frozen=True, slots=True)
class Profile:
    """How to measure one language."""

    language: str
    """The primary subtag of BCP 47: ``en``."""

    name: str
    """In English, for messages."""

    script: str
    """The letters that it is written in: a key of `script.SCRIPTS`."""

    word_length: float
    """Letters per word in news (NTREX-128): what tells a text whose spaces are lost. Our own measurement."""

    spaced: bool = True
    """Whether words are set apart by spaces."""

    @property
    def formulas(self) -> tuple[Formula, ...]:
        """The national formulas, the one that is reported first; empty where none could be confirmed."""
        return FORMULAS.get(self.language, ())

    @property
    def main(self) -> Formula | None:
        """The national formula that is reported."""
        return self.formulas[0] if self.formulas else None

    @property
    def ease(self) -> Formula | None:
        """The formula of the Flesch kind, where the language has one."""
        return next((formula for formula in self.formulas if formula.scale == EASE), None)

    @property
    def tier(self) -> str:
        """How well the national formula is founded (see `Formula.tier`); ``D`` where there is none."""
        return self.main.tier if self.main else "D"

    @property
    def limit(self) -> SentenceLimit | None:
        """How long a sentence may be."""
        return sentence_limit(self.language)


_TABLE = (
    Profile("ar", "Arabic", "Arabic", 4.88),
    Profile("bg", "Bulgarian", "Cyrillic", 5.18),
    Profile("bn", "Bengali", "Bengali", 3.4),
    Profile("ca", "Catalan", "Latin", 4.76),
    Profile("cs", "Czech", "Latin", 5.36),
    Profile("da", "Danish", "Latin", 5.06),
    Profile("de", "German", "Latin", 5.79),
    Profile("el", "Greek", "Greek", 5.42),
    Profile("en", "English", "Latin", 4.78),
    Profile("es", "Spanish", "Latin", 4.87),
    Profile("fa", "Persian", "Arabic", 3.98),
    Profile("fi", "Finnish", "Latin", 7.65),
    Profile("fil", "Filipino", "Latin", 5.03),
    Profile("fr", "French", "Latin", 4.96),
    Profile("he", "Hebrew", "Hebrew", 4.6),
    Profile("hi", "Hindi", "Devanagari", 2.43),
    Profile("hr", "Croatian", "Latin", 5.35),
    Profile("hu", "Hungarian", "Latin", 6.15),
    Profile("id", "Indonesian", "Latin", 6.04),
    Profile("it", "Italian", "Latin", 5.21),
    Profile("ja", "Japanese", "Japanese", 1.83, spaced=False),
    Profile("ko", "Korean", "Hangul", 3.04),
    Profile("ms", "Malay", "Latin", 6.03),
    Profile("nb", "Norwegian", "Latin", 5.03),
    Profile("ne", "Nepali", "Devanagari", 3.53),
    Profile("nl", "Dutch", "Latin", 5.15),
    Profile("pl", "Polish", "Latin", 6.06),
    Profile("pt", "Portuguese", "Latin", 4.93),
    Profile("ro", "Romanian", "Latin", 4.92),
    Profile("ru", "Russian", "Cyrillic", 5.9),
    Profile("sk", "Slovak", "Latin", 5.58),
    Profile("sl", "Slovenian", "Latin", 5.26),
    Profile("so", "Somali", "Latin", 5.51),
    Profile("sv", "Swedish", "Latin", 5.2),
    Profile("sw", "Swahili", "Latin", 5.51),
    Profile("ta", "Tamil", "Tamil", 4.86),
    Profile("th", "Thai", "Thai", 3.13, spaced=False),
    Profile("tr", "Turkish", "Latin", 6.62),
    Profile("uk", "Ukrainian", "Cyrillic", 5.77),
    Profile("ur", "Urdu", "Arabic", 3.58),
    Profile("vi", "Vietnamese", "Latin", 3.51),
    Profile("zh", "Chinese", "Han", 1.64, spaced=False),
    Profile("zu", "Zulu", "Latin", 7.04),
)

PROFILES = {profile.language: profile for profile in _TABLE}
"""The profiles by language."""

_ALIASES = {"no": "nb", "tl": "fil", "iw": "he", "in": "id"}
"""Other subtags for the same language, by CLDR."""


def find_profile(language: str) -> Profile | None:
    """Return the profile for a language tag or locale name (``en``, ``en-GB``, ``en_US``), or None."""
    subtag = language.replace("_", "-").partition("-")[0].lower()
    return PROFILES.get(_ALIASES.get(subtag, subtag))
