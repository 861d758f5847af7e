"""Whether a page was published in a locale, and since when it is out of date: two fields in the catalog's header.

They are written when the source changes, because only then would what they say be lost: until then the catalog itself
shows that its page is complete.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from pipeline.catalogs.catalog import State, state
from pipeline.catalogs.po_model import Catalog, Message
from pipeline.model import Key

_PUBLISHED, _OUTDATED = "X-Published", "X-Outdated-Since"
_DATE = "POT-Creation-Date"
_REVISED = "PO-Revision-Date"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a catalog says about the page that was made of it."""

    recorded: dt.date | None
    """When the source first changed after the page was published; None if that was never recorded."""

    outdated_since: dt.date | None
    """Since when some of the page is out of date; None if it is not, or if `update` has not been run since."""

    whole: bool
    """Whether the title and all parts that are critical, or may have been, are translated."""

    share: float
    """The share of the words of the catalog's messages that are translated, 0 to 1."""

    def published(self, threshold: float) -> bool:
        """Tell whether the page has been published, or would have been before the source changed."""
        return self.recorded is not None or (self.whole and self.share >= threshold)


def standing(catalog: Catalog, optional: Collection[Key]) -> Standing:
    """Return the standing of `catalog`, which may be older than its article.

    `optional` are the messages without which a page may be published. Others of the catalog may have been critical
    when they were in the article, so they count as such.
    """
    active = catalog.active
    words = sum(map(_words, active))
    ready = [message for message in active if state(message) is State.TRANSLATED]
    whole = bool(ready) and all(state(message) is State.TRANSLATED or message.key in optional for message in active)
    return Standing(
        _date(catalog, _PUBLISHED),
        _date(catalog, _OUTDATED),
        whole,
        sum(map(_words, ready)) / words if words else 0.0,
    )


def revised(catalog: Catalog) -> dt.datetime | None:
    """Return when a translator last changed `catalog`; None if its header does not tell."""
    try:
        return dt.datetime.strptime(catalog.metadata.get(_REVISED, ""), "%Y-%m-%d %H:%M%z")
    except ValueError:
        return None


def record_publication(old: Catalog, new: Catalog, was: Standing, threshold: float) -> None:
    """Write into the header of `new`, which was `old` before an update, what the update would let us forget."""
    changed = {message.key for message in old.active} != {message.key for message in new.active}
    if changed and was.published(threshold):
        new.metadata.setdefault(_PUBLISHED, _day(new))
    outdated = any(message.fuzzy and message.previous_msgid for message in new.active)
    if not outdated:
        new.metadata.pop(_OUTDATED, None)
    elif _PUBLISHED in new.metadata:
        new.metadata.setdefault(_OUTDATED, _day(new))


def _day(catalog: Catalog) -> str:
    """The day of the template, which is the day of the last change of the source that anybody noticed."""
    return catalog.metadata.get(_DATE, "")[:10]


def _words(message: Message) -> int:
    return len(message.msgid.split())


def _date(catalog: Catalog, field: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(catalog.metadata.get(field, ""))
    except ValueError:
        return None
