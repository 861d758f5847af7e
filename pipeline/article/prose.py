"""The prose of a document as a reader meets it: one text for each heading, paragraph, list item and cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from pipeline.article.slots import HEADINGS, OPAQUE_TAGS, visible
from pipeline.model import Document

_BLOCKS = HEADINGS | {"p", "li", "td", "th", "dt", "dd", "blockquote", "div", "section", "figcaption", "summary"}
_NOT_PROSE = frozenset({"footnote-ref", "footnote-backref", "toc", "references", "credits"})
"""Classes of elements that nobody reads as sentences; an author marks a list of sources with ``references``."""


@dataclass(frozen=True, slots=True)
class Block:
    """The text of one block, without that of blocks inside it."""

    text: str
    element: Element
    """Where the text begins; `Document.lines` knows its line."""


def prose(document: Document) -> list[Block]:
    """Return the blocks of `document` in order; code, pictures and references to footnotes leave nothing."""
    found: list[tuple[list[str], Element]] = []
    _gather(document.root, found)
    texts = (Block(" ".join(visible(document.parser, "".join(pieces)).split()), element) for pieces, element in found)
    return [block for block in texts if block.text]


def text_of(document: Document, element: Element) -> str:
    """Return all text inside `element` of the document, the alternatives of pictures included."""
    return visible(document.parser, "".join(text_pieces(element)))


def _gather(element: Element, found: list[tuple[list[str], Element]]) -> None:
    """Add the texts of `element` to the block that is open; a block inside it opens another."""
    if element.tag in OPAQUE_TAGS or not _NOT_PROSE.isdisjoint((element.get("class") or "").split()):
        return
    is_block = element.tag in _BLOCKS or not found
    if is_block:
        found.append(([], element))
    found[-1][0].append(element.text or "")
    for child in element:
        before = len(found)
        _gather(child, found)
        if len(found) > before and (child.tail or "").strip():
            found.append(([], element))
        found[-1][0].append(child.tail or "")


def text_pieces(element: Element) -> Iterator[str]:
    """Yield the text inside `element` as the parser holds it, with the alternatives of pictures."""
    yield element.get("alt", "") if element.tag == "img" else element.text or ""
    for child in element:
        yield from text_pieces(child)
        yield child.tail or ""
