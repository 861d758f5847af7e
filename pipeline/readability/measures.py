"""From blocks of text to a measure: sentences, words, syllables, level, grades."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from pipeline.readability.equivalent import NAME, SentenceLimit, equivalent_grade, uses_syllables
from pipeline.readability.formulas import AGE_OF_GRADE_ZERO, Counts, Formula
from pipeline.readability.known import NOTHING, Known, leave_out
from pipeline.readability.level import Level, count_features, shared_level
from pipeline.readability.profiles import Profile, find_profile
from pipeline.readability.reading import ESTIMATED, Reading, Sentence, read_blocks, sample
from pipeline.readability.script import broken_spacing, wrong_script
from pipeline.readability.syllables import syllable_counter, syllables_of
from pipeline.readability.tally import runs, tally
from pipeline.readability.uncertainty import CONFIDENCE, level_error, standard_error

ENOUGH_WORDS = 100
"""Below this the grade of a text is a hint only: Flesch's method samples passages of 100 words."""

ENOUGH_SENTENCES = 10
"""Below this one long sentence decides the grade."""


@dataclass(frozen=True, slots=True)
class National:
    """What the published formula of the language says, on its own scale."""

    formula: Formula
    value: float

    @property
    def band(self) -> str:
        """The name of the published band; empty where the formula has none."""
        return self.formula.label(self.value)


@dataclass(frozen=True, slots=True)
class Measure:
    """How hard a text is. Where `reason` says why not, there is no grade; mostly nothing was counted either."""

    language: str
    """As it was given."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    """0 in languages whose spelling does not show them."""

    letters: int = 0
    sentences_list: tuple[Sentence, ...] = ()
    """In order; pieces without a letter (a number, a row of stars) are left out here and in all counts."""

    formula: str = ""
    """The name of the formula behind `grade`: the national one, or else `equivalent.NAME`."""

    grade: float | None = None
    """School grade, not rounded; lower is easier, and very short texts fall below 0.

    By the national formula: itself where it is a school grade, else what its value is worth in English grades
    (`Formula.equated`). Where there is no such formula it is `equivalent_grade`.
    """

    ease: float | None = None
    """Reading ease, about 0 to 100, higher is easier; None where the language has no such scale."""

    indicative: bool = True
    """True where the text is too short for the grade to be more than a hint."""

    reason: str = ""
    """Why there is no grade; empty where there is one."""

    range: tuple[float, float] | None = None
    """Between which grades the writer's other text of this kind lies in 19 of 20 cases (see `uncertainty`)."""

    national: National | None = None
    """The published formula of the language; None where none could be confirmed."""

    equivalent_grade: float | None = None
    """The grade that the same content would have in English: the one number that languages can be compared by."""

    equivalent_error: float | None = None
    """How far off `equivalent_grade` is on average, in grades, even for a long text."""

    tier: str = ""
    """How well the national formula is founded, ``A`` to ``D`` (see `Formula.tier`)."""

    confidence: str = ""
    """``low`` for short texts and for languages whose equivalent grade is loose; else ``normal``."""

    shared: Level | None = None
    """How hard the text is on the one scale for all languages, and what that is made of."""

    level_range: tuple[float, float] | None = None
    """What `range` is for `grade`, for `level_score`."""

    counts: Counts | None = None
    """All that was counted, for other formulas."""

    left_out: int = 0
    """Pieces without a letter."""

    foreign: int = 0
    """Blocks in another script than the language's: they are left out of all counts."""

    known: Known = NOTHING

    @property
    def reading_age(self) -> float | None:
        """The grade as an age in years: see `AGE_OF_GRADE_ZERO` for the assumption."""
        return None if self.grade is None else self.grade + AGE_OF_GRADE_ZERO

    @property
    def level(self) -> str:
        """One of `bands.LEVELS`; empty where it is not known."""
        return self.shared.band if self.shared else ""

    @property
    def level_score(self) -> float | None:
        """What `level` is cut from: 1 is a text for beginners, 6 one for experts."""
        return self.shared.score if self.shared else None

    @property
    def letters_per_sentence(self) -> float | None:
        """What stands for the length of sentences where words are not set apart."""
        return self.letters / self.sentences if self.sentences else None

    @property
    def limit(self) -> SentenceLimit | None:
        """How long a sentence of the language may be; None where nobody has measured it."""
        profile = find_profile(self.language)
        return profile.limit if profile else None

    def formulas(self) -> dict[str, float]:
        """Return the value of every formula of the language that the text is long enough for, by its name."""
        profile = find_profile(self.language)
        if profile is None or self.counts is None:
            return {}
        values = {formula.name: formula.value(self.counts) for formula in profile.formulas}
        return {name: value for name, value in values.items() if value is not None}


