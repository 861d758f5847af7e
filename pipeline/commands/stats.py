"""``stats``: how far each translation is, and how hard each article is to read."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.checks.article import Manuscript
from pipeline.checks.readability import measure_manuscript
from pipeline.commands.editions import Progress, localize_all
from pipeline.commands.outcome import Outcome
from pipeline.commands.workspace import read_articles
from pipeline.locale import Locale
from pipeline.project import Project
from pipeline.readability import Measure


@dataclass(frozen=True, slots=True)
class Stats:
    """The figures of a project."""

    articles: tuple[tuple[str, Measure], ...]
    """Domain and measures of each article in its own language."""

    progress: tuple[Progress, ...]
    """By locale, then domain."""

    threshold: float

    def published(self, progress: Progress) -> bool:
        """Return whether `build` publishes this domain in this locale."""
        return progress.may_be_published(self.threshold)


def stats(project: Project, locales: tuple[Locale, ...], outcome: Outcome) -> Stats:
    """Return the figures for `locales`; what cannot be read is in the outcome's errors."""
    documents, outcome.errors = read_articles(project)
    measures = tuple(
        (document.article.domain, measure_manuscript(Manuscript(document, project.targets))) for document in documents
    )
    localized = localize_all(project, documents, locales, outcome)
    return Stats(measures, tuple(each.progress for each in localized.values()), project.publish_threshold)
