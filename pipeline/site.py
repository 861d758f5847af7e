"""What stands where: addresses of pages, alternates in other languages, and what a page says about itself."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote, urlsplit

from pipeline.article.glossary import Glossary
from pipeline.catalogs import TITLE, Review
from pipeline.locale import Locale, format_date, format_names, format_number, language_name, parse_locale
from pipeline.model import Basis, Document
from pipeline.render.braille.tables import has_table
from pipeline.render.page import ACCESSIBILITY, BRAILLE, Alternate, Entry, Fact, Index, Outdated, Page, Phrase, Words
from pipeline.render.provenance import provenance
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
        words = self.words[locale]
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
            facts=tuple(_facts(edition, words, self.source_locale)),
            original=tuple(_original(edition.document.article.basis, words)),
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
        href = quote(posixpath.relpath(target, posixpath.dirname(path)))
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


def _facts(edition: Edition, words: Words, source: Locale) -> Iterator[Fact]:
    """Say who wrote the page and who reviewed it; nothing that is not so."""
    article = edition.document.article
    locale = words.locale
    if article.reviewed:
        # Translators: a label; a date follows
        yield Fact(words("Last reviewed"), format_date(article.reviewed, locale))
    if article.review_due:
        # Translators: a label; the date when this page has to be reviewed again follows
        yield Fact(words("Next review due"), format_date(article.review_due, locale))
    if article.authors:
        # Translators: a label; the names of the people who wrote this page follow
        yield Fact(words("Authors"), format_names(list(article.authors), locale))
    # Translators: a label; the state of the review by health professionals follows
    label = words("Medical review")
    yield _said("Not yet reviewed by a clinician", label, words)
    if edition.grade is not None:
        # Translators: a label; how hard the page is to read follows
        label = words("Reading level")
        # Translators: {grade} is a year of school, such as 5; the formula counts long words and long sentences
        yield _said(
            "About school grade {grade}, measured by a formula",
            label,
            words,
            grade=format_number(edition.grade, locale),
        )
    if edition.review is not None:
        yield from _translation_facts(edition.review, words, source)
        yield from provenance(edition.review, article.review_months, words)


def _said(message: str, label: str, words: Words, **values: str) -> Fact:
    """A fact told in the frame's words, which are English where they are not translated."""
    return Fact(label, words(message, **values), None if message in words or words.locale == ENGLISH else ENGLISH)


def _translation_facts(review: Review, words: Words, source: Locale) -> Iterator[Fact]:
    # Translators: a label; where the translation comes from follows
    label = words("Translation")
    language = language_name(source, words.locale)
    if review.translator:
        # Translators: {language} is the bare name of a language in your language, such as inglés or Englisch
        yield _said("Translated from {language} by {name}", label, words, language=language, name=review.translator)
    else:
        # Translators: {language} is the bare name of a language in your language, such as inglés or Englisch
        yield _said("Translated from {language}", label, words, language=language)
    # Translators: a label; who reviewed the translation follows
    label = words("Translation review")
    if not review.by:
        yield _said("This translation has not yet been reviewed by a native-speaking clinician.", label, words)
    elif not review.current:
        yield _said("An earlier version was reviewed by {name}", label, words, name=review.by)
    elif review.on:
        date = format_date(review.on, words.locale)
        # Translators: {date} is a full date, such as 22 November 2026
        yield _said("Reviewed by {name} on {date}", label, words, name=review.by, date=date)
    else:
        yield _said("Reviewed by {name}", label, words, name=review.by)


def _original(basis: Basis | None, words: Words) -> Iterator[Fact]:
    """Credit the work that the article is based on."""
    if basis is None:
        return
    # Translators: a title and its publisher; use the quotation marks of your language
    title = words("“{title}” by {publisher}", title=basis.title, publisher=basis.publisher)
    # Translators: a label; the title of the original work follows
    yield Fact(words("Based on"), title if basis.publisher else basis.title)
    roles = {
        # Translators: a label in the credits of the original work; a name follows
        "author": words("Author"),
        "editors": words("Editors"),
        "illustrator": words("Illustrator"),
        # Translators: the person who corrected the language of the original
        "copyeditor": words("Copyeditor"),
        "reviewers": words("Reviewers"),
        "translators": words("Translators"),
    }
    for role, names in basis.credits:
        yield Fact(roles[role], "; ".join(names))
    if basis.modified:
        # Translators: a label; the date when the original work was last changed follows
        yield Fact(words("Last changed"), format_date(basis.modified, words.locale))


def robots(site: Site) -> str:
    """Return ``robots.txt``: everything may be read, and the sitemap is there."""
    sitemap_line = f"Sitemap: {site.url('sitemap.xml')}\n" if site.base_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap_line}"
