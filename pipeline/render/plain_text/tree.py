"""The parser's final tree as a tree without placeholders, made ready for plain text.

Python-Markdown keeps raw HTML, entities and footnote marks as placeholders until it has written the page as a string.
Plain text has no such last step, so they are resolved here. Raw HTML is read leniently, and what it leaves open ends
with the block that it stands in: a forgotten ``</div>`` cannot swallow the rest of a page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from html.parser import HTMLParser
from itertools import zip_longest
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AMP_SUBSTITUTE, ETX, STX

from pipeline.model import Document
from pipeline.render.plain_text.wrapping import clean

_PLACEHOLDER = re.compile(f"{STX}([^{STX}{ETX}]*){ETX}")
_STASHED = "wzxhzdk:"
# What the parser's serializer takes for an entity; any other ampersand is one.
_ENTITY = re.compile(r"&(?:\#[0-9]{1,9}|\#x[0-9a-f]+|[0-9a-z]+);", re.IGNORECASE)
_ENDLESS = re.compile(r"&(?=\#[0-9]{10})")  # no character; Python refuses to read numbers of many digits
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_NOT_TEXT = frozenset({"script", "style"})
_DEEPEST = 40
"""Blocks nested deeper than this are no longer told apart; the parser allows hundreds, Python's stack does not."""


def resolved(document: Document) -> Element:
    """Return a copy of the document's tree in which all text is plain; the backlinks of footnotes are gone."""
    builder = _Builder(document.parser.htmlStash.rawHtmlBlocks)
    builder.copy(document.root)
    return builder.root


class _Builder:
    """A tree in the making; `stack` holds the elements that are open."""

    def __init__(self, stash: list[str | Element], open_stash: frozenset[int] = frozenset()) -> None:
        self.root = Element("div")
        self.stack = [self.root]
        self.stash = stash
        self.open_stash = open_stash
        self.floor = 1
        """Raw end tags close nothing below this height of the stack."""

    def copy(self, element: Element) -> None:
        """Add an element of the parser's tree with all that is in it."""
        if element.get("class") == "footnote-backref":
            return
        floor, height = self.floor, len(self.stack)
        self.start(str(element.tag), {name: self._attribute(value) for name, value in element.items() if value})
        self.floor = len(self.stack)
        self.text(element.text or "")
        for child in element:
            self.copy(child)
            self.text(child.tail or "")
        del self.stack[height:]
        self.floor = floor

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if len(self.stack) > _DEEPEST:
            self.add("\n")
            return
        element = SubElement(self.stack[-1], tag, dict(attributes))
        if tag not in _VOID:
            self.stack.append(element)

    def end(self, tag: str) -> None:
        for height in range(len(self.stack) - 1, self.floor - 1, -1):
            if self.stack[height].tag == tag:
                del self.stack[height:]
                return

    def text(self, text: str) -> None:
        """Add text as the parser holds it: with entities and placeholders."""
        self.pieces(_unescaped(text.replace(AMP_SUBSTITUTE, "&")))

    def pieces(self, text: str) -> None:
        """Add text with placeholders."""
        for index, piece in enumerate(_PLACEHOLDER.split(text)):
            if index % 2 == 0:
                self.add(clean(piece))
            elif piece.startswith(_STASHED):
                self._raw(piece.removeprefix(_STASHED))
            elif piece.isdecimal():  # an escaped character that the parser has forgotten
                self.add(clean(chr(min(int(piece), 0x10FFFF))))

    def add(self, text: str) -> None:
        """Add plain text."""
        parent = self.stack[-1]
        if parent.tag in _NOT_TEXT:
            return
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text

    def _raw(self, digits: str) -> None:
        number = int(digits) if digits.isdecimal() else len(self.stash)
        if number >= len(self.stash) or number in self.open_stash:
            return
        content, before = self.stash[number], self.open_stash
        self.open_stash = before | {number}
        if isinstance(content, str):
            _Reader(self).read(content)
        else:
            self.copy(content)
        self.open_stash = before

    def _attribute(self, value: str) -> str:
        if STX not in value and "&" not in value:
            return clean(value)
        inner = _Builder(self.stash, self.open_stash)
        inner.text(value)
        return "".join(inner.root.itertext())


class _Reader(HTMLParser):
    """Reads one piece of raw HTML into a builder."""

    def __init__(self, builder: _Builder) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = builder

    def read(self, source: str) -> None:
        self.feed(_ENDLESS.sub("&amp;", source))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: clean(_PLACEHOLDER.sub("", value or "")) for name, value in attrs})

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # in HTML, `<span/>` opens a span

    def handle_endtag(self, tag: str) -> None:
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.pieces(data)

    def parse_marked_section(self, i: int, report: Any = 1) -> int:  # noqa: ARG002 - the signature of the base class
        """Skip ``<![…]>``, at which the base class raises an error unless it knows the word in it."""
        return self.rawdata.find(">", i) + 1 or -1


def _unescaped(text: str) -> str:
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


# --- tables -------------------------------------------------------------------------------------------------------

TABLE, RECORD, FIELD, LABEL, VALUE = "x-table", "x-record", "x-field", "x-label", "x-value"


def reshape_tables(root: Element) -> None:
    """Turn each table into records, whose fields carry the column's header: the order in which they are read.

    A table of another shape (cells outside rows, a table in a cell) stays, and is read cell by cell.
    """
    for table in list(root.iter("table")):
        cells = list(table.iter("td")) + list(table.iter("th"))
        captions = list(table.iter("caption"))
        if len(list(table.iter("table"))) == 1 and _size(table) == sum(map(_size, [*cells, *captions])):
            _reshape(table, captions)


def _size(element: Element) -> int:
    return sum(len("".join(text.split())) for text in element.itertext())


def _reshape(table: Element, captions: list[Element]) -> None:
    rows = [list(row) for row in table.iter("tr") if len(row)]
    labels: list[Element] = rows.pop(0) if len(rows) > 1 and all(cell.tag == "th" for cell in rows[0]) else []
    for child in list(table):
        table.remove(child)
    table.tag, table.text = TABLE, None
    table.extend(captions)
    for row in rows:
        record = SubElement(table, RECORD)
        for label, cell in zip_longest(labels, row):
            record.append(_field(label, cell))


def _field(label: Element | None, cell: Element | None) -> Element:
    style = next((element.get("style", "") for element in (cell, label) if element is not None), "")
    field = Element(FIELD, {"style": style})
    for tag, content in ((LABEL, label), (VALUE, cell)):
        part = SubElement(field, tag) if content is None else deepcopy(content)
        part.tag, part.tail = tag, None
        if content is not None:
            field.append(part)
    return field


# --- pieces of a tree ---------------------------------------------------------------------------------------------


def nodes(element: Element) -> Iterator[str | Element]:
    """Yield what is in an element, in order: text and elements."""
    yield element.text or ""
    for child in element:
        yield child
        yield child.tail or ""


def classes(element: Element) -> frozenset[str]:
    """Return the classes of an element."""
    return frozenset((element.get("class") or "").split())
