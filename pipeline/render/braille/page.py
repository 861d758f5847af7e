"""The braille edition of a page: a BRF file, which embossers print and braille displays show.

It is made from the lines of the plain-text edition, each of which is translated whole and then laid out anew: 40 cells
a line, 25 lines a page, the last one for the page's number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.render.braille.louis import to_braille
from pipeline.render.braille.runs import Runs, cells_of
from pipeline.render.braille.tables import table_of
from pipeline.render.page import Page
from pipeline.render.plain_text.page import text_lines
from pipeline.render.plain_text.wrapping import display_width

CELLS = 40
LINES = 24
"""Of text; the 25th is for the number of the page."""

_ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
"""North American Braille ASCII, in the order of Unicode's braille patterns."""

_PATTERNS = 0x2800
_UNDERLINE = re.compile(r"([=~-])\1+")
_INDENT = re.compile(r"(?:> | )*")
_MARKER = re.compile(r"(?:-|[0-9]+[.]|\[[0-9]+\]) ")
_DEEPEST = 8
_RUNOVER = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A whole line of the plain text, before it is broken."""

    runs: tuple[tuple[str, str], ...]
    """Text and the table for it."""

    indent: int = 0
    level: int = 0
    """Of a heading, from 1; 0 for all else."""

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return bool(self.runs and _MARKER.match(self.runs[0][0]))


def render_braille(page: Page) -> bytes:
    """Return the BRF file. Raises `InputError` if liblouis is missing."""
    table = table_of(page.locale.tag)
    text = ""
    for number, sheet in enumerate(_sheets(braille_lines(page)), 1):
        foot = to_ascii(to_braille(str(number), table)).rjust(CELLS)
        text += "\r\n".join([*sheet, *[""] * (LINES - len(sheet)), foot, "\f"])
    return text.encode("ascii")


def _sheets(lines: Iterable[Line]) -> Iterator[list[str]]:
    """Yield the rows of each page; a heading does not stand at the end of one, nor an empty row at the beginning."""
    sheet: list[tuple[str, bool]] = []
    for row, stays in ((row, bool(line.level) or not row) for line in lines for row in _rows(line)):
        sheet += [(row, stays)] if row or sheet else []
        if len(sheet) > LINES:
            cut = LINES
            while cut > 1 and sheet[cut - 1][1]:
                cut -= 1
            cut = LINES if cut == 1 else cut
            yield [text for text, _ in sheet[:cut]]
            sheet = sheet[cut:]
            while sheet and not sheet[0][0]:
                sheet.pop(0)
    if sheet:
        yield [text for text, _ in sheet]


def braille_lines(page: Page) -> list[Line]:
    """Return what the braille edition says, line by line."""
    words = page.words
    # Translators: stands in a braille edition in the place of characters that have no braille there
    runs = Runs(page.locale.tag, words("(characters without braille)"))
    # Translators: the beginning of a braille edition
    told = words("This braille was made by a program. No person who reads braille has checked it.")
    return [*_lines([told, ""], runs), *_lines(text_lines(page, runs.mark), runs)]


def _lines(texts: Iterable[str], runs: Runs) -> Iterator[Line]:
    """Yield the lines of plain text; the sign below a heading becomes its level."""
    pairs = list(pairwise([*texts, ""]))
    for number, (text, following) in enumerate(pairs):
        if number and _level(pairs[number - 1][0], text):
            continue
        indent = _INDENT.match(text)
        width = len(indent[0]) if indent else 0
        yield Line(tuple(runs.of(text[width:])), min(width, _DEEPEST), _level(text, following))


def _level(text: str, following: str) -> int:
    """Return the level of a heading by the line of signs that follows it; 0 if it is none."""
    found = _UNDERLINE.fullmatch(following)
    return "=-~".index(found[1]) + 1 if found and len(following) == display_width(text) else 0


def to_ascii(patterns: str) -> str:
    """Return braille patterns as Braille ASCII."""
    return "".join(_ASCII[(ord(each) - _PATTERNS) & 0x3F] for each in patterns)


def _rows(line: Line) -> Iterator[str]:
    """Yield a line cut into rows, each with the cells before it that braille readers expect there."""
    words = to_ascii(cells_of(iter(line.runs))).split(" ")
    first, rest = _margins(line)
    for number, row in enumerate(_broken(words, CELLS - max(first, rest))):
        yield row.center(CELLS).rstrip() if line.level == 1 else f"{' ' * (rest if number else first)}{row}".rstrip()


def _margins(line: Line) -> tuple[int, int]:
    """Return how many cells stay empty before the first row and before the others.

    A heading begins at one cell (the fifth, the seventh), a paragraph at the third and goes on at the first, and what
    is in a list the other way round.
    """
    if line.level:
        return 2 * line.level, 2 * line.level
    if line.indent or line.is_item:
        return line.indent, line.indent + _RUNOVER
    return _RUNOVER, 0


def _broken(words: Iterable[str], width: int) -> Iterator[str]:
    """Break a line between words, and words that are longer than a line wherever it ends."""
    row = ""
    for word in words:
        if row and len(row) + 1 + len(word) > width:
            yield row
            row = ""
        row = f"{row} {word}" if row else word
        while len(row) > width:
            yield row[:width]
            row = row[width:]
    yield row
