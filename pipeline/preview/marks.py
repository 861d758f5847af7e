"""Which block of a page comes from which message: marks in the tree of an article, and what becomes of them.

Before the article is parsed, two invisible characters go around each text. In the tree that the parser makes they tell
where each message begins and ends; there they give way to a mark on the element that holds it. So whatever makes the
page sees the very texts that readers get, and a block of the preview has exactly the look that it will have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from xml.etree.ElementTree import Element

from lxml import html
from lxml.html import HtmlElement

from pipeline.locale import Locale
from pipeline.model import SUMMARY, Key, Segment

_OPEN, _CLOSE, _STOP = "\uf8f0", "\uf8f2", "\uf8f1"
"""For private use; before the number of a message where it begins, where it ends, and after the number."""

_ANY = re.compile(f"[{_OPEN}{_CLOSE}][0-9]+{_STOP}")
_BLOCK = re.compile(f"{_OPEN}([0-9]+){_STOP}")
_CARRIER = "title"
"""The attribute that carries marks through all that is done to a page: nothing reads it, and no wall takes it away."""

_SHEET = "/static/marks.css"
_NO_BUTTON = frozenset({"a", "button", "label", "summary"})
"""Elements that must not hold a button."""

_LANDMARKS = frozenset({"header", "main", "footer"})
_NOT_IN_TEXT = frozenset({"abbr", "link-title"})
"""Kinds of segments that stand in attributes."""

FRONT = {
    "title": ".//h1",
    "description": ".//p[@class='lead']",
    SUMMARY: ".//div[@class='box in-short']/p[2]",
}
"""Where a page has its front matter, which is not in the tree of its article."""


@dataclass(frozen=True, slots=True)
class Block:
    """What a page shows about one message."""

    name: str
    """Which message it is, for the workbench."""

    state: str
    """``ready``, ``fuzzy``, ``missing``, ``held`` (an error keeps it back) or ``kept`` (an older form stands here)."""

    sign: str
    """A sign for the state, on the button that opens the message."""

    label: str
    """The name of that button."""

    kind: str = ""
    """As in `Segment.kind`."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Puts marks around texts before they are parsed."""

    numbers: Mapping[Key, int]

    def __call__(self, segment: Segment, text: str) -> str:
        """Return the text that a page shows of a segment, with its marks."""
        number = self.numbers.get(segment.key)
        if number is None or segment.kind in _NOT_IN_TEXT:
            return text
        return f"{_OPEN}{number}{_STOP}{text}{_CLOSE}{number}{_STOP}"


# --- in the tree --------------------------------------------------------------------------------------------------


def settle(root: Element) -> None:
    """Move the marks in the texts of a tree to the elements that hold them.

    An element is made for a text that has none of its own, such as that of an item before a nested list.
    """
    contents = {each for toc in root.iter("div") if toc.get("class") == "toc" for each in toc.iter()}
    for element in list(root.iter()):
        for number in () if element in contents else _begun(element):
            holder = _holder(element, number)
            if holder is not None:
                holder.set(_CARRIER, f"{holder.get(_CARRIER, '')}{_OPEN}{number}{_STOP}")
    for element in root.iter():
        if element.text and _ANY.search(element.text):
            element.text = _ANY.sub("", element.text)
        if element.tail and _ANY.search(element.tail):
            element.tail = _ANY.sub("", element.tail)


def _begun(element: Element) -> list[int]:
    """Return the numbers of the messages that begin directly in `element`."""
    texts = [element.text, *(child.tail for child in element)]
    return [int(found) for text in texts if text for found in _BLOCK.findall(text)]


def _holder(element: Element, number: int) -> Element | None:
    """Return the element that holds the text of a message and nothing else: `element`, or a new one within."""
    opening, closing = f"{_OPEN}{number}{_STOP}", f"{_CLOSE}{number}{_STOP}"
    last = (element[-1].tail if len(element) else element.text) or ""
    if (element.text or "").lstrip().startswith(opening) and last.rstrip().endswith(closing):
        return element
    return _wrapped(element, opening, closing)


