"""HTML as the templates and the parser write it → XHTML that every reading program can read.

Articles may hold raw HTML, so nothing is taken as it is: each element and attribute is written anew if it is one of
those below. What is no element of a text is left out, and what is in it stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml import etree
from lxml import html as lxml_html

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TEXT = """
    a abbr article aside b bdi bdo blockquote body br caption cite code col colgroup dd del details dfn div dl dt em
    figcaption figure footer h1 h2 h3 h4 h5 h6 head header hr html i img ins kbd li link main mark nav ol p pre q rp rt
    ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time title tr u ul var wbr
"""
_ELEMENTS = frozenset(_TEXT.split())
_VOID = frozenset({"br", "col", "hr", "img", "link", "wbr"})
# A button does nothing in a book, and its words speak of what it would do.
_DROPPED = frozenset(
    {"script", "style", "template", "iframe", "object", "embed", "noscript", "textarea", "select", "button"}
)
_EVERYWHERE = frozenset({"class", "dir", "id", "lang", "role", "title"})
_ATTRIBUTES = {
    "a": {"href", "hreflang"},
    "details": {"open"},
    "img": {"alt", "src"},
    "ol": {"reversed", "start"},
    "td": {"colspan", "headers", "rowspan"},
    "th": {"abbr", "colspan", "headers", "rowspan", "scope"},
    "time": {"datetime"},
}
_ABROAD = re.compile(r"(?:https?|mailto|tel|sms):[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

CHAPTER = "chapter.xhtml"
"""The name of the file that holds the text."""

STYLE = "book.css"

Resolve = Callable[[str], str]
"""From the address of a picture to its name in the book; empty if it cannot be in it."""


@dataclass(slots=True)
class _Writer:
    """Writes one document."""

    resolve: Resolve
    base: str
    """The address of the web page, from which its links lead on; empty if it is not known."""

    ids: set[str] = field(default_factory=set)
    links: list[etree._Element] = field(default_factory=list)
    """Those that lead to a place in the same document."""

    def copy(self, element: etree._Element, parent: etree._Element) -> None:
        """Write `element`, with all that is in it, as the last child of `parent`."""
        tag = element.tag if isinstance(element.tag, str) else ""  # a comment has none
        if not tag or tag in _DROPPED:
            return
        target = self._element(element, tag, parent)
        inner = parent if target is None or tag in _VOID else target
        _add(inner, element.text)
        for child in element:
            self.copy(child, inner)
            _add(inner, child.tail)

    def _element(self, element: etree._Element, tag: str, parent: etree._Element) -> etree._Element | None:
        """Add the element without what is in it; None where only what is in it may stay."""
        if tag not in _ELEMENTS:
            return None
        attributes = dict(self._attributes(element, tag))
        if tag == "img" and not attributes.get("src"):
            _add(parent, element.get("alt"))
            return None
        if tag == "a" and "href" not in attributes:
            tag = "span"
        made = etree.SubElement(parent, f"{{{XHTML}}}{tag}", attributes)
        if attributes.get("href", "").startswith("#"):
            self.links.append(made)
        return made

    def _attributes(self, element: etree._Element, tag: str) -> Iterator[tuple[str, str]]:
        own = _ATTRIBUTES.get(tag, set())
        for name, value in element.items():
            clean = legal(value)
            if name == "epub:type":
                yield f"{{{OPS}}}type", clean
            elif name == "id":
                yield from self._id(clean)
            elif name in {"href", "src"}:
                yield from self._address(name, clean) if name in own else ()
            elif name in own or name in _EVERYWHERE or name.startswith("aria-"):
                yield name, clean
                if name == "lang":
                    yield _XML_LANG, clean

    def _id(self, value: str) -> Iterator[tuple[str, str]]:
        if value and value not in self.ids and not re.search(r"\s", value):
            self.ids.add(value)
            yield "id", value

    def _address(self, name: str, value: str) -> Iterator[tuple[str, str]]:
        if name == "src":
            yield name, self.resolve(value)
        elif value.startswith("#") or value.partition("#")[0] == CHAPTER:
            yield name, value
        elif _ABROAD.fullmatch(full := _joined(self.base, value)):
            yield name, full

    def mend(self) -> None:
        """Let no link lead to a place that there is not."""
        for link in self.links:
            if link.get("href", "")[1:] not in self.ids:
                link.tag = f"{{{XHTML}}}span"
                for name in ("href", "hreflang"):
                    link.attrib.pop(name, None)


def to_xhtml(html: str, resolve: Resolve = lambda _address: "", base: str = "") -> bytes:
    """Return the HTML document `html` as an XHTML document that is well-formed, whatever it is made of.

    Links lead on from `base`, the address of the page; without it, those to other pages of the site are plain text.
    """
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    read = lxml_html.document_fromstring(legal(html).encode(), parser=parser)
    book = etree.Element("book", nsmap={None: XHTML, "epub": OPS})
    writer = _Writer(resolve, base)
    writer.copy(read, book)
    writer.mend()
    root = book[0]
    head = root.find(f"{{{XHTML}}}head")
    etree.SubElement(head, f"{{{XHTML}}}link", rel="stylesheet", type="text/css", href=STYLE)
    text: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>")
    return text + b"\n"


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:  # such as a wrong IPv6 address
        return ""


def legal(text: str) -> str:
    """Return `text` without the characters that no XML document may hold."""
    return _ILLEGAL.sub("", text)


def _add(parent: etree._Element, text: str | None) -> None:
    """Add text at the end of what `parent` holds."""
    if not text:
        return
    clean = legal(text)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + clean
    else:
        parent.text = (parent.text or "") + clean
