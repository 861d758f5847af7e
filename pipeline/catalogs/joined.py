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
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pipeline.catalogs.po_model import Catalog, Message
from pipeline.model import Key

_PREFIX = "domain:"
_BASE, _FIELDS = "X-Joined-Messages", "X-Joined-Fields"
_DIGEST_LENGTH = 8
"""Letters of base64: 48 bits, so that one of 10,000 messages that changed passes for unchanged once in 10^10 times."""

_ABOUT_ONE_DOMAIN = ("X-Review-State", "X-Reviewed-By", "X-Reviewed-On", "X-Reviewed-Digest")
"""Never in the header of a joined catalog: nobody reviewed that."""

_TELL_WHO = ("PO-Revision-Date", "Last-Translator")
"""Fields that translators' tools write when they save."""


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


class Stranger(NamedTuple):
    """A message of the joined catalog that no domain has."""

    message: Message
    domain: str
    """Where it was put, so that the next update can use it; empty if nothing says where it came from."""


class Conflict(NamedTuple):
    """A message that was changed in both places."""

    domain: str
    joined: Message
    single: Message


@dataclass(slots=True)
class Split:
    """What came out of a joined catalog."""

    catalogs: dict[str, Catalog] = field(default_factory=dict)
    """Those that changed, by domain."""

    conflicts: list[Conflict] = field(default_factory=list)
    """Left as they are in the catalogs of the articles."""

    strangers: list[Stranger] = field(default_factory=list)


# --- joining ------------------------------------------------------------------------------------------------------


def join(catalogs: Mapping[str, Catalog]) -> Catalog:
    """Return one catalog of all `catalogs` of a language, which are given by their domains."""
    joined = Catalog()
    joined.metadata = _common_fields(catalogs.values())
    joined.metadata[_BASE] = "".join(sorted({_digest(d, m.key, work(m)) for d, c in catalogs.items() for m in c}))
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
    special = any(message.obsolete for _, message in found) or (first.msgctxt or "").startswith(_PREFIX)
    if special or len({_shown(message) for _, message in found}) > 1:
        for domain, message in found:
            yield _placed(message, Key(_context(domain, message.msgctxt), message.msgid))
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
    return f"{_PREFIX}{name}" if context is None else f"{_PREFIX}{name}|{context}"


def _read_context(context: str | None) -> tuple[str, str | None]:
    """Return domain (empty for a message of all domains) and the author's context."""
    if context is None or not context.startswith(_PREFIX):
        return "", context
    name, bar, own = context.removeprefix(_PREFIX).partition("|")
    return name.replace("%7C", "|").replace("%25", "%"), own if bar else None


def _placed(message: Message, key: Key) -> Message:
    placed = message.copy()
    placed.msgctxt, placed.msgid = key
    return placed


def _digest(domain: str, key: Key, said: Work) -> str:
    whole = json.dumps([domain, key, said]).encode()
    return base64.b64encode(hashlib.sha256(whole).digest())[:_DIGEST_LENGTH].decode()


# --- headers ------------------------------------------------------------------------------------------------------


def _common_fields(catalogs: Iterable[Catalog]) -> dict[str, str]:
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
            if name != _BASE and catalog.metadata.get(name) != joined.metadata.get(name)
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
    common = {name: value for name, value in joined.metadata.items() if name not in {_BASE, _FIELDS, "X-Generator"}}
    fields = {**common, **special}
    catalog.metadata = {name: value for name, value in fields.items() if value is not None}


# --- splitting ----------------------------------------------------------------------------------------------------


def split(joined: Catalog, catalogs: Mapping[str, Catalog], anew: Collection[str] = ()) -> Split:
    """Bring the work in `joined` back into `catalogs`, which are given by their domains and stay as they are.

    A translation goes where it was changed in the joined catalog only. What was changed only in the catalog of an
    article since then stays; what was changed in both places, differently, stays too and is told as a conflict. A
    message that is in the joined catalog no more stays as well. The catalogs of the domains `anew` were made just now,
    so they get all there is.
    """
    result = Split()
    merge = _Merge(joined, catalogs, result)
    for domain, catalog in catalogs.items():
        messages = [merge.message(domain, message, anew=domain in anew) for message in catalog]
        messages += merge.strangers_of(domain)
        if len(messages) > len(catalog) or any(new is not old for new, old in zip(messages, catalog, strict=False)):
            result.catalogs[domain] = catalog.with_messages(messages)
    result.strangers += [Stranger(message, "") for message in merge.unknown()]
    _tell_who(result.catalogs.values(), joined, _common_fields(catalogs.values()))
    return result


