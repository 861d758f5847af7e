"""Every article in every locale: what is ready, what is held back, and what may be published."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from markdown import Markdown

from pipeline.article.inline import Inline
from pipeline.article.walk import new_parser
from pipeline.catalogs import TITLE, Catalog, Review, State, lookup, review_state, state
from pipeline.catalogs.edits import Grader
from pipeline.catalogs.frame import SITE, shipped
from pipeline.catalogs.publication import Standing, standing
from pipeline.checks import Ledger, Severities, Translation, check_translation, check_words, no_catalog
from pipeline.checks.background import Term
from pipeline.checks.edits import grader
from pipeline.checks.terms import read_glossary
from pipeline.commands.files import shown
from pipeline.commands.outcome import Outcome
from pipeline.commands.stale import Stale, stale
from pipeline.commands.workspace import catalog_path, read_catalog, site_segments, template_path
from pipeline.errors import collect
from pipeline.locale import Locale
from pipeline.model import KEEP, Directive, Document, Finding, Key, Lookup, Segment
from pipeline.project import Project
from pipeline.render.page import Outdated

GLOSSARY = "glossary"
"""The domain of the article that explains terms."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one domain is in one locale, in messages and in words of the source."""

    domain: str
    locale: Locale
    translated: int
    fuzzy: int
    missing: int
    held_back: int
    """Translated, but with an error against them; not counted in `translated`."""

    words: int
    """Of the source, each message counted once."""

    words_ready: int
    words_translated: int
    """The same, with those that are held back."""

    title_translated: bool
    critical_translated: bool
    """Whether every block that the author marked critical is translated, the title apart."""

    words_outdated: int
    """Of messages whose source changed since they were translated."""

    standing: Standing
    """What the catalog says about its page."""

    review: Review

    @property
    def share(self) -> float:
        """The share of words that readers get in their language, 0 to 1."""
        return self.words_ready / self.words if self.words else 1.0

    def may_be_published(self, threshold: float) -> bool:
        """Return whether readers get enough of the article, its title and critical parts included.

        Once that was so, a change of the source or an error does not withdraw the page as long as anything of it is
        left: what is out of date falls back to the source, and the page says so.
        """
        enough = self.words_translated >= threshold * self.words
        ready = self.title_translated and self.critical_translated and enough
        return ready or (self.standing.published(threshold) and self.words_ready > 0)


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
    documents = list(documents)
    sources = (*map(_article, documents), _frame(project))
    grade = project_grader(project, documents)
    pairs = [(source, locale) for locale in locales for source in sources]
    found, errors = collect(lambda pair: _judge(project, *pair, grade, outcome.ledger), pairs)
    outcome.errors += errors
    for locale in locales:
        own = [each for each in found if each.subject.locale == locale]
        _check_words(own, project.background.terms, outcome.ledger)
    outcome.take_failures()
    return {(each.subject.domain, each.subject.locale): each.localized() for each in found}


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
        progress = _progress(self.subject, self.rejected, self.stale.segments)
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


@dataclass(frozen=True, slots=True)
class _Source:
    """What a domain is made of: an article, or the words of the frame."""

    domain: str
    path: str
    segments: tuple[Segment, ...]
    """Each message once."""

    parser: Markdown
    keep: bool = False
    """Whether old translations stay when only the wording changed."""

    rendered: dict[Key, Inline] = field(default_factory=dict)
    """The messages as the checks rendered them, for all locales."""


def _article(document: Document) -> _Source:
    article = document.article
    segments = _distinct(document.segments)
    return _Source(article.domain, article.path, segments, document.parser, article.stale == KEEP)


def _frame(project: Project) -> _Source:
    path = shown(template_path(project, SITE), project.root)
    return _Source(SITE, path, site_segments(project), new_parser())


def _distinct(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """One segment for each message: the first, but critical if any of them is; what one ignores holds for all."""
    first: dict[Key, Segment] = {}
    ignored: dict[Key, tuple[Directive, ...]] = {}
    for segment in segments:
        known = first.get(segment.key)
        if known is None or (segment.critical and not known.critical):
            first[segment.key] = segment
        if segment.ignored:
            ignored[segment.key] = (*ignored.get(segment.key, ()), *segment.ignored)
    return tuple(replace(each, ignored=ignored[key]) if key in ignored else each for key, each in first.items())


def project_grader(project: Project, documents: Iterable[Document]) -> Grader:
    """Return the function that grades edits of the articles by harm; it knows the terms of their glossary."""
    glossaries = (document for document in documents if document.article.domain == GLOSSARY)
    terms = (segment.text for document in glossaries for segment in document.segments if segment.kind == "dt")
    return grader(project.source_locale.tag, terms)


def _judge(project: Project, source: _Source, locale: Locale, grade: Grader, ledger: Ledger) -> _Judged:
    """Return what there is of a domain in `locale`. Raises `InputErrors` if its catalog cannot be used."""
    domain, segments = source.domain, source.segments
    path = catalog_path(project, locale, domain)
    file = read_catalog(project, path, locale)
    catalog = file.catalog if file else (shipped(locale) if domain == SITE else None) or Catalog()
    name = shown(path, project.root)
    severities, ignores = project.rules_for(locale, name, source.path)
    place = (domain, locale, segments, catalog, name, source.path, source.parser, ignores)
    subject = Translation(*place, project.background, source.rendered)
    findings, rejected = check_translation(subject, severities, ledger)
    if file is None:
        findings = [] if domain == SITE and catalog.active else no_catalog(subject, severities)
    old = stale(subject, severities, grade, keep=source.keep)
    return _Judged(subject, file.content if file else None, severities, findings, rejected, old)


def _progress(subject: Translation, rejected: Collection[Key], outdated: Iterable[Segment]) -> Progress:
    messages = subject.catalog.by_key()
    by_state: dict[State, list[Segment]] = {each: [] for each in State}
    for segment in subject.segments:
        by_state[state(messages.get(segment.key))].append(segment)
    translated = by_state[State.TRANSLATED]
    ready = [segment for segment in translated if segment.key not in rejected]
    lacking = [segment for segment in subject.segments if segment not in translated]
    return Progress(
        domain=subject.domain,
        locale=subject.locale,
        translated=len(ready),
        fuzzy=len(by_state[State.FUZZY]),
        missing=len(by_state[State.MISSING]),
        held_back=len(translated) - len(ready),
        words=_words(subject.segments),
        words_ready=_words(ready),
        words_translated=_words(translated),
        title_translated=not any(segment.kind == TITLE for segment in lacking),
        critical_translated=not any(segment.critical and segment.kind != TITLE for segment in lacking),
        words_outdated=_words(outdated),
        standing=standing(subject.catalog, _optional(subject.segments)),
        review=review_state(subject.catalog),
    )


def optional_messages(document: Document) -> frozenset[Key]:
    """Return the messages of an article without which its page may be published."""
    return _optional(_distinct(document.segments))


def _optional(segments: Iterable[Segment]) -> frozenset[Key]:
    return frozenset(segment.key for segment in segments if not segment.critical and segment.kind != TITLE)


def _words(segments: Iterable[Segment]) -> int:
    return sum(segment.words for segment in segments)
