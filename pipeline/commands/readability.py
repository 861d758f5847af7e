"""``readability``: its answers in JSON, for one text and for many on lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from pipeline.commands.readability_file import STDIN, Reading
from pipeline.commands.workers import ALONE, Workers
from pipeline.errors import InputError
from pipeline.readability import Measure, measure
from pipeline.report.reading import ReadingReport

_LONGEST = 3
"""Sentences that are named in the JSON report."""

_TOGETHER = 32
"""Lines that several processes take at a time."""

_MANY = 1 << 16
"""How many lines are taken to come: a stream does not tell."""

_EXAMPLE = '{"id": 1, "lang": "en", "text": "…"}'


def open_lines(name: str, stdin: BinaryIO) -> AbstractContextManager[BinaryIO]:
    """Return the lines of the file `name`, or of `stdin` for ``-``. Raises `InputError` if it cannot be opened."""
    if name == STDIN:
        return nullcontext(stdin)
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}); check the file and its permissions", name) from None


def answer(measured: Measure) -> dict[str, Any]:
    """Return what is told about a text in JSON; within a schema number fields are only added."""
    national = measured.national
    return {
        "lang": measured.language,
        "level": measured.level or None,
        "level_score": _rounded(measured.level_score, 4),
        "level_range": _ends(measured.level_range),
        "vocabulary": bool(measured.shared and measured.shared.has_vocabulary),
        "grade": _rounded(measured.grade),
        "range": _ends(measured.range),
        "formula": measured.formula or None,
        "tier": measured.tier or None,
        "national": _rounded(national.value) if national else None,
        "national_formula": national.formula.name if national else None,
        "band": (national.band or None) if national else None,
        "equivalent_grade": _rounded(measured.equivalent_grade),
        "equivalent_error": measured.equivalent_error,
        "confidence": measured.confidence or None,
        "indicative": measured.indicative,
        "words": measured.words,
        "sentences": measured.sentences,
        "reason": measured.reason or None,
    }


def full_answer(reading: Reading) -> dict[str, Any]:
    """Return the JSON report of one text."""
    measured = reading.measure
    longest = sorted(measured.sentences_list, key=lambda each: (-each.words, each.block))[:_LONGEST]
    return {
        "schema": 1,
        "file": reading.name,
        **answer(measured),
        "target": reading.target,
        "reading_age": _rounded(measured.reading_age),
        "syllables": measured.syllables or None,
        "letters": measured.letters,
        "level_terms": {term.name: _rounded(term.value) for term in measured.shared.terms} if measured.shared else None,
        "formulas": {name: _rounded(value) for name, value in measured.formulas().items()},
        "longest": [{"words": each.words, "text": each.text} for each in longest],
        "known": {"words": measured.known.words, "names": list(measured.known.found)},
        "mends": [
            {
                "line": each.line,
                "text": each.sentence,
                "advice": each.advice,
                "grade": _rounded(each.gain.grade, 3),
                "level": _rounded(each.gain.level, 3),
                "at_most": each.at_most,
            }
            for each in reading.mends
        ],
    }


def articles_answer(report: ReadingReport) -> dict[str, Any]:
    """Return the JSON report of an article with its translations."""
    return {
        "schema": 1,
        "file": report.path,
        "target": report.target,
        "title": report.source.title,
        "source": answer(report.source.measure),
        "translations": [
            {
                "file": each.path,
                **answer(each.edition.measure),
                "level_difference": _rounded(each.comparison.level_difference),
                "grade_difference": _rounded(each.comparison.grade_difference),
                "harder": bool(each.harder),
            }
            for each in report.translations
        ],
    }


def answer_lines(
    lines: Iterable[bytes], name: str, tag: str | None, tell: Callable[[InputError], None], workers: Workers = ALONE
) -> Iterator[bytes]:
    """Yield one line of JSON for each line ``{"id", "lang", "text"}``; `tag` stands in where a line has no ``lang``.

    A line of the file `name` that cannot be used is answered with its error, and `tell` is called. Nothing is kept
    between lines; one process answers each as it comes, several take some at a time.
    """
    filled = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    with workers.ready(_MANY) as run:
        for answered, error in run.map(partial(_answered, name, tag), filled, _TOGETHER):
            if error:
                tell(error)
            yield answered


def _answered(name: str, tag: str | None, numbered: tuple[int, bytes]) -> tuple[bytes, InputError | None]:
    number, line = numbered
    identifier = None
    try:
        values = _values(line, name, number)
        identifier = values.get("id")
        language, text = _request(values, name, number, tag)
    except InputError as error:
        return _line({"id": identifier, "error": f"line {number}: {error.message}"}), error
    return _line({"id": identifier, **answer(measure(text, language))}), None


def _values(line: bytes, name: str, number: int) -> dict[str, Any]:
    """Return the object on a line. Raises `InputError` saying what is wrong."""
    try:
        values = json.loads(line.decode("utf-8-sig"))
        # Python reads and writes NaN and Infinity, which JSON does not have; 1e999 is read as the latter.
        json.dumps(values.get("id") if isinstance(values, dict) else None, allow_nan=False)
    except UnicodeDecodeError:
        raise InputError("not valid UTF-8; save the lines as UTF-8", name, number) from None
    except (ValueError, RecursionError):
        raise InputError(f"not valid JSON; write {_EXAMPLE} on one line", name, number) from None
    if not isinstance(values, dict):
        raise InputError(f"no text; write {_EXAMPLE}", name, number)
    return values


def _request(values: dict[str, Any], name: str, number: int, tag: str | None) -> tuple[str, str]:
    """Return language and text of a line. Raises `InputError` saying what is wrong."""
    if not isinstance(values.get("text"), str):
        raise InputError(f"no text; write {_EXAMPLE}", name, number)
    language = values.get("lang") or tag or "en"
    if not isinstance(language, str):
        raise InputError('lang is no text; write a language tag such as "pt-BR"', name, number)
    return language, values["text"]


def _line(values: dict[str, Any]) -> bytes:
    try:
        return json.dumps(values, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:  # half of a surrogate pair in an id
        return json.dumps(values).encode() + b"\n"


def _ends(span: tuple[float, float] | None) -> list[float] | None:
    return None if span is None else [round(end, 2) for end in span]


def _rounded(value: float | None, digits: int = 2) -> float | None:
    return None if value is None else round(value, digits)
