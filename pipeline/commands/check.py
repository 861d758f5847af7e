"""``check``: all rules over all articles and catalogs."""

from __future__ import annotations

from pipeline.checks import check_article
from pipeline.checks.article import Manuscript
from pipeline.commands.editions import localize_all
from pipeline.commands.outcome import Outcome
from pipeline.commands.workspace import read_articles
from pipeline.locale import Locale
from pipeline.project import Project


def check(project: Project, locales: tuple[Locale, ...]) -> Outcome:
    """Return the findings in every article, and in the catalogs of `locales`, sorted by file and line."""
    outcome = Outcome()
    documents, outcome.errors = read_articles(project)
    for document in documents:
        outcome.findings += check_article(Manuscript(document, project.targets), project.severities)
    for localized in localize_all(project, documents, locales, outcome).values():
        outcome.findings += localized.findings
    outcome.findings.sort(key=lambda each: (each.location.path, each.location.line or 0, each.rule))
    return outcome
