"""``build en_XA ar_XB``: pages in pseudo-locales, for the people who make a site; no other page leads to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from pipeline.article import translate
from pipeline.article.glossary import GLOSSARY, Glossary, read_glossary
from pipeline.article.pictures import pictures_of
from pipeline.catalogs.frame import SITE
from pipeline.catalogs.pseudo import pseudo, pseudo_lookup
from pipeline.commands.digests import Digests
from pipeline.commands.files import put, shown
from pipeline.commands.incremental import Record
from pipeline.commands.lock import alone
from pipeline.commands.outcome import Outcome
from pipeline.commands.pages import list_pages
from pipeline.commands.pictures import Album, Pictures
from pipeline.commands.workspace import frame_segments, listed_pages, read_articles
from pipeline.locale import Locale
from pipeline.model import Document, Lookup
from pipeline.project import Project
from pipeline.render import html
from pipeline.render.page import Words
from pipeline.render.plain_text import render_text
from pipeline.render.wall import own_of
from pipeline.site import Edition, Site


@alone
def build_pseudo(project: Project, locales: Collection[Locale]) -> Outcome:
    """Write every article in each of `locales`, beside what `build` wrote; the next build of all takes it away again.

    The pages say no address, and stand in no list of languages and no sitemap. An article that cannot be read costs
    its own page only.
    """
    outcome = Outcome()
    documents, outcome.errors = read_articles(project)
    files = {path: content for locale in locales for path, content in _files(project, documents, locale)}
    list_pages(project, listed_pages(project) | set(files))
    for path, content in files.items():
        place = project.output / path
        if put(place, content, project.root, sync=False):
            outcome.changed.append(shown(place, project.root))
    return outcome


def pseudo_edition(document: Document, locale: Locale) -> Edition:
    """Return an article in a pseudo-locale."""
    return Edition(translate(document, pseudo_of(document, locale), locale), None)


def pseudo_of(document: Document, locale: Locale) -> Lookup:
    """Return the function that gives every message of an article its pseudo-translation."""
    return pseudo_lookup(locale, {label.lower() for label in document.parser.references})


def pseudo_words(project: Project, locale: Locale) -> Words:
    """Return the words of the frame in a pseudo-locale."""
    return Words(locale, {each.text: pseudo(each, locale) for each in frame_segments(project, SITE)})


def _files(project: Project, documents: list[Document], locale: Locale) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of all pages of a pseudo-locale."""
    found = {document.article.domain: document for document in documents}
    editions = {domain: {locale: pseudo_edition(document, locale)} for domain, document in found.items()}
    words = {locale: pseudo_words(project, locale)}
    place = project.source_locale, "", words, project.title, project.text_edition
    site = Site(*place, editions, glossary={locale: _glossary(found[GLOSSARY], locale)} if GLOSSARY in found else {})
    pictures = Pictures(project, (Record(), Record()), Digests(project.root))
    for page in site.pages():
        document = found[page.document.article.domain]
        album = Album(project, document, {path: pictures.get(path) for path in pictures_of(document)})
        shown_pictures, own = album.shown(page.path, locale), own_of(document, project.background.hosts)
        whole = replace(page, pictures=shown_pictures, own=own)
        yield f"{page.path}.html", html.render_page(whole).encode()
        if page.text_edition:
            yield f"{page.path}.txt", render_text(whole).encode()
        yield from album.drawn(whole)
    yield f"{locale.tag}/index.html", html.render_index(site.index(locale)).encode()


def _glossary(document: Document, locale: Locale) -> Glossary:
    return read_glossary(pseudo_edition(document, locale).document, {}, read_glossary(document, {}))