def _tell_who(changed: Iterable[Catalog], joined: Catalog, before: Mapping[str, str]) -> None:
    """Say in the headers of the changed catalogs who translated and when, if a tool said so in the joined one."""
    for name in _TELL_WHO:
        value = joined.metadata.get(name)
        for catalog in changed if value and value != before.get(name) else ():
            catalog.metadata[name] = value or ""


class _Merge:
    """Takes each message from the place where it was changed."""

    def __init__(self, joined: Catalog, catalogs: Mapping[str, Catalog], result: Split) -> None:
        base = joined.metadata.get(_BASE, "").replace(" ", "")
        self.base = {base[start : start + _DIGEST_LENGTH] for start in range(0, len(base), _DIGEST_LENGTH)}
        """The digests of all messages as they were joined; empty if a tool removed the field."""
        self.result = result
        self.domains = frozenset(catalogs)
        self.known = {(domain, message.key) for domain, catalog in catalogs.items() for message in catalog}
        self.keys = {key for _, key in self.known}
        self.messages: dict[tuple[str, Key], Message] = {}
        for message in joined:
            domain, context = _read_context(message.msgctxt)
            self.messages[domain, Key(context, message.msgid)] = message

    def find(self, domain: str, key: Key) -> Message | None:
        """Return the message of the joined catalog that is about `key` of a domain."""
        return self.messages.get((domain, key)) or self.messages.get(("", key))

    def message(self, domain: str, single: Message, *, anew: bool) -> Message:
        """Return `single` itself, or a copy with the work of the joined catalog."""
        joined = self.find(domain, single.key)
        if joined is None or work(joined) == work(single):
            return single
        if not anew and self._unchanged(domain, single.key, joined):
            return single
        free = self._unchanged(domain, single.key, single) or not single.begun
        if free and joined.plural == single.plural:
            return _with_work(single, joined)
        if joined.begun:
            self.result.conflicts.append(Conflict(domain, joined, single))
        return single

    def _unchanged(self, domain: str, key: Key, message: Message) -> bool:
        return _digest(domain, key, work(message)) in self.base

    def strangers_of(self, domain: str) -> Iterator[Message]:
        """Yield the translated messages that came from `domain`, which has them no more."""
        for key, message in self._strange():
            if self._origin(message) == domain:
                self.result.strangers.append(Stranger(message, domain))
                yield _placed(message, key)

    def unknown(self) -> Iterator[Message]:
        """Yield the translated messages of which nothing says where they came from."""
        return (message for _, message in self._strange() if not self._origin(message))

    def _strange(self) -> Iterator[tuple[Key, Message]]:
        for (named, key), message in self.messages.items():
            known = (named, key) in self.known if named else key in self.keys
            if message.begun and not known:
                yield key, message

    def _origin(self, message: Message) -> str:
        """Return the domain that a message came from: that of its context or of its first article; empty if none."""
        named, _ = _read_context(message.msgctxt)
        paths = (path.strip("\u2068\u2069") for path, _ in message.occurrences)
        names = (named, *(path.removeprefix("source/").removesuffix(".md") for path in paths))
        return next((name for name in names if name in self.domains), "")


def _with_work(single: Message, joined: Message) -> Message:
    """Return `single` with what the translator of `joined` said."""
    message = single.copy()
    said = work(joined)
    message.msgstr, message.msgstr_plural = joined.msgstr, dict(joined.msgstr_plural)
    message.translator_comments = list(said.comments)
    message.flags = [flag for flag in message.flags if flag != "fuzzy"]
    if said.fuzzy:
        message.flags.insert(0, "fuzzy")
    if joined.previous_msgid is not None or not said.fuzzy:
        for name in ("previous_msgctxt", "previous_msgid", "previous_msgid_plural"):
            setattr(message, name, getattr(joined, name))
    return message
