"""From the tree that the parser leaves to the tree that a page needs: links, boxes, tables, pictures, footnotes.

Works on a copy: the document's own tree stays as it is.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from pipeline.article.pictures import places
from pipeline.article.slots import HEADINGS
from pipeline.locale import Locale
from pipeline.render.boxes import dress_boxes
from pipeline.render.links import address_from, article_of
from pipeline.render.page import Page, Shown
from pipeline.render.terms.abbreviations import write_out
from pipeline.render.terms.readings import set_apart_readings
from pipeline.render.wall import walled

_ALIGNMENT = re.compile(r"text-align:\s*(left|right|center)")

Dress = Callable[[Element, Page], None]
"""Changes a tree for its page."""


def dressed_tree(page: Page, first: Sequence[Dress] = ()) -> Element:
    """Return a copy of the page's tree, ready to be written as HTML; what is to be done `first` comes before all."""
    root = copy.deepcopy(page.document.root)
    for dress in (*first, write_out, set_apart_readings, _links, _pictures, dress_boxes, _tables, _footnotes):
        dress(root, page)
    return root


def behind_wall(page: Page, html: str, links: Iterable[str] = ()) -> str:
    """Return finished HTML of `page` without anything that is neither ours nor the author's; `links` are ours too."""
    return walled(html, page.own, _addresses(page, [*page.own.addresses, *links]))


def _addresses(page: Page, given: Collection[str]) -> set[str]:
    """Return addresses as the page writes them; it holds no others, but for places in itself."""
    found = set(given)
    for address in given:
        found.add(_link_target(page, address)[0])
        if path := picture_path(page, address):
            found.add(address_from(page.path, page.pictures.get(path, Shown(path)).path))
    return found


def resolve_article(page: Page, href: str) -> tuple[str, str] | None:
    """Return domain and fragment (with its ``#``, or empty) of a link to another article, else None."""
    return article_of(page.document.article.domain, href)


def picture_path(page: Page, address: str) -> str | None:
    """Return the path below ``source/`` of a picture of the project, else None."""
    return places.picture_path(page.document.article.domain, address)


def pictures(page: Page) -> Iterator[tuple[str, int]]:
    """Yield the path below ``source/`` and the source line of each picture of the project on the page."""
    for image in page.document.root.iter("img"):
        if path := picture_path(page, image.get("src", "")):
            yield path, page.document.lines[image]


def _links(root: Element, page: Page) -> None:
    for link in root.iter("a"):
        href, locale = _link_target(page, link.get("href", ""))
        link.set("href", href)
        if locale not in {None, page.locale}:
            link.set("hreflang", locale.tag)


def _link_target(page: Page, href: str) -> tuple[str, Locale | None]:
    """Return where a link leads on the page, and for one to another article the language of that."""
    target = resolve_article(page, href)
    article = page.articles.get(target[0]) if target else None
    return (article.href + target[1], article.locale) if target and article else (href, None)


def _pictures(root: Element, page: Page) -> None:
    for image in root.iter("img"):
        if path := picture_path(page, image.get("src", "")):
            _show(image, page, page.pictures.get(path, Shown(path)))
        image.set("alt", " ".join((image.get("alt") or "").split()))
    for paragraph in root.iter("p"):
        only = paragraph[0] if len(paragraph) == 1 else None
        if only is not None and only.tag == "img" and not f"{paragraph.text or ''}{only.tail or ''}".strip():
            paragraph.set("class", f"{paragraph.get('class', '')} picture".strip())


def _show(image: Element, page: Page, shown: Shown) -> None:
    """Let `image` show a picture; with its size, the text below does not jump when it arrives."""
    image.set("src", address_from(page.path, shown.path))
    if shown.width and image.get("width") is None and image.get("height") is None:
        image.set("width", str(shown.width))
        image.set("height", str(shown.height))


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
