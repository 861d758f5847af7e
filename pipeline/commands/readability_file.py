"""``readability FILE``: one text, as Markdown or as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from pipeline.article import parse, read_article
from pipeline.article.glossary import GLOSSARY
from pipeline.checks.plain_language.draft import read_draft
from pipeline.checks.plain_language.glossary import names_of
from pipeline.checks.plain_language.mends import Mend, best_mends
from pipeline.checks.sentence_levels import SentenceLevel, sentence_levels
from pipeline.commands.files import read, read_if_there, shown
from pipeline.errors import InputError
from pipeline.home import find_project
from pipeline.locale import Locale, UnknownLocale, parse_locale
from pipeline.model import Article, Document
from pipeline.project import Project, read_project
from pipeline.readability import Measure, Sentence, measure, split_blocks
from pipeline.readability.bands import TARGET_GRADE
from pipeline.report.reading import Edition, ReadingReport

STDIN = "-"
LEFT_OUT = "front matter, code, addresses, pictures, HTML, lists of references and credits"
"""What of an article is no prose."""

_FENCE = "---"
_NEAR = 200
"""Signs within which a sentence must begin that is looked for; else its line is not known."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One text and its measure."""

    name: str
    """The file, as the caller named it."""

    locale: Locale
    measure: Measure
    target: float
    """The highest school grade that the text should have."""

    mends: tuple[Mend, ...]
    """The mends that are worth most; none for a short text."""

    document: Document | None = None
    """None for plain text."""

    lines: tuple[int | None, ...] = ()
    """Of the sentences of plain text."""

    def report(self, *, levels: bool) -> ReadingReport:
        """Return the same for people; with the level of each sentence, which takes most of the time, for a page."""
        title = self.document.title if self.document else Path(self.name).name
        edition = Edition(self.locale, title, self.measure, self._levels() if levels else (), self.mends)
        return ReadingReport(self.name, self.target, edition, left_out=LEFT_OUT if self.document else "")

    def _levels(self) -> tuple[SentenceLevel, ...]:
        names = self.measure.known.names
        if self.document:
            return tuple(sentence_levels(self.document, names))
        texts = zip((sentence.text for sentence in self.measure.sentences_list), self.lines, strict=True)
        scores = ((measure([text], self.locale.tag, names).level_score, line, text) for text, line in texts)
        return tuple(SentenceLevel(0, "", score, line, text) for score, line, text in scores if score is not None)


def read_text(name: str, stdin: BinaryIO, tag: str | None, folder: Path | None) -> Reading:
    """Return the measure of the file `name`, or of `stdin` for ``-``, in the language `tag`.

    Without a tag it is the source language of the project in `folder` or around the file, else English. A file that
    ends in ``.md`` is read as Markdown, anything else as plain text with blank lines between its blocks. Names that
    the project's glossary explains are not counted as hard.
    Raises `InputError` for a file that cannot be read, a tag that is none, and faults of the project's configuration.
    """
    locale = named_locale(tag) if tag is not None else None
    project = _project(name, folder)
    locale = locale or (project.source_locale if project else parse_locale("en"))
    text = _decode(_bytes(name, stdin), name)
    names = _names(project, locale) if project else frozenset[str]()
    target = project.targets.grade if project else TARGET_GRADE
    if Path(name).suffix.lower() in {".md", ".markdown"}:
        document = _document(text, name, locale)
        draft = read_draft(document, names)
        mends = best_mends(draft.measure, [spot.line for spot in draft.spots])
        return Reading(name, locale, draft.measure, target, tuple(mends), document)
    measured = measure(split_blocks(text), locale.tag, names)
    lines = tuple(_sentence_lines(text, measured.sentences_list))
    return Reading(name, locale, measured, target, tuple(best_mends(measured, lines)), lines=lines)


def _sentence_lines(text: str, sentences: Sequence[Sentence]) -> Iterator[int | None]:
    """Yield the line on which each sentence of plain text begins."""
    numbered = groupby(enumerate(text.splitlines(), 1), lambda line: line[1].strip() > "")
    blocks = [list(block) for filled, block in numbered if filled]
    block, start, passed, words, joined = -1, 0, 0, list[tuple[int, str]](), ""
    for sentence in sentences:
        if sentence.block != block:
            block, start, passed = sentence.block, 0, 0
            words = [(number, word) for number, line in blocks[block] for word in line.split()]
            joined = " ".join(word for _, word in words)
        place = joined.find(sentence.text, start, start + _NEAR + len(sentence.text))
        if place < 0:
            yield None
            continue
        passed += joined.count(" ", start, place)
        yield words[passed][0]
        passed += joined.count(" ", place, place + len(sentence.text))
        start = place + len(sentence.text)


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


def _bytes(name: str, stdin: BinaryIO) -> bytes:
    """Return what is to be measured. A pipe is read as well, for here it is no file of a project that it stands for."""
    path = Path(name)
    if name != STDIN and not path.is_fifo():
        return read(path, Path())
    try:
        return stdin.read() if name == STDIN else path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}); check the file and its permissions", name) from None


def _names(project: Project, locale: Locale) -> frozenset[str]:
    """Return what the project's glossary explains in its own language; nothing in another."""
    path = project.source / f"{GLOSSARY}.md"
    content = read_if_there(path, project.root) if locale == project.source_locale else None
    if content is None:
        return frozenset()
    return names_of(parse(read_article(content, shown(path, project.root), GLOSSARY), locale))


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError("not valid UTF-8; save the text as UTF-8", name, line) from None


def _document(text: str, name: str, locale: Locale) -> Document:
    """Return a Markdown text as an article; front matter is left out, whatever it holds."""
    lines, start = text.splitlines(), 0
    if lines and lines[0].rstrip() == _FENCE:
        start = next((number for number, line in enumerate(lines[1:], 2) if line.rstrip() == _FENCE), 0)
    body = "\n".join(lines[start:])
    return parse(
        Article(name, Path(name).stem, title=Path(name).stem, description="", body=body, body_line=start), locale
    )
