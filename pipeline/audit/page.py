"""A finished page as the audit sees it: its elements, and each run of text with the language and direction it has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree, html

from pipeline.locale import UnknownLocale, parse_locale

Element = Any
"""An element of lxml, which has no types of its own."""

_SILENT = frozenset({"script", "style", "template", "noscript"})
_HOLDERS = frozenset({"html", "head"})
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "dfn",
        "em",
        "i",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "var",
    ]
)
_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_BLOCKS = frozenset(
    [
        "p",
        "li",
        "td",
        "th",
        "dd",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "caption",
        "figcaption",
        "blockquote",
        "title",
        "a",
        "summary",
    ]
)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text without any markup in it."""

    text: str
    element: Element
    """The element that it stands in."""

    lang: str
    """The language tag that holds for it; empty if none does."""

    direction: str
    """``ltr`` or ``rtl``."""

    isolated: bool
    """Whether markup within its block keeps its direction apart from the text around it."""


@dataclass(slots=True, eq=False)
class Page:
    """One page, read and walked once for all rules."""

    path: str
    """Below the folder of the audit, with forward slashes."""

    content: bytes
    files: frozenset[str]
    """Every file below the folder of the audit."""

    root: Element
    elements: dict[str, list[Element]] = field(default_factory=dict)
    """By name, in the order of the page."""

    ids: dict[str, list[Element]] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[Element]:
        """Yield the elements of these names, name by name."""
        for name in names:
            yield from self.elements.get(name, ())

    @property
    def every(self) -> Iterator[Element]:
        """Every element of the page."""
        return (element for elements in self.elements.values() for element in elements)

    @property
    def lang(self) -> str:
        """The language tag of the page; empty if it has none."""
        return str(self.root.get("lang") or "").strip()

    @property
    def title(self) -> str:
        """The words of ``title``; empty if there are none."""
        return next((text_of(element) for element in self.all("title")), "")

    def name(self, element: Element) -> str:
        """Return what a screen reader calls `element` (the main steps of W3C's accessible name computation)."""
        ids = (element.get("aria-labelledby") or "").split()
        named = " ".join(text_of(each) for key in ids for each in self.ids.get(key, ())[:1])
        for text in (named, element.get("aria-label"), _content(element), element.get("title")):
            if tidied := tidy(text or ""):
                return tidied
        return ""


def read_page(path: str, content: bytes, files: frozenset[str]) -> Page:
    """Return the page with `content`, which may be damaged in any way."""
    page = Page(path, content, files, _root(content))
    _walk(page, page.root, "", "ltr", isolated=False)
    return page


def _root(content: bytes) -> Element:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(_text(content).encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except etree.ParserError:  # not one element
        return html.document_fromstring(b"<html></html>", parser=parser, ensure_head_body=True)


def _text(content: bytes) -> str:
    """Return the text of a page: UTF-8, or what is nearest to it for bytes that are not."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("windows-1252", "replace")


def _walk(page: Page, root: Element, lang: str, direction: str, *, isolated: bool) -> None:
    """Collect elements, ids and runs. A stack, not recursion: pages of others may be nested without end."""
    stack: list[tuple[Element | str, Element, str, str, bool]] = [(root, root, lang, direction, isolated)]
    while stack:
        item, parent, lang, direction, isolated = stack.pop()
        if isinstance(item, str):
            page.runs.append(Run(item, parent, lang, direction, isolated))
            continue
        page.elements.setdefault(item.tag, []).append(item)
        if key := item.get("id"):
            page.ids.setdefault(key, []).append(item)
        inner = _state(item, lang, direction, isolated=isolated)
        stack.extend((part, item, *inner) for part in reversed(list(_parts(item))))


def _parts(element: Element) -> Iterator[Element | str]:
    """Yield what stands in an element: words, elements, words …, as far as people can read them."""
    if element.tag in _SILENT:
        return
    spoken = element.tag not in _HOLDERS
    if spoken and (element.text or "").strip():
        yield element.text
    for child in element:
        if isinstance(child.tag, str):
            yield child
        if spoken and (child.tail or "").strip():
            yield child.tail


def _state(element: Element, lang: str, direction: str, *, isolated: bool) -> tuple[str, str, bool]:
    """Return language, direction and isolation of what stands in `element`."""
    lang = (element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang") or lang).strip()
    given = (element.get("dir") or "").strip().lower()
    inline = element.tag in _INLINE
    if given == "auto" or (not given and element.tag == "bdi"):
        return lang, natural_direction(text_of(element)) or direction, True
    if given in {"ltr", "rtl"}:
        return lang, given, inline
    return lang, direction, isolated and inline


def natural_direction(text: str) -> str:
    """Return the direction of the first strong letter of `text` (UAX #9, P2 and P3); empty if there is none."""
    for letter in text:
        if found := _STRONG.get(unicodedata.bidirectional(letter)):
            return found
    return ""


def direction_of(tag: str) -> str:
    """Return the direction that the language `tag` is written in; empty if the language is not known."""
    try:
        return parse_locale(tag).direction
    except UnknownLocale:
        return ""


def text_of(element: Element) -> str:
    """Return all words of an element, tidied."""
    return tidy("".join(element.itertext()))


def _content(element: Element) -> str:
    """Return what an element says by what stands in it: its words, and the alternatives of its pictures."""
    words = [element.get("alt") or ""] if element.tag in {"img", "area", "input"} else []
    for each in element.iter():
        if each.tag == "img" and each is not element:
            words.append(each.get("alt") or "")
        elif each is not element and each.get("aria-label"):
            words.append(each.get("aria-label"))
    return " ".join([text_of(element), *words])


def tidy(text: str) -> str:
    """Return `text` without spaces at its ends, and with single ones in it."""
    return _SPACES.sub(" ", text).strip()


def line_of(element: Element) -> int | None:
    """Return the line of an element, counted from 1."""
    line: int | None = element.sourceline
    return line


def block_of(element: Element) -> Element:
    """Return the nearest block around an element, or the element itself."""
    return next(
        (each for each in (element, *element.iterancestors()) if each.tag in _BLOCKS and each.tag != "a"), element
    )
