"""Where the terms of the glossary stand on a page: the author's links, and what is found in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal
from xml.etree.ElementTree import Element

from markdown.util import ETX, STX

from pipeline.article.glossary import GLOSSARY, Entry, Glossary
from pipeline.article.slots import HEADINGS, OPAQUE_TAGS, has_tags
from pipeline.model import FIND, Document
from pipeline.render.links import article_of
from pipeline.render.terms.finder import Finder, Found, finder

_PLACEHOLDER = re.compile(f"{STX}[^{ETX}]*{ETX}")
_CLOSED = HEADINGS | OPAQUE_TAGS | {"caption", "summary"}
_LEFT_OUT = frozenset({"dt", "th"})
_BLOCKS = frozenset({"dd", "figcaption", "li", "p", "td"})
_LEFT_OUT_CLASSES = frozenset({"admonition-title", "credits", "footnote-backref", "footnote-ref", "references", "toc"})

Place = Literal["text", "tail", "element"]


@dataclass(frozen=True, slots=True)
class Use:
    """The first use of a term."""

    entry: Entry
    element: Element
    place: Place
    """Whether it is in the text of the element, in what follows it, or is the element: a link, an abbreviation."""

    start: int = 0
    end: int = 0


@lru_cache(maxsize=1)
def first_uses(document: Document, glossary: Glossary) -> tuple[Use, ...]:
    """Return the first use of each term in `document`, in the order of the text.

    The last result is kept, because a page and its plain text need the same.
    """
    if not glossary.entries or document.article.domain == GLOSSARY:
        return ()
    search = _Search(document, glossary)
    search.inside(document.root, search.automatic, frozenset())
    return tuple(search.uses)


@dataclass
class _Search:
    document: Document
    glossary: Glossary
    uses: list[Use] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.by_anchor = {entry.anchor: entry for entry in self.glossary.entries}
        self.finder: Finder = finder(self.glossary)
        self.language = self.document.locale.tag

    @property
    def automatic(self) -> bool:
        """Whether terms are looked for that the author did not link."""
        return self.document.article.glossary == FIND

    def inside(self, element: Element, looking: bool, linked: frozenset[str]) -> None:  # noqa: FBT001 - it goes down with it
        """Look at what is in `element`, in the order in which it is read.

        `looking` tells whether to look for terms without a link; not for those that the same block has `linked`.
        """
        if element.tag in _CLOSED:
            return
        looking = looking and not self._is_left_out(element)
        linked = self._linked(element) if looking and element.tag in _BLOCKS else linked
        if looking:
            self._text(element, "text", element.text, linked)
        for child in element:
            if child.tag == "a":
                self._take(self._target(child), child, "element")
            elif child.tag == "abbr" and looking:
                self._abbreviation(child, linked)
            else:
                self.inside(child, looking, linked)
            if looking:
                self._text(child, "tail", child.tail, linked)

    def _linked(self, block: Element) -> frozenset[str]:
        return frozenset(entry.anchor for link in block.iter("a") if (entry := self._target(link)))

    def _is_left_out(self, element: Element) -> bool:
        if element.tag in _LEFT_OUT or self._has_raw_html(element):
            return True
        told = element.attrib
        return bool(told) and (
            told.get("translate") == "no"
            or told.get("lang", self.language) != self.language
            or not _LEFT_OUT_CLASSES.isdisjoint(told.get("class", "").split())
        )

    def _has_raw_html(self, element: Element) -> bool:
        """Tell whether tags that the parser has not read stand in an element; a term in one might be in a link."""
        texts = [element.text, *[child.tail for child in element]]
        return any(text and STX in text and has_tags(self.document.parser, text) for text in texts)

    def _take(self, entry: Entry | None, element: Element, place: Place, start: int = 0, end: int = 0) -> None:
        if entry and entry.anchor not in self.used:
            self.used.add(entry.anchor)
            self.uses.append(Use(entry, element, place, start, end))

    def _target(self, link: Element) -> Entry | None:
        """Return the term that a link leads to."""
        href = link.get("href", "")
        target = article_of(self.document.article.domain, href) if GLOSSARY in href else None
        return self.by_anchor.get(target[1].removeprefix("#")) if target and target[0] == GLOSSARY else None

    def _abbreviation(self, element: Element, linked: frozenset[str]) -> None:
        text = element.text or ""
        for found in self.finder.find(text):
            if (found.start, found.end) == (0, len(text)) and found.entry.anchor not in linked:
                self._take(found.entry, element, "element")

    def _text(self, element: Element, place: Place, text: str | None, linked: frozenset[str]) -> None:
        if text and not text.isspace():
            for found in self._found(text):
                if found.entry.anchor not in linked:
                    self._take(found.entry, element, place, found.start, found.end)

    def _found(self, text: str) -> Iterator[Found]:
        if STX in text:  # of the same length, so that places stay what they are
            text = _PLACEHOLDER.sub(lambda match: "\ufffc" * len(match[0]), text)
        return self.finder.find(text)
