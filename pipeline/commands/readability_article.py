"""``readability --article``: one article of a project, with all its translations."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pipeline.article import translate
from pipeline.checks.plain_language.draft import read_draft
from pipeline.checks.plain_language.mends import best_mends
from pipeline.checks.reading_level import RULES, compare
from pipeline.checks.sentence_levels import sentence_levels
from pipeline.commands.editions import Localized, localize_all
from pipeline.commands.glossary import glossary_names
from pipeline.commands.outcome import Outcome
from pipeline.commands.readability_file import LEFT_OUT
from pipeline.commands.workspace import open_project, project_locales, read_articles
from pipeline.errors import InputError, raise_all
from pipeline.model import Document
from pipeline.report.reading import Edition, ReadingReport, TranslatedEdition

Names = Mapping[str, frozenset[str]]
"""What the glossary explains, by language tag."""


def read_editions(domain: str, folder: Path | None, outcome: Outcome) -> ReadingReport:
    """Return the article `domain` of the project in `folder` (or the one around the current folder), measured.

    A language in which nothing is translated is left out; what cannot be read is in the outcome's errors. Raises
    `InputError` for an unknown domain, and `InputErrors` if the article itself cannot be read.
    """
    project = open_project(folder)
    documents, outcome.errors = read_articles(project)
    by_domain = {document.article.domain: document for document in documents}
    if domain not in by_domain:
        raise_all(outcome.errors)
        known = ", ".join(sorted(by_domain)) or "there are none"
        raise InputError(f"--article: there is no article {domain}; the articles are: {known}")
    localized = localize_all(project, documents, project_locales(project), outcome)
    source = by_domain[domain]
    names = glossary_names(documents, localized.values())
    translations = (_translation(source, each, names) for (name, _), each in localized.items() if name == domain)
    return ReadingReport(
        source.article.path,
        project.targets.grade,
        edition_of(source, names),
        tuple(filter(None, translations)),
        LEFT_OUT,
    )


def edition_of(document: Document, names: Names) -> Edition:
    """Return a document with its measures."""
    known = names.get(document.locale.tag, frozenset())
    draft = read_draft(document, known)
    mends = best_mends(draft.measure, [spot.line for spot in draft.spots])
    levels = tuple(sentence_levels(document, known))
    return Edition(document.locale, document.title, draft.measure, levels, tuple(mends))


def _translation(source: Document, localized: Localized, names: Names) -> TranslatedEdition | None:
    subject = localized.subject
    document = translate(source, localized.lookup, subject.locale)
    lines = {message.key: message.msgstr_line for message in subject.catalog.active}
    comparison = compare(source, document, lines)
    if not comparison.parts:
        return None
    harder = tuple(problem.message for rule in RULES if rule.code == "R201" for problem in rule.check(comparison))
    return TranslatedEdition(edition_of(document, names), comparison, harder, subject.path)
