"""The types that travel between the stages. Positions never take part in equality: equal means the same content."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import inf
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from pipeline.locale import Locale


class Key(NamedTuple):
    """The identity of a message, as gettext has it."""

    context: str | None
    """``msgctxt``; None where the author gave none."""

    text: str
    """``msgid``."""


@dataclass(frozen=True, slots=True)
class Directive:
    """What an author said to the checks, in ``<!-- check-ignore: T302 The year is right. -->``."""

    text: str
    """What stands behind the colon: codes of rules, and the reason."""

    line: int | None = None
    """Counted from 1; None where it could not be found again."""


_LETTER = 0.6
"""The usual width of a Latin letter, in ems."""


@dataclass(frozen=True, slots=True)
class Room:
    """The room that a picture has for a label."""

    width: float
    """Of a line, in ems: the size of the label's letters; infinite where nothing limits it."""

    lines: int = 1

    pixels: float = 0
    """The size of the letters where the screen is as narrow as that of a small phone."""

    @property
    def area(self) -> float:
        """How much there is in all."""
        return self.width * self.lines

    def __str__(self) -> str:
        if self.width == inf:
            return "any number of letters"
        letters = max(int(self.width / _LETTER), 1)
        return f"{f'{self.lines} lines of ' if self.lines > 1 else ''}about {letters} Latin letters"


@dataclass(frozen=True, slots=True)
class Segment:
    """One translatable block of an article: its raw inline Markdown."""

    text: str
    """What the translator sees; soft line wraps are joined, hard breaks are kept."""

    kind: str
    """The block's element name (``p``, ``h2``, ``td`` …), ``abbr``, ``link-title``, a front matter key, or one of
    `PICTURE_KINDS`."""

    line: int | None = field(default=None, compare=False)
    """First line in the source file, counted from 1; None where the parser hides it."""

    headings: tuple[str, ...] = field(default=(), compare=False)
    """The headings above it, outermost first, as the author wrote them."""

    note: str = ""
    """The author's note, from ``<!-- translators: … -->``."""

    context: str | None = None
    """The author's context, from ``<!-- context: … -->``; it becomes ``msgctxt``."""

    label: str = ""
    """The short form that an ``abbr`` expands, the label of the link that a ``link-title`` belongs to, or the path
    below ``source/`` of the picture that the words stand in."""

    critical: bool = False
    """True where the author marked the block, or a box around it, as critical to the reader's safety."""

    ignored: tuple[Directive, ...] = field(default=(), compare=False)
    """The author's ``check-ignore`` comments about this block."""

    room: Room | None = field(default=None, compare=False)
    """What a label in a picture has to fit into."""

    @property
    def key(self) -> Key:
        """The message that this segment is looked up by."""
        return Key(self.context, self.text)

    @property
    def words(self) -> int:
        """A count of words for statistics; a text without spaces counts as one."""
        return len(self.text.split())


PICTURE_KINDS = frozenset({"picture-label", "picture-title", "picture-description"})
"""The kinds of the words in a picture."""


Lookup = Callable[[Segment], str | None]
"""Return the translation of a segment, or None where its source text has to stand."""


@dataclass(frozen=True, slots=True)
class Basis:
    """The work that an article is based on, and the people to credit for it."""

    title: str
    publisher: str = ""
    credits: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Pairs of a role (``author``, ``editors``, ``illustrator``, ``copyeditor``) and names, in the author's order."""

    modified: dt.date | None = None
    url: str = ""


KEEP, FALLBACK = "keep", "fallback"
FIND, LINKS = "find", "links"
HIDDEN, SHOWN = "hidden", "shown"
SUMMARY = "in-short"
"""The kind of the segment that tells an article in short; ``summary`` is an element of HTML."""


