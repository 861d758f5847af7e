"""One article in all its languages: from the bytes of its files to those of its pages.

This touches no disk and knows no other article, so it can run in any process, on any machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, replace
from functools import cache, cached_property

from pipeline import __version__
from pipeline.article import parse, read_article, translate
from pipeline.article.pictures import pictures_of
from pipeline.catalogs import header_errors, read_po
from pipeline.catalogs.publication import revised
from pipeline.checks import Ledger
from pipeline.commands import formats
from pipeline.commands.digests import MISSING, digest
from pipeline.commands.editions import Localized, Publishable
from pipeline.commands.files import shown
from pipeline.commands.held_back import held_back, why_not
from pipeline.commands.incremental import SOURCE, fingerprint
from pipeline.commands.permitted import permitted
from pipeline.commands.pictures import Album, content_of
from pipeline.commands.stated_level import stated_grade
from pipeline.commands.tasks import Frame, Made, Published, Task
from pipeline.commands.workspace import CatalogFile, catalog_path
from pipeline.errors import InputError, InputErrors, collect, raise_all
from pipeline.locale import Locale
from pipeline.model import Key
from pipeline.render.wall import Own, own_of
from pipeline.site import Card, Edition, Site


def publish(frame: Frame, task: Task) -> Published:
    """Judge the catalogs of an article, and make the pages that are not as the last build made them."""
    published = Published(task.domain)
    if frame.program and frame.program != _program():
        raise InputError(f"a worker has another version of plainspoken; install {__version__}, as it is here, on all")
    formats.check(frame.liblouis)
    try:
        document = parse(read_article(task.source, task.path, task.domain), frame.project.source_locale)
        published.pictures = list(pictures_of(document))
        published.lacks_pictures = not task.pictures.keys() >= set(published.pictures)
        if published.lacks_pictures:
            return published
        album = Album(frame.project, document, task.pictures)
    except InputErrors as several:
        published.errors = list(several.errors)
    except InputError as error:
        published.errors = [error]
    else:
        _Publisher(frame, task, album, published).run()
    return published


def verdict(source: str, catalog: str, rejected: Iterable[Key]) -> str:
    """Return the digest of all that decides about one translation, from those of its article and its catalog."""
    return digest(source, catalog, *sorted(map(repr, rejected)))


def made_from(verdict: str, frame: str, published: Iterable[Locale]) -> str:
    """Return the digest of all that a page is made from, but for where its links lead."""
    return digest(verdict, frame, *(locale.name for locale in published))


@cache
def _program() -> str:
    return fingerprint()


class _Publisher:
    """Works on one task."""

    def __init__(self, frame: Frame, task: Task, album: Album, published: Published) -> None:
        self.frame, self.task, self.published = frame, task, published
        self.album, self.document = album, album.document
        self.source_digest = content_of(digest(task.source), album.marks)
        self.ledger = Ledger()
        self.publishable = Publishable(frame.project, self.document, self.ledger, frame.terms)
        self.localized: dict[Locale, Localized] = {}

    def run(self) -> None:
        """Do all of it."""
        pages, source = self.published.pages, self.document.locale
        pages[SOURCE] = Made(self._verdict(source), published=True, judged=False)
        made, self.published.errors = collect(self._made, self.task.catalogs)
        pages |= {locale.name: each for locale, each in made}
        by_locale = {source: pages[SOURCE], **dict(made)}
        published = [locale for locale in self.frame.words if locale in by_locale and by_locale[locale].published]
        for locale in published:
            if locale in self.frame.wanted:
                self._page(locale, by_locale[locale], published)
            elif by_locale[locale].judged:
                by_locale[locale].card = self._card(locale)
        self.published.failures = dict(self.ledger.failed)

    def _verdict(self, locale: Locale) -> str:
        content = self.task.catalogs.get(locale)
        catalog = MISSING if content is None else digest(content)
        return verdict(self.source_digest, catalog, self.task.rejected.get(locale, ()))

    def _made(self, locale: Locale) -> tuple[Locale, Made]:
        """Return the verdict on one translation. Raises `InputErrors` if its catalog cannot be used."""
        verdict, known = self._verdict(locale), self.task.known.get(locale)
        if known and known.verdict == verdict:
            return locale, Made(verdict, known.published, made_from=known.made_from, judged=False)
        found = self._localize(locale)
        ready = found.progress.may_be_published(self.frame.project.publish_threshold)
        notes = ("" if ready else why_not(found, self.frame.project.publish_threshold), held_back(found))
        return locale, Made(verdict, ready, notes)

    def _localize(self, locale: Locale) -> Localized:
        if locale not in self.localized:
            project, content = self.frame.project, self.task.catalogs[locale]
            name = shown(catalog_path(project, locale, self.task.domain), project.root)
            file = None
            if content is not None:
                catalog = read_po(content, name)
                raise_all(header_errors(catalog, locale, name))
                file = CatalogFile(catalog, content, name)
            also = self.task.rejected.get(locale, frozenset[Key]())
            self.localized[locale] = self.publishable.localized(locale, file, also)
        return self.localized[locale]

    def _page(self, locale: Locale, made: Made, published: list[Locale]) -> None:
        """Make one page, unless it is as the last build made it."""
        known = self.task.known.get(locale)
        made.made_from = made_from(made.verdict, self.frame.made_from[locale], published)
        neighbours = _Neighbours(self.task, locale, self.document.locale, known.links if known else {})
        if known and known.made_from == made.made_from and all(neighbours.still(*link) for link in known.links.items()):
            return
        edition = self._edition(locale)
        made.card = astuple(edition.card)
        neighbours.editions = {**dict.fromkeys(published, edition.card), locale: edition}
        site = self._site(neighbours)
        page = next(site.pages())
        page = replace(page, pictures=self.album.shown(page.path, locale), own=self._own(locale))
        made.files = dict(formats.files(page, site.original(page, self.document)))
        made.files |= dict(self.album.drawn(page))
        made.book = formats.book(page)
        made.links = neighbours.asked
        made.pictures = list(self.album.copied(page))

    def _own(self, locale: Locale) -> Own:
        """Return what a page may hold that is not ours."""
        own, project = self._authors, self.frame.project
        return own if locale == self.document.locale else permitted(project, own, self._localize(locale))

    @cached_property
    def _authors(self) -> Own:
        return own_of(self.document, self.frame.project.background.hosts)

    def _edition(self, locale: Locale) -> Edition:
        glossary = self.frame.glossary.get(locale)
        if locale == self.document.locale:
            return Edition(self.document, None, grade=stated_grade(self.document, glossary))
        found = self._localize(locale)
        document = translate(self.document, found.lookup, locale)
        grade = stated_grade(document, glossary)
        return Edition(document, found.progress.review, found.outdated, revised(found.subject.catalog), grade)

    def _card(self, locale: Locale) -> tuple[str | bool, ...]:
        return astuple(self._edition(locale).card)

    def _site(self, editions: Mapping[str, Mapping[Locale, Edition | Card]]) -> Site:
        project = self.frame.project
        words = self.frame.words
        settings = project.source_locale, project.base_url, words, project.title, project.text_edition
        return Site(*settings, editions, project.bilingual_edition, self.frame.glossary, project.formats)


class _Neighbours(Mapping[str, Mapping[Locale, Edition | Card]]):
    """All articles of the site, as one page sees them: itself, and those that it asks for."""

    def __init__(self, task: Task, locale: Locale, source: Locale, links: Mapping[str, str]) -> None:
        self.task, self.locale, self.source, self.links = task, locale, source, links
        self.editions: Mapping[Locale, Edition | Card] = {}
        self.asked: dict[str, str] = {}
        """What the page asked for, and was told: the name of a locale, or nothing."""

    def __getitem__(self, domain: str) -> Mapping[Locale, Edition | Card]:
        if domain == self.task.domain:
            return self.editions
        self.asked[domain] = told = self._told(domain)
        if not told:
            raise KeyError(domain)
        return dict.fromkeys([self.locale if told == self.locale.name else self.source], Card("", ""))

    def _told(self, domain: str) -> str:
        if domain in self.task.links:
            return resolved(self.task.links[domain], self.locale, self.source)
        return self.links.get(domain, self.locale.name)

    def still(self, domain: str, told: str) -> bool:
        """Tell whether a link to `domain` leads where it led."""
        return self._told(domain) == told

    def __iter__(self) -> Iterator[str]:
        return iter([self.task.domain])

    def __len__(self) -> int:
        return 1


def resolved(published: frozenset[str], locale: Locale, source: Locale) -> str:
    """Return the name of the locale in which a page of `locale` links to an article; nothing if there is no such."""
    return locale.name if locale.name in published else source.name if published else ""
