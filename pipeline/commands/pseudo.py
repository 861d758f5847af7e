"""``build en_XA ar_XB``: pages in pseudo-locales, for the people who make a site; no other page leads to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pipeline.article import translate
from pipeline.catalogs.frame import SITE
from pipeline.catalogs.pseudo import pseudo, pseudo_lookup
from pipeline.commands.files import put, shown
from pipeline.commands.lock import alone
from pipeline.commands.outcome import Outcome
from pipeline.commands.pages import list_pages
from pipeline.commands.workspace import frame_segments, listed_pages, read_articles
from pipeline.locale import Locale
from pipeline.model import Document, Lookup
from pipeline.project import Project
from pipeline.render import html
from pipeline.render.page import Words
from pipeline.render.plain_text import render_text
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
        if put(place, content.encode(), project.root, sync=False):
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


def _files(project: Project, documents: list[Document], locale: Locale) -> Iterator[tuple[str, str]]:
    """Yield path and content of all pages of a pseudo-locale."""
    editions = {document.article.domain: {locale: pseudo_edition(document, locale)} for document in documents}
    words = {locale: pseudo_words(project, locale)}
    site = Site(project.source_locale, "", words, project.title, project.text_edition, editions)
    for page in site.pages():
        yield f"{page.path}.html", html.render_page(page)
        if page.text_edition:
            yield f"{page.path}.txt", render_text(page)
    yield f"{locale.tag}/index.html", html.render_index(site.index(locale))
