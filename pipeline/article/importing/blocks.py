"""What the readers of other formats hand over: blocks of Markdown, each with the line that it came from."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from enum import StrEnum

_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!|:-])")
_IMAGE = re.compile(r"!\[(.*?)\]\([^)]*\)")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\([^)]*\)")
_TAG = re.compile(r"</?[a-z]+>")
_EMPHASIS = re.compile(r"(?<!\\)[*`]+")


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TERM = "term"
    DEFINITION = "definition"
    TABLE = "table"
    CODE = "code"
    LINE = "line"
    """A line of plain text whose kind its neighbours will tell."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article in another format."""

    kind: Kind
    text: str
    """Inline Markdown; the raw text of code."""

    line: int
    """In the file it came from, counted from 1; in a Word document, the number of the paragraph."""

    level: int = 0
    """Of a heading 1 to 6, or 0 where nobody said it; of others how many lists they are in."""

    number: int | None = None
    """The number of an item in an ordered list."""

    rows: tuple[tuple[str, ...], ...] = ()
    """The cells of a table."""

    group: int = 0
    """Lines of plain text without a blank line between them have the same number."""

    quoted: bool = False
    why: str = ""
    """Why it is not part of the article, where the format tells: ``navigation``."""

    @property
    def words(self) -> str:
        """The text without markup, as a reader sees it."""
        return plain(" ".join((self.text, *(cell for row in self.rows for cell in row))))


@dataclass(frozen=True, slots=True)
class Remark:
    """One line of the report for the editor."""

    line: int
    what: str
    """Begins with ``dropped:`` if the text in it is not in the article."""


@dataclass(slots=True)
class Draft:
    """An article as its reader found it."""

    blocks: list[Block] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    title: str = ""
    """What the file says about itself, apart from its text; as are the next four."""

    description: str = ""
    author: str = ""
    site: str = ""
    url: str = ""
    abbreviations: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    """Pictures that were inside the file, by the address that the text uses for them."""

    def drop(self, block: Block, why: str) -> None:
        """Note that the text of `block` is left out."""
        self.remarks.append(Remark(block.line, f"dropped: {block.words} ({why})"))


def plain(text: str) -> str:
    """Return inline Markdown, as the readers write it, without its markup."""
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    text = _EMPHASIS.sub("", _TAG.sub("", text))
    return " ".join(html.unescape(_ESCAPED.sub(r"\1", text)).split())
