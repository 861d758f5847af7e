"""Merge two descendants of one catalog, message by message, as git merges files line by line."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

from pipeline.catalogs.po_comments import comment_lines
from pipeline.catalogs.po_model import Catalog, Message
from pipeline.model import Key

Value = TypeVar("Value")

_DATE = "%Y-%m-%d %H:%M%z"
_PREVIOUS = ("previous_msgctxt", "previous_msgid", "previous_msgid_plural")
_TEXTS = ("msgid_plural", "msgstr", "msgstr_plural")


def merge_three(base: Catalog, ours: Catalog, theirs: Catalog) -> tuple[Catalog, list[Message]]:
    """Return `ours` and `theirs` in one, and the messages that both translated in different ways.

    Such a message keeps our translation, gets theirs as a comment, and is fuzzy until somebody decides. A message that
    one side removed and the other did not touch goes; all other work of both sides is in the result.
    """
    sides = tuple({message.key: message for message in catalog} for catalog in (base, ours, theirs))
    before, mine, other = sides
    moved = {**_followed(before, mine, other), **_followed(before, other, mine)}
    conflicts: list[Message] = []
    messages = []
    for key in _order([*mine], [*other]):
        message = _one(key, sides, conflicts)
        if message and key not in moved:
            messages.append(message)
    found = {message.key: message for message in messages}
    for old, new in moved.items():
        _take(found[new], mine[old] if old in mine else other[old])
    return _with_header(base, ours, theirs, messages), conflicts


def _order(ours: list[Key], theirs: list[Key]) -> list[Key]:
    """Return all keys in our order, each of theirs alone behind the one that it follows there."""
    order, known = list(ours), set(ours)
    for place, key in enumerate(theirs):
        if key not in known:
            order.insert(order.index(theirs[place - 1]) + 1 if place else 0, key)
            known.add(key)
    return order


def _one(key: Key, sides: tuple[dict[Key, Message], ...], conflicts: list[Message]) -> Message | None:
    base, ours, theirs = (side.get(key) for side in sides)
    if ours and theirs:
        return _both(base or Message(), ours, theirs, conflicts)
    left = ours or theirs
    # What the other side removed: an author's edit removes what has no translation, or lives on under a new text.
    return None if left is None or (base and _work(left) == _work(base)) else left.copy()


def _followed(base: dict[Key, Message], author: dict[Key, Message], translator: dict[Key, Message]) -> dict[Key, Key]:
    """Return which message became which in `author`, where `translator` meanwhile improved the old one."""
    found = {}
    for message in author.values():
        old = Key(message.previous_msgctxt, message.previous_msgid or "")
        before, improved = base.get(old), translator.get(old)
        if message.fuzzy and message.key not in base and old not in author and before and improved:
            same = _text(message) == _text(before) and message.plural == improved.plural
            if same and _text(improved) != _text(before) and improved.begun:
                found[old] = message.key
    return found


def _take(message: Message, improved: Message) -> None:
    message.msgstr, message.msgstr_plural = improved.msgstr, dict(improved.msgstr_plural)
    message.translator_comments = _lines([], message.translator_comments, improved.translator_comments)


def _both(base: Message, ours: Message, theirs: Message, conflicts: list[Message]) -> Message:
    message = ours.copy()
    conflict = False
    if _text(ours) == _text(theirs) or _text(theirs) == _text(base) or not theirs.begun:
        side, rest = ours, theirs
    elif _text(ours) == _text(base) or not ours.begun:
        side, rest = theirs, ours
    else:
        side, rest, conflict = ours, theirs, True
    if _text(ours) == _text(theirs) and ours.fuzzy == base.fuzzy:
        side, rest = theirs, ours
    for name in (*_TEXTS, *_PREVIOUS):
        setattr(message, name, getattr(side, name))
    message.msgstr_plural = dict(side.msgstr_plural)
    message.obsolete = _pick(base.obsolete, ours.obsolete, theirs.obsolete)
    message.occurrences = _pick(base.occurrences, ours.occurrences, theirs.occurrences)
    message.extracted_comments = _pick(base.extracted_comments, ours.extracted_comments, theirs.extracted_comments)
    message.translator_comments = _lines(base.translator_comments, ours.translator_comments, theirs.translator_comments)
    doubted = rest.fuzzy and not base.fuzzy and rest.begun
    message.flags = _flags(base, ours, theirs, fuzzy=side.fuzzy or doubted or conflict)
    if conflict:
        message.translator_comments += _offer(theirs)
        conflicts.append(message)
    return message


def _offer(theirs: Message) -> list[str]:
    """Return the other translation as lines of a comment."""
    texts = [theirs.msgstr] if theirs.msgstr else list(theirs.msgstr_plural.values())
    return [f"Also translated as: {line}" for text in texts for line in comment_lines(text)]


def _flags(base: Message, ours: Message, theirs: Message, *, fuzzy: bool) -> list[str]:
    flags = ["fuzzy"] if fuzzy else []
    return flags + [flag for flag in _lines(base.flags, ours.flags, theirs.flags) if flag != "fuzzy"]


def _text(message: Message) -> tuple[object, ...]:
    return tuple(getattr(message, name) for name in _TEXTS)


def _work(message: Message) -> tuple[object, ...]:
    return (*_text(message), message.fuzzy, message.translator_comments)


def _pick(base: Value, ours: Value, theirs: Value) -> Value:
    """Return what one side changed; if both did, what we have."""
    return theirs if ours == base else ours


def _lines(base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
    """Return our lines without those that they removed, and with those that they added."""
    if base in (ours, theirs):
        return list(_pick(base, ours, theirs))
    return [line for line in ours if line in theirs or line not in base] + [
        line for line in theirs if line not in ours and line not in base
    ]


def _with_header(base: Catalog, ours: Catalog, theirs: Catalog, messages: list[Message]) -> Catalog:
    """Return a catalog in which a field that both changed is as the side says that was saved last."""
    catalog = ours.with_messages(messages)
    catalog.header = "\n".join(_lines(*(each.head.translator_comments for each in (base, ours, theirs))))
    catalog.head.flags = _flags(base.head, ours.head, theirs.head, fuzzy=ours.head.fuzzy and theirs.head.fuzzy)
    later = _later(ours.metadata, theirs.metadata, "PO-Revision-Date")
    for name in dict.fromkeys((*ours.metadata, *theirs.metadata)):
        before, mine, other = (each.metadata.get(name) for each in (base, ours, theirs))
        if name == "POT-Creation-Date":
            value = _later(ours.metadata, theirs.metadata, name).get(name)
        else:
            value = _pick(before, mine, other) if before in (mine, other) else later.get(name)
        if value is None:
            del catalog.metadata[name]
        else:
            catalog.metadata[name] = value
    return catalog


def _later(ours: dict[str, str], theirs: dict[str, str], name: str) -> dict[str, str]:
    """Return the header whose date of that name is later."""
    try:
        dates = [dt.datetime.strptime(header.get(name, ""), _DATE) for header in (ours, theirs)]  # noqa: DTZ007 - %z
    except ValueError:
        return ours if name in ours else theirs
    return theirs if dates[1] > dates[0] else ours
