"""From one catalog for all articles of a language back to theirs: each change to the place where it belongs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.catalogs.frame import DOMAINS
from pipeline.catalogs.joined import (
    BASE,
    DIGEST_LENGTH,
    PREFIX,
    common_fields,
    digest_of,
    placed,
    read_context,
    work,
)
from pipeline.catalogs.po_model import Catalog, Message
from pipeline.model import Key

_TELL_WHO = ("PO-Revision-Date", "Last-Translator")
"""Fields that translators' tools write when they save."""


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
    _tell_who(result.catalogs.values(), joined, common_fields(catalogs.values()))
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
        base = joined.metadata.get(BASE, "").replace(" ", "")
        self.base = {base[start : start + DIGEST_LENGTH] for start in range(0, len(base), DIGEST_LENGTH)}
        """The digests of all messages as they were joined; empty if a tool removed the field."""
        self.result = result
        self.domains = frozenset(catalogs)
        self.known = {(domain, message.key) for domain, catalog in catalogs.items() for message in catalog}
        self.keys = {key for _, key in self.known}
        self.messages: dict[tuple[str, Key], Message] = {}
        for message in (_as_joined(each) for each in joined):
            self.messages[self._place(message)] = message

    def _place(self, message: Message) -> tuple[str, Key]:
        """Return the domain (empty for all) and the key that a message of the joined catalog is about."""
        domain, context = read_context(message.msgctxt)
        key = Key(context, message.msgid)
        # Some formats have no place for contexts; Translate Toolkit tells equal texts apart by their references then.
        lost = context is None or context == " ".join(path for path, _ in message.occurrences)
        if domain or key in self.keys or not lost:
            return domain, key
        origin = self._origin(message)
        there = [known for name, known in self.known if name == origin and known.text == message.msgid]
        return (origin, there[0]) if len(there) == 1 else (domain, key)

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
        return digest_of(domain, key, work(message)) in self.base

    def strangers_of(self, domain: str) -> Iterator[Message]:
        """Yield the translated messages that came from `domain`, which has them no more."""
        for key, message in self._strange():
            if self._origin(message) == domain:
                self.result.strangers.append(Stranger(message, domain))
                yield placed(message, key)

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
        named, _ = read_context(message.msgctxt)
        paths = (path.strip("\u2068\u2069") for path, _ in message.occurrences)
        names = (
            named,
            *(DOMAINS.get(path, path.removeprefix("source/").removesuffix(".md")) for path in paths),
        )
        return next((name for name in names if name in self.domains), "")


def _as_joined(message: Message) -> Message:
    """Undo what msgmerge makes of a message when its template does not know our context: the same text, but fuzzy."""
    guessed = message.fuzzy and (message.previous_msgctxt or "").startswith(PREFIX)
    if not guessed or message.previous_msgid != message.msgid:
        return message
    undone = placed(message, Key(message.previous_msgctxt, message.msgid))
    undone.flags = [flag for flag in message.flags if flag != "fuzzy"]
    undone.previous_msgctxt = undone.previous_msgid = undone.previous_msgid_plural = None
    return undone


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
