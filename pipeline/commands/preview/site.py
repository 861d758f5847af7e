"""The site as the workbench shows it: every article is there in every language, and made when somebody looks at it."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from urllib.parse import quote

from pipeline.catalogs import State, state
from pipeline.catalogs.publication import revised
from pipeline.commands.digests import digest
from pipeline.commands.editions import Localized
from pipeline.commands.permitted import permitted
from pipeline.commands.pictures import Album
from pipeline.commands.preview.bench import PSEUDO, Bench
from pipeline.commands.stated_level import stated_grade
from pipeline.locale import Locale
from pipeline.model import Document
from pipeline.render.html import render_index
from pipeline.render.page import Page, Words
from pipeline.render.wall import own_of
from pipeline.site import Card, Edition, Site


def page_of(bench: Bench, album: Album, document: Document, found: Localized | None) -> Page:
    """Return `document`, the article of `album` in one language, as the page that readers get.

    `found` is what is known of the translation; None for the language of the articles, and in a pseudo-locale.
    """
    project, locale, domain = bench.project, document.locale, document.article.domain
    grade = stated_grade(document, bench.glossary(locale))
    edition = Edition(document, None, grade=grade)
    if found:
        edition = Edition(document, found.progress.review, found.outdated, revised(found.subject.catalog), grade)
    page = next(site(bench, locale, {domain: edition}).pages())
    own = bench.keep(
        ("own", domain), (project, album.document), lambda: own_of(album.document, project.background.hosts)
    )
    own = permitted(project, own, found) if found else own
    return replace(page, pictures=album.shown(page.path, locale), own=own)


def versions(page: Page, album: Album) -> dict[str, str]:
    """Return what changes with each picture of `page`, by its address there.

    A browser shows a picture again as it has it, unless the address is another one.
    """
    drawn = {path: digest(content) for path, content in album.drawn(page)}
    folder = posixpath.dirname(page.path)
    places = ((mark, page.pictures[path].path) for path, mark in album.marks)
    return {quote(posixpath.relpath(place, folder)): drawn.get(place, mark) for mark, place in places}


def index_page(bench: Bench, locale: Locale) -> str:
    """Return the HTML of the list of all articles in one language."""
    cards = {domain: card for domain in bench.domains if (card := _card(bench, domain, locale))}
    return render_index(site(bench, locale, cards).index(locale))


def _card(bench: Bench, domain: str, locale: Locale) -> Card | None:
    article = bench.article(domain)
    if article is None:
        return None
    file = bench.catalog(domain, locale) if locale != bench.project.source_locale else None
    known = (
        {message.msgid: message.msgstr for message in file.catalog if state(message) is State.TRANSLATED}
        if file
        else {}
    )
    title, description = article.title, article.description
    foreign = [locale != bench.project.source_locale and text not in known for text in (title, description)]
    return Card(known.get(title, title), known.get(description, description), foreign[0], foreign[1])


def site(bench: Bench, locale: Locale, here: Mapping[str, Edition | Card]) -> Site:
    """Return the site as the pages `here`, in `locale`, see it.

    Nothing leads to a pseudo-locale, and its pages lead nowhere else.
    """
    project, is_pseudo = bench.project, locale in PSEUDO
    locales = [locale] if is_pseudo else sorted(bench.locales, key=lambda each: each.autonym.casefold())
    known = {locale, project.source_locale}
    words = {each: bench.words(each) if each in known else Words(each, {}) for each in locales}
    glossary = bench.glossary(locale)
    return Site(
        project.source_locale,
        "" if is_pseudo else project.base_url,
        words,
        project.title,
        project.text_edition,
        _Everywhere(bench.domains, locales, locale, here),
        project.bilingual_edition and not is_pseudo,
        {locale: glossary} if glossary else {},
    )


class _Everywhere(Mapping[str, Mapping[Locale, Edition | Card]]):
    """All articles of a project, in all its languages; those that are `here` in one are the only ones to go through."""

    def __init__(
        self, domains: Collection[str], locales: Collection[Locale], locale: Locale, here: Mapping[str, Edition | Card]
    ) -> None:
        self._locale, self._here, self._domains = locale, here, frozenset(domains)
        self._others = dict.fromkeys(locales, Card("", ""))

    def __getitem__(self, domain: str) -> Mapping[Locale, Edition | Card]:
        if domain in self._here:
            return {**self._others, self._locale: self._here[domain]}
        if domain in self._domains:
            return self._others
        raise KeyError(domain)

    def __iter__(self) -> Iterator[str]:
        return iter(self._here)

    def __len__(self) -> int:
        return len(self._here)
