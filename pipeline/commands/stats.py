"""``stats``: how far each translation is, and how hard each article is to read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.article import translate
from pipeline.catalogs.edits import Change, Grader, Harm, word_changes
from pipeline.checks.article import Manuscript
from pipeline.checks.readability import measure_manuscript
from pipeline.checks.reading_level import Comparison, compare
from pipeline.commands.editions import Localized, localize_all, project_grader
from pipeline.commands.glossary import glossary_names
from pipeline.commands.outcome import Outcome
from pipeline.commands.progress import Progress
from pipeline.commands.workspace import read_articles
from pipeline.locale import Locale
from pipeline.model import Document, Location
from pipeline.project import Project
from pipeline.readability import Measure


@dataclass(frozen=True, slots=True)
class Edited:
    """One fuzzy message, and what became of the text that it is a translation of."""

    locale: str
    domain: str
    place: Location
    """Its translation in the catalog."""

    harm: Harm
    reasons: tuple[str, ...]
    """What makes a critical edit critical."""

    changes: tuple[Change, ...]
    """Word by word, from the previous text to the present one."""


@dataclass(frozen=True, slots=True)
class Stats:
    """The figures of a project."""

    articles: tuple[tuple[str, Measure], ...]
    """Domain and measures of each article in its own language."""

    progress: tuple[Progress, ...]
    """By locale, then domain."""

    threshold: float
    comparisons: Mapping[tuple[str, str], Comparison] = field(default_factory=dict)
    """Each article beside its translation, by domain and the locale's name; only where something is translated."""

    edited: tuple[Edited, ...] = ()
    """Every fuzzy message with another previous text, in the order of the catalogs."""

    def comparison(self, progress: Progress) -> Comparison | None:
        """Return the article beside its translation; None for the words of the frame, or if nothing is translated."""
        return self.comparisons.get((progress.domain, progress.locale.name))

    def published(self, progress: Progress) -> bool:
        """Return whether `build` publishes this domain in this locale."""
        return progress.may_be_published(self.threshold)


def stats(project: Project, locales: tuple[Locale, ...], outcome: Outcome) -> Stats:
    """Return the figures for `locales`; what cannot be read is in the outcome's errors."""
    documents, outcome.errors = read_articles(project)
    names = glossary_names(documents).get(project.source_locale.tag, frozenset())
    measures = tuple(
        (document.article.domain, measure_manuscript(Manuscript(document, project.targets, names=names)))
        for document in documents
    )
    localized = localize_all(project, documents, locales, outcome)
    progress = tuple(each.progress for each in localized.values())
    edited = tuple(_edited(localized.values(), project_grader(project, documents)))
    return Stats(measures, progress, project.publish_threshold, _comparisons(documents, localized.values()), edited)


def _edited(localized: Iterable[Localized], grade: Grader) -> Iterator[Edited]:
    for each in localized:
        subject = each.subject
        for message in subject.catalog.active:
            if message.fuzzy and message.begun and message.previous_msgid not in {None, "", message.msgid}:
                edit = grade(message.previous_msgid, message.msgid)
                place = Location(subject.path, message.msgstr_line)
                changes = tuple(word_changes(message.previous_msgid, message.msgid))
                yield Edited(subject.locale.name, subject.domain, place, edit.harm, edit.reasons, changes)


def _comparisons(documents: list[Document], localized: Collection[Localized]) -> dict[tuple[str, str], Comparison]:
    by_domain = {document.article.domain: document for document in documents}
    pairs = ((by_domain[each.progress.domain], each) for each in localized if each.progress.domain in by_domain)
    found = {
        (each.progress.domain, each.progress.locale.name): compare(
            document, translate(document, each.lookup, each.progress.locale)
        )
        for document, each in pairs
        if each.progress.translated
    }
    return {place: comparison for place, comparison in found.items() if comparison.parts}
