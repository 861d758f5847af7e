"""``build en_XA ar_XB``: pages in pseudo-locales, for the people who make a site; no other page leads to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from pipeline.article import translate
from pipeline.article.pictures import is_drawing, pictures_of
from pipeline.catalogs.frame import SITE
from pipeline.catalogs.pseudo import pseudo, pseudo_lookup
from pipeline.commands.files import put, read_if_there, shown
from pipeline.commands.lock import alone
from pipeline.commands.outcome import Outcome
from pipeline.commands.pages import list_pages
from pipeline.commands.pictures import Album, Picture
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
    """Yield path and content of all pages of a pseudo-locale, and of the drawings with words on them."""
    sources = {document.article.domain: document for document in documents}
    editions = {domain: {locale: pseudo_edition(document, locale)} for domain, document in sources.items()}
    words = {locale: pseudo_words(project, locale)}
    site = Site(project.source_locale, "", words, project.title, project.text_edition, editions)
    for plain in site.pages():
        source = sources[plain.document.article.domain]
        album = Album(project, source, {path: _picture(project, path) for path in pictures_of(source)})
        own = own_of(source, project.background.hosts)
        page = replace(plain, pictures=album.shown(plain.path, locale), own=own)
        yield f"{page.path}.html", html.render_page(page).encode()
        if page.text_edition:
            yield f"{page.path}.txt", render_text(page).encode()
        yield from album.drawn(page)
    yield f"{locale.tag}/index.html", html.render_index(site.index(locale)).encode()


def _picture(project: Project, path: str) -> Picture:
    return Picture("", read_if_there(project.source / path, project.root) if is_drawing(path) else None)
