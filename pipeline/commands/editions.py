"""Every article in every locale: what is ready, what is held back, and what may be published."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.article.glossary import GLOSSARY
from pipeline.catalogs import Catalog, lookup
from pipeline.catalogs.edits import Grader
from pipeline.catalogs.frame import SITE, shipped
from pipeline.checks import (
    TERM_RULES,
    Ledger,
    Severities,
    Translation,
    check_translation,
    check_words,
    no_catalog,
    rejected_messages,
)
from pipeline.checks.background import Term
from pipeline.checks.edits import grader
from pipeline.checks.terms import read_glossary
from pipeline.commands.files import shown
from pipeline.commands.outcome import Outcome
from pipeline.commands.progress import Progress, optional, progress_of
from pipeline.commands.sources import Source, article_source, distinct, frame_source, frame_sources
from pipeline.commands.stale import Stale, stale
from pipeline.commands.workspace import CatalogFile, catalog_path, frames, read_catalog
from pipeline.errors import collect
from pipeline.locale import Locale
from pipeline.model import Document, Finding, Key, Lookup, Severity
from pipeline.project import Project
from pipeline.readings import split_reading
from pipeline.render.page import Outdated

_FORBIDDEN = [rule for rule in TERM_RULES if rule.code == "T402"]
"""The rule that knows all it needs from the configuration and one message, so that a build asks it of each article."""


@dataclass(frozen=True, slots=True)
class Localized:
    """One domain in one locale: its progress, its findings, and the way to its translations."""

    progress: Progress
    findings: list[Finding]
    lookup: Lookup
    subject: Translation
    content: bytes | None
    """Of the catalog's file; None if there is none."""

    outdated: Outdated | None
    """What the page has to say about what is out of date on it."""


def localize_all(
    project: Project, documents: Iterable[Document], locales: Iterable[Locale], outcome: Outcome
) -> dict[tuple[str, Locale], Localized]:
    """Return every domain in every locale; what cannot be read is in the outcome's errors."""
    sources = Sources(project, documents)
    found = [each for locale in locales for each in sources.localized(locale, outcome)]
    outcome.take_failures()
    return {(each.subject.domain, each.subject.locale): each for each in found}


class Sources:
    """All articles, and the words of the frame, to be judged in one locale after another."""

    def __init__(self, project: Project, documents: Iterable[Document]) -> None:
        documents = list(documents)
        self._project = project
        self._sources = (*map(article_source, documents), *frame_sources(project))
        self._grade = project_grader(project, documents)

    def localized(self, locale: Locale, outcome: Outcome) -> list[Localized]:
        """Return every domain in `locale`; what cannot be read is in the outcome's errors."""
        project, ledger = self._project, outcome.ledger
        pairs = [(source, locale) for source in self._sources]
        found, errors = collect(lambda pair: _judge(project, pair, _file(project, *pair), self._grade, ledger), pairs)
        outcome.errors += errors
        _check_words(found, project.background.terms, ledger)
        return [each.localized() for each in found]


def localize_alone(
    project: Project,
    documents: Sequence[Document],
    locale: Locale,
    files: Mapping[str, CatalogFile | None],
    ledger: Ledger,
) -> Localized:
    """Return the first of `documents` in one locale: with these catalogs, by domain, whatever is on disk.

    The others give their words only, as the glossary does; what shows beside all other articles is not found.
    """
    first, *others = map(article_source, documents)
    grade = project_grader(project, documents)
    found = [_judge(project, (first, locale), files[first.domain], grade, ledger)]
    for source in others:
        subject, severities = _subject(project, source, locale, files[source.domain])
        found.append(_Judged(subject, None, severities, [], frozenset(), Stale()))
    _check_words(found, project.background.terms, ledger)
    return found[0].localized()


class Publishable:
    """One domain, judged for publication in one locale after another: by the rules for errors, without findings."""

    def __init__(
        self, project: Project, document: Document | None, ledger: Ledger, terms: tuple[str, ...] = ()
    ) -> None:
        """Take an article, or the words of the frame for None; `terms` are those of the glossary."""
        self._project, self._ledger = project, ledger
        self._source = article_source(document) if document else frame_source(project, SITE)
        self._grade = _grader(project.source_locale.tag, terms)

    def localized(self, locale: Locale, file: CatalogFile | None, also: Collection[Key] = ()) -> Localized:
        """Return it in `locale`; `also` are messages that `rejected_across` names."""
        subject, severities = _subject(self._project, self._source, locale, file)
        rejected = rejected_messages(subject, severities, self._ledger) | frozenset(also)
        rejected |= self._forbidden(subject, severities)
        old = stale(subject, severities, self._grade, keep=self._source.keep)
        return _Judged(subject, file.content if file else None, severities, [], rejected, old).localized()

    def _forbidden(self, subject: Translation, severities: Severities) -> frozenset[Key]:
        """Return the messages with words that the project forbids: the one rule about words that needs no others."""
        terms = [term for term in self._project.background.terms if term.forbidden]
        if not terms:
            return frozenset()
        return check_words([(subject, severities)], read_glossary((), terms), self._ledger, _FORBIDDEN)[0][1]


