"""What stands where: addresses of pages, alternates in other languages, and what a page says about itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote, urlsplit

from pipeline.article.glossary import Glossary
from pipeline.catalogs import TITLE, Review
from pipeline.locale import Locale, parse_locale
from pipeline.model import Document
from pipeline.render.braille.tables import has_table
from pipeline.render.facts import facts_of, original_facts
from pipeline.render.links import address_from
from pipeline.render.page import ACCESSIBILITY, BRAILLE, Alternate, Entry, Index, Outdated, Page, Phrase, Words
from pipeline.render.sitemap import Listed

ENGLISH = parse_locale("en")


@dataclass(frozen=True, slots=True)
class Card:
    """What lists of articles say about an article in one language."""

    title: str
    description: str
    foreign_title: bool = False
    """Whether the title stands in the source's language; the same for the description below."""

    foreign_description: bool = False
    updated: str = ""
    """When it last changed, for a feed: RFC 3339 in UTC; empty if that is not known."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One article in one language, ready to be published."""

    document: Document
    review: Review | None
    """The state of the translation's review; None for the article in its own language."""

    outdated: Outdated | None = None
    """What of the translation is out of date; None if nothing is."""

    revised: dt.datetime | None = None
    """When a translator last changed the catalog; None for the article in its own language, or if it does not tell."""
    grade: int | None = None
    """The school grade that the page states as its reading level; None if it states none."""

    @property
    def card(self) -> Card:
        """What lists of articles say about it."""
        foreign = {segment.kind for segment in self.document.untranslated}
        return Card(
            self.document.title, self.document.description, TITLE in foreign, "description" in foreign, self._updated()
        )

    def _updated(self) -> str:
        """The latest date that is known: of the author's review, of the catalog, of the translation's review."""
        days = [self.document.article.reviewed, self.review.on if self.review else None]
        times = [dt.datetime.combine(day, dt.time(), dt.UTC) for day in days if day]
        times += [self.revised.astimezone(dt.UTC)] if self.revised else []
        return f"{max(times):%Y-%m-%dT%H:%M:%SZ}" if times else ""