def measure(blocks: Sequence[str] | str, language: str, names: Collection[str] = ()) -> Measure:
    """Return the measure of a text in `language` (``en``, ``en-GB``, ``en_US``).

    `blocks` are its headings, paragraphs, list items and cells as plain text; no sentence goes on in the next one.
    One string is taken apart at blank lines. `names` can be looked up (see `known`). Nothing is raised for any text.
    """
    profile = find_profile(language)
    if profile is None:
        return Measure(language, reason=f"there is no measure for the language {language!r} yet")
    blocks = split_blocks(blocks) if isinstance(blocks, str) else blocks
    reading = read_blocks(blocks, profile)
    texts = (sentence.text for sentence in reading.sentences) if reading.sentences else iter(blocks)
    if doubt := wrong_script(" ".join(sample(texts)), profile):
        return Measure(language, reason=f"the text cannot be measured as {profile.name}: {doubt}")
    if not reading.words:
        return Measure(language, reason="there are no words in the text")
    counts = tally(len(reading.sentences), reading.words, reading.letters, _syllables(profile))
    if profile.language == ESTIMATED:
        counts = replace(counts, words=sum(sentence.words for sentence in reading.sentences))
    if doubt := broken_spacing(counts, profile):
        return Measure(language, reason=f"the text cannot be measured: {doubt}")
    known, eased = leave_out(names, reading.sentences, profile.language, counts, _syllables(profile))
    found = _result(language, profile, reading, eased, known)
    return replace(found, syllables=counts.syllables, letters=counts.letters)


def split_blocks(text: str) -> list[str]:
    """Return what stands between blank lines."""
    return ["\n".join(block) for filled, block in groupby(text.splitlines(), lambda line: line.strip() > "") if filled]


def _syllables(profile: Profile) -> Callable[[str], int] | None:
    """Return what counts the syllables of a word, where the language has such a thing and anything asks for it."""
    count = syllable_counter(profile.language) if uses_syllables(profile.language) else None
    return partial(syllables_of, count=count) if count else None


def _result(language: str, profile: Profile, reading: Reading, counts: Counts, known: Known) -> Measure:
    counts = replace(counts, runs=runs([each.text for each in reading.sentences]) if profile.language == "ja" else None)
    formula, grade = _grade(profile, counts)
    equivalent = equivalent_grade(counts, profile.language)
    features = count_features(reading.words, reading.firsts, profile.language, reading.marks) - known.features
    level = shared_level(features)
    lengths = [sentence.words for sentence in reading.sentences]
    indicative = counts.words < ENOUGH_WORDS or counts.sentences < ENOUGH_SENTENCES
    return Measure(
        language,
        counts.sentences,
        counts.words,
        counts.syllables,
        counts.letters,
        tuple(reading.sentences),
        formula if grade is not None else "",
        grade,
        ease=profile.ease.value(counts) if profile.ease else None,
        indicative=indicative,
        reason="" if grade is not None else f"the syllables of {profile.name} cannot be counted yet",
        range=_around(grade, standard_error(counts, lengths, lambda changed: _grade(profile, changed)[1])),
        national=_national(profile, counts),
        equivalent_grade=equivalent.grade if equivalent else None,
        equivalent_error=equivalent.error if equivalent else None,
        tier=profile.tier,
        confidence="low" if indicative or (equivalent and equivalent.low_confidence) else "normal",
        shared=level,
        level_range=_around(level.score if level else None, level_error(features, lengths)),
        counts=counts,
        left_out=reading.left_out,
        foreign=reading.foreign,
        known=known,
    )


def _grade(profile: Profile, counts: Counts) -> tuple[str, float | None]:
    """Return the name of the formula that gives the grade, and the grade."""
    main = profile.main
    value = main.value(counts) if main else None
    grade = main.grade(value) if main and value is not None else None
    if main and grade is not None:
        return main.name, grade
    equivalent = equivalent_grade(counts, profile.language)
    return NAME, equivalent.grade if equivalent else None


def _national(profile: Profile, counts: Counts) -> National | None:
    value = profile.main.value(counts) if profile.main else None
    return National(profile.main, value) if profile.main and value is not None else None


def _around(value: float | None, error: float | None) -> tuple[float, float] | None:
    return None if value is None or error is None else (value - CONFIDENCE * error, value + CONFIDENCE * error)
