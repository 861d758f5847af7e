"""HTML → blocks. Nothing is fetched; every text is either in a block or in one that says why it is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from urllib.parse import urljoin

from pipeline.article.importing.blocks import Block, Draft, Kind
from pipeline.article.importing.decode import visible
from pipeline.article.importing.escape import escape
from pipeline.article.importing.html_names import BLOCKS, CELLS, CLOSES, NO_TEXT, ROLES, VOID, WHY, WHY_CLASS
from pipeline.article.importing.inline import Inline
from pipeline.article.importing.pictures import picture

_NAME_PART = re.compile(r"[\s_-]+")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_ZONES = ("main", "article")
_META = {"description": "description", "og:description": "description", "author": "author", "og:site_name": "site"}
_HEADING = re.compile(r"h[1-6]")


@dataclass(slots=True)
class _List:
    ordered: bool
    number: int
    begun: bool = False
    """Whether the item has some text: what follows belongs to it."""


@dataclass(slots=True)
class _Table:
    line: int
    rows: list[list[str]] = field(default_factory=list)


def read_html(text: str) -> Draft:
    """Return the blocks of a page."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.finish()
    reader.draft.blocks = list(reader.blocks())
    return reader.draft


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.draft = Draft()
        self.stack: list[tuple[str, str]] = []
        """The open elements: name, and why they are left out."""
        self.found: list[tuple[Block, frozenset[str]]] = []
        """The blocks, with the zones that they are in."""
        self.inline = Inline()
        self.lists: list[_List] = []
        self.tables: list[_Table] = []
        self.line = 1

    # --- what the parser calls ------------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._end_implied(tag)
        if tag in BLOCKS:
            self.flush()
        why = self._why(tag, values)
        if tag not in VOID:
            self.stack.append((tag, why))
        if why and tag not in BLOCKS | VOID:
            self.inline.start_apart(tag)
        self._meta(tag, values)
        self._structure(tag, values)
        if tag == "img":
            self._picture(values)
        elif tag == "a" and values.get("href"):
            self.inline.start(tag, urljoin(self.draft.url, values["href"]))
        else:
            self.inline.start(tag, values.get("title", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.flush()
        if apart := self.inline.end_apart(tag):
            self.found.append((self._block(apart), self._zones()))
        abbreviation = self.inline.end(tag)
        if abbreviation:
            self.draft.abbreviations.setdefault(*abbreviation)
        if any(name == tag for name, _ in self.stack):
            while self.stack.pop()[0] != tag:
                pass
        if tag in {"ul", "ol"} and self.lists:
            self.lists.pop()
        elif tag == "table" and self.tables:
            self._end_table(self.tables.pop())

    def handle_data(self, data: str) -> None:
        names = {name for name, _ in self.stack}
        if "title" in names and "head" in names:
            self.draft.title = " ".join(f"{self.draft.title} {data}".split())
        elif names.isdisjoint(NO_TEXT):
            if not self.inline.text.strip() and data.strip():
                self.line = self.getpos()[0] + data[: len(data) - len(data.lstrip())].count("\n")
            self.inline.add(data if "pre" in names else escape(_SPACES.sub(" ", visible(data))))

    # --- elements -------------------------------------------------------------------------------------------------

    def _end_implied(self, tag: str) -> None:
        inner, outer = CLOSES.get(tag, ({"p"}, BLOCKS - {"p"}) if tag in BLOCKS else (set(), set()))
        for name, _ in reversed(self.stack):
            if name in inner:
                self.handle_endtag(name)
                return
            if name in outer:
                return

    def _why(self, tag: str, values: dict[str, str]) -> str:
        """Return why an element is not part of the article, or an empty text."""
        names = {name for name, _ in self.stack}
        if tag in {"button", "footer", "svg"} and any(map(_HEADING.fullmatch, names)):
            return ""  # what opens and closes a section is its heading
        if tag in {"body", "html", "main", "article", "a"}:
            return ""
        if "hidden" in values or _HIDDEN.search(values.get("style", "")) or values.get("aria-hidden") == "true":
            return "hidden"
        if values.get("class") == "box-label":
            return "label of a box"  # of our own pages
        parts = _NAME_PART.split(f"{values.get('class', '')} {values.get('id', '')}".lower())
        by_class = next((WHY_CLASS[part] for part in parts if part in WHY_CLASS), "")
        return WHY.get(tag) or ROLES.get(values.get("role", "")) or by_class

    def _meta(self, tag: str, values: dict[str, str]) -> None:
        name = _META.get(values.get("name", "") or values.get("property", ""))
        if tag == "meta" and name and not getattr(self.draft, name):
            setattr(self.draft, name, " ".join(values.get("content", "").split()))
        elif tag == "link" and values.get("rel") == "canonical":
            self.draft.url = values.get("href", "")

    def _structure(self, tag: str, values: dict[str, str]) -> None:
        if tag in {"ul", "ol"}:
            start = values.get("start", "1")
            self.lists.append(_List(tag == "ol", int(start) if start.isascii() and start.isdecimal() else 1))
        elif tag == "li" and self.lists:
            self.lists[-1].begun = False
        elif tag == "table":
            self.tables.append(_Table(self.getpos()[0]))
        elif tag == "tr" and self.tables:
            self.tables[-1].rows.append([])
        elif tag in CELLS and self.tables:
            rows = self.tables[-1].rows
            if not rows:
                rows.append([])
            rows[-1].append("")

    def _picture(self, values: dict[str, str]) -> None:
        if self._reason():
            return
        markdown, remarks = picture(values.get("src", ""), values.get("alt", ""), self.getpos()[0], self.draft.pictures)
        self.draft.remarks += remarks
        if markdown:
            self.line = self.line if self.inline.text.strip() else self.getpos()[0]
            self.inline.add(markdown)

    # --- blocks ---------------------------------------------------------------------------------------------------

    def finish(self) -> None:
        """End what the page left open."""
        self.flush()
        while self.tables:
            self._end_table(self.tables.pop())

    def flush(self) -> None:
        """End the block that is open."""
        for text in self.inline.take(raw=any(name == "pre" for name, _ in self.stack)):
            if self._in_cell() and not self._reason():
                self._to_cell(text)
            else:
                self.found.append((self._block(text), self._zones()))

    def _in_cell(self) -> bool:
        inner = next((name for name, _ in reversed(self.stack) if name in CELLS or name == "table"), "")
        return inner in CELLS and bool(self.tables and self.tables[-1].rows and self.tables[-1].rows[-1])

    def _to_cell(self, text: str) -> None:
        row = self.tables[-1].rows[-1]
        row[-1] = f"{row[-1]}<br>{text}" if row[-1] else text

    def _reason(self) -> str:
        names = [name for name, _ in self.stack]
        start = names.index("main") if "main" in names else 0  # around it, an end tag may have been forgotten
        return next((why for _, why in self.stack[start:] if why), "")

    def _zones(self) -> frozenset[str]:
        return frozenset(name for name, _ in self.stack if name in _ZONES)

    def _block(self, text: str) -> Block:
        names = [name for name, _ in self.stack]
        heading = next((name for name in reversed(names) if _HEADING.fullmatch(name)), "")
        plain = Block(Kind.PARAGRAPH, text, self.line, quoted="blockquote" in names, why=self._reason())
        if heading:
            return replace(plain, kind=Kind.HEADING, level=int(heading[1]), quoted=False)
        if "pre" in names:
            return replace(plain, kind=Kind.CODE, level=len(self.lists))
        if self.lists and "li" in names:
            return self._item(plain)
        if "dt" in names or "dd" in names:
            last = next(name for name in reversed(names) if name in {"dt", "dd"})
            return replace(plain, kind=Kind.TERM if last == "dt" else Kind.DEFINITION, quoted=False)
        return plain

    def _item(self, block: Block) -> Block:
        current, level = self.lists[-1], len(self.lists)
        if current.begun:
            return replace(block, level=level, quoted=False)
        current.begun = True
        number = current.number if current.ordered else None
        current.number += 1
        return replace(block, kind=Kind.ITEM, level=level, number=number, quoted=False)

    def _end_table(self, table: _Table) -> None:
        rows = tuple(tuple(row) for row in table.rows if any(row))
        zones = self._zones()
        if max(map(len, rows), default=0) > 1:
            block = Block(Kind.TABLE, "", table.line, len(self.lists), rows=rows, why=self._reason())
            self.found.append((block, zones))
            return
        for row in rows:  # one column is a frame around text
            texts = row[0].split("<br>")
            self.found += [(Block(Kind.PARAGRAPH, text, table.line, why=self._reason()), zones) for text in texts]

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks; those outside the element that holds the article say so, except for its title."""
        zone = next((name for name in _ZONES if any(name in zones for _, zones in self.found)), "")
        titled = any(zone in zones and block.level == 1 and block.kind is Kind.HEADING for block, zones in self.found)
        for block, zones in self.found:
            is_title = block.kind is Kind.HEADING and block.level == 1 and not titled
            outside = bool(zone) and zone not in zones and not is_title
            yield replace(block, why=block.why or "outside the article") if outside else block
