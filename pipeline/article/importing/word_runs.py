"""The text of a Word paragraph → inline Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from xml.etree.ElementTree import Element

from pipeline.article.importing.blocks import Remark
from pipeline.article.importing.escape import escape
from pipeline.article.importing.inline import marked
from pipeline.article.importing.pictures import markdown, take
from pipeline.article.importing.word_package import Package, Relation
from pipeline.article.importing.word_styles import VAL, W

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_SIGNS = {
    f"{W}tab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}ptab": " ",
}
_NOT_TEXT = frozenset({f"{W}rPr", f"{W}pPr", f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{_MC}Fallback"})
_TEXT_BOX = f"{W}txbxContent"
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    """Markdown."""

    marks: tuple[str, ...] = ()
    """Names of HTML elements that say the same as the run's properties."""

    address: str = ""
    hidden: bool = False


class Runs:
    """Reads the runs of paragraphs, and notes pictures and remarks."""

    def __init__(self, package: Package, relations: dict[str, Relation]) -> None:
        """Begin with the relations of the part that the paragraphs are in."""
        self.package = package
        self.relations = relations
        self.pictures: dict[str, bytes] = {}
        self.remarks: list[Remark] = []

    def text(self, paragraph: Element, number: int) -> str:
        """Return the Markdown of a paragraph; a line break in it is a newline."""
        pieces = list(self._pieces(paragraph, "", number))
        for hidden, group in groupby(pieces, lambda piece: piece.hidden):
            words = "".join(piece.text for piece in group).strip()
            if hidden and words:
                self.remarks.append(Remark(number, f"dropped: {words} (hidden text)"))
        shown = (piece for piece in pieces if not piece.hidden)
        return "".join(_joined(address, list(group)) for address, group in groupby(shown, lambda piece: piece.address))

    def is_bold(self, paragraph: Element) -> bool:
        """Tell whether all text of a paragraph is bold."""
        runs = [run for run in paragraph.iter(f"{W}r") if "".join(t.text or "" for t in run.iter(f"{W}t")).strip()]
        return bool(runs) and all("strong" in _marks(run) for run in runs)

    def _pieces(self, element: Element, address: str, number: int) -> Iterator[_Piece]:
        for child in element:
            if child.tag in _NOT_TEXT or child.tag == _TEXT_BOX:
                continue
            if child.tag == f"{W}r":
                yield from self._run(child, address, number)
                continue
            if child.tag == f"{W}hyperlink":
                relation = self.relations.get(child.get(f"{_R}id", ""))
                target = relation.target if relation and relation.external else ""
                yield from self._pieces(child, target, number)
            else:
                yield from self._pieces(child, address, number)

    def _run(self, run: Element, address: str, number: int) -> Iterator[_Piece]:
        marks, properties = _marks(run), run.find(f"{W}rPr")
        hidden = properties is not None and _is_on(properties.find(f"{W}vanish"))
        for child in _content(run):
            if child.tag == f"{W}t":
                yield _Piece(escape(child.text or ""), marks, address, hidden)
            elif child.tag in _SIGNS and child.get(f"{W}type", "textWrapping") == "textWrapping":
                yield _Piece(_SIGNS[child.tag], marks, address, hidden)
            elif child.tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
                yield _Piece(f"[^{child.tag[len(W)]}{child.get(f'{W}id', '')}]")
            elif child.tag in {f"{W}drawing", f"{W}pict"}:
                yield _Piece(self._picture(child, number))
            elif child.tag == f"{W}sym":
                what = f"note: a sign of the font {child.get(f'{W}font', '')} was left out; put a letter in its place"
                self.remarks.append(Remark(number, what))

    def _picture(self, drawing: Element, number: int) -> str:
        sources = [e.get(f"{_R}embed") or e.get(f"{_R}link") for e in drawing.iter(f"{_A}blip")]
        sources += [e.get(f"{_R}id") for e in drawing.iter(f"{_V}imagedata")]
        described = [*drawing.iter(f"{_DRAWING}docPr"), *drawing.iter(f"{_V}shape")]
        words = next((w for e in described if (w := e.get("descr") or e.get("alt") or e.get("title"))), "")
        if not any(sources):
            if words:
                self.remarks.append(Remark(number, f"dropped: drawing “{words}” (only pictures can be taken over)"))
            return ""
        relation = self.relations.get(next(filter(None, sources)) or "")
        data = self.package.bytes(relation.target) if relation and not relation.external else b""
        if not words:
            self.remarks.append(Remark(number, "dropped: picture (it has no text alternative; give it one in Word)"))
            return ""
        name = take(data, self.pictures)
        if not name:
            what = f"dropped: picture “{words}” (it is no PNG, JPEG, GIF or WebP inside the document)"
            self.remarks.append(Remark(number, what))
            return ""
        return markdown(name, words)


def _content(run: Element) -> Iterator[Element]:
    """Yield what is in a run; of alternatives for old and new versions of Word, the new one."""
    for child in run:
        if child.tag == f"{_MC}AlternateContent":
            for choice in child.findall(f"{_MC}Choice"):
                yield from choice
        else:
            yield child


def _marks(run: Element) -> tuple[str, ...]:
    properties = run.find(f"{W}rPr")
    if properties is None:
        return ()
    marks = [name for tag, name in (("b", "strong"), ("i", "em")) if _is_on(properties.find(f"{W}{tag}"))]
    height = properties.find(f"{W}vertAlign")
    value = height.get(VAL, "") if height is not None else ""
    return (*marks, *(["sup"] if value == "superscript" else ["sub"] if value == "subscript" else []))


def _is_on(element: Element | None) -> bool:
    return element is not None and element.get(VAL, "1") not in _OFF


def _joined(address: str, pieces: list[_Piece]) -> str:
    """Join runs; those with the same marks become one, or signs would stand between parts of a word."""
    text = ""
    for marks, group in groupby(pieces, lambda piece: piece.marks):
        inner = "".join(piece.text for piece in group)
        for mark in reversed(marks):
            inner = marked(mark, "", inner)
        text += inner
    return marked("a", address, text) if address else text
