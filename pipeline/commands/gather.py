"""From what the checks see to the figures of the report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from pipeline.catalogs import Message, State, state
from pipeline.checks.article import Manuscript
from pipeline.checks.readability import measure_manuscript
from pipeline.commands.check import Examined
from pipeline.commands.editions import Localized
from pipeline.commands.glossary import glossary_names
from pipeline.commands.history import all_together, read_history
from pipeline.commands.places import Places
from pipeline.commands.workspace import frame_segments, frames, project_locales, read_articles
from pipeline.locale import Locale
from pipeline.model import Document, Finding, Segment
from pipeline.project import Project
from pipeline.report.overview.figures import FUZZY, HELD_BACK, MISSING, Block, Language, Overview, Remark, Row, Work
from pipeline.site import page_path

_EXCERPT = 120
"""Characters of a text that stand for it."""

_COUNTED = frozenset({"missing", "fuzzy"})
"""Rules about what the report counts by itself."""

_STATES = {State.MISSING: MISSING, State.FUZZY: FUZZY, State.TRANSLATED: HELD_BACK}


@dataclass
class Gathering:
    """Takes from every translation that comes by what the report tells, and lets go of the rest."""

    project: Project
    _rows: dict[Locale, list[Row]] = field(default_factory=dict)
    _places: dict[str, Places] = field(default_factory=dict)
    _seen: set[int] = field(default_factory=set)
    """The findings that are in a row already, by their identity."""

    _more: dict[tuple[str, str], list[Remark]] = field(default_factory=dict)
    """Others, by the name of the locale and the domain; both may be empty."""

    def see(self, examined: Examined) -> None:
        """Take one domain in one locale."""
        localized, comparison = examined.localized, examined.comparison
        progress, subject = localized.progress, localized.subject
        blocks = _Blocks(self.project, examined, self._places_of(examined.document) if examined.document else None)
        measured = comparison if comparison and comparison.parts else None
        self._seen.update(map(id, examined.findings))
        row = Row(
            domain=progress.domain,
            title=examined.document.title if examined.document else "",
            locale=progress.locale,
            remarks=tuple(blocks.remarks(examined.findings)),
            work=_work(localized, page=blocks.page, is_article=examined.document is not None),
            blocks=tuple(blocks.unfinished()),
            catalog=subject.path if localized.content is not None else "",
            review=progress.review,
            source=measured.source if measured else None,
            translation=measured.translation if measured else None,
            difference=measured.level_difference if measured else None,
            page=blocks.page,
        )
        self._rows.setdefault(progress.locale, []).append(row)

    def overview(self, findings: Iterable[Finding]) -> Overview:
        """Return the whole; `findings` are all, also those that were seen."""
        documents, _ = read_articles(self.project)
        self._add_unread(documents)
        self._take_others(documents, findings)
        history = read_history(self.project)
        languages = [
            Language(
                locale,
                tuple(sorted(map(self._completed, rows), key=lambda row: (-row.work.left, row.domain))),
                self._others(locale.name, ""),
                tuple(history.get(locale.name, ())),
            )
            for locale, rows in self._rows.items()
        ]
        languages.sort(key=lambda each: (-each.work.left, each.locale.name))
        told = {each.locale.name: history.get(each.locale.name, []) for each in languages}
        source = Language(self.project.source_locale, tuple(self._articles(documents)))
        return Overview(self.project.title, source, tuple(languages), self._others("", ""), tuple(all_together(told)))

    def _add_unread(self, documents: list[Document]) -> None:
        """Count all of a catalog that cannot be read as missing: readers get nothing of it."""
        articles = [(each.article.domain, each.title, each.segments) for each in documents]
        others = [(domain, "", frame_segments(self.project, domain)) for domain in frames(self.project)]
        for locale in project_locales(self.project):
            rows = self._rows.setdefault(locale, [])
            known = {row.domain for row in rows}
            rows += (
                Row(domain, title, locale, work=_nothing(segments, pages=int(bool(title))))
                for domain, title, segments in (*articles, *others)
                if domain not in known
            )

    def _articles(self, documents: list[Document]) -> Iterator[Row]:
        """Yield the articles in their own language."""
        source = self.project.source_locale
        names = glossary_names(documents).get(source.tag, frozenset())
        for document in documents:
            measure = measure_manuscript(Manuscript(document, self.project.targets, names=names))
            domain = document.article.domain
            row = Row(domain, document.title, source, source=measure, page=page_path(source, domain))
            yield self._completed(row)

    def _take_others(self, documents: list[Document], findings: Iterable[Finding]) -> None:
        """Deal out the findings that came with no translation: by their file, or else by their language."""
        source = self.project.source_locale.name
        articles = {document.article.path: document for document in documents}
        homes = {row.catalog: (row.locale.name, row.domain) for rows in self._rows.values() for row in rows}
        homes |= {path: (source, document.article.domain) for path, document in articles.items()}
        for finding in findings:
            if id(finding) in self._seen:
                continue
            path = finding.location.path
            home = homes.get(path) or ("" if finding.locale == source else finding.locale, "")
            href = self._in_article(articles[path], finding.location.line) if path in articles else ""
            self._more.setdefault(home, []).append(Remark(finding, href))

    def _others(self, locale: str, domain: str) -> tuple[Remark, ...]:
        return tuple(self._more.get((locale, domain), ()))

    def _completed(self, row: Row) -> Row:
        return replace(row, remarks=(*row.remarks, *self._others(row.locale.name, row.domain)))

    def _in_article(self, document: Document, line: int | None) -> str:
        places = self._places_of(document)
        segment = places.segment_at(line)
        page = page_path(document.locale, document.article.domain)
        return page + (places.fragment(segment, segment.text) if segment else "")

    def _places_of(self, document: Document) -> Places:
        domain = document.article.domain
        if domain not in self._places:
            self._places[domain] = Places(document)
        return self._places[domain]


def _work(localized: Localized, *, page: str, is_article: bool) -> Work:
    progress = localized.progress
    critical = [segment for segment in localized.subject.segments if segment.critical]
    return Work(
        translated=progress.translated,
        fuzzy=progress.fuzzy,
        missing=progress.missing,
        held_back=progress.held_back,
        critical=len(critical),
        critical_ready=sum(localized.lookup(segment) is not None for segment in critical),
        words=progress.words,
        words_ready=progress.words_ready,
        published=int(bool(page)),
        pages=int(is_article),
        reviewed=int(is_article and progress.review.current),
    )


def _nothing(segments: Iterable[Segment], pages: int) -> Work:
    every = {segment.key: segment for segment in segments}.values()
    critical = sum(segment.critical for segment in every)
    return Work(missing=len(every), critical=critical, words=sum(segment.words for segment in every), pages=pages)


class _Blocks:
    """The messages of one domain in one locale, and where they can be seen."""

    def __init__(self, project: Project, examined: Examined, places: Places | None) -> None:
        self._document, self._localized, self._places = examined.document, examined.localized, places
        self._source = project.source_locale
        progress = examined.localized.progress
        ready = self._document and progress.may_be_published(project.publish_threshold)
        self.page = page_path(progress.locale, progress.domain) if ready else ""
        """Below the output folder; empty if there is none."""

    def remarks(self, findings: Iterable[Finding]) -> Iterator[Remark]:
        """Yield what was found, but for what the report counts by itself."""
        subject = self._localized.subject
        lines = sorted((message.linenum or 0, message.key) for message in subject.catalog.active)
        segments = {segment.key: segment for segment in subject.segments}
        for finding in findings:
            if finding.name in _COUNTED:
                continue
            at = bisect_right(lines, finding.location.line or 0, key=lambda pair: pair[0])
            segment = segments.get(lines[at - 1][1]) if at and finding.excerpt else None
            yield Remark(finding, self._href(segment) if segment else "")

    def unfinished(self) -> Iterator[Block]:
        """Yield what readers do not get in their language; nothing if there is no catalog yet."""
        subject = self._localized.subject
        for segment in subject.segments if self._localized.content is not None else ():
            message = subject.messages.get(segment.key)
            how = state(message)
            if how is not State.TRANSLATED or not self._localized.lookup(segment):
                yield self._block(segment, message, _STATES[how])

    def _block(self, segment: Segment, message: Message | None, how: str) -> Block:
        subject = self._localized.subject
        text = segment.text if len(segment.text) <= _EXCERPT else f"{segment.text[:_EXCERPT].rstrip()}…"
        catalog = f"{subject.path}:{message.msgstr_line}" if message and message.msgstr_line else ""
        source = f"{subject.source_path}:{segment.line}" if segment.line else subject.source_path
        return Block(text, how, segment.critical, catalog, source, self._href(segment))

    def _href(self, segment: Segment) -> str:
        """Return the address of a block: on the page of its language, or if there is none on that of the source."""
        if self._document is None or self._places is None:
            return ""
        shown = (self._localized.lookup(segment) if self.page else None) or segment.text
        page = self.page or page_path(self._source, self._document.article.domain)
        return page + self._places.fragment(segment, shown)
