"""``build``: articles and catalogs → pages. Only what changed since the last build is made again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from pipeline.article.glossary import GLOSSARY, Glossary
from pipeline.commands.articles import Articles
from pipeline.commands.digests import Digests, digest
from pipeline.commands.editions import glossary_terms, may_reject_across, rejected_across
from pipeline.commands.files import shown
from pipeline.commands.formats import liblouis
from pipeline.commands.frames import Frames, Rejected, digest_of
from pipeline.commands.glossary import Explanations
from pipeline.commands.incremental import (
    Record,
    begin,
    call_key,
    fingerprint,
    listing,
    load,
    save,
)
from pipeline.commands.lines import Lines
from pipeline.commands.lists import WHOLE, Lists
from pipeline.commands.lock import alone
from pipeline.commands.outcome import Outcome
from pipeline.commands.pages import Ours, remove
from pipeline.commands.tasks import Frame
from pipeline.commands.workers import Workers
from pipeline.commands.workspace import (
    MANIFEST,
    article_paths,
    is_page,
    project_locales,
    read_articles,
    read_document,
)
from pipeline.errors import InputError, collect
from pipeline.locale import Locale
from pipeline.model import Document
from pipeline.project import Project, checked_address
from pipeline.render.bilingual import SUFFIX as BILINGUAL
from pipeline.render.feed import PATH as FEED
from pipeline.render.page import PDF
from pipeline.site import formats_in


@dataclass(frozen=True, slots=True)
class How:
    """How to build."""

    workers: Workers = field(default_factory=Workers)
    force: bool = False
    """Whether to make everything again."""


@alone
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
    settings = json.dumps(replace(project, root=Path()), default=_plain)
    return digest(fingerprint(), settings)


def _plain(value: Any) -> object:
    """Return a setting such that every process writes the same text; `repr` shows sets in any order."""
    if is_dataclass(value):
        return {each.name: getattr(value, each.name) for each in fields(value)}
    return sorted(value) if isinstance(value, frozenset) else str(value)


class _Build:
    """One build."""

    def __init__(self, project: Project, locales: tuple[Locale, ...], how: How, call: str) -> None:
        self.project, self.how = project, how
        self.every = project_locales(project)
        self.wanted = frozenset({project.source_locale, *locales})
        self.outcome = Outcome()
        self.paths, self.outcome.errors = article_paths(project)
        self.glossary = self._glossary()
        terms = glossary_terms([self.glossary] if self.glossary else [])
        self.liblouis = liblouis(project.formats)
        key = digest(key_of(project), self.liblouis, *terms)
        before = Record() if how.force else load(project.root)
        self.before = before if before.key == key else Record()
        names = listing(project.source, project.catalogs)
        self.after = Record(key=key, call=call, listing=names, articles=Lines(self.before.articles))
        self.digests = Digests(project.root, self.before.saved)
        self.rejected = self._rejected()
        self.failures: dict[str, InputError] = {}
        """Rules that failed on the words of the frame, by code."""

        self.frame = self._frame(terms)

    def run(self) -> None:
        """Do all of it."""
        begin(self.project.root)
        records = self.before, self.after
        ours = Ours(self.project, self._possible())
        articles = Articles(self.frame, records, self.digests, ours=ours, rejected=self.rejected, outcome=self.outcome)
        with self.how.workers.ready(len(self.paths)) as run:
            articles.make(self.paths, run)
        failures = self.failures | articles.failures
        self.outcome.errors += [error for error in failures.values() if error not in self.outcome.errors]
        lists = Lists(self.frame, records, self.digests, ours, self.outcome)
        found = articles.survey()
        lists.pictures(found.pictures)
        lists.make(found)
        if PDF in self.project.formats:
            lists.prints(articles.pages())
        self._tell(found.notes)
        names = (name.removeprefix("output/") for page in articles.pages() for name in page.files)
        self._clear_up(ours, chain(names, lists.made))
        self.after.whole = not self.outcome.errors
        self.after.notes = self.outcome.notes
        save(self.project.root, self.after)

    def _glossary(self) -> Document | None:
        """Return the glossary: edits of all articles are graded by its terms, and all pages explain them."""
        paths = [self.paths[GLOSSARY]] if GLOSSARY in self.paths else []
        documents, _ = collect(lambda path: read_document(self.project, path), paths)
        return documents[0] if documents else None

    def _rejected(self) -> Rejected:
        documents, _ = read_articles(self.project) if may_reject_across(self.project) else ([], [])
        return rejected_across(self.project, documents, self.every, self.outcome.ledger) if documents else {}

    def _frame(self, terms: tuple[str, ...]) -> Frame:
        locales = sorted({self.project.source_locale, *self.every}, key=lambda each: each.autonym.casefold())
        frames = Frames(self.project, self.before, self.after, self.digests, self.rejected)
        words = {locale: frames.words(locale) for locale in locales}
        self.outcome.errors += frames.errors
        self.outcome.notes += frames.notes
        self.failures = frames.ledger.failed
        program = fingerprint() if self.how.workers.cluster else ""
        # A page also has words in the source's language: on a bilingual sheet, and where a title has no translation.
        source, glossary = digest_of(words[self.project.source_locale]), self._explanations(locales, terms)
        made_from = {
            locale: digest(digest_of(each), source, repr(glossary.get(locale))) for locale, each in words.items()
        }
        return Frame(self.project, words, made_from, self.wanted, terms, glossary, program, self.liblouis)

    def _explanations(self, locales: list[Locale], terms: tuple[str, ...]) -> dict[Locale, Glossary]:
        if self.glossary is None:
            return {}
        kept = Explanations(self.project, self.glossary, terms, (self.before, self.after), self.digests)
        return {locale: kept.of(locale, self.rejected.get((GLOSSARY, locale), frozenset())) for locale in locales}

    def _possible(self) -> Iterator[str]:
        """Yield the paths of all pages that this build may make, and of what belongs to the whole."""
        editions = {".html": True, ".txt": self.project.text_edition, BILINGUAL: self.project.bilingual_edition}
        suffixes = [suffix for suffix, wanted in editions.items() if wanted]
        for locale in self.wanted:
            others = tuple(f".{suffix}" for suffix in formats_in(locale, self.project.formats))
            yield from (f"{locale.tag}/index.html", f"{locale.tag}/{FEED}")
            yield from (f"{locale.tag}/{domain}{suffix}" for domain in self.paths for suffix in (*suffixes, *others))
        yield from WHOLE

    def _tell(self, notes: list[list[str]]) -> None:
        self.outcome.notes += [told for place in (0, 1) for both in notes for told in both[place : place + 1] if told]

    def _clear_up(self, ours: Ours, current: Iterable[str]) -> None:
        """Write down which files are `ours`, and remove those that are no longer published, unless something failed.

        A build of some languages removes pages of these: who withdraws a translation must not go on reading it.
        """
        others = ours.left_over(current)
        before = {path for path in others if is_page(self.project.output, path)}
        complete, folders = set(self.every) <= self.wanted, {locale.tag for locale in self.wanted}
        gone = {path for path in before if complete or path.partition("/")[0] in folders}
        if self.outcome.errors:
            gone = set()
        self.outcome.removed += remove(self.project, sorted(gone))
        ours.forget(others - before | gone)
        name = shown(self.project.output / MANIFEST, self.project.root)
        self.after.files[name] = self.digests.look(name, self.before.files.get(name))
