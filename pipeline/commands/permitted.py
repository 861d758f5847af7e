"""What translations may hold besides what their article holds, because its author, or the owner, said so."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.article.inline import Inline, read_inline
from pipeline.checks import TRANSLATION_RULES
from pipeline.checks.ignores import of_segment
from pipeline.commands.editions import Localized
from pipeline.model import Segment, Severity
from pipeline.project import Project
from pipeline.render.wall import Own

_MARKUP = frozenset(
    rule.code for rule in TRANSLATION_RULES if rule.code.startswith("T1") and rule.severity is Severity.ERROR
)
"""The rules that keep the links, pictures and tags of translations as their article has them."""


def permitted(project: Project, own: Own, found: Localized) -> Own:
    """Return `own`, and what stands in those translations of which such a rule is silenced.

    A translator cannot do that: a comment in a catalog silences findings, not the wall before the page.
    """
    subject = found.subject
    severities, _ = project.rules_for(subject.locale, subject.path, subject.source_path)
    everywhere = any(severities.get(code, Severity.ERROR) is not Severity.ERROR for code in _MARKUP)
    for segment in subject.segments if everywhere else _silenced(subject.segments, subject.source_path):
        if text := found.lookup(segment):
            own = _with(own, read_inline(subject.parser, text, segment.kind))
    return own


def _silenced(segments: tuple[Segment, ...], path: str) -> Iterator[Segment]:
    for segment in segments:
        if segment.ignored and any(each.rule in _MARKUP and each.reason for each in of_segment(segment, path)):
            yield segment


def _with(own: Own, inline: Inline) -> Own:
    addresses = [*inline.links, *inline.images]
    return own.joined(addresses, inline.tags, inline.attributes)
