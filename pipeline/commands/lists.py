"""What belongs to a site as a whole: lists of articles, sitemap, style sheet, pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from itertools import accumulate
from pathlib import Path

from pipeline.commands.digests import MISSING, Digests, digest
from pipeline.commands.files import put, read, shown
from pipeline.commands.incremental import SOURCE, PageRecord, Record
from pipeline.commands.outcome import Outcome
from pipeline.commands.pages import Ours, put_pieces
from pipeline.commands.pictures import as_published
from pipeline.commands.printing import Printer
from pipeline.commands.survey import Survey
from pipeline.commands.tasks import Frame
from pipeline.errors import InputError, collect
from pipeline.locale import Locale
from pipeline.project import Project
from pipeline.render import html
from pipeline.render.feed import PATH as FEED
from pipeline.render.feed import render_feed
from pipeline.render.page import PDF, Index
from pipeline.render.sitemap import shares, sitemap_index, sitemap_pieces
from pipeline.site import Card, Site, robots

WHOLE = ("index.html", "404.html", "style.css", "icon.svg", "robots.txt", "sitemap.xml")
"""Paths below the output folder of what is there once, whatever the articles."""

Published = Mapping[str, tuple[Locale, ...]]
"""By domain: the languages in which each article is published, in the order of the language lists."""


class Lists:
    """Makes what belongs to the whole, where it is not as the last build made it."""

    def __init__(
        self, frame: Frame, records: tuple[Record, Record], digests: Digests, ours: Ours, outcome: Outcome
    ) -> None:
        self._project: Project = frame.project
        self._frame = frame
        self._before, self._after = records
        self._digests, self._ours = digests, ours
        self._outcome = outcome
        self.made: list[str] = []
        """Paths below the output folder."""

    def make(self, found: Survey) -> None:
        """Make all of it."""
        published = found.published
        listed = {locale for locales in published.values() for locale in locales} | {self._project.source_locale}
        words = {locale: words for locale, words in self._frame.words.items() if locale in listed}
        project = self._project
        empty = {locales: dict.fromkeys(locales, Card("", "")) for locales in set(published.values())}
        cards = {domain: empty[locales] for domain, locales in published.items()}
        site = Site(project.source_locale, project.base_url, words, project.title, project.text_edition, cards)
        frames = digest(*(f"{locale.name} {self._frame.made_from[locale]}" for locale in words))
        for locale in words:
            if locale in self._frame.wanted:
                self._index(site, locale, digest(frames, found.cards.get(locale, "")), dated=locale in found.dated)
        indexes = replace(site, editions={}).indexes()
        source, title = site.words[site.source_locale], site.site_title(site.source_locale)
        self._page("index.html", frames, lambda: html.render_languages(indexes, source, title, site.url("")))
        self._page("404.html", frames, lambda: html.render_not_found(indexes, source, title, site.root_path))
        self._shipped("style.css", html.STYLE)
        self._shipped("icon.svg", html.ICON)
        self._page("robots.txt", "", lambda: robots(site))
        if site.base_url:
            self._sitemap(site, frames, published)

    def _index(self, site: Site, locale: Locale, made_from: str, *, dated: bool) -> None:
        """Make the list of articles in one language, and its feed; only its own cards are in memory."""

        @cache
        def index() -> Index:
            editions = {domain: {locale: card} for domain, card in self._cards(locale)}
            return replace(site, editions=editions).index(locale)

        self._page(f"{locale.tag}/index.html", made_from, lambda: html.render_index(index()))
        if site.base_url and dated:
            self._page(f"{locale.tag}/{FEED}", made_from, lambda: render_feed(index()))

    def _cards(self, locale: Locale) -> Iterator[tuple[str, Card]]:
        name = SOURCE if locale == self._project.source_locale else locale.name
        for domain in self._after.articles:
            article = self._after.article(domain)
            page = article.pages.get(name) if article else None
            if page and page.published:
                yield domain, Card(*page.card)

    def _sitemap(self, site: Site, frames: str, published: Published) -> None:
        made_from = digest(
            frames, *(f"{domain} {[each.name for each in locales]}" for domain, locales in published.items())
        )
        counts = shares(site.listed())
        ends = list(accumulate(counts))
        paths = (
            [f"sitemap-{number}.xml" for number in range(1, len(counts) + 1)] if len(counts) > 1 else ["sitemap.xml"]
        )
        for path, count, end in zip(paths, counts, ends, strict=True):
            self._pieces(path, made_from, sitemap_pieces(site.listed(end - count, end)))
        if len(paths) > 1:
            self._page("sitemap.xml", made_from, lambda: sitemap_index(map(site.url, paths)))

    def _pieces(self, path: str, made_from: str, pieces: Iterator[str]) -> None:
        place = self._project.output / path
        self._file(path, made_from, lambda: put_pieces(place, pieces, self._project.root))

    def _shipped(self, path: str, place: Path) -> None:
        content = place.read_bytes()
        self._file(path, digest(content), lambda: self._put(path, content))

    def _page(self, path: str, made_from: str, content: Callable[[], str]) -> None:
        self._file(path, made_from, lambda: self._put(path, content().encode()))

    def _put(self, path: str, content: bytes) -> tuple[bool, str]:
        return put(self._project.output / path, content, self._project.root, sync=False), digest(content)

    def _file(self, path: str, made_from: str, write: Callable[[], tuple[bool, str]]) -> None:
        """Bring a file to what `write` writes, unless it is that already; what is wrong with it stops no other."""
        if self._kept(path, made_from):
            return
        self._ours.expect([path])
        try:
            changed, made = write()
        except InputError as error:
            self._outcome.errors += [error] if error not in self._outcome.errors else []
        else:
            self._note(path, made_from, made, changed=changed)

    def pictures(self, places: Iterable[tuple[str, str, int]]) -> None:
        """Copy the pictures, given with the paths and lines of their articles, and tell what is wrong with others."""
        found, errors = collect(lambda place: self._picture(*place), sorted(places))
        self._outcome.errors += errors
        self._ours.expect(found)
        for path in dict.fromkeys(found):
            name = shown(self._project.source / path, self._project.root)
            seen = self._digests.look(name, self._before.files.get(name))
            self._after.files[name] = seen
            self._file(path, str(seen[-1]), partial(self._copy, path))

    def prints(self, pages: Iterable[PageRecord]) -> None:
        """Make the PDF of each of `pages`, in one browser, where the page, its style or its pictures changed."""
        folder = f"{shown(self._project.output, self._project.root)}/"
        with Printer(self._project) as printer:
            for page in pages:
                # What could not be written has no entry; the build has said so.
                for name in (name for name in page.files if name.endswith(".html")):
                    needed = [f"{folder}style.css", *(f"{folder}{picture}" for picture, _ in page.pictures)]
                    seen = [page.files[name], *(self._after.files.get(each, [MISSING]) for each in needed)]
                    made_from = digest(*(str(each[-1]) for each in seen))
                    path = name.removeprefix(folder)
                    target = f"{path.removesuffix('.html')}.{PDF}"
                    self._file(target, made_from, partial(self._print, printer, path, target))

    def _print(self, printer: Printer, path: str, target: str) -> tuple[bool, str]:
        return self._put(target, printer.pdf(path, path.partition("/")[0]))

    def _copy(self, path: str) -> tuple[bool, str]:
        place = self._project.source / path
        content = read(place, self._project.root)
        return self._put(path, as_published(content, shown(place, self._project.root)))

    def _picture(self, article: str, path: str, line: int) -> str:
        place = self._project.source / path
        if not place.is_file():
            message = f"there is no picture {shown(place, self._project.root)}; correct its address, or add the file"
            raise InputError(message, article, line)
        return path

    def _kept(self, path: str, made_from: str) -> bool:
        """Tell whether a file is as it has to be; it then stays."""
        self.made.append(path)
        name = shown(self._project.output / path, self._project.root)
        seen = self._before.files.get(name)
        if seen is None or self._before.made_from.get(name) != made_from:
            return False
        again = self._digests.look(name, seen)
        if again[-1] != seen[-1]:
            return False
        self._after.files[name], self._after.made_from[name] = again, made_from
        return True

    def _note(self, path: str, made_from: str, made: str, *, changed: bool) -> None:
        name = shown(self._project.output / path, self._project.root)
        self._after.files[name], self._after.made_from[name] = self._digests.made(name, made), made_from
        if changed:
            self._outcome.changed.append(name)
