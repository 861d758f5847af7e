"""Abbreviations written out where a reader meets them first: ``MRI (magnetic resonance imaging)`` (WCAG 2.2, 3.1.4).

The parser gives each use of an abbreviation its long form as a title, which only a mouse can reach. The first use in
the text gets it in brackets instead, unless it stands beside it already, in whatever form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

from pipeline.article.glossary import Entry, Glossary
from pipeline.article.slots import HEADINGS, OPAQUE_TAGS
from pipeline.render.page import Page, Words
from pipeline.render.terms.finder import finder

_LEFT_OUT = HEADINGS | OPAQUE_TAGS | {"caption", "dt", "summary"}
_BLOCKS = frozenset({"blockquote", "dd", "div", "dt", "figcaption", "li", "p", "td", "th", *HEADINGS})
_OPENING, _CLOSING = tuple("(（["), tuple(")）]")
_HERE = "\0"
"""Stands for the abbreviation in a phrase of the frame."""


@dataclass(frozen=True, slots=True)
class _Place:
    """An abbreviation in a tree."""

    element: Element
    parent: Element
    block: Element
    language: str
    """Of the text around it."""

    left_out: bool
    """Whether it stands where nothing is added, such as a heading."""


def write_out(root: Element, page: Page) -> None:
    """Put the long form of each abbreviation behind its first use in `root`, the tree of `page` or a copy of it."""
    if next(root.iter("abbr"), None) is None:
        return
    told: set[str] = set()
    for place in _places(root, root, _Place(root, root, root, page.locale.tag, left_out=False)):
        short, long = place.element.text or "", place.element.get("title", "")
        if not long or short in told:
            continue
        stands_there = _says("".join(place.block.itertext()), long, place.element.get("lang") or place.language)
        if stands_there:
            told.add(short)
        elif not place.left_out:
            told.add(short)
            _write(place, long, page)


def _places(element: Element, parent: Element, around: _Place) -> Iterator[_Place]:
    block = element if element.tag in _BLOCKS else around.block
    left_out = around.left_out or element.tag in _LEFT_OUT
    if element.tag == "abbr":
        yield _Place(element, parent, block, around.language, left_out)
        return
    here = _Place(element, parent, block, element.get("lang") or around.language, left_out)
    for child in list(element):
        yield from _places(child, element, here)


def _says(text: str, long: str, language: str) -> bool:
    """Tell whether a text holds a long form, in whatever number or case."""
    return long.casefold() in text.casefold() or next(finder(_one(long, language)).find(text), None) is not None


@lru_cache(maxsize=1024)
def _one(name: str, language: str) -> Glossary:
    return Glossary(language, (Entry("", name, "", (name,)),))


def _write(place: _Place, long: str, page: Page) -> None:
    """Write a long form behind an abbreviation, marked with its language where that is not the one around it."""
    element, parent = place.element, place.parent
    del element.attrib["title"]
    before, after = _phrase(_in_brackets(place), page.words).split(_HERE)
    opening, closing = after.split("\1")
    language = element.get("lang") or page.locale.tag
    index = list(parent).index(element)
    expansion = Element("span", {"class": "long-form"})
    if language != place.language:
        expansion.attrib |= {"lang": language, "dir": element.get("dir") or page.locale.direction}
    expansion.text, expansion.tail = long, closing + (element.tail or "")
    element.tail = opening
    _add_before(parent, index, before)
    parent.insert(index + 1, expansion)


def _in_brackets(place: _Place) -> bool:
    index = list(place.parent).index(place.element)
    before = place.parent[index - 1].tail if index else place.parent.text
    return (before or "").endswith(_OPENING) and (place.element.tail or "").startswith(_CLOSING)


def _phrase(in_brackets: bool, words: Words) -> str:  # noqa: FBT001 - it says which of two
    if in_brackets:
        return words("{label}: {value}", label=_HERE, value="\1")
    # Translators: an abbreviation and what it stands for, as in MRI (magnetic resonance imaging); use your brackets
    return words("{short} ({long})", short=_HERE, long="\1")


def _add_before(parent: Element, index: int, text: str) -> None:
    if index:
        parent[index - 1].tail = (parent[index - 1].tail or "") + text
    elif text:
        parent.text = (parent.text or "") + text
