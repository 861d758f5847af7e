"""Word documents (.docx) → blocks. The place of a block is the number of its paragraph, as Word has no lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from pipeline.article.importing.blocks import Block, Draft, Kind, Remark, plain
from pipeline.article.importing.decode import tidy
from pipeline.article.importing.word_package import Package
from pipeline.article.importing.word_runs import Runs
from pipeline.article.importing.word_styles import Styles, W, read_styles

_SPACES = re.compile(r"[ \t\n]+")
_PROPERTIES = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_HIDDEN_PARTS = {"header": "header of the pages", "footer": "footer of the pages", "comments": "comment"}
_NOTES = {"footnotes": "f", "endnotes": "e"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_TEXT_BOX = f"{W}txbxContent"
_HEADING_LENGTH = 80
_LONGEST_TITLE = 120


def read_word(data: bytes, path: str) -> Draft:
    """Return the blocks of a document. Raises `InputError` if it cannot be read."""
    package = Package(data, path)
    return _Reader(package).run()


class _Reader:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.relations = package.relations(package.main)
        self.runs = Runs(package, self.relations)
        self.styles: Styles = read_styles(self._part("styles"), self._part("numbering"))
        self.number = 0
        """Of the paragraph."""

    def run(self) -> Draft:
        root = self.package.xml(self.package.main)
        blocks = list(self._blocks(root)) if root is not None else []
        blocks += [block for kind, letter in _NOTES.items() for block in self._notes(kind, letter)]
        styled = any(block.kind is Kind.HEADING and block.level for block in blocks)
        # Without styles of headings, the form of a line has to tell what it is.
        if styled:
            blocks = [replace(b, kind=Kind.PARAGRAPH) if b.kind is Kind.LINE else b for b in blocks]
        draft = Draft(blocks, self.runs.remarks, pictures=self.runs.pictures)
        properties = self.package.xml(_PROPERTIES)
        title = properties.findtext(f".//{_TITLE}") if properties is not None and not styled else ""
        draft.title = "" if self._has_title_line(blocks) else " ".join((title or "").split())
        self._hidden_parts(draft)
        return draft

    @staticmethod
    def _has_title_line(blocks: list[Block]) -> bool:
        return bool(blocks) and len(blocks[0].words) <= _LONGEST_TITLE and not blocks[0].words.endswith((".", ":"))

    def _part(self, kind: str) -> Element | None:
        relation = next((each for each in self.relations.values() if each.kind == kind), None)
        return self.package.xml(relation.target) if relation and not relation.external else None

    # --- blocks ---------------------------------------------------------------------------------------------------

    def _blocks(self, element: Element) -> Iterator[Block]:
        for child in element:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag not in {f"{W}del", f"{W}moveFrom", f"{W}sectPr"}:
                yield from self._blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        self.number += 1
        number = self.number
        text = tidy(self.runs.text(paragraph, number), self.package.path)
        for part in filter(str.strip, text.split("\n\n")):
            lines = [_SPACES.sub(" ", line).strip(" ") for line in part.split("\n")]
            yield self._block(paragraph, "  \n".join(filter(None, lines)), number)
        for box in _boxes(paragraph):
            yield from self._blocks(box)

    def _block(self, paragraph: Element, text: str, number: int) -> Block:
        style = self.styles.of(paragraph)
        block = Block(Kind.LINE, text, number, group=number)
        if style.name == "title":
            return replace(block, kind=Kind.HEADING, level=1)
        if style.heading:
            return replace(block, kind=Kind.HEADING, level=min(style.heading + 1, 6))
        if style.list_id:
            ordered = self.styles.ordered.get((style.list_id, style.list_level), False)
            return replace(block, kind=Kind.ITEM, level=style.list_level + 1, number=1 if ordered else None)
        short = len(plain(text)) <= _HEADING_LENGTH and not text.rstrip("*").endswith((".", ":", ",", ";"))
        if short and self.runs.is_bold(paragraph) and not text.startswith("!["):
            return replace(block, kind=Kind.HEADING, text=text.strip("*"), level=0)
        return replace(block, kind=Kind.PARAGRAPH) if style.name in {"quote", "caption"} else block

    def _table(self, table: Element) -> Iterator[Block]:
        first = self.number + 1
        rows = [[self._cell(cell) for cell in row.iter(f"{W}tc")] for row in table.findall(f".//{W}tr")]
        full = tuple(tuple(row) for row in rows if any(row))
        if max(map(len, full), default=0) > 1:
            yield Block(Kind.TABLE, "", first, rows=full)
        else:
            yield from (Block(Kind.PARAGRAPH, part, first) for row in full for part in row[0].split("<br>"))

    def _cell(self, cell: Element) -> str:
        texts = []
        for paragraph in cell.iter(f"{W}p"):
            self.number += 1
            texts.append(_SPACES.sub(" ", tidy(self.runs.text(paragraph, self.number), self.package.path)).strip())
        return "<br>".join(filter(None, texts))

    def _notes(self, kind: str, letter: str) -> Iterator[Block]:
        root = self._part(kind)
        for note in root if root is not None else ():
            if note.get(f"{W}type") not in _SEPARATORS:
                text = self._cell(note).replace("<br>", " ")
                yield Block(Kind.PARAGRAPH, f"[^{letter}{note.get(f'{W}id', '')}]: {text}", self.number)

    def _hidden_parts(self, draft: Draft) -> None:
        """Report what stands around the text: headers, footers, comments."""
        for relation in self.relations.values():
            why = _HIDDEN_PARTS.get(relation.kind)
            root = self.package.xml(relation.target) if why and not relation.external else None
            for paragraph in root.iter(f"{W}p") if root is not None else ():
                words = " ".join("".join(t.text or "" for t in paragraph.iter(f"{W}t")).split())
                if words:
                    draft.remarks.append(Remark(1, f"dropped: {words} ({why})"))


def _boxes(paragraph: Element) -> Iterator[Element]:
    """Yield the text boxes in a paragraph, once each: old versions of Word have a copy."""
    for child in paragraph:
        if child.tag.endswith("}Fallback"):
            continue
        if child.tag == _TEXT_BOX:
            yield child
        else:
            yield from _boxes(child)
