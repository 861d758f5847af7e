"""An article as its rules see it: the document, its lines without code, and its words without markup."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from itertools import takewhile
from xml.etree.ElementTree import Element

from pipeline.article.inline import PLAIN_KINDS
from pipeline.article.prose import text_of
from pipeline.checks.prose_rows import ProseRows, prose_rows
from pipeline.model import PICTURE_KINDS, Document, Segment, Targets

OBJECT = "\ufffc"
"""Stands for code, and for a character that the author escaped, in text that rules search."""

_LINKED = "\ufff9"  # stands for an address, so that two links side by side are not taken for a link and its label

NOT_TEXT = re.compile(r"<!--.*?-->|<(script|style|pre|code|svg)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
"""What raw HTML holds that nobody reads."""

_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|\\[\\`*_{}\[\]()>#+.!-]", re.DOTALL)
_ADDRESS = re.compile(r"\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)")
_TAG = re.compile(r"<(?:!--.*?--|[/!?A-Za-z][^<>]*)>", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{:[^{}]*\}|\{ *[.#][^{}]*\}")
_LABEL = re.compile(r"\]\s?\[[^\[\]]*\]|\[\^[^\[\]]*\]")
_UNDERSCORE = re.compile(r"(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)")
_MARKS = str.maketrans("", "", f"*[]{_LINKED}")
_DEFINITIONS = PICTURE_KINDS | {"abbr", "link-title"}
_ID = re.compile(r"\b(?:id|name)\s*=\s*[\"']?([^\s\"'>]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """One segment, without what is not prose."""

    segment: Segment
    text: str
    """Without code, addresses, tags and attribute lists; the marks of emphasis and links still stand."""

    plain: str
    """Without those marks too."""


@dataclass(frozen=True, eq=False)
class Manuscript:
    """An article in its own language, what it should reach, and what its rules know of the world around it."""

    document: Document
    targets: Targets
    site: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The domain of every article of the project and the ids of its page (see `page_ids`); empty where not known."""

    today: dt.date | None = None
    """The day of the check; None where rules shall not look at dates."""

    names: frozenset[str] = frozenset()
    """What the project's glossary explains, in the language of the document."""

    strays: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Files for languages that the project does not have, by the picture that they are variants of."""

    @cached_property
    def language(self) -> str:
        """The first part of the language tag: ``pt`` for ``pt-BR``."""
        return self.document.locale.tag.partition("-")[0]

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """The lines of the body."""
        return tuple(self.document.article.body.split("\n"))

    @cached_property
    def prose(self) -> ProseRows:
        """The lines of the body without code."""
        return prose_rows(self.document.article.body)

    def is_code(self, line: int | None) -> bool:
        """Return whether `line` is meant as code, even if the parser does not see that."""
        return line is not None and self.prose.is_code(line - self.document.article.body_line - 1)

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """The segments, front matter included, definitions, titles of links and words in pictures not."""
        segments = (each for each in self.document.segments if each.kind not in _DEFINITIONS)
        return tuple(_words(segment) for segment in segments if not self.is_code(segment.line))

    @cached_property
    def links(self) -> tuple[tuple[Element, str, str], ...]:
        """Every link with its address and words, an alternative of a picture included; footnotes are none."""
        every = self.document.root.iter("a")
        return tuple(
            (link, link.get("href", ""), " ".join(text_of(self.document, link).split()))
            for link in every
            if link.get("class") not in {"footnote-ref", "footnote-backref"}
        )

    def line(self, element: Element, needle: str = "") -> int | None:
        """Return the line of `element`, or of `needle` (words, or an address) in the block that begins there."""
        return self._line_of(needle, self.document.lines.get(element))

    def place(self, segment: Segment, needle: str = "") -> int | None:
        """Return the line of `segment`, or of `needle` in it."""
        line = segment.line
        return line if segment.kind in PLAIN_KINDS else self._line_of(needle, line)

    def row_line(self, index: int) -> int:
        """Return the line in the file of the row `index`."""
        return self.document.article.body_line + index + 1

    def line_of_text(self, text: str) -> int | None:
        """Return the first line that holds `text`."""
        return next((self.row_line(index) for index, row in enumerate(self.rows) if text in row), None)

    def _line_of(self, needle: str, line: int | None) -> int | None:
        if line is None or not needle:
            return line
        first = line - self.document.article.body_line - 1
        block = "\n".join(takewhile(str.strip, self.rows[first:]))
        found = re.search(r"\s+".join(map(re.escape, needle.split())), block)
        return line + block.count("\n", 0, found.start()) if found else line


def tidy(text: str) -> str:
    """Return a piece of the text of `Words`, fit to be shown."""
    return text.replace(OBJECT, "…").replace(_LINKED, "")


def width(text: str) -> int:
    """Return the length of `text`, in which a character of double width (Chinese, Japanese, Korean) counts twice."""
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def page_ids(document: Document) -> frozenset[str]:
    """Return the ids on the page of `document`, which links may end in after a ``#``."""
    return frozenset(_ids(document))


def _ids(document: Document) -> Iterator[str]:
    yield from filter(None, (element.get("id") for element in document.root.iter()))
    for raw in map(str, document.parser.htmlStash.rawHtmlBlocks):
        yield from map(unescape, _ID.findall(raw))


def _words(segment: Segment) -> Words:
    text = segment.text
    if segment.kind in PLAIN_KINDS:
        return Words(segment, text, text)
    # Looking for the first sign of each is much cheaper than trying the patterns at every character.
    if "`" in text or "\\" in text:
        text = _CODE.sub(OBJECT, text)
    if "](" in text:
        text = _ADDRESS.sub(f"]{_LINKED}", text)
    if "<" in text:
        text = _TAG.sub("", text)
    if "{" in text:
        text = _ATTRIBUTES.sub("", text)
    return Words(segment, text, _plain(text))


def _plain(text: str) -> str:
    if "[" in text:
        text = _LABEL.sub("", text)
    if "_" in text:
        text = _UNDERSCORE.sub("", text)
    return unescape(text.translate(_MARKS))