def _wrapped(element: Element, opening: str, closing: str) -> Element | None:
    """Put what is between two marks in `element` into an element of its own; None if the two do not fit."""
    places = list(_places(element))
    start = next((place for place, text in places if opening in text), None)
    end = next((place for place, text in places if closing in text), None)
    if start is None or end is None or end < start:
        return None
    span, children = Element("span"), list(element)
    before, _, within = _text(element, start).partition(opening)
    if start == end:
        within, _, after = within.partition(closing)
    else:
        last, _, after = _text(element, end).partition(closing)
    _set_text(element, start, before)
    element.insert(start, span)
    span.text = within
    for child in children[start:end]:
        element.remove(child)
        span.append(child)
    if start != end:
        span[-1].tail = last
    span.tail = after
    return span


def _places(element: Element) -> Iterator[tuple[int, str]]:
    """Yield each text directly in `element`, with the number of children before it."""
    yield from enumerate([element.text or "", *(child.tail or "" for child in element)])


def _text(element: Element, place: int) -> str:
    return (element[place - 1].tail if place else element.text) or ""


def _set_text(element: Element, place: int, text: str) -> None:
    if place:
        element[place - 1].tail = text
    else:
        element.text = text


# --- on the page --------------------------------------------------------------------------------------------------


def annotate(
    page: str, blocks: Sequence[Block], interface: Locale, name: str, versions: Mapping[str, str] = MappingProxyType({})
) -> str:
    """Return the HTML of a page, made from a settled tree, in which the blocks are told apart and have a button each.

    `blocks` are those of the numbers that the marker has; `interface` is the language of the buttons. The landmarks
    get a `name`: two pages may stand side by side. Pictures get their `versions`, by address, so that a browser asks
    for them again.
    """
    root = html.document_fromstring(page)
    for landmark in root.iterfind("body/*"):
        if landmark.tag in _LANDMARKS:
            landmark.set("aria-label", name)
    head = root.find("head")
    if head is not None:
        head.append(html.Element("link", {"rel": "stylesheet", "href": _SHEET}))
    for element, block in [*_in_front(root, blocks), *_in_text(root, blocks)]:
        _mark(element, block, interface)
    for image in root.iter("img"):
        if version := versions.get(image.get("src")):
            image.set("src", f"{image.get('src')}?{version}")
    return _ANY.sub("", html.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>"))


def _in_front(root: HtmlElement, blocks: Sequence[Block]) -> Iterator[tuple[HtmlElement, Block]]:
    for block in blocks:
        element = root.find(FRONT[block.kind]) if block.kind in FRONT else None
        if element is not None:
            yield element, block


def _in_text(root: HtmlElement, blocks: Sequence[Block]) -> Iterator[tuple[HtmlElement, Block]]:
    """Yield the elements that hold messages; their numbers go."""
    for element in list(root.iter("*")):
        carried = element.get(_CARRIER, "")
        if numbers := [int(found) for found in _BLOCK.findall(carried)]:
            _set(element, _CARRIER, _ANY.sub("", carried))
            holder = _outermost(element)
            yield from ((holder, blocks[number]) for number in numbers if number < len(blocks))


def _outermost(element: HtmlElement) -> HtmlElement:
    """Return the element around one that was made for a mark, if that is all it holds; then the mark's goes."""
    parent = element.getparent()
    if element.tag != "span" or element.attrib or parent.tag != "span" or len(parent) > 1:
        return element
    if (parent.text or "").strip() or (element.tail or "").strip():
        return element
    element.drop_tag()
    return parent


def _mark(holder: HtmlElement, block: Block, interface: Locale) -> None:
    if any(each.tag in _NO_BUTTON for each in (holder, *holder.iterancestors())):
        return
    holder.set("class", f"{holder.get('class', '')} workbench-{block.state}".strip())
    holder.set("data-block", block.name)
    button = html.Element("button", {"type": "button", "class": "workbench-open", "aria-label": block.label})
    button.set("lang", interface.tag)
    button.set("dir", interface.direction)
    button.set("data-sign", block.sign)
    holder.append(button)


def _set(element: HtmlElement, name: str, value: str) -> None:
    if value:
        element.set(name, value)
    else:
        del element.attrib[name]
