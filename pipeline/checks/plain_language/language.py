"""What the rules for plain language know about a language: its words and patterns, one small file per language.

A language without a file has none of the rules that need words; no language borrows those of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

FILES = {"de": "german", "en": "english", "es": "spanish", "fr": "french", "pt": "portuguese"}
"""The files of this package, by primary subtag."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Patterns:
    """Regular expressions, read without regard to capitals; an empty one finds nothing."""

    passive: str = ""
    """With two groups, the verb and the participle."""

    passive_about_reader: str = ""
    """The same in a sentence that says what happens to the reader, or has to be done."""

    double_negation: str = ""
    clause_words: str = ""
    """Words that open another clause."""

    doses: str = ""
    """What stands near a percentage with decimals that is the strength of a medicine."""

    chance: str = ""
    """Words that make a number beside them a probability."""

    of: str = ""
    """The word between a fraction and what it is a part of."""

    one_in: str = ""
    """What stands between 1 and 10 in ``1 in 10``."""

    address: str = ""
    """Words by which a text speaks to its reader."""

    action: str = ""
    """The beginning of a sentence that tells the reader to do something."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is known about one language."""

    plainer: Mapping[str, str]
    """From a word or phrase, in small letters, to a plainer one; an empty one means that it may stay."""

    verbs: Mapping[str, str] = field(default_factory=dict)
    """The same for verbs, in the infinitive; their forms are made of `verb_endings`."""

    verb_endings: Mapping[str, str] = field(default_factory=dict)
    """From the ending of an infinitive to the endings of its forms, with ``|`` between them."""

    plurals: tuple[str, ...] = ()
    """Endings that a single word of `plainer` may have."""

    weak_verbs: Mapping[tuple[str, ...], Mapping[str, str]] = field(default_factory=dict)
    """From the forms of a verb that says little to nouns behind it, and the verb that each of them hides."""

    people: Mapping[str, str] = field(default_factory=dict)
    """From words that reduce people to an illness to words that do not."""

    headings: frozenset[str] = frozenset()
    """Headings that do not say what follows, in small letters."""

    patterns: Patterns = field(default_factory=Patterns)


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase of a list, found in a sentence."""

    said: str
    """As the sentence has it."""

    plainer: str
    start: int
    end: int
    """Where it stands in the sentence."""


class PhraseTable:
    """Phrases by their words, looked up in one pass: the longest that fits is taken."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._phrases = {tuple(_WORD.findall(phrase.replace("’", "'"))): plain for phrase, plain in phrases.items()}
        self._sizes = sorted({len(words) for words in self._phrases}, reverse=True)

    def __len__(self) -> int:
        return len(self._phrases)

    def find(self, sentence: str) -> Iterator[Match]:
        """Yield the phrases in `sentence`, none inside another; between their words stand spaces only."""
        found = list(_WORD.finditer(sentence))
        words = [match.group().casefold().replace("’", "'") for match in found]
        place = 0
        while place < len(words):
            size = self._longest(sentence, found, words, place)
            if size and self._phrases[tuple(words[place : place + size])]:
                start, end = found[place].start(), found[place + size - 1].end()
                yield Match(sentence[start:end], self._phrases[tuple(words[place : place + size])], start, end)
            place += size or 1

    def _longest(self, sentence: str, found: list[re.Match[str]], words: list[str], place: int) -> int:
        """Return how many words from `place` on are a phrase; 0 if none."""
        for size in self._sizes:
            if place + size <= len(words) and tuple(words[place : place + size]) in self._phrases:
                between = sentence[found[place].start() : found[place + size - 1].end()]
                if not re.search(r"[^\w\s'’-]", between):
                    return size
        return 0


@cache
def words_of(language: str) -> Words | None:
    """Return what is known about `language` (a primary subtag), read at the first call; None if nothing is."""
    name = FILES.get(language)
    return import_module(f"pipeline.checks.plain_language.{name}").WORDS if name else None


@cache
def plainer_of(language: str) -> PhraseTable:
    """Return the words of `language` that have a plainer one, in all their forms."""
    known = words_of(language)
    return PhraseTable(dict(_forms(known)) if known else {})


@cache
def weak_verbs_of(language: str) -> PhraseTable:
    """Return the verbs with a noun that hide a plainer verb."""
    known = words_of(language)
    groups = known.weak_verbs.items() if known else ()
    return PhraseTable(
        {f"{form} {noun}": verb for forms, nouns in groups for form in forms for noun, verb in nouns.items()}
    )


@cache
def people_of(language: str) -> PhraseTable:
    """Return the words that reduce people to an illness."""
    known = words_of(language)
    return PhraseTable(known.people if known else {})


@cache
def pattern(language: str, name: str) -> re.Pattern[str] | None:
    """Return a pattern of `language` by its name in `Patterns`; None if the language has none."""
    known = words_of(language)
    expression: str = getattr(known.patterns, name) if known else ""
    return re.compile(expression, re.IGNORECASE) if expression else None


def _forms(known: Words) -> Iterator[tuple[str, str]]:
    """Yield every form with the plainer words; what is listed comes last, as it wins over what is made."""
    for verb, plain in known.verbs.items():
        first, _, rest = verb.partition(" ")
        ending = max((each for each in known.verb_endings if first.endswith(each)), key=len, default="")
        stem, endings = first.removesuffix(ending), known.verb_endings.get(ending, ending).split("|")
        yield from ((f"{stem}{each} {rest}".strip(), plain) for each in endings)
    for phrase, plain in known.plainer.items():
        yield from ((phrase + ending, plain) for ending in known.plurals if " " not in phrase)
    yield from known.plainer.items()
