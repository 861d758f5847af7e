"""One catalog for all articles of a language, and back, without loss.

A message that is the same in several domains, translation, comments and all, stands once in the joined catalog. Where
it differs, and where it is obsolete, it stands once for each domain, with the domain in its ``msgctxt``:
``domain:name`` and, behind a bar, the author's own context. Every translators' tool shows and keeps a ``msgctxt``.

The header remembers a short digest of each message as it was when it was joined, so that `split` knows who changed it
since: the translator of the joined catalog, somebody in the catalog of one article, or both.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from pipeline.catalogs.po_model import Catalog, Message
from pipeline.model import Key

PREFIX = "domain:"
"""How the context of a message of one domain begins."""

BASE = "X-Joined-Messages"
"""The header field with the digests of all messages, one behind the other."""

_FIELDS = "X-Joined-Fields"
DIGEST_LENGTH = 8
"""Letters of base64: 48 bits, so that one of 10,000 messages that changed passes for unchanged once in 10^10 times."""

_ABOUT_ONE_DOMAIN = (
    *("X-Review-State", "X-Reviewed-By", "X-Reviewed-On", "X-Reviewed-Digest"),
    *("X-Translated-By", "X-Translation-Method"),
)
"""Never in the header of a joined catalog: nobody reviewed that."""


class Work(NamedTuple):
    """What a translator says about a message."""

    forms: tuple[str, ...]
    fuzzy: bool
    comments: tuple[str, ...]


def work(message: Message) -> Work:
    """Return what a translator said about `message`."""
    forms = tuple(message.msgstr_plural.values()) if message.plural else (message.msgstr,)
    # gettext's tools drop a mark on nothing.
    return Work(forms, message.fuzzy and bool(message.first_msgstr), tuple(message.translator_comments))


def join(catalogs: Mapping[str, Catalog]) -> Catalog:
    """Return one catalog of all `catalogs` of a language, which are given by their domains."""
    joined = Catalog()
    joined.metadata = common_fields(catalogs.values())
    joined.metadata[BASE] = "".join(sorted({digest_of(d, m.key, work(m)) for d, c in catalogs.items() for m in c}))
    if special := _special_fields(catalogs, joined):
        # The header's writer makes one blank of any white space, so there is none but single blanks.
        told = json.dumps(special, separators=(",", ":"))
        joined.metadata[_FIELDS] = told.replace("  ", " \\u0020")
    places: dict[Key, list[tuple[str, Message]]] = {}
    for domain, catalog in catalogs.items():
        for message in catalog:
            places.setdefault(message.key, []).append((domain, message))
    joined.extend(message for found in places.values() for message in _joined(found))
    return joined


def _joined(found: list[tuple[str, Message]]) -> Iterator[Message]:
    """Yield the messages that stand for one key of several domains."""
    domain, first = found[0]
    special = any(message.obsolete for _, message in found) or (first.msgctxt or "").startswith(PREFIX)
    if special or len({_shown(message) for _, message in found}) > 1:
        for domain, message in found:
            yield placed(message, Key(_context(domain, message.msgctxt), message.msgid))
        return
    shared = first.copy()
    for _, message in found[1:]:
        shared.extracted_comments += [
            line for line in message.extracted_comments if line not in first.extracted_comments
        ]
        shared.occurrences += [place for place in message.occurrences if place not in shared.occurrences]
        shared.flags += [flag for flag in message.flags if flag not in shared.flags]
    yield shared


def _shown(message: Message) -> tuple[object, ...]:
    previous = (message.previous_msgctxt, message.previous_msgid, message.previous_msgid_plural)
    return (*work(message), *previous, message.msgid_plural)


def _context(domain: str, context: str | None) -> str:
    name = domain.replace("%", "%25").replace("|", "%7C")
    return f"{PREFIX}{name}" if context is None else f"{PREFIX}{name}|{context}"


def read_context(context: str | None) -> tuple[str, str | None]:
    """Return domain (empty for a message of all domains) and the author's context."""
    if context is None or not context.startswith(PREFIX):
        return "", context
    name, bar, own = context.removeprefix(PREFIX).partition("|")
    return name.replace("%7C", "|").replace("%25", "%"), own if bar else None


def placed(message: Message, key: Key) -> Message:
    """Return a copy of `message` under another key."""
    copy = message.copy()
    copy.msgctxt, copy.msgid = key
    return copy


def digest_of(domain: str, key: Key, said: Work) -> str:
    """Return a few letters that are others if anything about a message of a domain is."""
    whole = json.dumps([domain, key, said]).encode()
    return base64.b64encode(hashlib.sha256(whole).digest())[:DIGEST_LENGTH].decode()


# --- headers ------------------------------------------------------------------------------------------------------


def common_fields(catalogs: Iterable[Catalog]) -> dict[str, str]:
    """Return the header of the joined catalog: of each field the first value, of dates the latest."""
    fields: dict[str, str] = {}
    for catalog in catalogs:
        for name, value in catalog.metadata.items():
            if name not in _ABOUT_ONE_DOMAIN:
                fields[name] = max(fields.get(name, ""), value) if name.endswith("-Date") else fields.get(name, value)
    return fields


def _special_fields(catalogs: Mapping[str, Catalog], joined: Catalog) -> dict[str, dict[str, Any]]:
    """Return what each header says otherwise than the joined one; a field that it lacks is null, ``#`` its comment."""
    special = {}
    for domain, catalog in catalogs.items():
        names = dict.fromkeys((*joined.metadata, *catalog.metadata))
        told: dict[str, Any] = {
            name: catalog.metadata.get(name)
            for name in names
            if name != BASE and catalog.metadata.get(name) != joined.metadata.get(name)
        }
        if catalog.head.translator_comments:
            told["#"] = catalog.head.translator_comments
        if told:
            special[domain] = told
    return special


def restore_header(catalog: Catalog, joined: Catalog, domain: str) -> None:
    """Give a `catalog` that has been made anew for `domain` the header that it had when it was joined."""
    try:
        told = json.loads(joined.metadata.get(_FIELDS, "{}")).get(domain, {})
        special = {name: value for name, value in told.items() if name == "#" or isinstance(value, str | None)}
    except (ValueError, AttributeError, RecursionError):  # a tool damaged the field; the rest is still good
        special = {}
    catalog.head.translator_comments = [line for line in special.pop("#", []) if isinstance(line, str)]
    common = {name: value for name, value in joined.metadata.items() if name not in {BASE, _FIELDS, "X-Generator"}}
    fields = {**common, **special}
    catalog.metadata = {name: value for name, value in fields.items() if value is not None}
