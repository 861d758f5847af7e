"""Translation memory: what the other articles of the same locale have translated already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from pipeline.catalogs.catalog import State, state
from pipeline.catalogs.po_model import Catalog, Message
from pipeline.catalogs.similar import SHORT, Alphabet, Index, Text
from pipeline.model import Key

_ALIKE = 0.8
"""How alike a text of another article has to be: more than one that vanished from the same article."""


class Recalled(NamedTuple):
    """A translation from another article."""

    source: str
    translation: str
    sure: bool
    """Whether the text and its context are the same, and all articles translate it so."""


class _Entry(NamedTuple):
    domain: str
    message: Message


@dataclass
class Memory:
    """The translated messages of all articles of one locale; a text is looked up in the others than its own."""

    catalogs: Iterable[tuple[str, Catalog]] = ()
    """Pairs of a domain and its catalog, as they were before the update."""

    exact_is_sure: bool = False
    """Whether the owner allows that the same text gets the same translation unseen."""

    _alphabet: Alphabet = field(default_factory=Alphabet)

    def recall(self, key: Key, domain: str) -> Recalled | None:
        """Return a translation for the text of `key` in the article `domain`, or None."""
        same = [entry.message for entry in self._by_text.get(key.text, ()) if entry.domain != domain]
        if same:
            same.sort(key=lambda message: message.msgctxt != key.context)
            sure = same[0].msgctxt == key.context and len({message.msgstr for message in same}) == 1
            return Recalled(key.text, same[0].msgstr, sure=sure and self.exact_is_sure)
        if len(key.text) < SHORT or not self._entries:
            return None
        found = self._index.scores(key.text, self._alphabet.encode(key.text), None, _ALIKE)
        others = [number for number, _ in found if self._long[number].domain != domain]
        if not others:
            return None
        message = self._long[others[0]].message
        return Recalled(message.msgid, message.msgstr, sure=False)

    @cached_property
    def _entries(self) -> list[_Entry]:
        return [
            _Entry(domain, message)
            for domain, catalog in self.catalogs
            for message in catalog
            if not message.plural and _is_done(message)
        ]

    @cached_property
    def _by_text(self) -> dict[str, list[_Entry]]:
        by_text: dict[str, list[_Entry]] = {}
        for entry in self._entries:
            by_text.setdefault(entry.message.msgid, []).append(entry)
        return by_text

    @cached_property
    def _long(self) -> list[_Entry]:
        return [entry for entry in self._entries if len(entry.message.msgid) >= SHORT and not entry.message.obsolete]

    @cached_property
    def _index(self) -> Index:
        texts = [entry.message.msgid for entry in self._long]
        return Index([Text(text, self._alphabet.encode(text), place) for place, text in enumerate(texts)])


def _is_done(message: Message) -> bool:
    """Tell whether a translation was finished, also that of a message which its article no longer has."""
    return state(message) is State.TRANSLATED or (message.obsolete and bool(message.msgstr) and not message.fuzzy)
