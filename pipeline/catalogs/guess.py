"""Find out which new message is a vanished one: the same words, other words, a part of it, or several of them."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.catalogs.pieces import Composition, compositions
from pipeline.catalogs.po_model import Catalog, Message
from pipeline.catalogs.scripts import bare, sentences, tokens
from pipeline.catalogs.similar import Alphabet, Index, Text
from pipeline.model import Key

_THRESHOLDS = ((60, 0.65, 0.2), (25, 0.75, 0.2), (0, 0.85, 0.12))
"""By the least length of the new text: the least similarity of a guess, since short texts are alike by chance; and
how much less is enough where only this one message was replaced between two that stayed, or a whole sentence stayed."""

_SENTENCE = 4
"""Shorter sentences, in words, are alike by chance."""

_CANDIDATES = 20
"""How many vanished messages are kept in mind for each new one, as the likeliest may be taken by another."""


class Place(NamedTuple):
    """A message, and where it stands or would be expected in the old catalog."""

    message: Message
    number: int
    """Where it stands among the active messages of its own catalog or template."""

    position: int
    gap: tuple[int, int]
    """The positions of the messages around it that stayed."""

    sentences: frozenset[str]
    """The long ones, if there are several sentences."""


@dataclass(slots=True)
class Origins:
    """Where the new messages of a template probably come from; each vanished message is used once."""

    one: dict[Key, Message] = field(default_factory=dict)
    """From one message, which was moved, marked up or reworded."""

    parts: dict[Key, tuple[Message, Sequence[Key]]] = field(default_factory=dict)
    """From a message that was split, with the keys of all its parts in their order."""

    joined: dict[Key, Sequence[Message]] = field(default_factory=dict)
    """From several messages that were joined."""


class _Candidate(NamedTuple):
    """A vanished message that a new one may have been; of several, the greatest is the likeliest."""

    likelihood: float
    same_context: bool
    nearness: int
    new: int
    old: int
    similarity: float


def origins(catalog: Catalog, template: Catalog) -> Origins:
    """Return where the messages come from that are new in `template`."""
    found = Origins()
    new, vanished = _new_and_vanished(catalog, template)
    new, vanished = _same_words(new, vanished, found)
    if not new or not vanished:
        return found
    alphabet = Alphabet()
    texts, old_texts = (
        [Text(place.message.msgid, alphabet.encode(place.message.msgid), place.position) for place in places]
        for places in (new, vanished)
    )
    candidates = sorted(_candidates(new, vanished, texts, old_texts), reverse=True)
    best: dict[int, float] = {}
    for candidate in candidates:
        best[~candidate.old] = max(best.get(~candidate.old, 0.0), candidate.similarity)
        best[candidate.new] = max(best.get(candidate.new, 0.0), candidate.similarity)
    in_order = [text._replace(place=place.number) for text, place in zip(texts, new, strict=True)]
    split = compositions(old_texts, in_order, [best.get(~number, 0.0) for number in range(len(vanished))])
    joined = compositions(texts, old_texts, [best.get(number, 0.0) for number in range(len(new))])
    taken, used = _compose(split, joined, new, vanished, found)
    for candidate in candidates:
        if candidate.new not in taken and candidate.old not in used:
            found.one[new[candidate.new].message.key] = vanished[candidate.old].message
            taken.add(candidate.new)
            used.add(candidate.old)
    return found


def _new_and_vanished(catalog: Catalog, template: Catalog) -> tuple[list[Place], list[Place]]:
    """Return the messages that `catalog` does not know, and the translated ones that `template` no longer has.

    A new message is expected behind the last one that the catalog does know.
    """
    known = {message.key for message in catalog}
    wanted = {message.key for message in template.active}
    positions = {message.key: position for position, message in enumerate(catalog.active)}
    end = len(positions)
    stayed = [position for key, position in positions.items() if key in wanted]
    vanished = []
    before = iter((-1, *stayed))
    after = iter((*stayed, end))
    gap = next(before), next(after)
    for position, message in enumerate(catalog.active):
        if message.key in wanted:
            gap = next(before), next(after)
        elif message.begun:
            vanished.append(Place(message, position, position, gap, _long_sentences(message.msgid)))
    return list(_placed(template, known, positions, end)), vanished


def _placed(template: Catalog, known: set[Key], positions: dict[Key, int], end: int) -> Iterator[Place]:
    anchors = [positions.get(message.key) for message in template.active]
    following: list[int] = []
    after = end
    for anchor in reversed(anchors):
        following.append(after)
        after = after if anchor is None else anchor
    position = before = -1
    rows = zip(template.active, anchors, reversed(following), strict=True)
    for number, (message, anchor, after) in enumerate(rows):
        if anchor is not None:
            position = before = anchor
            continue
        position += 1
        if message.key not in known:
            yield Place(message, number, position, (before, after), _long_sentences(message.msgid))


def _same_words(new: list[Place], vanished: list[Place], found: Origins) -> tuple[list[Place], list[Place]]:
    """Pair the messages that differ in signs, markup and addresses only; return the others."""
    by_words: defaultdict[tuple[str | None, bool, str], list[Place]] = defaultdict(list)
    for place in vanished:
        by_words[_identity(place)].append(place)
    for place in new:
        if others := by_words[_identity(place)]:
            _, nearest = min((abs(other.position - place.position), index) for index, other in enumerate(others))
            nearest_place = others.pop(nearest)
            found.one[place.message.key] = nearest_place.message
    used = {id(message) for message in found.one.values()}
    left = [place for place in new if place.message.key not in found.one]
    return left, [place for place in vanished if id(place.message) not in used]


def _identity(place: Place) -> tuple[str | None, bool, str]:
    message = place.message
    return message.msgctxt, message.plural, bare(message.msgid) or message.msgid


def _candidates(
    new: list[Place], vanished: list[Place], texts: list[Text], old_texts: list[Text]
) -> Iterator[_Candidate]:
    index = Index(old_texts)
    alone = _alone(new) & _alone(vanished)
    for number, (message, _, position, gap, _) in enumerate(new):
        text = message.msgid
        least, bonus = next((least, bonus) for length, least, bonus in _THRESHOLDS if len(text) >= length)
        candidates = (
            _Candidate(*_likely((vanished[old], new[number]), alike, bonus, alone=gap in alone), number, old, alike)
            for old, alike in index.scores(text, texts[number].code, position, least - bonus)
            if vanished[old].message.plural == message.plural
        )
        yield from heapq.nlargest(_CANDIDATES, (each for each in candidates if each.likelihood >= least))


def _likely(pair: tuple[Place, Place], similarity: float, bonus: float, *, alone: bool) -> tuple[float, bool, int]:
    """Return how likely the first of `pair` became the second, and what decides between equals."""
    old, new = pair
    same_context = old.message.msgctxt == new.message.msgctxt
    if same_context and ((alone and old.gap == new.gap) or not old.sentences.isdisjoint(new.sentences)):
        similarity += bonus
    return similarity, same_context, -abs(old.position - new.position)


def _long_sentences(text: str) -> frozenset[str]:
    """Return the sentences of a text that has several; short ones, which are alike by chance, are left out."""
    found = sentences(text)
    return frozenset(each.strip() for each in found if len(tokens(each)) > _SENTENCE) if len(found) > 1 else frozenset()


def _alone(places: list[Place]) -> set[tuple[int, int]]:
    """Return the gaps, with a message that stayed beside them, that hold one of `places` only."""
    counts: defaultdict[tuple[int, int], int] = defaultdict(int)
    for place in places:
        counts[place.gap] += 1
    return {gap for gap, count in counts.items() if count == 1 and gap[0] >= 0}


def _compose(
    split: list[Composition], joined: list[Composition], new: list[Place], vanished: list[Place], found: Origins
) -> tuple[set[int], set[int]]:
    """Take the likeliest compositions; return the numbers of the messages that they use up."""
    taken: set[int] = set()
    used: set[int] = set()
    both = [(each.similarity, False, each) for each in split] + [(each.similarity, True, each) for each in joined]
    for _, is_joined, (_, whole, parts) in sorted(both, key=lambda each: each[0], reverse=True):
        news, olds = ([whole], parts) if is_joined else (parts, [whole])
        plural = any(new[number].message.plural for number in news) or any(vanished[old].message.plural for old in olds)
        if plural or not taken.isdisjoint(news) or not used.isdisjoint(olds):
            continue
        taken.update(news)
        used.update(olds)
        if is_joined:
            found.joined[new[whole].message.key] = [vanished[old].message for old in olds]
        else:
            keys = [new[number].message.key for number in news]
            found.parts |= dict.fromkeys(keys, (vanished[whole].message, keys))
    return taken, used