@dataclass(frozen=True, slots=True)
class Site:
    """All that is published."""

    source_locale: Locale
    base_url: str
    words: Mapping[Locale, Words]
    """The words of the frame in each language that has a page, in the order of the language lists."""

    title: str
    """The title of the site, in the source's language; `words` may know a translation."""

    text_edition: bool
    """Whether there is a plain-text edition beside each page."""

    editions: Mapping[str, Mapping[Locale, Edition | Card]]
    """By domain: the languages in which each article is published; with a card, it is listed but not made."""

    bilingual_edition: bool = False
    """Whether there is a page with the source beside each translation."""
    glossary: Mapping[Locale, Glossary] = field(default_factory=dict)
    """What the project explains, in each language."""
    formats: tuple[str, ...] = ()
    """The suffixes of the other editions beside each page."""

    def pages(self) -> Iterator[Page]:
        """Yield every page, article by article."""
        for domain, editions in self.editions.items():
            for locale in (locale for locale in self.words if locale in editions):
                edition = editions[locale]
                if isinstance(edition, Edition):
                    yield self._page(domain, locale, edition)

    def indexes(self) -> tuple[Index, ...]:
        """Return the list of articles in each language."""
        return tuple(self.index(locale) for locale in self.words)

    @property
    def root_path(self) -> str:
        """The path of the site on its server, with a slash at both ends; empty if it is not known."""
        return urlsplit(self.base_url).path if self.base_url else ""

    def url(self, path: str) -> str:
        """Return the absolute address of the file `path` below the output folder, empty if it is not known."""
        return self.base_url + quote(path) if self.base_url else ""

    def listed(self, start: int = 0, stop: int | None = None) -> Iterator[Listed]:
        """Yield for the sitemap the list of articles, then each article; of all these those from `start` to `stop`."""
        for name in ["index", *self.editions][start:stop]:
            locales = self.words if name == "index" else self.editions[name]
            published = [locale for locale in self.words if locale in locales]
            versions = tuple((locale.tag, self.url(f"{locale.tag}/{name}.html")) for locale in published)
            yield Listed(versions, self.url("" if name == "index" else f"{self.source_locale.tag}/{name}.html"))

    def site_title(self, locale: Locale) -> Phrase:
        """Return the title of the site for readers of `locale`."""
        words = self.words[locale]
        return Phrase(words(self.title), locale if self.title in words else self.source_locale)

    def _page(self, domain: str, locale: Locale, edition: Edition) -> Page:
        path = page_path(locale, domain).removesuffix(".html")
        words, article = self.words[locale], edition.document.article
        return Page(
            document=edition.document,
            path=path,
            words=words,
            site_title=self.site_title(locale),
            source_locale=self.source_locale,
            url=self.url(f"{path}.html"),
            alternates=self.alternates(path, domain),
            default=self._alternate(path, domain, self.source_locale).url,
            articles=_Articles(self, path, locale),
            text_edition=self.text_edition,
            formats=formats_in(locale, self.formats),
            facts=tuple(facts_of(article, edition.review, edition.grade, words, self.source_locale)),
            original=tuple(original_facts(article.basis, words)),
            outdated=edition.outdated,
            site_url=self.base_url,
            review=edition.review,
            bilingual=self.bilingual_edition and locale != self.source_locale,
            glossary=self.glossary.get(locale),
        )

    def original(self, page: Page, source: Document) -> Page:
        """Return `page` with the document and the words of the source's language; its links lead where they led."""
        return replace(page, document=source, words=self.words[self.source_locale])

    def alternates(self, path: str, domain: str) -> tuple[Alternate, ...]:
        """Return all languages in which an article is published, as the page `path` links to them."""
        editions = self.editions[domain]
        return tuple(self._alternate(path, domain, locale) for locale in self.words if locale in editions)

    def _alternate(self, path: str, name: str, locale: Locale) -> Alternate:
        target = f"{locale.tag}/{name}.html"
        href = address_from(path, target)
        return Alternate(locale, href, self.url(target) or href)

    def best(self, path: str, domain: str, locale: Locale) -> Alternate:
        """Return where a link on the page `path` to another article leads: to `locale` if it is published there."""
        editions = self.editions[domain]
        return self._alternate(path, domain, locale if locale in editions else self.source_locale)

    def index(self, locale: Locale) -> Index:
        """Return the list of articles in one language."""
        path = f"{locale.tag}/index"
        return Index(
            words=self.words[locale],
            site_title=self.site_title(locale),
            url=self.url(f"{path}.html"),
            alternates=tuple(self._alternate(path, "index", each) for each in self.words),
            default=self.url(""),
            entries=tuple(
                self._entry(path, domain, locale, editions[locale])
                for domain, editions in self.editions.items()
                if locale in editions
            ),
            accessibility=self._alternate(path, ACCESSIBILITY, locale)
            if locale in self.editions.get(ACCESSIBILITY, ())
            else None,
        )

    def _entry(self, path: str, domain: str, locale: Locale, edition: Edition | Card) -> Entry:
        card = edition.card if isinstance(edition, Edition) else edition
        return Entry(
            card.title,
            card.description,
            self._alternate(path, domain, locale).href,
            self.source_locale if card.foreign_title else None,
            self.source_locale if card.foreign_description else None,
            self.url(f"{locale.tag}/{domain}.html"),
            card.updated,
        )


def formats_in(locale: Locale, formats: Iterable[str]) -> tuple[str, ...]:
    """Return those of `formats` that there are in a language: braille only where it has a table."""
    return tuple(suffix for suffix in formats if suffix != BRAILLE or has_table(locale.tag))


@dataclass(frozen=True, slots=True)
class _Articles(Mapping[str, Alternate]):
    """The addresses of all articles, seen from one page; made when they are asked for, since few pages link to many."""

    site: Site
    path: str
    locale: Locale

    def __getitem__(self, domain: str) -> Alternate:
        return self.site.best(self.path, domain, self.locale)

    def __iter__(self) -> Iterator[str]:
        return iter(self.site.editions)

    def __len__(self) -> int:
        return len(self.site.editions)


def page_path(locale: Locale, domain: str) -> str:
    """Return the path of a page below the output folder."""
    return f"{locale.tag}/{domain}.html"


def robots(site: Site) -> str:
    """Return ``robots.txt``: everything may be read, and the sitemap is there."""
    sitemap_line = f"Sitemap: {site.url('sitemap.xml')}\n" if site.base_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap_line}"
