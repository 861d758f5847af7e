"""``check``: all rules over all articles and catalogs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, partial

from pipeline.article import translate
from pipeline.catalogs import Catalog
from pipeline.checks import check_article, check_catalog, check_comparison, check_locale, check_silence
from pipeline.checks.catalog_file import WholeCatalog
from pipeline.checks.manuscript import Manuscript, page_ids
from pipeline.checks.reading_level import Comparison, compare
from pipeline.commands.editions import Localized, Sources
from pipeline.commands.files import now
from pipeline.commands.glossary import glossary_names
from pipeline.commands.outcome import Outcome
from pipeline.commands.pictures import stray_variants
from pipeline.commands.workers import ALONE, Held, Workers
from pipeline.commands.workspace import project_locales, read_articles, read_catalog, template_path
from pipeline.errors import InputError, InputErrors
from pipeline.locale import Locale
from pipeline.model import Document, Finding
from pipeline.project import Project

_TOGETHER = 8
"""Articles that are checked as one part of the work."""


@dataclass(frozen=True, slots=True)
class Examined:
    """One domain in one locale, as the checks saw it."""

    document: Document | None
    """The article; None for words of the package."""

    localized: Localized
    comparison: Comparison | None
    """The two side by side; None without an article or a catalog."""

    findings: list[Finding]
    """All that was found in it."""


See = Callable[[Examined], None]


def check(project: Project, locales: tuple[Locale, ...], workers: Workers = ALONE) -> Outcome:
    """Return the findings in every article, and in the catalogs of `locales`, sorted by file and line."""
    held = Held(partial(_read, project))
    parts = held().parts(locales)
    with workers.ready(len(held().documents) * (1 + len(locales))) as run:
        return _together(held(), locales, run.map(partial(_check_part, held), parts, together=1))


def examine(project: Project, locales: tuple[Locale, ...], see: See) -> Outcome:
    """Return the same, and show `see` every domain in every locale as it comes by."""
    whole = _read(project)
    return _together(whole, locales, (_part(whole, part, see) for part in whole.parts(locales)))


def _together(whole: _Whole, locales: tuple[Locale, ...], parts: Iterable[Outcome]) -> Outcome:
    """Return what was found in all parts of the work, and in the whole."""
    project, outcome = whole.project, Outcome(errors=list(whole.errors))
    for locale in (project.source_locale, *locales):
        severities, ignores = project.rules_for(locale)
        outcome.findings += check_locale(locale, project.path, severities, outcome.ledger, ignores)
    for part in parts:
        outcome.add(part)
    outcome.take_failures()
    _check_silence(project, outcome, complete=set(locales) == set(project_locales(project)))
    outcome.findings.sort(key=lambda each: (each.location.path, each.location.line or 0, each.rule))
    return outcome


class _Whole:
    """What all parts of the work need."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.documents, self.errors = read_articles(project)
        self.ids = {document.article.domain: page_ids(document) for document in self.documents}
        self.names = glossary_names(self.documents)
        self.today = now().date()
        self.strays = stray_variants(project)
        self.templates: dict[str, Catalog | None] = {}

    def parts(self, locales: Iterable[Locale]) -> list[Locale | int]:
        """Return the work: the languages first, which take longest; the articles fill what is left of the time."""
        return [*locales, *range(0, len(self.documents), _TOGETHER)]

    @cached_property
    def sources(self) -> Sources:
        """The articles as their translations are judged by."""
        return Sources(self.project, self.documents)

    def template(self, domain: str) -> Catalog | None:
        """Return a template; one that is damaged is told by the commands that need it."""
        if domain not in self.templates:
            try:
                file = read_catalog(self.project, template_path(self.project, domain), None)
            except (InputError, InputErrors):
                file = None
            self.templates[domain] = file.catalog if file else None
        return self.templates[domain]


def _read(project: Project) -> _Whole:
    return _Whole(project)


def _check_part(held: Held[_Whole], part: Locale | int) -> Outcome:
    return _part(held(), part, lambda _: None)


def _part(whole: _Whole, part: Locale | int, see: See) -> Outcome:
    """Check all catalogs of a locale, or some articles from a number on."""
    outcome = Outcome()
    if isinstance(part, int):
        _check_articles(whole, whole.documents[part : part + _TOGETHER], outcome)
        return outcome
    by_domain = {document.article.domain: document for document in whole.documents}
    for each in whole.sources.localized(part, outcome):
        before, document = len(outcome.findings), by_domain.get(each.subject.domain)
        outcome.findings += each.findings
        _check_catalog(whole, each, outcome)
        comparison = _compare(whole, document, each, outcome)
        see(Examined(document, each, comparison, outcome.findings[before:]))
    return outcome


def _check_articles(whole: _Whole, documents: Iterable[Document], outcome: Outcome) -> None:
    for document in documents:
        severities, ignores = whole.project.rules_for(document.locale, document.article.path)
        known = whole.names.get(document.locale.tag, frozenset())
        manuscript = Manuscript(document, whole.project.targets, whole.ids, whole.today, known, whole.strays)
        outcome.findings += check_article(manuscript, severities, outcome.ledger, ignores)


def _check_catalog(whole: _Whole, localized: Localized, outcome: Outcome) -> None:
    subject = localized.subject
    if localized.content is None:
        return
    file = WholeCatalog(
        subject.catalog,
        localized.content,
        subject.locale,
        subject.path,
        frozenset(segment.key for segment in subject.segments),
        whole.template(subject.domain),
    )
    severities, ignores = whole.project.rules_for(subject.locale, subject.path, subject.source_path)
    outcome.findings += check_catalog(file, subject.domain, severities, outcome.ledger, ignores)


def _compare(whole: _Whole, document: Document | None, localized: Localized, outcome: Outcome) -> Comparison | None:
    """Set an article beside its translation; None if there is no article, or no catalog."""
    if document is None or localized.content is None:
        return None
    subject = localized.subject
    lines = {message.key: message.msgstr_line for message in subject.catalog.active}
    comparison = compare(document, translate(document, localized.lookup, subject.locale), lines)
    severities, _ = whole.project.rules_for(subject.locale, subject.path, subject.source_path)
    outcome.findings += check_comparison(comparison, subject, severities, outcome.ledger)
    return comparison


def _check_silence(project: Project, outcome: Outcome, *, complete: bool) -> None:
    complete = complete and not outcome.errors
    if complete:
        outcome.ledger.know(override.ignore for override in project.overrides if override.severity is None)
    outcome.findings += check_silence(outcome.ledger, project.severities, complete=complete)
    if silenced := outcome.ledger.silenced:
        outcome.notes.append(f"{silenced} finding{'' if silenced == 1 else 's'} silenced, each with its reason")
