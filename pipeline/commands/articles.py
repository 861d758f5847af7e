"""The articles of a build: which have to be made again, and what was made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from pipeline.commands.digests import MISSING, UNREADABLE, Digests, Seen, digest
from pipeline.commands.files import put, read, read_if_there, shown
from pipeline.commands.frames import Rejected
from pipeline.commands.incremental import SOURCE, ArticleRecord, PageRecord, Record, catalog_name
from pipeline.commands.outcome import Outcome
from pipeline.commands.pages import Ours
from pipeline.commands.pictures import Pictures, as_published, content_of
from pipeline.commands.publish import made_from, publish, resolved, verdict
from pipeline.commands.survey import Survey, survey
from pipeline.commands.tasks import Frame, Known, Made, Published, Task
from pipeline.commands.workers import Run
from pipeline.commands.workspace import catalog_path
from pipeline.errors import InputError, collect
from pipeline.locale import Locale
from pipeline.model import Key
from pipeline.render.page import ACCESSIBILITY


class Articles:
    """Makes the articles that are not as the last build left them; `after` keeps what they were made from."""

    def __init__(  # noqa: PLR0913 - what a build knows
        self,
        frame: Frame,
        records: tuple[Record, Record],
        digests: Digests,
        *,
        ours: Ours,
        rejected: Rejected,
        outcome: Outcome,
    ) -> None:
        self.frame, self.project = frame, frame.project
        self.before, self.after = records
        self.digests, self.ours, self.rejected, self.outcome = digests, ours, rejected, outcome
        self.pictures = Pictures(frame.project, records, digests)
        self.every = [locale for locale in frame.words if locale != self.project.source_locale]
        self.paths: Mapping[str, Path] = {}
        self.failures: dict[str, InputError] = {}
        """Rules that failed, by code."""

        self._seen: dict[str, tuple[Seen, dict[str, Seen]]] = {}
        """How the files of the articles under way were found: the source, and the catalogs by locale."""

        self._survey: Survey | None = None
        """What there was, if nothing was made since."""

    def make(self, paths: Mapping[str, Path], run: Run) -> None:
        """Make all pages that have to be made; `paths` are the articles by domain."""
        self.paths = paths
        self._publish(run, self._tasks())
        self.after.articles.arrange(paths)
        self._publish(run, self._mended_links(self.survey().published))

    def _publish(self, run: Run, tasks: Iterable[Task]) -> None:
        lacking = [each for each in run.map(partial(publish, self.frame), tasks) if not self._take(each)]
        if lacking:
            self._publish(run, filter(None, map(self._again, lacking)))

    def _again(self, published: Published) -> Task | None:
        """Return the task of an article with its pictures: which they are is known for certain once it is read."""
        source, catalogs = self._seen[published.domain]
        known = self.before.article(published.domain)
        return self._task(published.domain, known, source, catalogs, published.pictures)

    def _tasks(self) -> Iterator[Task]:
        """Yield every article of which something has to be made; keep the others as they are."""
        for domain, path in self.paths.items():
            known = self.before.article(domain)
            name = shown(path, self.project.root)
            source = self.digests.look(name, known.source if known else None)
            catalogs = {
                locale.name: self.digests.look(catalog_name(locale.name, domain), _catalog(known, locale.name))
                for locale in self.every
            }
            if known and self._is_fresh(known, source, catalogs):
                self._keep(known, source, catalogs)
            elif task := self._task(domain, known, source, catalogs):
                yield task

    def _is_fresh(self, known: ArticleRecord, source: Seen, catalogs: dict[str, Seen]) -> bool:
        """Tell whether an article and all its pages are as the last build left them."""
        if set(known.pages) != {SOURCE, *catalogs}:
            return False
        published, text = self._locales_of(known), self._text(known, source)
        for locale in (self.project.source_locale, *self.every):
            page = known.pages[self._name(locale)]
            catalog = str(catalogs[locale.name][-1]) if locale.name in catalogs else MISSING
            rejected = self.rejected.get((known.domain, locale), frozenset[Key]())
            if page.verdict != verdict(text, catalog, rejected):
                return False
            if page.published and locale in self.frame.wanted and not self._is_made(page, locale, published):
                return False
        return True

    def _text(self, known: ArticleRecord, source: Seen) -> str:
        """Return the digest of an article with its pictures."""
        return content_of(str(source[-1]), ((path, self.pictures.mark(path)) for path in known.pictures))

    def _is_made(self, page: PageRecord, locale: Locale, published: list[Locale]) -> bool:
        made = made_from(page.verdict, self.frame.made_from[locale], published)
        return page.made_from == made and self.digests.same(page.places)

    def _keep(self, known: ArticleRecord, source: Seen, catalogs: dict[str, Seen]) -> None:
        if source is not known.source or any(seen != _catalog(known, name) for name, seen in catalogs.items()):
            known.source = source
            for name, seen in catalogs.items():
                known.pages[name].catalog = seen
            self.after.articles.put(known.domain, known.line())
        else:
            self.after.articles.keep(known.domain)

    def _task(
        self,
        domain: str,
        known: ArticleRecord | None,
        source: Seen,
        catalogs: dict[str, Seen],
        pictures: Iterable[str] = (),
    ) -> Task | None:
        """Return the article with the content of its files, or nothing if it cannot be read."""
        paths = dict.fromkeys([*(known.pictures if known else ()), *pictures])
        album, unread = collect(lambda path: (path, self.pictures.get(path)), paths)
        (contents, errors) = collect(self._content, [self.paths[domain]])
        found, more = collect(lambda locale: (locale, self._catalog(locale, domain)), self.every)
        self.outcome.errors += [*errors, *more, *unread]
        if not contents or contents[0] is None or unread:
            return None
        self._seen[domain] = (
            _found(source, contents[0]),
            {locale.name: _found(catalogs.get(locale.name, [UNREADABLE]), content) for locale, content in found},
        )
        rejected = {locale: self.rejected.get((domain, locale), frozenset[Key]()) for locale in self.every}
        path = shown(self.paths[domain], self.project.root)
        # Every page asks for it: without this, a project that has none would make all its pages twice.
        links = {} if ACCESSIBILITY in self.paths else {ACCESSIBILITY: frozenset[str]()}
        inputs = contents[0], dict(found), self._known(known), links, rejected, dict(album)
        return Task(domain, path, *inputs)

    def _content(self, path: Path) -> bytes:
        return read(path, self.project.root)

    def _catalog(self, locale: Locale, domain: str) -> bytes | None:
        return read_if_there(catalog_path(self.project, locale, domain), self.project.root)

    def _known(self, record: ArticleRecord | None) -> dict[Locale, Known]:
        """Return what is known of an article; a page that is no longer as it was made counts as not made."""
        if record is None:
            return {}
        known = {}
        for locale in (self.project.source_locale, *self.every):
            if page := record.pages.get(self._name(locale)):
                made = page.made_from if self.digests.same(page.places) else ""
                known[locale] = Known(page.verdict, page.published, made, page.links)
        return known

    def _take(self, published: Published) -> bool:
        """Write the pages of an article, and remember what they were made from; return False if it lacks pictures."""
        if published.lacks_pictures:
            return False
        # An article whose links are mended comes a second time, and tells its faults again.
        self.outcome.errors += [error for error in published.errors if error not in self.outcome.errors]
        self.failures = published.failures | self.failures
        domain = published.domain
        source, catalogs = self._seen.pop(domain)
        known = self.after.article(domain) or self.before.article(domain)
        if not published.pages:
            return True
        record = ArticleRecord(domain, source, {}, published.pictures)
        for name, made in published.pages.items():
            old = known.pages.get(name) if known else None
            record.pages[name] = self._page(made, old, catalogs.get(name, [MISSING]))
        self.after.articles.put(domain, record.line())
        self._survey = None
        return True

    def _page(self, made: Made, old: PageRecord | None, catalog: Seen) -> PageRecord:
        page = PageRecord(catalog, made.verdict, made.published, list(made.notes), list(made.card), made.made_from)
        if old and not made.judged:
            page.notes = old.notes
            page.card = page.card or old.card
        if made.files:
            page.links, page.pictures = made.links, [list(each) for each in made.pictures]
            page.bound = self._bind(made)
            self.ours.expect(made.files)
            written, errors = collect(self._put, made.files.items())
            page.files = dict(written)
            page.made_from = "" if errors else made.made_from
            self.outcome.errors += (error for error in errors if error not in self.outcome.errors)
        elif old and made.published and made.made_from:
            page.files, page.links, page.pictures, page.bound = old.files, old.links, old.pictures, old.bound
        return page

    def _bind(self, made: Made) -> dict[str, Seen]:
        """Put the pictures into an e-book; return them as they were found.

        A book with a picture that cannot be read is left out: what is wrong is told where pictures are copied.
        """
        if made.book is None:
            return {}
        contents: dict[str, bytes] = {}
        bound: dict[str, Seen] = {}
        for path in made.book.pictures:
            if path in made.files:
                contents[path] = made.files[path]
                continue
            name = shown(self.project.source / path, self.project.root)
            try:
                content = read(self.project.source / path, self.project.root)
                contents[path] = as_published(content, name)
            except InputError:
                made.made_from = ""
                return {}
            bound[name] = _found(self.digests.look(name), content)
        from pipeline.render.epub.book import bind  # noqa: PLC0415 - imports much that most builds do not need

        made.files[made.book.path] = bind(made.book, contents)
        return bound

    def _put(self, item: tuple[str, bytes]) -> tuple[str, Seen]:
        path, content = item
        place = self.project.output / path
        name = shown(place, self.project.root)
        if put(place, content, self.project.root, sync=False):
            self.outcome.changed.append(name)
        return name, self.digests.made(name, digest(content))

    def _name(self, locale: Locale) -> str:
        return SOURCE if locale == self.project.source_locale else locale.name

    def _locales_of(self, record: ArticleRecord) -> list[Locale]:
        """Return the languages in which an article is published, in the order of the language lists."""
        pages = {locale: record.pages.get(self._name(locale)) for locale in self.frame.words}
        return [locale for locale, page in pages.items() if page and page.published]

    def records(self) -> Iterator[ArticleRecord]:
        """Yield what is known of each article now."""
        return filter(None, map(self.after.article, self.after.articles))

    def pages(self) -> Iterator[PageRecord]:
        """Yield the published pages that this build is about."""
        names = {self._name(locale) for locale in self.frame.wanted}
        for record in self.records():
            yield from (page for name, page in record.pages.items() if page.published and name in names)

    def survey(self) -> Survey:
        """Return what there is now."""
        if self._survey is None:
            locales = {self._name(locale): locale for locale in self.frame.words}
            self._survey = survey(self.records(), locales, self.frame.wanted)
        return self._survey

    def _mended_links(self, published: dict[str, tuple[Locale, ...]]) -> Iterator[Task]:
        """Yield the articles again whose links to others were taken to lead where they do not."""
        source = self.project.source_locale
        for record in self.records():
            links: dict[str, frozenset[str]] = {}
            for name, page in record.pages.items():
                locale = next(each for each in self.frame.words if self._name(each) == name)
                for domain, told in page.links.items():
                    names = frozenset(each.name for each in published.get(domain, ()))
                    if resolved(names, locale, source) != told:
                        links[domain] = names
            catalogs = {name: page.catalog for name, page in record.pages.items() if name != SOURCE}
            if links and (task := self._task(record.domain, record, record.source, catalogs)):
                yield replace(task, links={**task.links, **links})


def _catalog(record: ArticleRecord | None, locale: str) -> Seen | None:
    page = record.pages.get(locale) if record else None
    return page.catalog if page else None


def _found(seen: Seen, content: bytes | None) -> Seen:
    """Return how a file was found, unless its `content` was read after another change."""
    found = MISSING if content is None else digest(content)
    return seen if seen[-1] == found else [UNREADABLE]
