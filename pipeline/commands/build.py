"""``build``: articles and catalogs → pages. Only what changed since the last build is made again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from pipeline.commands.digests import MISSING, UNREADABLE, Digests, Seen, digest
from pipeline.commands.editions import may_reject_across, rejected_across
from pipeline.commands.files import read, read_if_there, shown
from pipeline.commands.frames import Frames, Rejected, digest_of
from pipeline.commands.incremental import (
    SOURCE,
    ArticleRecord,
    PageRecord,
    Record,
    call_key,
    catalog_name,
    fingerprint,
    listing,
    load,
    save,
)
from pipeline.commands.lists import Lists
from pipeline.commands.outcome import Outcome
from pipeline.commands.pages import list_pages, put_page, remove
from pipeline.commands.publish import Frame, Known, Made, Published, Task, made_from, publish, resolved, verdict
from pipeline.commands.workers import Run, Workers
from pipeline.commands.workspace import (
    MANIFEST,
    article_paths,
    catalog_path,
    pages_before,
    project_locales,
    read_articles,
)
from pipeline.errors import InputError, collect
from pipeline.locale import Locale
from pipeline.model import Key
from pipeline.project import Project, checked_address


@dataclass(frozen=True, slots=True)
class How:
    """How to build."""

    workers: Workers = field(default_factory=Workers)
    force: bool = False
    """Whether to make everything again."""


def build(
    project: Project, locales: tuple[Locale, ...], base_url: str | None = None, how: How | None = None
) -> Outcome:
    """Write the pages of `locales`, and of the source's language, with all that belongs to them.

    `base_url` replaces the one of the configuration. A catalog that cannot be read costs its own page only.
    """
    how = how or How()
    call = call_key(
        project.root / project.path, base_url, [] if set(locales) == set(project_locales(project)) else locales
    )
    if base_url is not None:
        try:
            project = replace(project, base_url=checked_address(base_url))
        except ValueError as error:
            raise InputError(f"--base-url {base_url}: {error}") from None
    building = _Build(project, locales, how, call)
    building.run()
    return building.outcome


def key_of(project: Project) -> str:
    """Return the digest of what everything in a build of `project` depends on."""
    settings = [name + repr(getattr(project, name)) for name in Project.__dataclass_fields__ if name != "root"]
    return digest(fingerprint(), *settings)


class _Build:
    """One build."""

    def __init__(self, project: Project, locales: tuple[Locale, ...], how: How, call: str) -> None:
        self.project, self.how = project, how
        self.every = project_locales(project)
        self.wanted = frozenset({project.source_locale, *locales})
        self.outcome = Outcome()
        self.paths, self.outcome.errors = article_paths(project)
        key = key_of(project)
        before = Record() if how.force else load(project.root)
        self.before = before if before.key == key else Record()
        self.after = Record(key=key, call=call, listing=listing(project.source, project.catalogs))
        self.digests = Digests(project.root, self.before.saved)
        self.rejected = self._rejected()
        self.frame = self._frame()
        self.seen: dict[str, tuple[Seen, dict[str, Seen]]] = {}
        """How the files of the articles under way were found: the source, and the catalogs by locale."""

        self.failures: dict[str, InputError] = {}

    def run(self) -> None:
        """Do all of it."""
        with self.how.workers.ready(len(self.paths)) as run:
            self._publish(run, self._tasks())
            self.after.articles = {
                name: self.after.articles[name] for name in self.paths if name in self.after.articles
            }
            published = self._published()
            self._publish(run, self._mended_links(published))
        self.outcome.errors += [error for error in self.failures.values() if error not in self.outcome.errors]
        lists = Lists(self.frame, (self.before, self.after), self.digests, self.outcome)
        lists.pictures((f"source/{domain}.md", page) for domain, page in self._pages())
        lists.make(published)
        self._notes()
        self._clear_up(
            {name.removeprefix("output/") for _, page in self._pages() for name in page.files} | set(lists.made)
        )
        self.after.whole = not self.outcome.errors
        self.after.notes = self.outcome.notes
        save(self.project.root, self.after)

    def _rejected(self) -> Rejected:
        documents, _ = read_articles(self.project) if may_reject_across(self.project) else ([], [])
        return rejected_across(self.project, documents, self.every, self.outcome.ledger) if documents else {}

    def _frame(self) -> Frame:
        locales = sorted({self.project.source_locale, *self.every}, key=lambda each: each.autonym.casefold())
        frames = Frames(self.project, self.before, self.after, self.digests, self.rejected)
        words = {locale: frames.words(locale) for locale in locales}
        self.outcome.errors += frames.errors
        self.outcome.notes += frames.notes
        self.outcome.errors += frames.ledger.failures
        program = fingerprint() if self.how.workers.cluster else ""
        made_from = {locale: digest_of(each) for locale, each in words.items()}
        return Frame(self.project, words, made_from, self.wanted, program)

    # --- articles -------------------------------------------------------------------------------------------------

    def _publish(self, run: Run, tasks: Iterator[Task]) -> None:
        for published in run.map(partial(publish, self.frame), tasks):
            self._take(published)

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
        published = self._locales_of(known)
        for locale in (self.project.source_locale, *self.every):
            page = known.pages[self._name(locale)]
            catalog = str(catalogs[locale.name][-1]) if locale.name in catalogs else MISSING
            rejected = self.rejected.get((known.domain, locale), frozenset[Key]())
            if page.verdict != verdict(str(source[-1]), catalog, rejected):
                return False
            if page.published and locale in self.wanted and not self._is_made(page, locale, published):
                return False
        return True

    def _is_made(self, page: PageRecord, locale: Locale, published: list[Locale]) -> bool:
        made = made_from(page.verdict, self.frame.made_from[locale], published)
        return page.made_from == made and self.digests.same(page.files)

    def _keep(self, known: ArticleRecord, source: Seen, catalogs: dict[str, Seen]) -> None:
        line = self.before.articles[known.domain]
        if source is not known.source or any(seen != _catalog(known, name) for name, seen in catalogs.items()):
            known.source = source
            for name, seen in catalogs.items():
                known.pages[name].catalog = seen
            line = known.line()
        self.after.articles[known.domain] = line

    def _task(self, domain: str, known: ArticleRecord | None, source: Seen, catalogs: dict[str, Seen]) -> Task | None:
        """Return the article with the content of its files, or nothing if it cannot be read."""
        (contents, errors) = collect(self._content, [self.paths[domain]])
        found, more = collect(lambda locale: (locale, self._catalog(locale, domain)), self.every)
        self.outcome.errors += [*errors, *more]
        if not contents or contents[0] is None:
            return None
        self.seen[domain] = (
            _found(source, contents[0]),
            {locale.name: _found(catalogs[locale.name], content) for locale, content in found},
        )
        rejected = {locale: self.rejected.get((domain, locale), frozenset[Key]()) for locale in self.every}
        path = shown(self.paths[domain], self.project.root)
        return Task(domain, path, contents[0], dict(found), self._known(known), rejected=rejected)

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
                made = page.made_from if self.digests.same(page.files) else ""
                known[locale] = Known(page.verdict, page.published, made, page.links)
        return known

    def _take(self, published: Published) -> None:
        """Write the pages of an article, and remember what they were made from."""
        self.outcome.errors += published.errors
        self.failures = published.failures | self.failures
        domain = published.domain
        source, catalogs = self.seen.pop(domain)
        known = self.after.article(domain) or self.before.article(domain)
        if not published.pages:
            return
        record = ArticleRecord(domain, source, {})
        for name, made in published.pages.items():
            old = known.pages.get(name) if known else None
            record.pages[name] = self._page(made, old, catalogs.get(name, [MISSING]))
        self.after.articles[domain] = record.line()

    def _page(self, made: Made, old: PageRecord | None, catalog: Seen) -> PageRecord:
        page = PageRecord(catalog, made.verdict, made.published, list(made.notes), list(made.card), made.made_from)
        if old and not made.judged:
            page.notes = old.notes
            page.card = page.card or old.card
        if made.files:
            page.links, page.pictures = made.links, [list(each) for each in made.pictures]
            page.files = dict(map(self._put, made.files.items()))
        elif old and made.published and made.made_from:
            page.files, page.links, page.pictures = old.files, old.links, old.pictures
        return page

    def _put(self, item: tuple[str, bytes]) -> tuple[str, Seen]:
        path, content = item
        place = self.project.output / path
        name = shown(place, self.project.root)
        if put_page(place, content, self.project.root):
            self.outcome.changed.append(name)
        return name, self.digests.made(name, digest(content))

    # --- the whole ------------------------------------------------------------------------------------------------

    def _name(self, locale: Locale) -> str:
        return SOURCE if locale == self.project.source_locale else locale.name

    def _locales_of(self, record: ArticleRecord) -> list[Locale]:
        """Return the languages in which an article is published, in the order of the language lists."""
        pages = {locale: record.pages.get(self._name(locale)) for locale in self.frame.words}
        return [locale for locale, page in pages.items() if page and page.published]

    def _records(self) -> Iterator[ArticleRecord]:
        return filter(None, map(self.after.article, list(self.after.articles)))

    def _pages(self) -> Iterator[tuple[str, PageRecord]]:
        """Yield the published pages that this build is about, with the domains of their articles."""
        names = {self._name(locale) for locale in self.wanted}
        for record in self._records():
            yield from (
                (record.domain, page) for name, page in record.pages.items() if page.published and name in names
            )

    def _published(self) -> dict[str, tuple[Locale, ...]]:
        shared: dict[tuple[Locale, ...], tuple[Locale, ...]] = {}
        locales = ((record.domain, tuple(self._locales_of(record))) for record in self._records())
        return {domain: shared.setdefault(each, each) for domain, each in locales}

    def _mended_links(self, published: dict[str, tuple[Locale, ...]]) -> Iterator[Task]:
        """Yield the articles again whose links to others were taken to lead where they do not."""
        source = self.project.source_locale
        for record in self._records():
            links: dict[str, frozenset[str]] = {}
            for name, page in record.pages.items():
                locale = next(each for each in self.frame.words if self._name(each) == name)
                for domain, told in page.links.items():
                    names = frozenset(each.name for each in published.get(domain, ()))
                    if resolved(names, locale, source) != told:
                        links[domain] = names
            catalogs = {name: page.catalog for name, page in record.pages.items() if name != SOURCE}
            if links and (task := self._task(record.domain, record, record.source, catalogs)):
                yield replace(task, links=links)

    def _notes(self) -> None:
        notes = [page.notes for record in self._records() for page in record.pages.values()]
        self.outcome.notes += [told for place in (0, 1) for both in notes for told in both[place : place + 1] if told]

    def _clear_up(self, current: set[str]) -> None:
        """Write down which files are ours; after a complete build, remove those that are no longer published."""
        complete = set(self.every) <= self.wanted and not self.outcome.errors
        before = pages_before(self.project, current)
        if complete:
            self.outcome.removed += remove(self.project, sorted(before))
        list_pages(self.project, current if complete else current | before)
        name = shown(self.project.output / MANIFEST, self.project.root)
        self.after.files[name] = self.digests.look(name, self.before.files.get(name))


def _catalog(record: ArticleRecord | None, locale: str) -> Seen | None:
    page = record.pages.get(locale) if record else None
    return page.catalog if page else None


def _found(seen: Seen, content: bytes | None) -> Seen:
    """Return how a file was found, unless its `content` was read after another change."""
    found = MISSING if content is None else digest(content)
    return seen if seen[-1] == found else [UNREADABLE]
