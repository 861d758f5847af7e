"""Who reviewed a catalog, when, and whether its text is still the one that was reviewed."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass

from pipeline.catalogs.catalog import State, state
from pipeline.catalogs.po_model import Catalog, Message

_BY, _ON, _DIGEST = "X-Reviewed-By", "X-Reviewed-On", "X-Reviewed-Digest"
_STATE = "X-Review-State"
_TRANSLATOR, METHOD = "X-Translated-By", "X-Translation-Method"
METHODS = PEOPLE, CORRECTED, MACHINE = "human", "machine-corrected", "machine"
"""How a text was translated; of a header with another word the page says nothing."""


@dataclass(frozen=True, slots=True)
class Review:
    """The last review of a catalog."""

    by: str
    """Name and role of the reviewer; empty if nobody ever reviewed the catalog."""

    on: dt.date | None
    """The day of the review; None if there was none or its date cannot be read."""

    current: bool
    """Whether exactly the text that is published now was reviewed."""

    translator: str = ""
    """Whom to credit for the translation; gettext's ``Last-Translator`` is nobody's consent to be published."""

    method: str = ""
    """`PEOPLE`, `CORRECTED` or `MACHINE`; empty where the catalog does not say."""


def digest(catalog: Catalog) -> str:
    """Return the SHA-256 of all published messages; it changes with any of their texts, not with their order."""
    published = sorted((message for message in catalog if state(message) is State.TRANSLATED), key=_order)
    hashed = hashlib.sha256()
    for message in published:
        # JSON tells no context from an empty one, and needs no separators that a text could contain.
        forms = list(message.msgstr_plural.values()) if message.plural else message.msgstr
        hashed.update(json.dumps([message.msgctxt, message.msgid, forms]).encode() + b"\n")
    return hashed.hexdigest()


def _order(message: Message) -> tuple[bool, str, str]:
    return message.msgctxt is not None, message.msgctxt or "", message.msgid


def review_state(catalog: Catalog) -> Review:
    """Return the review that the header of `catalog` records, and whether it holds for the present text."""
    by = catalog.metadata.get(_BY, "")
    current = bool(by) and catalog.metadata.get(_DIGEST) == digest(catalog)
    translator, method = (catalog.metadata.get(name, "").strip() for name in (_TRANSLATOR, METHOD))
    return Review(by, _date(catalog.metadata.get(_ON, "")), current, translator, method)


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def reviewed(catalog: Catalog, by: str, on: dt.date) -> Catalog:
    """Return `catalog` with a record in its header that `by` reviewed exactly this text."""
    copy = catalog.with_messages(message.copy() for message in catalog)
    copy.metadata.pop(_STATE, None)
    copy.metadata |= {_BY: " ".join(by.split()), _ON: on.isoformat(), _DIGEST: digest(catalog)}
    return copy
