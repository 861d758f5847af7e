"""``check``: all rules over all articles and catalogs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.article import translate
from pipeline.catalogs import Catalog
from pipeline.checks import check_article, check_catalog, check_comparison, check_locale, check_silence
from pipeline.checks.catalog_file import WholeCatalog
from pipeline.checks.manuscript import Manuscript, page_ids
from pipeline.checks.reading_level import Comparison, compare
from pipeline.commands.editions import Localized, localize_each
from pipeline.commands.files import now
from pipeline.commands.glossary import glossary_names
from pipeline.commands.outcome import Outcome
from pipeline.commands.workspace import project_locales, read_articles, read_catalog, template_path
from pipeline.errors import InputError, InputErrors
from pipeline.locale import Locale
from pipeline.model import Document, Finding
from pipeline.project import Project


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


def check(project: Project, locales: tuple[Locale, ...]) -> Outcome:
    """Return the findings in every article, and in the catalogs of `locales`, sorted by file and line."""
    return examine(project, locales, lambda _: None)


def examine(project: Project, locales: tuple[Locale, ...], see: Callable[[Examined], None]) -> Outcome:
    """Return the same, and show `see` every domain in every locale as it comes by."""
    outcome = Outcome()
    documents, outcome.errors = read_articles(project)
    _check_articles(project, documents, outcome)
    for locale in (project.source_locale, *locales):
        severities, ignores = project.rules_for(locale)
        outcome.findings += check_locale(locale, project.path, severities, outcome.ledger, ignores)
    by_domain = {document.article.domain: document for document in documents}
    templates: dict[str, Catalog | None] = {}
    for each in (each for several in localize_each(project, documents, locales, outcome) for each in several):
        before = len(outcome.findings)
        outcome.findings += each.findings
        _check_catalog(project, each, templates, outcome)
        document = by_domain.get(each.subject.domain)
        comparison = _compare(project, document, each, outcome)
        see(Examined(document, each, comparison, outcome.findings[before:]))
    outcome.take_failures()
    _check_silence(project, outcome, complete=set(locales) == set(project_locales(project)))
    outcome.findings.sort(key=lambda each: (each.location.path, each.location.line or 0, each.rule))
    return outcome


def _check_articles(project: Project, documents: list[Document], outcome: Outcome) -> None:
    site = {document.article.domain: page_ids(document) for document in documents}
    today, names = now().date(), glossary_names(documents)
    for document in documents:
        severities, ignores = project.rules_for(document.locale, document.article.path)
        known = names.get(document.locale.tag, frozenset())
        manuscript = Manuscript(document, project.targets, site, today, known)
        outcome.findings += check_article(manuscript, severities, outcome.ledger, ignores)


def _check_catalog(
    project: Project, localized: Localized, templates: dict[str, Catalog | None], outcome: Outcome
) -> None:
    subject = localized.subject
    if localized.content is None:
        return
    if subject.domain not in templates:
        templates[subject.domain] = _template(project, subject.domain)
    whole = WholeCatalog(
        subject.catalog,
        localized.content,
        subject.locale,
        subject.path,
        frozenset(segment.key for segment in subject.segments),
        templates[subject.domain],
    )
    severities, ignores = project.rules_for(subject.locale, subject.path, subject.source_path)
    outcome.findings += check_catalog(whole, subject.domain, severities, outcome.ledger, ignores)


def _compare(project: Project, document: Document | None, localized: Localized, outcome: Outcome) -> Comparison | None:
    """Set an article beside its translation; None if there is no article, or no catalog."""
    if document is None or localized.content is None:
        return None
    subject = localized.subject
    lines = {message.key: message.msgstr_line for message in subject.catalog.active}
    comparison = compare(document, translate(document, localized.lookup, subject.locale), lines)
    severities, _ = project.rules_for(subject.locale, subject.path, subject.source_path)
    outcome.findings += check_comparison(comparison, subject, severities, outcome.ledger)
    return comparison


def _template(project: Project, domain: str) -> Catalog | None:
    """Return a template; one that is damaged is told by the commands that need it."""
    try:
        file = read_catalog(project, template_path(project, domain), None)
    except (InputError, InputErrors):
        return None
    return file.catalog if file else None


def _check_silence(project: Project, outcome: Outcome, *, complete: bool) -> None:
    complete = complete and not outcome.errors
    if complete:
        outcome.ledger.know(override.ignore for override in project.overrides if override.severity is None)
    outcome.findings += check_silence(outcome.ledger, project.severities, complete=complete)
    if silenced := outcome.ledger.silenced:
        outcome.notes.append(f"{silenced} finding{'' if silenced == 1 else 's'} silenced, each with its reason")
