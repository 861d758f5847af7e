"""The types of what is published: pages, lists of articles, and what they say about themselves."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from heapq import nlargest
from operator import attrgetter

from pipeline.article.glossary import Glossary
from pipeline.catalogs import Review
from pipeline.locale import Locale, parse_locale
from pipeline.model import Document
from pipeline.render.wall import Own

FRAME_LOCALE = parse_locale("en")
"""The language of the messages in templates and renderers."""

EPUB, PDF, BRAILLE = "epub", "pdf", "brf"
"""The suffixes of editions that a page may have besides its plain text."""

ACCESSIBILITY = "accessibility"
"""The domain of the article that the foot of every page links to, where it is published in the page's language."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_LATEST = 50
"""Articles in a feed: more than anybody missed since the last look."""


def noted(message: str) -> str:
    """Return `message` as it is; imported as ``_``, it shows a word of the frame to those who look for them."""
    return message


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the page frame in one language (the ``site`` domain)."""

    locale: Locale
    translations: Mapping[str, str]
    """From the English message to the translation; messages without one are absent."""

    def __call__(self, message: str, **values: object) -> str:
        """Return `message` in this language, else in English, with its ``{placeholders}`` filled."""
        text = self.translations.get(message, message)
        if "{" not in text:
            return text
        return _PLACEHOLDER.sub(lambda found: str(values.get(found[1], found[0])), text)

    def __contains__(self, message: str) -> bool:
        return message in self.translations

    def language(self, message: str) -> Locale:
        """Return the language in which `message` is told."""
        english = self.locale.tag.partition("-")[0] == FRAME_LOCALE.tag
        return self.locale if english or message in self else FRAME_LOCALE


@dataclass(frozen=True, slots=True)
class Phrase:
    """A few words that may be in another language than the page around them."""

    text: str
    locale: Locale


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what a page says about itself: who wrote it, on what it is based, when it was reviewed."""

    label: str
    value: str
    locale: Locale | None = None
    """The language of `value` where it is not the page's; names and titles of works have none (WCAG 3.1.2)."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page, or the same list of articles, in one language."""

    locale: Locale
    href: str
    """Relative to the page that links to it."""

    url: str
    """Absolute where the site's address is known, else the same as `href`."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as one page shows it."""

    path: str
    """Below the output folder."""

    width: int = 0
    """In pixels; 0 where it is not known."""

    height: int = 0


@dataclass(frozen=True, slots=True)
class Outdated:
    """How much of a page is older than its original."""

    share: float
    """Of its words, 0 to 1."""

    since: dt.date | None
    """None if that is not known yet."""

    shown: bool
    """Whether any of it is on the page; else its place is taken by the original."""


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """All that a renderer needs for one article in one language."""

    document: Document
    path: str
    """Below the output folder, without suffix: ``pt-BR/muscle-spasms``."""

    words: Words
    site_title: Phrase

    source_locale: Locale
    """The language in which blocks without a translation stand."""

    url: str
    """Absolute address of the HTML page; empty where the site's address is not known."""

    alternates: tuple[Alternate, ...]
    """All languages in which the article is published, this one included, in a fixed order."""

    articles: Mapping[str, Alternate]
    """Where links to other articles lead, by domain: this language if they are published in it, else the source's."""

    facts: tuple[Fact, ...]
    """About the page itself."""

    text_edition: bool
    """Whether there is a plain-text edition beside the page."""

    original: tuple[Fact, ...]
    """About the work that the article is based on, and the people who made that; empty if there is none."""

    outdated: Outdated | None = None
    """What of the translation is out of date; None if nothing is."""

    glossary: Glossary | None = None
    """What the project explains in the page's language; None if it explains nothing."""
    formats: tuple[str, ...] = ()
    """The suffixes of the other editions beside the page."""

    default: str = ""
    """The address of the page in the source's language, for readers of any other language; empty if not known."""

    site_url: str = ""
    """The absolute address of the site, ending in a slash; empty if it is not known."""

    review: Review | None = None
    """The state of the translation's review; None for the article in its own language."""

    bilingual: bool = False
    """Whether there is an edition with the source beside the translation."""

    pictures: Mapping[str, Shown] = field(default_factory=dict)
    """The pictures that this page has its own files of, or whose size is known, by their paths below ``source/``."""

    own: Own = field(default_factory=Own)
    """What the author wrote beyond plain Markdown, which translations may hold too."""

    @property
    def home_url(self) -> str:
        """The absolute address of the list of articles; empty if it is not known."""
        return self.site_url and f"{self.site_url}{self.locale.tag}/index.html"

    @property
    def locale(self) -> Locale:
        """The page's language."""
        return self.document.locale

    @property
    def accessibility(self) -> Alternate | None:
        """The article about accessibility; None if there is none in the page's language."""
        found = self.articles.get(ACCESSIBILITY)
        return found if found and found.locale == self.locale else None


@dataclass(frozen=True, slots=True)
class Entry:
    """One article in a list of articles."""

    title: str
    description: str
    href: str
    title_locale: Locale | None = None
    """The language of the title where it is not the list's; the same for the description below."""

    description_locale: Locale | None = None
    url: str = ""
    """Absolute; empty where the site's address is not known."""

    updated: str = ""
    """When the article, its translation or a review of that last changed (RFC 3339, UTC); empty if not known."""


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The list of the articles that are published in one language."""

    words: Words
    site_title: Phrase
    url: str
    alternates: tuple[Alternate, ...]
    default: str
    """The address of the list of languages; empty if it is not known."""

    entries: tuple[Entry, ...]
    accessibility: Alternate | None = None
    """The article about accessibility; None if there is none in the language of the list."""

    @property
    def locale(self) -> Locale:
        """The language of the list."""
        return self.words.locale

    @property
    def latest(self) -> list[Entry]:
        """The articles for a feed, newest first: those with a date, if they have addresses."""
        dated = (entry for entry in self.entries if entry.updated and entry.url)
        return nlargest(_LATEST, dated, key=attrgetter("updated"))
