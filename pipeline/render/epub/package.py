"""The package document of an e-book: what it is, what is in it, and for whom it can be read.

The vocabulary is that of EPUB Accessibility 1.1 and of schema.org. A conformance (``dcterms:conformsTo``) is not
claimed: only people can say that a book meets WCAG.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from pipeline.locale import Locale
from pipeline.render.epub.xhtml import CHAPTER, STYLE, legal

_OPF = "http://www.idpf.org/2007/opf"
_DC = "http://purl.org/dc/elements/1.1/"
_XML = "http://www.w3.org/XML/1998/namespace"

CONTAINER = b"""<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""

_XHTML_TYPE = "application/xhtml+xml"
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
)
_MOVES = re.compile(rb"<(?:\w+:)?(?:animate\w*|set|script)\b|@keyframes", re.IGNORECASE)
"""What can make an SVG picture move."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a book says about itself."""

    identifier: str
    """A UUID that stays the same from build to build."""

    locale: Locale
    title: str
    description: str
    description_locale: Locale
    publisher: str
    authors: tuple[str, ...]
    source: str
    """The title of the work that the article is based on; empty if there is none."""

    modified: dt.date
    described: bool
    """Whether all pictures have a description."""

    summary: str
    """About its accessibility, in words."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a book."""

    name: str
    content: bytes

    @property
    def media_type(self) -> str:
        """What it is by its content, which reading programs go by."""
        found = next((kind for signature, kind in _SIGNATURES if self.content.startswith(signature)), None)
        if self.content[:4] == b"RIFF" and self.content[8:12] == b"WEBP":
            return "image/webp"
        return found or "image/svg+xml"

    @property
    def may_move(self) -> bool:
        """Whether it may be animated, so that nobody knows whether it flashes."""
        if self.media_type == "image/svg+xml":
            return bool(_MOVES.search(self.content))
        return self.media_type in {"image/gif", "image/webp"} or b"acTL" in self.content[:1024]


def package(metadata: Metadata, pictures: Sequence[Picture]) -> bytes:
    """Return the package document."""
    root = etree.Element(
        f"{{{_OPF}}}package",
        {"version": "3.0", "unique-identifier": "id", f"{{{_XML}}}lang": metadata.locale.tag},
        nsmap={None: _OPF, "dc": _DC},
    )
    root.set("dir", metadata.locale.direction)
    _describe(etree.SubElement(root, f"{{{_OPF}}}metadata"), metadata, pictures)
    manifest = etree.SubElement(root, f"{{{_OPF}}}manifest")
    for number, (name, kind, properties) in enumerate(_files(pictures)):
        item = {"id": f"item-{number}", "href": name, "media-type": kind}
        etree.SubElement(manifest, f"{{{_OPF}}}item", item | ({"properties": properties} if properties else {}))
    progression = {"page-progression-direction": metadata.locale.direction}
    spine = etree.SubElement(root, f"{{{_OPF}}}spine", progression)
    etree.SubElement(spine, f"{{{_OPF}}}itemref", idref="item-1")
    text: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return text


def _files(pictures: Iterable[Picture]) -> Iterator[tuple[str, str, str]]:
    """Yield name, media type and properties of each file, the table of contents first, then the chapter."""
    yield "nav.xhtml", _XHTML_TYPE, "nav"
    yield CHAPTER, _XHTML_TYPE, ""
    yield STYLE, "text/css", ""
    yield from ((each.name, each.media_type, "") for each in pictures)


def _describe(parent: etree._Element, metadata: Metadata, pictures: Sequence[Picture]) -> None:
    def core(name: str, text: str, **attributes: str) -> None:
        if text.strip():
            etree.SubElement(parent, f"{{{_DC}}}{name}", attributes).text = legal(text)

    def more(name: str, text: str) -> None:
        etree.SubElement(parent, f"{{{_OPF}}}meta", property=name).text = legal(text)

    core("identifier", f"urn:uuid:{metadata.identifier}", id="id")
    core("title", metadata.title)
    core("language", metadata.locale.tag)
    core("description", metadata.description, **{f"{{{_XML}}}lang": metadata.description_locale.tag})
    for author in metadata.authors:
        core("creator", author)
    core("publisher", metadata.publisher)
    core("source", metadata.source)
    more("dcterms:modified", f"{metadata.modified.isoformat()}T00:00:00Z")
    for name, value in _accessibility(metadata, pictures):
        more(f"schema:{name}", value)


def _accessibility(metadata: Metadata, pictures: Sequence[Picture]) -> Iterator[tuple[str, str]]:
    yield "accessMode", "textual"
    if pictures:
        yield "accessMode", "visual"
    yield "accessModeSufficient", "textual" if metadata.described else "textual,visual"
    for feature in ("structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability"):
        yield "accessibilityFeature", feature
    if pictures and metadata.described:
        yield "accessibilityFeature", "alternativeText"
    yield "accessibilityHazard", "unknown" if any(each.may_move for each in pictures) else "none"
    yield "accessibilitySummary", metadata.summary
