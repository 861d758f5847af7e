"""What the last wall before a page costs, beside all the rest of rendering that page.

    python benchmarks/wall_speed.py [PROJECT]

Each page of the project (else of this repository) is rendered and goes through the wall. The best of five rounds
counts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pipeline.article import to_html, translate
from pipeline.catalogs import lookup
from pipeline.commands.workspace import (
    catalog_path,
    open_project,
    project_locales,
    read_articles,
    read_catalog,
    read_words,
)
from pipeline.project import Project
from pipeline.render.dress import addresses, dressed_tree
from pipeline.render.html import render_page
from pipeline.render.page import Page
from pipeline.render.wall import own_of, walled
from pipeline.site import Edition, Site

ROUNDS = 5


def pages(project: Project) -> list[Page]:
    """Return every page of a project."""
    documents, _ = read_articles(project)
    locales = (project.source_locale, *project_locales(project))
    found = []
    for document in documents:
        domain = document.article.domain
        editions = {project.source_locale: Edition(document, None)}
        for locale in locales[1:]:
            if file := read_catalog(project, catalog_path(project, locale, domain), locale):
                editions[locale] = Edition(translate(document, lookup(file.catalog), locale), None)
        words = {locale: read_words(project, locale) for locale in editions}
        site = Site(project.source_locale, project.base_url, words, project.title, True, {domain: editions})  # noqa: FBT003
        own = own_of(document, project.background.hosts)
        found += [replace(page, own=own) for page in site.pages()]
    return found


def best(function: Callable[[], object]) -> float:
    """Return the seconds of the quickest of several calls."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print the table."""
    project = open_project(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent)
    every = pages(project)
    bodies = [to_html(page.document, dressed_tree(page)) for page in every]
    render = best(lambda: [render_page(page) for page in every])
    wall = best(lambda: [walled(body, page.own, addresses(page)) for body, page in zip(bodies, every, strict=True)])
    authors = {page.document.article.domain: page.document for page in every if page.locale == page.source_locale}
    lists = best(lambda: [own_of(document, ()) for document in authors.values()])
    size = sum(len(body.encode()) for body in bodies) / len(bodies)
    print(f"{len(every)} pages, {size / 1000:.1f} kB of body on average")
    print(f"rendering with the wall  {render / len(every) * 1000:6.2f} ms a page")
    print(f"the wall alone           {wall / len(every) * 1000:6.2f} ms a page  ({wall / render:.0%} of it)")
    print(f"the lists of an article  {lists / len(authors) * 1000:6.2f} ms, once for all its languages")


if __name__ == "__main__":
    main()
