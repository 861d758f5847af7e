"""Old translations of a source that changed: how much of a page that is, and which of them stay on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pipeline.catalogs import Catalog, Message
from pipeline.catalogs.edits import Grader, Harm
from pipeline.catalogs.merge import bring_up_to_date
from pipeline.catalogs.merging import Merging, was_translated
from pipeline.checks import Ledger, Severities, Translation, check_translation
from pipeline.commands.files import now
from pipeline.model import Key, Segment


@dataclass(frozen=True, slots=True)
class Stale:
    """The messages of one domain in one locale whose source changed since they were translated."""

    segments: tuple[Segment, ...] = ()
    kept: Mapping[Key, str] = field(default_factory=dict)
    """Those old translations that stay on the page."""


def stale(subject: Translation, severities: Severities, grade: Grader, *, keep: bool) -> Stale:
    """Return what of `subject` is out of date, also if `update` has not been run since the source changed.

    With `keep`, an old translation stays on the page if the edit changed wording only, the author did not mark the
    block critical, and no rule reports an error against it as a translation of the new text.
    """
    merged = _merged(subject, grade).by_key()
    found = [(segment, merged[segment.key]) for segment in subject.segments if _is_stale(merged.get(segment.key))]
    segments = tuple(segment for segment, _ in found)
    if not keep:
        return Stale(segments)
    kept = {
        segment.key: message
        for segment, message in found
        if not segment.critical and was_translated(message) and _harm(message, grade) is not Harm.CRITICAL
    }
    rejected = _rejected(subject, kept, severities)
    return Stale(segments, {key: message.msgstr for key, message in kept.items() if key not in rejected})


def _merged(subject: Translation, grade: Grader) -> Catalog:
    """Return the catalog as `update` would make it of this article alone."""
    if all(segment.key in subject.messages for segment in subject.segments):
        return subject.catalog
    wanted = Catalog()
    wanted.extend(Message(msgctxt=segment.context, msgid=segment.text) for segment in subject.segments)
    return bring_up_to_date(subject.catalog, wanted, now(), Merging(subject.domain, grade)).catalog


def _is_stale(message: Message | None) -> bool:
    return bool(message and message.fuzzy and message.begun and message.previous_msgid)


def _harm(message: Message, grade: Grader) -> Harm:
    return grade(message.previous_msgid or "", message.msgid).harm


def _rejected(subject: Translation, kept: Mapping[Key, Message], severities: Severities) -> Iterable[Key]:
    """Return those messages that have an error against them, checked as if they were not fuzzy."""
    catalog = Catalog()
    for message in kept.values():
        copy = message.copy()
        copy.flags = [flag for flag in message.flags if flag != "fuzzy"]
        catalog.append(copy)
    segments = tuple(segment for segment in subject.segments if segment.key in kept)
    return check_translation(replace(subject, catalog=catalog, segments=segments), severities, Ledger())[1]
