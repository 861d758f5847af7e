"""Find out which new message is a vanished one in other words."""

from __future__ import annotations

import heapq
import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import Indel

from pipeline.catalogs.po_model import Catalog, Message
from pipeline.model import Key

# Thai, Lao, Myanmar and Khmer; kana, ideographs: scripts that set no spaces between words. Each letter is a token.
_SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_TOKEN = re.compile(rf"[{_SPACELESS}]|[^\W{_SPACELESS}]+|[^\w\s]")
_THRESHOLDS = ((60, 0.65), (25, 0.75), (0, 0.85))
"""The least similarity of a guess by the least length of the new text: short texts are alike by chance."""

_SHORT = 25
"""Shorter texts have so few words that their letters are compared."""

_CANDIDATES = 20
"""How many vanished messages are kept in mind for each new one, as the likeliest may be taken by another."""


class _Candidate(NamedTuple):
    """A vanished message that a new one may have been; of several, the greatest is the likeliest."""

    similarity: float
    same_context: bool
    nearness: int
    new: int
    old: int


class _Place(NamedTuple):
    """A message, and where it stands or would be expected in the old catalog."""

    message: Message
    position: int


def guess(catalog: Catalog, template: Catalog) -> dict[Key, Message]:
    """Return for messages that are new in `template` the translated messages of `catalog` that they probably were.

    Only a message that vanished can have been reworded, which keeps the search small, and each is used once.
    """
    wanted = {message.key for message in template.active}
    vanished = [
        _Place(message, position)
        for position, message in enumerate(catalog.active)
        if message.begun and message.key not in wanted
    ]
    new = _new_messages(catalog, template)
    guesses: dict[int, int] = {}
    used: set[int] = set()
    for candidate in sorted(_candidates(new, vanished), reverse=True):
        if candidate.new not in guesses and candidate.old not in used:
            guesses[candidate.new] = candidate.old
            used.add(candidate.old)
    return {new[index].message.key: vanished[old].message for index, old in guesses.items()}


def _new_messages(catalog: Catalog, template: Catalog) -> list[_Place]:
    """Return the messages that `catalog` does not know; each is expected behind the last message that it does know."""
    known = {message.key for message in catalog}
    positions = {message.key: position for position, message in enumerate(catalog.active)}
    new = []
    position = -1
    for message in template.active:
        position = positions.get(message.key, position + 1)
        if message.key not in known:
            new.append(_Place(message, position))
    return new


def _candidates(new: list[_Place], vanished: list[_Place]) -> Iterator[_Candidate]:
    letters: dict[str, str] = {}
    by_letters = [old.message.msgid for old in vanished]
    by_words = [_words(text, letters) for text in by_letters]
    for index, (message, position) in enumerate(new):
        text = message.msgid
        found = process.extract(
            text if len(text) < _SHORT else _words(text, letters),
            by_letters if len(text) < _SHORT else by_words,
            scorer=Indel.normalized_similarity,
            limit=None,
            score_cutoff=next(threshold for length, threshold in _THRESHOLDS if len(text) >= length),
        )
        candidates = (
            _Candidate(
                similarity=similarity,
                same_context=vanished[old].message.msgctxt == message.msgctxt,
                nearness=-abs(vanished[old].position - position),
                new=index,
                old=old,
            )
            for _, similarity, old in found
            if vanished[old].message.plural == message.plural
        )
        yield from heapq.nlargest(_CANDIDATES, candidates)


def _words(text: str, letters: dict[str, str]) -> str:
    """Return `text` with each word as one letter of an alphabet of words: RapidFuzz is fastest with letters."""
    return "".join(letters.setdefault(word, chr(len(letters) % sys.maxunicode)) for word in _TOKEN.findall(text))
