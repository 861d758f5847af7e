"""The blocks of an article, parsed once for all its languages.

Blocks are the same in every language: only inline markup is read again. What the parser knows after the blocks (raw
HTML that it put aside, definitions, footnotes) is kept, and given back to it before each language.

What is relied upon of Python-Markdown beyond its documented interface: `InlineProcessor` leaves an `AtomicString`
alone, and what `_State` names is all that the stages behind the blocks change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.util import ETX, STX, AtomicString, HtmlStash

# Every inline pattern of the parser needs one of these; text without them is its own result.
_MARKUP = re.compile(rf"[`\\\[<&*_{STX}{ETX}]|  \n")


@dataclass(slots=True)
class Blocks:
    """What is known of an article before any inline markup is read."""

    root: Element
    state: _State


@dataclass(slots=True)
class View:
    """A parser as one document left it: what pages and checks need of it."""

    md: markdown.Markdown
    htmlStash: HtmlStash  # noqa: N815 - its name in the parser


@dataclass(slots=True)
class _State:
    """All that the parser changes once the blocks are known."""

    stash: HtmlStash
    references: dict[str, Any]
    abbreviations: dict[str, str]
    found_footnotes: dict[str, int]
    used_footnotes: set[str]

    @classmethod
    def of(cls, md: markdown.Markdown) -> _State:
        """Return a copy of the state of `md`."""
        footnotes = _footnotes(md)
        return cls(
            _copied(md.htmlStash),
            dict(md.references),
            dict(_abbreviations(md)),
            dict(footnotes.found_refs),
            set(footnotes.used_refs),
        )

    def give(self, md: markdown.Markdown) -> None:
        """Bring `md` into a copy of this state."""
        md.htmlStash = _copied(self.stash)
        md.references = dict(self.references)
        known = _abbreviations(md)
        known.clear()
        known.update(self.abbreviations)
        footnotes = _footnotes(md)
        footnotes.found_refs, footnotes.used_refs = dict(self.found_footnotes), set(self.used_footnotes)


def _footnotes(md: markdown.Markdown) -> Any:
    return md.inlinePatterns["footnote"].footnotes  # type: ignore[attr-defined]


def _abbreviations(md: markdown.Markdown) -> dict[str, str]:
    found: dict[str, str] = md.treeprocessors["abbr"].abbrs  # type: ignore[attr-defined]
    return found


def _copied(stash: HtmlStash) -> HtmlStash:
    copy = HtmlStash()
    copy.rawHtmlBlocks = list(stash.rawHtmlBlocks)
    copy.html_counter = stash.html_counter
    return copy


def keep_blocks(md: markdown.Markdown, root: Element) -> Blocks:
    """Return what is to be kept of `md`, which has just made the blocks in `root`."""
    return Blocks(deepcopy(root), _State.of(md))


@contextmanager
def borrowed(md: markdown.Markdown, blocks: Blocks) -> Iterator[Element]:
    """Lend `md` as it was when it had made `blocks`, with a copy of their tree; afterwards it is as it was before."""
    before, stash = _State.of(md), md.htmlStash
    blocks.state.give(md)
    try:
        yield deepcopy(blocks.root)
    finally:
        before.give(md)
        md.htmlStash = stash  # the very same: a document knows it


@contextmanager
def stash_of(parser: Any) -> Iterator[markdown.Markdown]:
    """Lend the parser of a document with the raw HTML of that document."""
    if not isinstance(parser, View):
        yield parser
        return
    md, stash = parser.md, parser.md.htmlStash
    md.htmlStash = parser.htmlStash
    try:
        yield md
    finally:
        md.htmlStash = stash


@contextmanager
def plain_text_set_aside(root: Element) -> Iterator[None]:
    """Keep the inline parser from texts in which it would find nothing."""
    found: list[tuple[Element, str]] = []
    for element in root.iter():
        text = element.text
        if text and not isinstance(text, AtomicString) and not has_markup(text):
            found.append((element, text))
            element.text = AtomicString(text)
    yield
    for element, text in found:
        element.text = text  # others, such as the finder of abbreviations, must not pass over it


def has_markup(text: str) -> bool:
    """Tell whether the inline parser could find anything in `text`."""
    return bool(_MARKUP.search(text))
