"""The command ``readability``: its arguments, and its report for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from pipeline.commands.readability import STDIN, Reading, answer_lines, full_answer, named_locale, open_lines, read_text
from pipeline.errors import InputError
from pipeline.readability import Measure, National
from pipeline.readability.bands import levels_between
from pipeline.readability.formulas import AGE_OF_GRADE_ZERO
from pipeline.readability.level import CUTS
from pipeline.readability.measures import ENOUGH_SENTENCES, ENOUGH_WORDS

_WRONG_INPUT = 2
_LAST_GRADE = 16
"""The end of a first degree."""

_LABEL = 14
"""Columns of the names at the left of the report."""


@click.command("readability")
@click.argument("file", default=STDIN, metavar="[FILE|-]")
@click.option(
    "--lang", "tag", metavar="TAG", help="Language of the text. Default: the project's source language, or en."
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "jsonl"]), default="text", help="Form of input and answer."
)
@click.option(
    "--project", "folder", type=click.Path(path_type=Path), help="Folder of the project. Default: the one around FILE."
)
def readability_command(file: str, tag: str | None, form: str, folder: Path | None) -> None:
    """Measure how hard a text is to read.

    FILE is Markdown if it ends in .md, else plain text with blank lines between its blocks. With --format jsonl it
    holds one {"id", "lang", "text"} on each line, and so does the answer.
    """
    if form == "jsonl":
        _answer_lines(file, tag)
        return
    reading = read_text(file, sys.stdin.buffer, tag, folder)
    if form == "json":
        click.echo(json.dumps(full_answer(reading), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(report(reading)))


def _answer_lines(file: str, tag: str | None) -> None:
    if tag is not None:
        named_locale(tag)
    failed = False

    def tell(error: InputError) -> None:
        nonlocal failed
        failed = True
        click.echo(str(error), err=True)

    output = sys.stdout.buffer
    with open_lines(file, sys.stdin.buffer) as lines:
        for line in answer_lines(lines, "stdin" if file == STDIN else file, tag, tell):
            output.write(line)
            output.flush()
    if failed:
        sys.exit(_WRONG_INPUT)


def report(reading: Reading) -> Iterator[str]:
    """Yield the lines of the report on one text."""
    measured = reading.measure
    yield f"{'standard input' if reading.name == STDIN else reading.name} ({measured.language})"
    if measured.reason:
        yield _row("not measured", measured.reason)
    if measured.level:
        yield from _level(measured)
    if measured.grade is not None:
        yield _row("grade", _grade(measured, reading.target))
        yield _row("reading age", f"{_between(measured, AGE_OF_GRADE_ZERO)} years")
    if measured.national:
        yield from _national(measured, measured.national)
    elif not measured.reason:
        yield _row("formula", f"{measured.formula}; no formula for this language could be confirmed (tier D)")
    if measured.equivalent_error and not measured.indicative:
        yield _row("in English", _equivalent(measured))
    if measured.words:
        yield from _counts(measured)
    yield _row("left out", "; ".join(_left_out(reading)) or "nothing")


def _row(name: str, value: str) -> str:
    return f"  {name:<{_LABEL}}{value}"


def _level(measured: Measure) -> Iterator[str]:
    """Yield the level, with those that it may as well be where the text is short."""
    low, high = measured.level_range or (0, 0)
    if measured.indicative:
        yield _row("level", " or ".join(levels_between(low, high, CUTS)))
    else:
        yield _row("level", f"{measured.level} ({low:.1f} to {high:.1f} on a scale from 1, beginners, to 6, experts)")
    if measured.shared and measured.shared.note:
        yield _row("", f"words were not looked up: {measured.shared.note}")


def _grade(measured: Measure, target: float) -> str:
    """Return the grade: one number where the text is long enough for it, else only a range."""
    if measured.indicative:
        enough = f"{ENOUGH_WORDS} words and {ENOUGH_SENTENCES} sentences"
        return f"{_between(measured)}; target {target:g} (a hint: the text has fewer than {enough})"
    low, high = measured.range or (0, 0)
    return f"{measured.grade:.1f} ({low:.1f} to {high:.1f} in 19 of 20 such texts); target {target:g}"


def _between(measured: Measure, add: int = 0) -> str:
    """Return the range in whole numbers; there is no grade below 0, and beyond the last a number says nothing."""
    first, last = (min(max(0, round(end)), _LAST_GRADE) for end in measured.range or (0, 0))
    end = f"{last + add}{' or more' if last == _LAST_GRADE else ''}"
    return f"{first + add} to {end}" if first < last else end


def _national(measured: Measure, national: National) -> Iterator[str]:
    formula = national.formula
    band = f" ({national.band})" if national.band else ""
    # A digit would look like more than a short text can tell.
    value = "" if measured.indicative else f": {national.value:.1f}{band}"
    yield _row("formula", f"{formula.name}{value}, tier {formula.tier}; {formula.scale}")
    yield _row("", formula.source)
    if formula.target:
        yield _row("", f"published target: {formula.target}")


def _equivalent(measured: Measure) -> str:
    doubt = "" if measured.confidence == "normal" else " (low confidence)"
    return f"grade {measured.equivalent_grade:.1f} -+ {measured.equivalent_error:.1f}{doubt}"


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


def _left_out(reading: Reading) -> Iterator[str]:
    if reading.left_out:
        yield reading.left_out
    if reading.measure.left_out:
        yield f"pieces without a letter: {reading.measure.left_out}"
    if reading.measure.foreign:
        yield f"passages in another script: {reading.measure.foreign}"
