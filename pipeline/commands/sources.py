"""What domains are made of: articles, and the words of the package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from markdown import Markdown

from pipeline.article.inline import Inline
from pipeline.article.parser import new_parser
from pipeline.commands.files import shown
from pipeline.commands.workspace import frame_segments, frames, template_path
from pipeline.model import KEEP, Directive, Document, Key, Room, Segment
from pipeline.project import Project


@dataclass(frozen=True, slots=True)
class Source:
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


def article_source(document: Document) -> Source:
    """Return an article as the source of its domain."""
    article = document.article
    segments = distinct(document.segments)
    return Source(article.domain, article.path, segments, document.parser, article.stale == KEEP)


def frame_sources(project: Project) -> Iterator[Source]:
    """Return the words of the package that `project` translates, domain by domain."""
    return (frame_source(project, domain) for domain in frames(project))


def frame_source(project: Project, domain: str) -> Source:
    """Return the words of one such domain."""
    path = shown(template_path(project, domain), project.root)
    return Source(domain, path, frame_segments(project, domain), new_parser())


def distinct(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """One segment for each message: the first, but critical if any of them is; what one ignores holds for all.

    Of several labels in pictures, it has the least room.
    """
    first: dict[Key, Segment] = {}
    ignored: dict[Key, tuple[Directive, ...]] = {}
    rooms: dict[Key, Room] = {}
    for segment in segments:
        known = first.get(segment.key)
        if known is None or (segment.critical and not known.critical):
            first[segment.key] = segment
        if segment.ignored:
            ignored[segment.key] = (*ignored.get(segment.key, ()), *segment.ignored)
        if segment.room:
            rooms[segment.key] = min(rooms.get(segment.key, segment.room), segment.room, key=lambda room: room.area)
    return tuple(
        replace(each, ignored=ignored.get(key, ()), room=rooms.get(key)) if key in ignored or key in rooms else each
        for key, each in first.items()
    )
