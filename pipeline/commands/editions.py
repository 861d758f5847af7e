"""Every article in every locale: what is ready, what is held back, and what may be published."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from markdown import Markdown

from pipeline.article.walk import new_parser
from pipeline.catalogs import TITLE, Catalog, Message, Review, State, guess, is_title, lookup, review_state, state
from pipeline.catalogs.frame import SITE, shipped
from pipeline.checks import Translation, check_translation, no_catalog
from pipeline.commands.files import shown
from pipeline.commands.outcome import Outcome
from pipeline.commands.workspace import catalog_path, read_catalog, site_segments, template_path
from pipeline.errors import collect
from pipeline.locale import Locale
from pipeline.model import Document, Finding, Key, Lookup, Segment
from pipeline.project import Project


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


def localize_all(
    project: Project, documents: Iterable[Document], locales: Iterable[Locale], outcome: Outcome
) -> dict[tuple[str, Locale], Localized]:
    """Return every domain in every locale; what cannot be read is in the outcome's errors."""
    sources = (*map(_article, documents), _frame(project))
    pairs = [(source, locale) for locale in locales for source in sources]
    found, errors = collect(lambda pair: _localize(project, *pair), pairs)
    outcome.errors += errors
    return {(each.progress.domain, each.progress.locale): each for each in found}


@dataclass(frozen=True, slots=True)
class _Source:
    """What a domain is made of: an article, or the words of the frame."""

    domain: str
    path: str
    segments: tuple[Segment, ...]
    """Each message once."""

    parser: Markdown


def _article(document: Document) -> _Source:
    article = document.article
    return _Source(article.domain, article.path, _distinct(document.segments), document.parser)


def _frame(project: Project) -> _Source:
    path = shown(template_path(project, SITE), project.root)
    return _Source(SITE, path, site_segments(project), new_parser())


def _distinct(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """One segment for each message: the first, but critical if any of them is."""
    first: dict[Key, Segment] = {}
    for segment in segments:
        known = first.get(segment.key)
        if known is None or (segment.critical and not known.critical):
            first[segment.key] = segment
    return tuple(first.values())


def _localize(project: Project, source: _Source, locale: Locale) -> Localized:
    """Return what there is of a domain in `locale`. Raises `InputErrors` if its catalog cannot be used."""
    domain, segments = source.domain, source.segments
    path = catalog_path(project, locale, domain)
    file = read_catalog(project, path, locale)
    catalog = file.catalog if file else (shipped(locale) if domain == SITE else None) or Catalog()
    subject = Translation(domain, locale, segments, catalog, shown(path, project.root), source.path, source.parser)
    findings, rejected = check_translation(subject, project.severities)
    if file is None:
        findings = [] if domain == SITE and catalog.active else no_catalog(subject, project.severities)
    return Localized(_progress(subject, rejected), findings, lookup(catalog, rejected))


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
