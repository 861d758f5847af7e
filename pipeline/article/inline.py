"""What the parser makes of one message: its links, pictures, tags and text, read by rendering it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

import markdown

from pipeline.article.blocks import has_markup
from pipeline.article.prose import text_pieces
from pipeline.article.slots import HEADINGS, visible
from pipeline.model import PICTURE_KINDS, SUMMARY
from pipeline.readings import split_reading

_OWN_TAG = HEADINGS | {"td", "th", "dt"}
PLAIN_KINDS = PICTURE_KINDS | {"title", "description", SUMMARY, "abbr", "link-title", "frame"}
"""Kinds of segments that pages show as they are."""

# Attributes that have a rule of their own, or that a translation may well change.
_TEXT_ATTRIBUTES = frozenset({"href", "src", "alt", "title", "lang", "dir", "aria-label"})
_FROM_THE_PARSER = frozenset({"footnote-ref"})


@dataclass(slots=True)
class Inline:
    """One rendered message."""

    text: str = ""
    """What a reader sees, without markup; code and raw HTML leave nothing."""

    links: Counter[str] = field(default_factory=Counter)
    """Targets, each with its count."""

    link_texts: list[tuple[str, str]] = field(default_factory=list)
    """The target of each link and its words, in order; code and alternatives of pictures included, raw HTML not."""

    images: Counter[str] = field(default_factory=Counter)
    """Addresses of pictures, each with its count."""

    alternatives: list[tuple[str, str]] = field(default_factory=list)
    """The address of each picture and its text alternative, in order; raw HTML not."""

    without_alternative: int = 0
    """How many pictures have no text alternative."""

    footnotes: Counter[str] = field(default_factory=Counter)
    """Targets of references to footnotes."""

    code: Counter[str] = field(default_factory=Counter)
    tags: Counter[str] = field(default_factory=Counter)
    """Names of raw HTML tags."""

    attributes: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """Tag, name and value of attributes that change more than text: classes, ids, styles, handlers."""


_NONE = Counter[str]()
"""What plain text has of most things; it is shared, since six counters for each message take long to make."""

_NO_ATTRIBUTES = Counter[tuple[str, str, str]]()


def read_inline(md: markdown.Markdown, text: str, kind: str = "p") -> Inline:
    """Return what `md`, which knows the article's references and footnotes, makes of the message `text`.

    `kind` is the kind of the segment: in a heading or a cell a trailing attribute list means something else, and some
    kinds are not Markdown at all.
    """
    if kind in PLAIN_KINDS:
        plain = Inline(text=text)
        if "<" in text:
            _Tags(plain).feed(text)
        return plain
    if kind == "dt":
        text = split_reading(text)[0]  # how a term is said has nothing to do with how it is translated
    if not has_markup(text) and "{" not in text:  # no attribute list either
        return Inline(text, _NONE, [], _NONE, [], 0, _NONE, _NONE, _NONE, _NO_ATTRIBUTES)
    return parse_inline(md, text, kind)


def parse_inline(md: markdown.Markdown, text: str, kind: str) -> Inline:
    """Return the same for a message that holds markup, or may."""
    stash = md.htmlStash.rawHtmlBlocks
    kept = len(stash)
    root = Element("div")
    block = SubElement(root, kind if kind in _OWN_TAG else "p")
    block.text = text
    for name in ("inline", "attr_list", "unescape"):
        md.treeprocessors[name].run(root)
    inline = Inline()
    for piece in _pieces(md, block, inline):
        inline.text += piece
    for raw in map(str, stash[kept:]):
        _Tags(inline).feed(raw)
    del stash[kept:]
    md.htmlStash.html_counter = kept
    return inline


def _pieces(md: markdown.Markdown, element: Element, inline: Inline) -> Iterator[str]:
    """Note what `element` is and yield its text."""
    _note(element, inline)
    _note_words(md, element, inline)
    if element.tag == "code":
        inline.code[element.text or ""] += 1
        return
    yield visible(md, element.text)
    for child in element:
        yield from _pieces(md, child, inline)
        yield visible(md, child.tail)


def _note_words(md: markdown.Markdown, element: Element, inline: Inline) -> None:
    """Note what a screen reader says for a link or a picture."""
    if element.tag == "a" and element.get("class") not in _FROM_THE_PARSER:
        words = visible(md, "".join(text_pieces(element)))
        inline.link_texts.append((element.get("href", ""), " ".join(words.split())))
    elif element.tag == "img":
        words = visible(md, element.get("alt"))
        inline.alternatives.append((element.get("src", ""), " ".join(words.split())))


def _note(element: Element, inline: Inline) -> None:
    reference = element.get("class") in _FROM_THE_PARSER
    for name, value in element.items():
        if name == "href":
            (inline.footnotes if reference else inline.links)[value] += 1
        elif name not in _TEXT_ATTRIBUTES and not reference and element.tag != "sup":
            inline.attributes[element.tag, name, value] += 1
    if element.tag == "img":
        inline.images[element.get("src", "")] += 1
        inline.without_alternative += not (element.get("alt") or "").strip()


class _Tags(HTMLParser):
    """Notes the raw tags of a message."""

    def __init__(self, inline: Inline) -> None:
        super().__init__(convert_charrefs=True)
        self.inline = inline

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inline.tags[tag] += 1
        values = {name: value or "" for name, value in attrs}
        for name, value in values.items():
            if name not in _TEXT_ATTRIBUTES:
                self.inline.attributes[tag, name, value] += 1
        if "href" in values:
            self.inline.links[values["href"]] += 1
        if "src" in values:
            self.inline.images[values["src"]] += 1
        if tag == "img":
            self.inline.without_alternative += not values.get("alt", "").strip()

    def handle_endtag(self, tag: str) -> None:
        self.inline.tags[f"/{tag}"] += 1

    # A comment counts too: browsers end some of them (`<!-->`) where Python does not, and run what follows.
    def handle_comment(self, data: str) -> None:
        self.inline.tags[f"!--{data}"] += 1

    def handle_decl(self, decl: str) -> None:
        self.inline.tags[f"!{decl}"] += 1

    def unknown_decl(self, data: str) -> None:
        self.inline.tags[f"![{data}"] += 1

    def handle_pi(self, data: str) -> None:
        self.inline.tags[f"?{data}"] += 1
