"""``build``: articles and catalogs → pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.article import translate
from pipeline.catalogs.frame import SITE
from pipeline.commands.editions import Localized, localize_all
from pipeline.commands.files import put, read, shown
from pipeline.commands.lock import alone
from pipeline.commands.outcome import Outcome
from pipeline.commands.workspace import MANIFEST, pages_before, project_locales, read_articles, read_words
from pipeline.errors import InputError, collect
from pipeline.locale import Locale, format_share
from pipeline.model import Document
from pipeline.project import Project, checked_address
from pipeline.render import dress, html
from pipeline.render.page import Page, Words
from pipeline.render.plain_text import render_text
from pipeline.site import Edition, Site, robots, sitemap


@alone
def build(project: Project, locales: tuple[Locale, ...], base_url: str | None = None) -> Outcome:
    """Write the pages of `locales`, and of the source's language, with all that belongs to them.

    `base_url` replaces the one of the configuration. A catalog that cannot be read costs its own page only.
    """
    if base_url is not None:
        try:
            project = replace(project, base_url=checked_address(base_url))
        except ValueError as error:
            raise InputError(f"--base-url {base_url}: {error}") from None
    outcome = Outcome()
    documents, outcome.errors = read_articles(project)
    every = project_locales(project)
    localized = localize_all(project, documents, every, outcome)
    site = _site(project, documents, every, localized, outcome)
    wanted = {project.source_locale, *locales}
    files = dict(_files(project, site, wanted, outcome))
    _write(project, files, outcome, complete=set(every) <= wanted and not outcome.errors)
    return outcome


def _site(
    project: Project,
    documents: list[Document],
    locales: tuple[Locale, ...],
    localized: dict[tuple[str, Locale], Localized],
    outcome: Outcome,
) -> Site:
    """Decide what is published, and say what is not."""
    source = project.source_locale
    editions = {document.article.domain: {source: Edition(document, None)} for document in documents}
    for document in documents:
        domain = document.article.domain
        for locale in locales:
            found = localized.get((domain, locale))
            if found is None:
                continue
            if found.progress.may_be_published(project.publish_threshold):
                translated = translate(document, found.lookup, locale)
                editions[domain][locale] = Edition(translated, found.progress.review, found.outdated)
            else:
                outcome.notes.append(_why_not(found, project.publish_threshold))
    for found in localized.values():
        if found.progress.held_back:
            outcome.notes.append(_held_back(found))
    published = {locale for by_locale in editions.values() for locale in by_locale} | {source}
    words = {
        locale: _words(project, locale, localized)
        for locale in sorted(published, key=lambda each: each.autonym.casefold())
    }
    return Site(source, project.base_url, words, project.title, project.text_edition, editions)


def _words(project: Project, locale: Locale, localized: dict[tuple[str, Locale], Localized]) -> Words:
    """The words of the frame; one that has an error against it stays in English."""
    return read_words(project, locale, localized[SITE, locale].lookup if (SITE, locale) in localized else None)


def _why_not(found: Localized, threshold: float) -> str:
    progress = found.progress
    name = f"{progress.locale.name}/{progress.domain}"
    if not (progress.title_translated and progress.critical_translated):
        return f"{name} is not published: its title, or a part marked critical, is not ready"
    english = html.FRAME_LOCALE
    share, needed = format_share(progress.share, english), format_share(threshold, english)
    return f"{name} is not published: {share} of its words are ready, {needed} are needed"


def _held_back(found: Localized) -> str:
    progress = found.progress
    return (
        f"{progress.locale.name}/{progress.domain}: {progress.held_back} translations with errors are held back, "
        "readers get the source text; see plainspoken check"
    )


# --- files --------------------------------------------------------------------------------------------------------


def _files(project: Project, site: Site, wanted: set[Locale], outcome: Outcome) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the output folder and the content of every file."""
    pages = [page for page in site.pages() if page.locale in wanted]
    for page in pages:
        yield f"{page.path}.html", html.render_page(page).encode()
        if project.text_edition:
            yield f"{page.path}.txt", render_text(page).encode()
    pictures, errors = _pictures(project, pages)
    yield from pictures
    outcome.errors += errors
    yield from _lists(site, wanted)
    yield "style.css", html.STYLE.read_bytes()
    yield "robots.txt", robots(site).encode()
    if site.base_url:
        yield "sitemap.xml", sitemap(site).encode()


def _lists(site: Site, wanted: set[Locale]) -> Iterator[tuple[str, bytes]]:
    """Yield the pages that lead to others."""
    indexes = site.indexes()
    for index in indexes:
        if index.locale in wanted:
            yield f"{index.locale.tag}/index.html", html.render_index(index).encode()
    words, title = site.words[site.source_locale], site.site_title(site.source_locale)
    yield "index.html", html.render_languages(indexes, words, title, site.url("")).encode()
    yield "404.html", html.render_not_found(indexes, words, title, site.root_path).encode()


def _pictures(project: Project, pages: Iterable[Page]) -> tuple[list[tuple[str, bytes]], list[InputError]]:
    """Return the pictures on `pages`, and what is wrong with those that are not there."""
    places = {(page.document.article.path, *picture) for page in pages for picture in dress.pictures(page)}
    return collect(lambda place: _picture(project, *place), sorted(places))


def _picture(project: Project, article: str, path: str, line: int) -> tuple[str, bytes]:
    place = project.source / path
    if not place.is_file():
        message = f"there is no picture {shown(place, project.root)}; correct its address, or add the file"
        raise InputError(message, article, line)
    return path, read(place, project.root)


def _write(project: Project, files: dict[str, bytes], outcome: Outcome, *, complete: bool) -> None:
    """Write what changed; after a `complete` build, remove what an earlier one wrote and this one did not."""
    before = pages_before(project)
    _list(project, files.keys() | before)  # First: a build that is killed half-way must not forget what it wrote.
    places = {project.output / path: content for path, content in files.items()}
    written, errors = collect(lambda item: item[0] if put(*item, project.root) else None, places.items())
    outcome.changed += [shown(place, project.root) for place in written if place]
    outcome.errors += errors
    if complete and not errors:
        for path in sorted(before - files.keys()):
            _remove(project, path, outcome)
        _list(project, files.keys())


def _list(project: Project, paths: Iterable[str]) -> None:
    """Write down which pages are ours."""
    text = json.dumps(sorted(paths), indent=0, ensure_ascii=False)
    put(project.output / MANIFEST, f"{text}\n".encode(), project.root)


def _remove(project: Project, path: str, outcome: Outcome) -> None:
    place = project.output / path
    try:
        place.unlink(missing_ok=True)
        _remove_empty(place.parent, project.output)
    except OSError as error:
        message = f"cannot be removed ({error.strerror}); check the folder"
        raise InputError(message, shown(place, project.root)) from None
    outcome.removed.append(shown(place, project.root))


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
