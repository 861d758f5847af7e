"""``readability``: how hard any text is; one file as a report, or many texts as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from pipeline.article import parse
from pipeline.article.prose import prose
from pipeline.commands.files import read
from pipeline.errors import InputError
from pipeline.home import find_project
from pipeline.locale import Locale, UnknownLocale, parse_locale
from pipeline.model import Article
from pipeline.project import Project, read_project
from pipeline.readability import Measure, measure, split_blocks
from pipeline.readability.bands import TARGET_GRADE

STDIN = "-"
_FENCE = "---"
_LONGEST = 3
"""Sentences that are named in the JSON report."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One text and its measure."""

    name: str
    """The file, as the caller named it."""

    measure: Measure
    target: float
    """The highest school grade that the text should have."""

    left_out: str
    """What was not read, for people."""


def read_text(name: str, stdin: BinaryIO, tag: str | None, folder: Path | None) -> Reading:
    """Return the measure of the file `name`, or of `stdin` for ``-``, in the language `tag`.

    Without a tag it is the source language of the project in `folder` or around the file, else English. A file that
    ends in ``.md`` is read as Markdown, anything else as plain text with blank lines between its blocks.
    Raises `InputError` for a file that cannot be read, a tag that is none, and faults of the project's configuration.
    """
    locale = named_locale(tag) if tag is not None else None
    project = _project(name, folder)
    locale = locale or (project.source_locale if project else parse_locale("en"))
    text = _decode(stdin.read() if name == STDIN else read(Path(name), Path()), name)
    if Path(name).suffix.lower() in {".md", ".markdown"}:
        blocks, left_out = _markdown_blocks(text, name, locale), "front matter, code, pictures and HTML"
    else:
        blocks, left_out = split_blocks(text), ""
    target = project.targets.grade if project else TARGET_GRADE
    return Reading(name, measure(blocks, locale.tag), target, left_out)


def named_locale(tag: str) -> Locale:
    """Return the locale of a tag that the caller gave. Raises `InputError` if there is no such language."""
    try:
        return parse_locale(tag)
    except UnknownLocale as error:
        raise InputError(f"--lang: {error}") from None


def _project(name: str, folder: Path | None) -> Project | None:
    """Return the project that is named, or the one around the file; None if there is none."""
    if folder is None and name == STDIN:
        return None
    place = folder if folder is not None else Path(name).parent
    if folder is not None and not folder.is_dir():
        raise InputError("no such folder; name the folder that holds the configuration", str(folder))
    try:
        root = find_project(place.resolve())
    except InputError:
        if folder is not None:
            raise
        return None
    return read_project(root)


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError("not valid UTF-8; save the text as UTF-8", name, line) from None


def _markdown_blocks(text: str, name: str, locale: Locale) -> list[str]:
    """Return the prose of a Markdown text; front matter is left out, whatever it holds."""
    lines = text.splitlines()
    if lines and lines[0].rstrip() == _FENCE:
        end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), 0)
        lines = lines[end + 1 :] if end else lines
    article = Article(name, Path(name).stem, title="", description="", body="\n".join(lines), body_line=0)
    return [block.text for block in prose(parse(article, locale))]


def open_lines(name: str, stdin: BinaryIO) -> AbstractContextManager[BinaryIO]:
    """Return the lines of the file `name`, or of `stdin` for ``-``. Raises `InputError` if it cannot be opened."""
    if name == STDIN:
        return nullcontext(stdin)
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}); check the file and its permissions", name) from None


# --- JSON ---------------------------------------------------------------------------------------------------------


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
    }


def answer_lines(
    lines: Iterable[bytes], name: str, tag: str | None, tell: Callable[[InputError], None]
) -> Iterator[bytes]:
    """Yield one line of JSON for each line ``{"id", "lang", "text"}``; `tag` stands in where a line has no ``lang``.

    A line of the file `name` that cannot be used is answered with its error, and `tell` is called. Nothing is kept
    between lines.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            identifier, language, text = _request(line, name, number, tag)
        except InputError as error:
            tell(error)
            yield _line({"id": None, "error": f"line {number}: {error.message}"})
            continue
        yield _line({"id": identifier, **answer(measure(text, language))})


def _request(line: bytes, name: str, number: int, tag: str | None) -> tuple[Any, str, str]:
    """Return id, language and text of a line. Raises `InputError` saying what is wrong."""
    example = '{"id": 1, "lang": "en", "text": "…"}'
    try:
        values = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError("not valid UTF-8; save the lines as UTF-8", name, number) from None
    except (ValueError, RecursionError):
        raise InputError(f"not valid JSON; write {example} on one line", name, number) from None
    if not isinstance(values, dict) or not isinstance(values.get("text"), str):
        raise InputError(f"no text; write {example}", name, number)
    language = values.get("lang") or tag or "en"
    if not isinstance(language, str):
        raise InputError('lang is no text; write a language tag such as "pt-BR"', name, number)
    return values.get("id"), language, values["text"]


def _line(values: dict[str, Any]) -> bytes:
    try:
        return json.dumps(values, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:  # half of a surrogate pair in an id
        return json.dumps(values).encode() + b"\n"


def _ends(span: tuple[float, float] | None) -> list[float] | None:
    return None if span is None else [round(end, 2) for end in span]


def _rounded(value: float | None, digits: int = 2) -> float | None:
    return None if value is None else round(value, digits)
