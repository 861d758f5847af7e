"""How hard a text is to read, as text for its writer."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.readability import Measure, National
from pipeline.readability.formulas import AGE_OF_GRADE_ZERO
from pipeline.readability.measures import ENOUGH_SENTENCES, ENOUGH_WORDS
from pipeline.report.reading import (
    ReadingReport,
    difference,
    grade_between,
    grade_words,
    known_words,
    left_out,
    level_words,
)

_LABEL = 14
"""Columns of the names at the left of the report."""

_SHOWN = 70
"""Letters of a sentence that are shown."""

_MEANINGS = {
    "plain": "as easy as the American Medical Association asks for",
    "fairly plain": "as easy as the CDC asks for, not yet as the American Medical Association does",
    "hard": "harder than guides for health texts allow",
    "very hard": "for readers with more than school behind them",
}

_TIERS = {
    "A": "validated with readers or graded texts",
    "B": "a published adaptation, little validated",
    "C": "in use, but weak or contradicted",
}


def text_as_text(report: ReadingReport) -> str:
    """Return the report on one text."""
    measured = report.source.measure
    name = "standard input" if report.path == "-" else report.path
    return "\n".join([f"{name} ({measured.language})", *_lines(report, measured)]) + "\n"


def article_as_text(report: ReadingReport) -> str:
    """Return a table of an article in all its languages."""
    rows = [("language", "level", "grade", "words", "harder by", "formula")]
    sides = [
        (report.source, ""),
        *((each.edition, difference(each.comparison.level_difference)) for each in report.translations),
    ]
    for edition, harder in sides:
        measured = edition.measure
        rows.append(
            (
                edition.locale.tag,
                level_words(measured) or "not measured",
                grade_words(measured),
                str(measured.words),
                harder,
                measured.formula or measured.reason,
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    found = [
        f"{each.edition.name} is clearly harder than its source: {' '.join(each.harder)}"
        for each in report.translations
        if each.harder
    ]
    return "\n".join([report.path, *lines, *found]) + "\n"


def _lines(report: ReadingReport, measured: Measure) -> Iterator[str]:
    if measured.reason:
        yield _row("not measured", measured.reason)
    if measured.level:
        yield from _level(measured)
    if measured.grade is not None:
        yield _row("grade", _grade(measured, report.target))
        yield _row(
            "reading age",
            f"{grade_between(measured, AGE_OF_GRADE_ZERO)} years (NHS: 9 to 11, for hard subjects 11 to 14)",
        )
    if measured.national:
        yield from _national(measured, measured.national)
    elif not measured.reason:
        yield _row("formula", f"{measured.formula}; no formula for this language could be confirmed (tier D)")
    if measured.equivalent_error and not measured.indicative:
        yield _row("in English", _equivalent(measured))
    if measured.words:
        yield from _counts(measured)
    yield from _mends(report)
    yield from _left_out(report, measured)


def _row(name: str, value: str) -> str:
    return f"  {name:<{_LABEL}}{value}".rstrip()


def _level(measured: Measure) -> Iterator[str]:
    """Yield the level, with those that it may as well be where the text is short."""
    low, high = measured.level_range or (0, 0)
    if measured.indicative:
        yield _row("level", level_words(measured))
    else:
        yield _row("level", f"{measured.level}: {_MEANINGS[measured.level]}")
        yield _row(
            "", f"{measured.level_score:.1f} ({low:.1f} to {high:.1f}) on a scale from 1, beginners, to 6, experts"
        )
    if measured.shared and measured.shared.note:
        yield _row("", f"words were not looked up: {measured.shared.note}")


def _grade(measured: Measure, target: float) -> str:
    """Return the grade: one number where the text is long enough for it, else only a range."""
    if measured.indicative:
        enough = f"{ENOUGH_WORDS} words or {ENOUGH_SENTENCES} sentences"
        return f"{grade_between(measured)}; target {target:g} (a hint: the text has fewer than {enough})"
    grade, (low, high) = measured.grade or 0, measured.range or (0, 0)
    verdict = "not reached" if grade > target else "reached" if high <= target else "just reached"
    if grade < 0:
        return f"below 0, easier than the books of the first school year; target {target:g}: {verdict}"
    return f"{grade:.1f} ({max(0.0, low):.1f} to {high:.1f} in 19 of 20 such texts); target {target:g}: {verdict}"


def _national(measured: Measure, national: National) -> Iterator[str]:
    formula = national.formula
    band = f" ({national.band})" if national.band else ""
    # A digit would look like more than a short text can tell.
    value = "" if measured.indicative else f": {national.value:.1f}{band}"
    yield _row("formula", f"{formula.name}{value}; {formula.scale}")
    yield _row("", f"tier {formula.tier}: {_TIERS[formula.tier]}")
    yield _row("", formula.source)
    if formula.target:
        yield _row("", f"published target: {formula.target}")


def _equivalent(measured: Measure) -> str:
    doubt = "" if measured.confidence == "normal" else " (low confidence)"
    error = f"give or take {measured.equivalent_error:.1f}{doubt}"
    return f"grade {measured.equivalent_grade:.1f}, {error}, were it in English"


def _counts(measured: Measure) -> Iterator[str]:
    yield _row("counted", f"{_count(measured.sentences, 'sentence')}, {_count(measured.words, 'word')}")
    limit = measured.limit
    if limit is None:
        return
    sizes = [each.words if limit.unit == "words" else each.letters for each in measured.sentences_list]
    mean, over = sum(sizes) / len(sizes), sum(size > limit.warn for size in sizes)
    yield _row("sentences", f"{mean:.1f} {limit.unit} on average, longest {max(sizes)}, {over} over {limit.warn}")


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"


def _mends(report: ReadingReport) -> Iterator[str]:
    """Yield what is worth most."""
    for number, mend in enumerate(report.source.mends):
        place = f"line {mend.line}: " if mend.line else ""
        text = mend.sentence if len(mend.sentence) <= _SHOWN else f"{mend.sentence[: _SHOWN - 1]}…"
        yield _row("" if number else "mend first", f"{place}{mend.told()}")
        yield _row("", f"    “{text}”")


def _left_out(report: ReadingReport, measured: Measure) -> Iterator[str]:
    yield _row("left out", left_out(report, measured))
    if known := known_words(measured):
        yield _row("not hard", known)
