"""Every article in every locale: what is ready, what is held back, and what may be published."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from markdown import Markdown

from pipeline.article.inline import Inline
from pipeline.article.walk import new_parser
from pipeline.catalogs import TITLE, Catalog, Message, Review, State, guess, is_title, lookup, review_state, state
from pipeline.catalogs.frame import SITE, shipped
from pipeline.checks import Ledger, Severities, Translation, check_translation, check_words, no_catalog
from pipeline.checks.background import Term
from pipeline.checks.terms import read_glossary
from pipeline.commands.files import shown
from pipeline.commands.outcome import Outcome
from pipeline.commands.workspace import catalog_path, read_catalog, site_segments, template_path
from pipeline.errors import collect
from pipeline.locale import Locale
from pipeline.model import Directive, Document, Finding, Key, Lookup, Segment
from pipeline.project import Project

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
    words_begun: int
    """The words that are ready, or were until the source changed or an error was found."""

    title_begun: bool
    """The same of the title."""

    critical_begun: bool
    """The same of every block that the author marked critical."""

    review: Review

    @property
    def share(self) -> float:
        """The share of words that readers get in their language, 0 to 1."""
        return self.words_ready / self.words if self.words else 1.0

    def may_be_published(self, threshold: float) -> bool:
        """Return whether readers get enough of the article, its title and critical parts included.

        Once that was so, a reworded source or a single error does not withdraw the page: what is out of date falls
        back to the source, and the page says so.
        """
        return self.title_begun and self.critical_begun and self.words_begun >= threshold * self.words


@dataclass(frozen=True, slots=True)
class Localized:
    """One domain in one locale: its progress, its findings, and the way to its translations."""

    progress: Progress
    findings: list[Finding]
    lookup: Lookup
    subject: Translation
    content: bytes | None
    """Of the catalog's file; None if there is none."""


def localize_all(
    project: Project, documents: Iterable[Document], locales: Iterable[Locale], outcome: Outcome
) -> dict[tuple[str, Locale], Localized]:
    """Return every domain in every locale; what cannot be read is in the outcome's errors."""
    sources = (*map(_article, documents), _frame(project))
    pairs = [(source, locale) for locale in locales for source in sources]
    found, errors = collect(lambda pair: _judge(project, *pair, outcome.ledger), pairs)
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

    def localized(self) -> Localized:
        """Return the same as others see it."""
        progress = _progress(self.subject, self.rejected)
        find = lookup(self.subject.catalog, self.rejected)
        return Localized(progress, self.findings, find, self.subject, self.content)


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
    rendered: dict[Key, Inline] = field(default_factory=dict)
    """The messages as the checks rendered them, for all locales."""


def _article(document: Document) -> _Source:
    article = document.article
    return _Source(article.domain, article.path, _distinct(document.segments), document.parser)


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


def _judge(project: Project, source: _Source, locale: Locale, ledger: Ledger) -> _Judged:
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
    return _Judged(subject, file.content if file else None, severities, findings, rejected)


def _progress(subject: Translation, rejected: Collection[Key]) -> Progress:
    messages = subject.catalog.by_key()
    by_state: dict[State, list[Segment]] = {each: [] for each in State}
    for segment in subject.segments:
        by_state[state(messages.get(segment.key))].append(segment)
    missing = by_state[State.MISSING]
    held_back = [segment for segment in by_state[State.TRANSLATED] if segment.key in rejected]
    ready = [segment for segment in by_state[State.TRANSLATED] if segment.key not in rejected]
    reworded = [segment for segment in by_state[State.FUZZY] if messages[segment.key].previous_msgid]
    # Until `update` is run, a reworded block is missing, and its old text still stands in the catalog.
    known = {segment.key for segment in subject.segments}
    vanished = [
        message for message in subject.catalog.active if message.key not in known and state(message) is State.TRANSLATED
    ]
    critical = {segment.key for segment in missing if segment.critical and segment.kind != TITLE}
    return Progress(
        domain=subject.domain,
        locale=subject.locale,
        translated=len(ready),
        fuzzy=len(by_state[State.FUZZY]),
        missing=len(missing),
        held_back=len(held_back),
        words=_words(subject.segments),
        words_ready=_words(ready),
        words_begun=_words([*ready, *held_back, *reworded])
        + min(_words(missing), sum(len(message.msgid.split()) for message in vanished)),
        title_begun=not any(segment.kind == TITLE for segment in missing) or any(map(is_title, vanished)),
        critical_begun=critical <= (_reworded(subject) if vanished else set()),
        review=review_state(subject.catalog),
    )


def _reworded(subject: Translation) -> set[Key]:
    """Return the messages that are missing only because `update` has not been run since they were reworded."""
    wanted = Catalog()
    wanted.extend(Message(msgctxt=segment.context, msgid=segment.text) for segment in subject.segments)
    return set(guess(subject.catalog, wanted))


def _words(segments: Iterable[Segment]) -> int:
    return sum(segment.words for segment in segments)
