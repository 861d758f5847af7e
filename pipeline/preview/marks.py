"""Which block of a page comes from which message: marks around the texts of a page, and what becomes of them.

A page is made as for its readers, but by a look-up that puts two invisible characters around each text. The parser
carries them through, and in the finished page they tell where each message begins and ends. So a block of the preview
has exactly the look that it will have, and no renderer knows of the preview.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import html
from lxml.html import HtmlElement

from pipeline.locale import Locale
from pipeline.model import Key, Lookup, Segment

_OPEN, _CLOSE, _STOP = "\uf8f0", "\uf8f2", "\uf8f1"
"""For private use; before the number of a message where it begins, where it ends, and after the number."""

_ANY = re.compile(f"[{_OPEN}{_CLOSE}][0-9]+{_STOP}")
_BLOCK = re.compile(f"{_OPEN}([0-9]+){_STOP}")
_SHEET = "/static/marks.css"
_NO_BUTTON = frozenset({"a", "button", "label", "summary"})
"""Elements that must not hold a button."""

_LANDMARKS = frozenset({"header", "main", "footer"})
_NOT_IN_TEXT = frozenset({"abbr", "link-title"})
"""Kinds of segments that stand in attributes."""


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


@dataclass(slots=True)
class Marker:
    """A look-up that puts marks around what another one finds, and around the source where that finds nothing."""

    find: Lookup
    numbers: Mapping[Key, int]
    untranslated: list[Segment] = field(default_factory=list)
    """What stands in the source's language."""

    def __call__(self, segment: Segment) -> str | None:
        """Return the text of a segment with its marks."""
        text, number = self.find(segment), self.numbers.get(segment.key)
        if number is None or segment.kind in _NOT_IN_TEXT:
            return text
        if text is None:
            self.untranslated.append(segment)
            text = segment.text
        return f"{_OPEN}{number}{_STOP}{text}{_CLOSE}{number}{_STOP}"


def annotate(page: str, blocks: Sequence[Block], source: Locale, interface: Locale, name: str) -> str:
    """Return the HTML of a page, made with a `Marker`, in which the blocks are marked and have a button each.

    `blocks` are those of the numbers that the marker has; `source` is the language of what is not translated, and
    `interface` that of the buttons. The landmarks get a `name`: two pages may stand side by side.
    """
    root = html.document_fromstring(page)
    for landmark in root.iterfind("body/*"):
        if landmark.tag in _LANDMARKS:
            landmark.set("aria-label", name)
    head = root.find("head")
    if head is not None:
        head.append(html.Element("link", {"rel": "stylesheet", "href": _SHEET}))
    for element in list(root.iter("*")):
        for number in _begun(element):
            if number < len(blocks):
                _mark(element, number, blocks[number], source, interface)
    _repair_pictures(root)
    return _ANY.sub("", html.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>"))


def _begun(element: HtmlElement) -> list[int]:
    """Return the numbers of the messages that begin directly in `element`."""
    texts = [element.text, *(child.tail for child in element)]
    return [int(found) for text in texts if text for found in _BLOCK.findall(text)]


def _mark(element: HtmlElement, number: int, block: Block, source: Locale, interface: Locale) -> None:
    holder = _holder(element, number)
    if holder is None or holder.tag == "title":
        return
    if block.state not in {"ready", "kept"} and not holder.get("lang"):
        holder.set("lang", source.tag)
        holder.set("dir", source.direction)
    if any(each.tag in _NO_BUTTON for each in (holder, *holder.iterancestors())):
        return
    holder.set("class", f"{holder.get('class', '')} workbench-{block.state}".strip())
    holder.set("data-block", block.name)
    button = html.Element("button", {"type": "button", "class": "workbench-open", "aria-label": block.label})
    button.set("lang", interface.tag)
    button.set("dir", interface.direction)
    button.set("data-sign", block.sign)
    holder.append(button)


def _holder(element: HtmlElement, number: int) -> HtmlElement | None:
    """Return the element that holds the text of a message and nothing else: `element`, or a new one within."""
    opening, closing = f"{_OPEN}{number}{_STOP}", f"{_CLOSE}{number}{_STOP}"
    last = (element[-1].tail if len(element) else element.text) or ""
    if (element.text or "").lstrip().startswith(opening) and last.rstrip().endswith(closing):
        return element
    return _wrapped(element, opening, closing)


def _wrapped(element: HtmlElement, opening: str, closing: str) -> HtmlElement | None:
    """Put what is between two marks in `element` into an element of its own; None if the two do not fit."""
    places = list(_places(element))
    start = next((place for place, text in places if opening in text), None)
    end = next((place for place, text in places if closing in text), None)
    if start is None or end is None or end < start:
        return None
    span, children = html.Element("span"), list(element)
    before, _, within = _text(element, start).partition(opening)
    if start == end:
        within, _, after = within.partition(closing)
    else:
        last, _, after = _text(element, end).partition(closing)
    _set_text(element, start, before)
    element.insert(start, span)
    span.text = within
    for child in children[start:end]:
        span.append(child)
    if start != end:
        span[-1].tail = last
    span.tail = after
    return span


def _places(element: HtmlElement) -> Iterator[tuple[int, str]]:
    """Yield each text directly in `element`, with the number of children before it."""
    yield from enumerate([element.text or "", *(child.tail or "" for child in element)])


def _text(element: HtmlElement, place: int) -> str:
    return (element[place - 1].tail if place else element.text) or ""


def _set_text(element: HtmlElement, place: int, text: str) -> None:
    if place:
        element[place - 1].tail = text
    else:
        element.text = text


def _repair_pictures(root: HtmlElement) -> None:
    """Give paragraphs that hold only a picture the look that they have without marks."""
    for paragraph in root.iter("p"):
        shown = [child for child in paragraph if child.get("class") != "workbench-open"]
        text = "".join([paragraph.text or "", *(child.tail or "" for child in paragraph)])
        if len(shown) == 1 and shown[0].tag == "img" and not _ANY.sub("", text).strip():
            paragraph.set("class", f"{paragraph.get('class', '')} picture".strip())
