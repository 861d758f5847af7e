"""Every place of a parsed article that holds raw inline Markdown, before the parser has read the inline markup.

What is relied upon of Python-Markdown beyond its documented interface is all in this module and in `walk`:
``md.treeprocessors["abbr"].abbrs``, ``md.references``, ``md.htmlStash.rawHtmlBlocks`` and the two patterns of
``AttrListTreeprocessor``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.util import ETX, STX

OPAQUE_TAGS = frozenset({"pre", "code", "script", "style", "svg", "math"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CRITICAL_CLASSES = frozenset({"critical", "danger", "emergency", "soon", "urgent"})
PLACEHOLDER = re.compile(f"{STX}[^{ETX}]*{ETX}")

_AMPERSAND = "amp"
_LONGEST_ENTITY = 40
_STASH = "wzxhzdk:"
_STASHED = re.compile(rf"\s*{STX}{_STASH}(\d+){ETX}\s*")
_PADDING = rf"(?:\s|{PLACEHOLDER.pattern})*"
_LEADING = re.compile(_PADDING)
_TRAILING = re.compile(rf"{_PADDING}\Z")
_CELL_LIKE = HEADINGS | {"dt", "td", "th"}
_MARKED_CRITICAL = re.compile(r"(?<![\w-])\.critical(?![\w-])")
_NOT_TRANSLATABLE = re.compile(r"\btranslate\s*=\s*[\"']?no\b")
_LINE_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_WRAP = re.compile(r"[ \t]*\n[ \t]*")
# Code spans, placeholders and tags are not prose, unless the tag has a text alternative.
_NOT_PROSE = re.compile(
    rf"`[^`]*`|&\#?\w+;|{PLACEHOLDER.pattern}|<(?![^>]*\b(?:alt|title|aria-label)\s*=)[^>]*>|\]\([^()\s]*\)"
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that holds raw text."""

    kind: str
    text: str
    store: Callable[[str | None], None]
    """Put another text in its place; None removes it where it is only a courtesy (a link's title)."""

    element: Element | None = None
    """The element whose text this is; None for text after a child, and for definitions, which are in no element."""

    label: str = ""
    critical: bool = False
    fixed: Element | None = None
    """The outermost element around it that its author keeps from translation with ``translate=no``."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The text of a slot, taken apart: only `text` is for translators."""

    before: str
    """White space and placeholders."""

    text: str
    after: str
    """White space, placeholders and the block's own attribute list."""

    @property
    def translatable(self) -> bool:
        """True if the text holds prose and its author did not opt out with ``{: translate=no }``."""
        prose = _NOT_PROSE.sub("", self.text)
        return self.text != "[TOC]" and not _NOT_TRANSLATABLE.search(self.after) and any(map(str.isalpha, prose))

    @property
    def critical(self) -> bool:
        """True if the author marked the block with ``{: .critical }``."""
        return bool(_MARKED_CRITICAL.search(self.after))


def slots(md: markdown.Markdown, root: Element) -> Iterator[Slot]:
    """Yield every slot in document order, then those of the definitions, which stand outside the tree."""
    yield from _element_slots(root, None, _Around())
    if "abbr" in md.treeprocessors:
        expansions: dict[str, str] = md.treeprocessors["abbr"].abbrs  # type: ignore[attr-defined]
        abbreviations = _Abbreviations(expansions)
        for short, long in list(expansions.items()):
            yield Slot("abbr", f"{short}: {long}", partial(abbreviations.store, short), label=short)
    for label, (url, title) in list(md.references.items()):
        if title:
            yield Slot("link-title", title, partial(_set_title, md.references, label, url), label=label)


class _Abbreviations:
    """Puts ``RM: resonancia magnética`` in the place of ``MRI``: the short form has a translation too."""

    def __init__(self, expansions: dict[str, str]) -> None:
        self.expansions = expansions
        self.originals = dict(expansions)
        self.translated: dict[str, tuple[str, str]] = {}

    def store(self, short: str, text: str | None) -> None:
        """Take the translation of one; the others may meanwhile have taken its short form."""
        if text is None:
            return
        self.translated[short] = _short_and_long(short, text)
        pairs = (self.translated.get(original, (original, long)) for original, long in self.originals.items())
        self.expansions.clear()
        self.expansions.update(pairs)


def _short_and_long(short: str, text: str) -> tuple[str, str]:
    if text.startswith(f"{short}:"):
        return short, text[len(short) + 1 :].strip()
    new, _, long = text.replace("：", ":", 1).partition(":")
    return (new.strip() or short, long.strip()) if long.strip() else (short, text.strip(": ："))


def _set_title(references: dict[str, Any], label: str, url: str, title: str | None) -> None:
    references[label] = (url, title)