@dataclass(frozen=True, slots=True)
class Article:
    """One source document: front matter and Markdown."""

    path: str
    """Relative to the project, with forward slashes: ``source/muscle-spasms.md``."""

    domain: str
    """The path below ``source/`` without suffix: the name of its catalogs and pages."""

    title: str
    description: str
    body: str
    """The Markdown below the front matter."""

    body_line: int = field(compare=False)
    """How many lines stand above the body."""

    key_lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """The line of each key of the front matter, counted from 1."""

    key_comments: Mapping[str, tuple[str, str | None]] = field(default_factory=dict, compare=False)
    """What the author says to translators in comments above keys: the note (perhaps empty) and the context."""

    reviewed: dt.date | None = None
    """When the text was last reviewed as a whole."""

    review_due: dt.date | None = None
    """When it has to be reviewed again."""

    review_months: int = 0
    """How many months a review holds, that of a translation too; 0 where the author does not say."""

    authors: tuple[str, ...] = ()
    basis: Basis | None = None
    stale: str = FALLBACK
    """What readers get of a translation whose source changed in wording only: `KEEP` or `FALLBACK`."""

    glossary: str = FIND
    """Which words are explained: those of the glossary that are found in the text (`FIND`), or only its `LINKS`."""

    reading_level: str = HIDDEN
    """Whether pages state their reading level: `HIDDEN` or `SHOWN`."""

    summary: str = ""
    """The article in short, for readers to whom the rest is too hard; empty if the author gave none."""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """An article, parsed in one language."""

    article: Article
    locale: Locale
    """The language of the page; blocks without a translation carry their own ``lang`` and ``dir``."""

    title: str
    """In `locale`, or in the source's language if ``title`` is among `untranslated`."""

    description: str
    summary: str
    """The same; empty if the author gave none."""

    root: Element
    """The final tree, as the parser leaves it: raw HTML is still a placeholder in the text."""

    segments: tuple[Segment, ...]
    """In the order in which a reader meets them; front matter first, then definitions, words in pictures last."""

    untranslated: tuple[Segment, ...]
    """Those among `segments` that stand in the source's language on this page; empty for the source itself."""

    lines: Mapping[Element, int]
    """The source line of elements of `root`; an inline element has its block's line."""

    slot_lines: tuple[int | None, ...] = field(repr=False)
    """The line of each place that holds text, in the order of the walk; a translation has the same places."""

    heading_ids: tuple[str, ...]
    """The ids of the headings in order, made from the source text so that links work in every language."""

    parser: Any = field(repr=False)
    """The Python-Markdown instance that holds this document's references, footnotes and raw HTML."""

    ignored: tuple[Directive, ...] = ()
    """All ``check-ignore`` comments of the author, in their order."""

    labels: tuple[tuple[Segment, str | None], ...] = ()
    """The words in its pictures, which are among `segments` too, as this document says them; None where the words of
    the source stand."""

    blocks: Any = field(default=None, repr=False)
    """What translations of this document are made from; they share its parser."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What the source text should reach."""

    grade: float = 6.0
    """The highest school grade (US years of school) of an article; 6 is what the American Medical Association asks."""

    sentence_words: int = 25
    """The most words in one sentence."""


class Severity(StrEnum):
    """How much a finding matters; an error keeps a translation from being published."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file."""

    path: str
    line: int | None = None
    """Counted from 1; None where only the file is known."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check reports."""

    rule: str
    """The rule's code: ``T101``."""

    name: str
    """The rule's name: ``link-target``."""

    severity: Severity
    message: str
    location: Location
    """Where to mend it: for a translation, the line in the catalog."""

    locale: str = ""
    """The locale's name for a finding about a translation, else empty."""

    domain: str = ""
    excerpt: str = ""
    """The beginning of the text in question; for a translation, of its ``msgid``."""

    source: Location | None = None
    """For a finding about a translation: the place in the article."""

    fix: str = ""
    """What to do, where that can be said."""

    text: str = field(default="", repr=False)
    """A digest of the whole text in question: it changes if, and only if, that text does."""
