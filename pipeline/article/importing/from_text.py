"""Plain text → blocks: paragraphs that were wrapped are joined; lists, underlined headings and definitions are seen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pipeline.article.importing.blocks import Block, Draft, Kind
from pipeline.article.importing.credits import begins_credit
from pipeline.article.importing.escape import escape
from pipeline.article.importing.wrapping import ended, join, margin

_BULLET = re.compile(r"(?:[•◦▪●‣⁃∙·*+–—\uf0b7-]|o(?=\s))\s+(?=\S)")
_NUMBER = re.compile(r"(?:\(?(?P<number>\d{1,2})[.)]|\(?(?P<letter>[a-z])\))\s+(?=\S)")
_SECTION = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})+)\.?\s+(?=[^\W\d_])")
_HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_UNDERLINE = re.compile(r"([=~^*\"-])\1{2,}$")
_LEVELS = {"=": 1, "-": 2}
_TAB = 4
_INDENT = 2
_SHORT = 80
_SENTENCE_END = (".", "!", ";", ",", ":", "。", "।")


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    indent: int
    text: str

    @property
    def whole(self) -> str:
        return " " * self.indent + self.text


def read_text(text: str) -> Draft:
    """Return the blocks of a plain text; single lines are left to be told apart by their neighbours."""
    groups = _groups(text)
    reader = _Reader(margin([[row.whole for row in rows] for rows in groups]))
    for number, rows in enumerate(groups, 1):
        reader.group(number, rows)
    return Draft(_numbered_headings([replace(block, text=escape(block.text)) for block in reader.blocks]))


def _groups(text: str) -> list[list[_Row]]:
    """Return the lines of `text` that hold something, in groups between blank lines."""
    groups: list[list[_Row]] = [[]]
    for number, line in enumerate(text.split("\n"), 1):
        expanded = line.expandtabs(_TAB)
        stripped = expanded.strip()
        if stripped:
            groups[-1].append(_Row(number, len(expanded) - len(expanded.lstrip()), stripped))
        elif groups[-1]:
            groups.append([])
    return [rows for rows in groups if rows]


@dataclass
class _Reader:
    """Reads one group of lines after the other."""

    margin: int
    blocks: list[Block] = field(default_factory=list)
    open: list[tuple[int, int]] = field(default_factory=list)
    """The lists around the current place: the columns of their markers and of their texts."""

    last_number: dict[int, int] = field(default_factory=dict)
    """By the column of the marker, the number that the last item had."""

    def group(self, number: int, rows: list[_Row]) -> None:
        """Read the lines of a group."""
        first = len(self.blocks)
        before: _Row | None = None
        for row in rows:
            self._row(number, row, before, first)
            before = row

    def _row(self, group: int, row: _Row, before: _Row | None, first: int) -> None:
        goes_on = before is not None and len(self.blocks) > first and not ended(before.whole, row.text, self.margin)
        goes_on = goes_on and not begins_credit(row.text)
        if self._heading(row, first) or not any(map(str.isalnum, row.text)):
            return
        if self._item(group, row, goes_on=goes_on and self.blocks[-1].kind is not Kind.ITEM):
            return
        if before is not None and len(self.blocks) > first and self._continues(row, before, goes_on=goes_on):
            last = self.blocks[-1]
            self.blocks[-1] = replace(last, text=join(last.text, row.text))
            return
        self._text(group, row, before)

    def _heading(self, row: _Row, first: int) -> bool:
        if found := _HASHES.match(row.text):
            self.open.clear()
            self.blocks.append(Block(Kind.HEADING, found[2], row.line, len(found[1])))
            return True
        underline = _UNDERLINE.match(row.text)
        if underline and len(self.blocks) == first + 1 and self.blocks[-1].kind is Kind.LINE:
            level = _LEVELS.get(underline[1], 3)
            self.blocks[-1] = replace(self.blocks[-1], kind=Kind.HEADING, level=level, group=0)
            return True
        return False

    def _item(self, group: int, row: _Row, *, goes_on: bool) -> bool:
        """Read an item of a list; a number only counts where a list begins with it or goes on."""
        bullet, number = _BULLET.match(row.text), _NUMBER.match(row.text)
        found = bullet or number
        if found is None or goes_on:
            return False
        value = None
        if number and not bullet:
            value = int(number["number"]) if number["number"] else ord(number["letter"]) - ord("a") + 1
            if value not in {1, self.last_number.get(row.indent, 0) + 1}:
                return False
            self.last_number[row.indent] = value
        while self.open and self.open[-1][0] > row.indent:
            self.open.pop()
        if not self.open or row.indent >= self.open[-1][1]:
            self.open.append((row.indent, row.indent + found.end()))
        text = row.text[found.end() :]
        self.blocks.append(Block(Kind.ITEM, text, row.line, len(self.open), number=value, group=group))
        return True

    def _continues(self, row: _Row, before: _Row, *, goes_on: bool) -> bool:
        """Tell whether a line belongs to the block above it."""
        last = self.blocks[-1]
        if last.kind is Kind.HEADING:
            return False
        if last.kind is Kind.ITEM:
            return goes_on or row.indent > before.indent or (row.indent == before.indent > self.open[-1][0])
        return goes_on

    def _text(self, group: int, row: _Row, before: _Row | None) -> None:
        last = self.blocks[-1] if self.blocks else None
        if before and last and last.group == group and row.indent >= before.indent + _INDENT and _may_be_term(last):
            if last.kind is Kind.LINE:
                self.blocks[-1] = replace(last, kind=Kind.TERM)
            self.blocks.append(Block(Kind.DEFINITION, row.text, row.line, group=group))
            return
        if last and last.group == group and last.kind is Kind.DEFINITION and before and row.indent == before.indent:
            self.blocks.append(Block(Kind.DEFINITION, row.text, row.line, group=group))
            return
        while self.open and row.indent < self.open[-1][1]:
            self.open.pop()
        kind = Kind.PARAGRAPH if self.open else Kind.LINE
        self.blocks.append(Block(kind, row.text, row.line, len(self.open), group=group))


def _may_be_term(block: Block) -> bool:
    return block.kind is Kind.LINE and len(block.text) <= _SHORT and not block.text.endswith(_SENTENCE_END)


# --- numbered headings --------------------------------------------------------------------------------------------


def _numbered_headings(blocks: list[Block]) -> list[Block]:
    """Make headings of lines such as ``2. Causes`` and ``2.1 In daily life`` that stand alone above text."""
    lone = {index for index, block in enumerate(blocks) if _is_lone_number(blocks, index)}
    lone = lone if len(lone) > 1 else set()
    return [_numbered_heading(blocks, index, lone=index in lone) for index in range(len(blocks))]


def _is_lone_number(blocks: list[Block], index: int) -> bool:
    block = blocks[index]
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    alone = after is not None and after.kind is Kind.LINE and after.group != block.group
    return block.number is not None and block.level == 1 and alone and _is_short(block)


def _numbered_heading(blocks: list[Block], index: int, *, lone: bool) -> Block:
    block = blocks[index]
    if lone:
        return replace(block, kind=Kind.HEADING, text=f"{block.number}. {block.text}", level=2, number=None, group=0)
    alone = sum(other.group == block.group for other in blocks[max(0, index - 1) : index + 2]) == 1
    section = _SECTION.match(block.text)
    if block.kind is Kind.LINE and alone and section and _is_short(block) and block.text[section.end()].isupper():
        return replace(block, kind=Kind.HEADING, level=2 + section["number"].count("."), group=0)
    return block


def _is_short(block: Block) -> bool:
    return len(block.text) <= _SHORT and not block.text.endswith(_SENTENCE_END)
