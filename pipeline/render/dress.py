"""From the tree that the parser leaves to the tree that a page needs: links, boxes, tables, pictures, footnotes.

Works on a copy: the document's own tree stays as it is.
"""

from __future__ import annotations

import copy
import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from pipeline.article.slots import HEADINGS
from pipeline.render.boxes import dress_boxes
from pipeline.render.links import article_of
from pipeline.render.page import Page
from pipeline.render.terms.abbreviations import write_out
from pipeline.render.terms.readings import set_apart_readings

_ALIGNMENT = re.compile(r"text-align:\s*(left|right|center)")

Dress = Callable[[Element, Page], None]
"""Changes a tree for its page."""


def dressed_tree(page: Page, first: Sequence[Dress] = ()) -> Element:
    """Return a copy of the page's tree, ready to be written as HTML; what is to be done `first` comes before all."""
    root = copy.deepcopy(page.document.root)
    for dress in (*first, write_out, set_apart_readings, _links, _pictures, dress_boxes, _tables, _footnotes):
        dress(root, page)
    return root


def resolve_article(page: Page, href: str) -> tuple[str, str] | None:
    """Return domain and fragment (with its ``#``, or empty) of a link to another article, else None."""
    return article_of(page.document.article.domain, href)


def picture_path(page: Page, address: str) -> str | None:
    """Return the path below ``source/`` of a picture of the project, else None."""
    if re.match(r"[a-z][a-z0-9+.-]*:|//|/", address, re.IGNORECASE):
        return None
    folder = posixpath.dirname(page.document.article.domain)
    path = posixpath.normpath(posixpath.join(folder, unquote(address)))
    return None if path.startswith("..") else path


def pictures(page: Page) -> Iterator[tuple[str, int]]:
    """Yield the path below ``source/`` and the source line of each picture of the project on the page."""
    for image in page.document.root.iter("img"):
        if path := picture_path(page, image.get("src", "")):
            yield path, page.document.lines[image]


def _links(root: Element, page: Page) -> None:
    for link in root.iter("a"):
        target = resolve_article(page, link.get("href", ""))
        if target is None or target[0] not in page.articles:
            continue
        domain, fragment = target
        article = page.articles[domain]
        link.set("href", article.href + fragment)
        if article.locale != page.locale:
            link.set("hreflang", article.locale.tag)


def _pictures(root: Element, page: Page) -> None:
    up = "../" * page.path.count("/")
    for image in root.iter("img"):
        if path := picture_path(page, image.get("src", "")):
            image.set("src", up + path)
        image.set("alt", " ".join((image.get("alt") or "").split()))
    for paragraph in root.iter("p"):
        only = paragraph[0] if len(paragraph) == 1 else None
        if only is not None and only.tag == "img" and not f"{paragraph.text or ''}{only.tail or ''}".strip():
            paragraph.set("class", f"{paragraph.get('class', '')} picture".strip())


def _tables(root: Element, page: Page) -> None:
    """Put each table into a frame of its own, which people who use a keyboard can scroll."""
    heading, named, number = "", set[str](), 0
    for parent, index, child in list(_with_parents(root)):
        if child.tag in HEADINGS:
            heading = child.get("id", "")
        if child.tag != "table":
            continue
        number += 1
        frame = Element("div", {"class": "table", "role": "region", "tabindex": "0"})
        if heading and heading not in named:
            frame.set("aria-labelledby", heading)
            named.add(heading)
        else:  # two regions must not have one name
            # Translators: the name of a table, for people who use a screen reader
            frame.set("aria-label", page.words("Table {number}", number=number))
        frame.tail, child.tail = child.tail, None
        frame.append(child)
        parent[index] = frame
        _cells(child)


def _cells(table: Element) -> None:
    for cell in table.iter():
        if cell.tag == "th":
            cell.set("scope", "col")
        if alignment := _ALIGNMENT.search(cell.get("style", "")):
            del cell.attrib["style"]  # the page's security policy allows no styles of its own
            cell.set("class", f"{cell.get('class', '')} align-{alignment[1]}".strip())


def _with_parents(element: Element) -> Iterator[tuple[Element, int, Element]]:
    for index, child in enumerate(element):
        yield element, index, child
        yield from _with_parents(child)


def _footnotes(root: Element, page: Page) -> None:
    for notes in root.iter("div"):
        if notes.get("class") == "footnote":
            notes.set("role", "doc-endnotes")
    for link in root.iter("a"):
        if link.get("class") == "footnote-backref":
            number = link.get("href", "").rpartition(":")[2]
            # Translators: a link from a footnote back to its place
            link.set("title", page.words("Back to note {number} in the text", number=number))
            link.set("aria-label", link.get("title", ""))