def may_reject_across(project: Project) -> bool:
    """Tell whether rules across all articles can reject anything; by default they only warn."""
    given = {rule.code: project.severities.get(rule.code, rule.severity) for rule in TERM_RULES}
    given |= {each.rule: each.severity for each in project.overrides if each.severity is Severity.ERROR}
    return any(given.get(rule.code) is Severity.ERROR for rule in TERM_RULES if rule not in _FORBIDDEN)


def rejected_across(
    project: Project, documents: Iterable[Document], locales: Iterable[Locale], ledger: Ledger
) -> dict[tuple[str, Locale], frozenset[Key]]:
    """Return the messages that rules across all articles of a locale reject, by domain and locale.

    Catalogs with faults are left out: whoever uses them tells.
    """
    documents = list(documents)
    sources = (*map(article_source, documents), *frame_sources(project))
    grade = project_grader(project, documents)
    rejected: dict[tuple[str, Locale], frozenset[Key]] = {}
    for locale in locales:
        pairs = [(source, locale) for source in sources]
        found, _ = collect(lambda pair: _judge(project, pair, _file(project, *pair), grade, Ledger()), pairs)
        alone = [each.rejected for each in found]
        _check_words(found, project.background.terms, ledger)
        rejected |= {
            (each.subject.domain, locale): each.rejected - before
            for each, before in zip(found, alone, strict=True)
            if each.rejected - before
        }
    return rejected


@dataclass(slots=True)
class _Judged:
    """A domain in a locale, and what is found in it."""

    subject: Translation
    content: bytes | None
    severities: Severities
    findings: list[Finding]
    rejected: frozenset[Key]
    stale: Stale

    def localized(self) -> Localized:
        """Return the same as others see it."""
        progress = progress_of(self.subject, self.rejected, self.stale.segments)
        find = lookup(self.subject.catalog, self.rejected)
        return Localized(
            progress, self.findings, self._find(find), self.subject, self.content, self._outdated(progress)
        )

    def _find(self, find: Lookup) -> Lookup:
        kept = self.stale.kept
        return (lambda segment: find(segment) or kept.get(segment.key)) if kept else find

    def _outdated(self, progress: Progress) -> Outdated | None:
        if not progress.words_outdated:
            return None
        share = progress.words_outdated / progress.words
        return Outdated(share, progress.standing.outdated_since, shown=bool(self.stale.kept))


def _check_words(found: list[_Judged], terms: Iterable[Term], ledger: Ledger) -> None:
    """Add what is found in all catalogs of one locale together."""
    subjects = [(each.subject, each.severities) for each in found]
    entries = (pair for subject, _ in subjects if subject.domain == GLOSSARY for pair in subject.pairs.values())
    results = check_words(subjects, read_glossary(entries, terms), ledger)
    for each, (findings, rejected) in zip(found, results, strict=True):
        each.findings = [*each.findings, *findings]
        each.rejected |= rejected


def project_grader(project: Project, documents: Iterable[Document]) -> Grader:
    """Return the function that grades edits of the articles by harm; it knows the terms of their glossary."""
    return _grader(project.source_locale.tag, glossary_terms(documents))


@lru_cache(maxsize=2)
def _grader(tag: str, terms: tuple[str, ...]) -> Grader:
    return grader(tag, terms)


def glossary_terms(documents: Iterable[Document]) -> tuple[str, ...]:
    """Return the terms that the glossary among `documents` explains."""
    glossaries = (document for document in documents if document.article.domain == GLOSSARY)
    terms = (segment.text for document in glossaries for segment in document.segments if segment.kind == "dt")
    return tuple(split_reading(term)[0] for term in terms)


def _file(project: Project, source: Source, locale: Locale) -> CatalogFile | None:
    """Return the catalog of a domain in `locale`. Raises `InputErrors` if it cannot be used."""
    return read_catalog(project, catalog_path(project, locale, source.domain), locale)


def _judge(
    project: Project, place: tuple[Source, Locale], file: CatalogFile | None, grade: Grader, ledger: Ledger
) -> _Judged:
    """Return what there is of a domain in a locale, whose catalog is `file`."""
    source, locale = place
    subject, severities = _subject(project, source, locale, file)
    findings, rejected = check_translation(subject, severities, ledger)
    if file is None:
        has_words = source.domain in frames(project) and subject.catalog.active
        findings = [] if has_words else no_catalog(subject, severities)
    old = stale(subject, severities, grade, keep=source.keep)
    return _Judged(subject, file.content if file else None, severities, findings, rejected, old)


def _subject(
    project: Project, source: Source, locale: Locale, file: CatalogFile | None
) -> tuple[Translation, Severities]:
    """Return a domain in `locale` as the checks see it, with the severities in force."""
    domain = source.domain
    catalog = file.catalog if file else (shipped(locale, domain) if domain in frames(project) else None) or Catalog()
    name = shown(catalog_path(project, locale, domain), project.root)
    severities, ignores = project.rules_for(locale, name, source.path)
    place = (domain, locale, source.segments, catalog, name, source.path, source.parser, ignores)
    return Translation(*place, project.background, source.rendered), severities


def optional_messages(document: Document) -> frozenset[Key]:
    """Return the messages of an article without which its page may be published."""
    return optional(distinct(document.segments))