@dataclass(frozen=True, slots=True)
class _Around:
    """What the elements around a place say about it."""

    critical: bool = False
    fixed: Element | None = None

    def within(self, element: Element) -> _Around:
        critical = self.critical or not CRITICAL_CLASSES.isdisjoint((element.get("class") or "").split())
        return _Around(critical, self.fixed if self.fixed is not None else element if _opted_out(element) else None)


def _element_slots(element: Element, parent: Element | None, around: _Around) -> Iterator[Slot]:
    if element.tag in OPAQUE_TAGS or element.get("class") == "footnote-backref":
        return
    around = around.within(element)
    kind = _kind(element, parent)
    marks: dict[str, Any] = {"critical": around.critical, "fixed": around.fixed}
    if element.text and element.text.strip():
        yield Slot(kind, element.text, partial(setattr, element, "text"), element, **marks)
    for child in element:
        yield from _element_slots(child, element, around)
        if child.tail and child.tail.strip():
            yield Slot(kind, child.tail, partial(setattr, child, "tail"), **marks)


def _opted_out(element: Element) -> bool:
    """Return whether the author says ``translate=no`` of an element, in HTML or in its attribute list."""
    if element.get("translate") == "no":
        return True
    attributes = _own_attributes(element, _own_text(element).rstrip())
    return bool(attributes and _NOT_TRANSLATABLE.search(attributes[0]))


def _own_text(element: Element) -> str:
    """Return the piece of an element's text that its attribute list ends: the last, in an item that before its list."""
    children = list(element)
    if element.tag == "li":
        nested = next((place for place, child in enumerate(children) if child.tag in {"ul", "ol"}), None)
        children = children[:nested]
    return (children[-1].tail if children else None) or element.text or ""


def _own_attributes(element: Element | None, text: str) -> re.Match[str] | None:
    """Return the attribute list at the end of `text`, a text of `element`."""
    is_cell = element is not None and element.tag in _CELL_LIKE
    return (AttrListTreeprocessor.HEADER_RE if is_cell else AttrListTreeprocessor.BLOCK_RE).search(text)


def _kind(element: Element, parent: Element | None) -> str:
    """A blank line between list items must not change what translators are told, so `li/p` is an `li`."""
    if element.get("class") == "admonition-title":
        return "box-title"
    if element.tag == "p" and parent is not None and parent.tag in {"li", "dd"}:
        return "footnote" if (parent.get("id") or "").startswith("fn:") else str(parent.tag)
    return str(element.tag)


def take_apart(slot: Slot) -> Parts:
    """Split off what is not for translators: outer space, placeholders, the block's attribute list."""
    text = slot.text
    start = _LEADING.match(text).end()  # type: ignore[union-attr] # it matches the empty string too
    before, text = text[:start], text[start:]
    after = ""
    if text[-1:].isspace() or text.endswith(ETX):  # the search tries each place of a long text, so it has to be needed
        end = _TRAILING.search(text).start()  # type: ignore[union-attr]
        text, after = text[:end], text[end:]
    if attributes := _own_attributes(slot.element, text):
        text, after = text[: attributes.start()], attributes[0] + after
    return Parts(before, str(text), after)


def unwrap(text: str) -> str:
    """Join soft-wrapped lines with one space; keep hard line breaks (two spaces before the newline)."""
    return _WRAP.sub(lambda match: "  \n" if match[0].startswith("  ") else " ", text)


def visible(md: markdown.Markdown, text: str | None) -> str:
    """Return `text` of the parser's tree as a reader sees it: entities resolved, raw tags left out."""
    return PLACEHOLDER.sub(lambda match: _resolved(md, match[0][1:-1]), text) if text else ""


def _resolved(md: markdown.Markdown, name: str) -> str:
    if name == _AMPERSAND:
        return "&"
    if name.isdecimal():  # a character that was escaped with a backslash
        return chr(int(name))
    number = name.removeprefix(_STASH)
    raw = str(md.htmlStash.rawHtmlBlocks[int(number)]) if number.isdecimal() else ""
    if raw.startswith("&"):  # a number of many digits is no character, and Python refuses to read it
        return html.unescape(raw) if len(raw) < _LONGEST_ENTITY else "\ufffd"
    return " " if _LINE_BREAK.match(raw) else ""


def has_tags(md: markdown.Markdown, text: str) -> bool:
    """Tell whether raw tags stand in `text` of the parser's tree, other than line breaks."""
    names = (match[0][1:-1] for match in PLACEHOLDER.finditer(text))
    return any(name.startswith(_STASH) and not _resolved(md, name) for name in names)


def stashed(text: str) -> int | None:
    """Return the number of the raw HTML block that `text` is nothing but a placeholder of, else None."""
    match = _STASHED.fullmatch(text)
    return int(match[1]) if match and match[1] else None
