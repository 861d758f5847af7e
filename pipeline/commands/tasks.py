"""What travels to whoever makes the pages of an article, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.article.glossary import Glossary
from pipeline.commands.pictures import Picture
from pipeline.errors import InputError
from pipeline.locale import Locale
from pipeline.model import Key
from pipeline.project import Project
from pipeline.render.page import Words

if TYPE_CHECKING:
    from pipeline.render.epub.book import Book


@dataclass(frozen=True, slots=True)
class Frame:
    """What all articles of a build have in common; it travels with each batch of them."""

    project: Project
    words: Mapping[Locale, Words]
    """The words of the frame in every language, in the order of the language lists."""

    made_from: Mapping[Locale, str]
    """The digest of what the frame is made from in each language."""

    wanted: frozenset[Locale]
    """The languages whose pages are to be made."""

    terms: tuple[str, ...] = ()
    """Those of the glossary, by which edits are graded."""

    glossary: Mapping[Locale, Glossary] = field(default_factory=dict)
    """What the glossary explains in each language; nothing if there is none."""

    program: str = ""
    """The fingerprint that whoever makes the pages must have; empty if it is certain."""

    liblouis: str = ""
    """The version that they must have; empty if there is no braille to make."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the last build knows of an article in one language."""

    verdict: str
    published: bool
    made_from: str
    links: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Task:
    """One article to make."""

    domain: str
    path: str
    source: bytes
    catalogs: Mapping[Locale, bytes | None]
    known: Mapping[Locale, Known]
    links: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The locales in which other articles are published, as far as that is known; none for what is no article."""

    rejected: Mapping[Locale, frozenset[Key]] = field(default_factory=dict)
    """Messages that rules across all articles reject."""

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """Those that it is known to show, by path below ``source/``."""


@dataclass(slots=True)
class Made:
    """One article in one language; what was there already is left out."""

    verdict: str
    published: bool
    notes: tuple[str, str] = ("", "")
    """Why it is not published, and what is held back."""

    card: tuple[str | bool, ...] = ()
    made_from: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    """By path below the output folder; empty if the page need not be made again."""

    links: dict[str, str] = field(default_factory=dict)
    pictures: list[tuple[str, int]] = field(default_factory=list)
    book: Book | None = None
    """The e-book, which still needs its pictures."""

    judged: bool = True
    """False if the last build's verdict stands."""


@dataclass(slots=True)
class Published:
    """What became of a task."""

    domain: str
    pages: dict[str, Made] = field(default_factory=dict)
    """By the name of the locale, `SOURCE` first; those with errors are not there."""

    errors: list[InputError] = field(default_factory=list)
    failures: dict[str, InputError] = field(default_factory=dict)
    """Rules that failed, by code."""

    pictures: list[str] = field(default_factory=list)
    """Those that the article shows."""

    lacks_pictures: bool = False
    """Whether it must be made again, with `pictures`; there is nothing else then."""
