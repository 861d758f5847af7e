"""How hard an article is to read, in each of its languages, as one page that works without anything else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.checks.plain_language.mends import Mend
from pipeline.checks.plain_language.questions import QUESTIONS
from pipeline.checks.reading_level import LEVEL_MARGIN, Comparison
from pipeline.checks.sentence_levels import SentenceLevel
from pipeline.locale import Locale, format_number, language_name, parse_locale
from pipeline.readability import Measure
from pipeline.readability.bands import GRADE_CUTS, LEVELS, levels_between
from pipeline.readability.level import CUTS
from pipeline.report.strip import PATTERNS, described, strip

_LAST_GRADE = 16
"""The end of a first degree."""

_FOLDER = Path(__file__).parent / "templates"
_READER = parse_locale("en")
"""The language of the report itself."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A text in one language."""

    locale: Locale
    title: str
    measure: Measure
    levels: tuple[SentenceLevel, ...]
    mends: tuple[Mend, ...]

    @property
    def name(self) -> str:
        """The name of the language, in English."""
        return language_name(self.locale, _READER)

    def section(self, number: int) -> tuple[SentenceLevel, ...]:
        """Return the sentences of one section."""
        return tuple(each for each in self.levels if each.section == number)


@dataclass(frozen=True, slots=True)
class TranslatedEdition:
    """A translation, and how it compares with its source."""

    edition: Edition
    comparison: Comparison
    harder: tuple[str, ...]
    """What R201 says of it; empty where it is not clearly harder."""

    path: str
    """Of its catalog."""


@dataclass(frozen=True, slots=True)
class ReadingReport:
    """All that the page tells."""

    path: str
    """Of the article."""

    target: float
    """The highest school grade that it should have."""

    source: Edition
    translations: tuple[TranslatedEdition, ...] = ()

    left_out: str = ""
    """What was not read at all."""


@dataclass(frozen=True, slots=True)
class _Section:
    """One section of an article, in the source and perhaps in a translation."""

    heading: str
    source: tuple[SentenceLevel, ...]
    translation: tuple[SentenceLevel, ...] = ()


def render_reading(report: ReadingReport) -> str:
    """Return the page as HTML; it holds its own style, no script, and asks for nothing else."""
    template = _environment().get_template("reading.html")
    style = (_FOLDER / "reading.css").read_text(encoding="utf-8")
    page = template.render(
        report=report,
        style=Markup(style),  # noqa: S704 - our own
        patterns=PATTERNS,
        bands=list(zip(LEVELS, ("", *CUTS), (*CUTS, ""), ("", *GRADE_CUTS), (*GRADE_CUTS, ""), strict=True)),
        questions=QUESTIONS,
        margin=LEVEL_MARGIN,
    )
    return page.lstrip()


def _sections(source: Edition, translation: Edition | None = None) -> list[_Section]:
    numbers = sorted({each.section for side in (source, translation) if side for each in side.levels})
    found = []
    for number in numbers:
        theirs = translation.section(number) if translation else ()
        ours = source.section(number)
        found.append(_Section((theirs or ours)[0].heading, ours, theirs))
    return found


def level_words(measured: Measure) -> str:
    """Return the level: with its number where the text is long enough, else all that it may be; empty for none."""
    if not measured.indicative and measured.level:
        return f"{measured.level} ({measured.level_score:.1f})"
    return " or ".join(levels_between(*measured.level_range, CUTS)) if measured.level_range else measured.level


def grade_between(measured: Measure, add: int = 0) -> str:
    """Return the range in whole numbers; there is no grade below 0, and beyond the last a number says nothing."""
    first, last = (min(max(0, round(end)), _LAST_GRADE) for end in measured.range or (0, 0))
    end = f"{last + add}{' or more' if last == _LAST_GRADE else ''}"
    return f"{first + add} to {end}" if first < last else end


def grade_words(measured: Measure) -> str:
    """Return the grade: one number where the text is long enough for it, else only a range; empty for none."""
    if measured.grade is None:
        return ""
    if measured.indicative:
        return grade_between(measured)
    return "below 0" if measured.grade < 0 else f"{measured.grade:.1f}"


def left_out(report: ReadingReport, measured: Measure) -> str:
    """Return what of a text was not read; ``nothing`` if it all was."""
    told = [report.left_out] if report.left_out else []
    if measured.left_out:
        told.append(f"pieces without a letter: {measured.left_out}")
    if measured.foreign:
        told.append(f"passages in another script: {measured.foreign}")
    return "; ".join(told) or "nothing"


def _span(measured: Measure) -> str:
    """Return the range of the level; none for a short text, whose levels say it."""
    ends = None if measured.indicative else measured.level_range
    return "" if ends is None else f"{max(1.0, ends[0]):.1f} to {max(1.0, ends[1]):.1f}"


def known_words(measured: Measure) -> str:
    """Return what of a text was not counted as hard; empty if nothing was."""
    known = measured.known
    if not known.words:
        return ""
    names = ", ".join(sorted(known.found, key=str.casefold))
    words = f"{known.words} word{'' if known.words == 1 else 's'}"
    return (
        f"{words} of {len(known.found)} name{'' if len(known.found) == 1 else 's'} that the glossary explains ({names})"
    )


def difference(value: float | None) -> str:
    """Return a difference between two levels with its sign."""
    return "not compared" if value is None else f"{round(value, 1) + 0:+.1f}".replace("-", "−")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    environment.globals |= {"strip": strip, "described": described, "sections": _sections, "known": known_words}
    environment.globals |= {"grade_words": grade_words, "level_words": level_words, "left_out": left_out}
    environment.filters |= {"span": _span, "difference": difference, "number": lambda n: format_number(n, _READER)}
    return environment
