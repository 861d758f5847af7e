"""Bring a catalog up to date with its template: keep, guess, retire. Nothing that a translator wrote is lost."""

from __future__ import annotations

import datetime as dt

from pipeline.catalogs.catalog import State, state, untranslated
from pipeline.catalogs.guess import guess
from pipeline.catalogs.po_comments import comment_lines
from pipeline.catalogs.po_header import timestamp
from pipeline.catalogs.po_model import Catalog, Message
from pipeline.model import Key


def merge(catalog: Catalog, template: Catalog, now: dt.datetime) -> Catalog:
    """Return `catalog` with the messages of `template`, in their order.

    A message with the same key keeps all that the translator wrote, also if it was obsolete. A new one may be guessed
    from one that vanished: it is then fuzzy, with the previous text. Other translated messages that vanished become
    obsolete. Comments and references come from the template. The header stays, with the template's date;
    `now` is the revision date where the catalog has none.
    """
    old = {message.key: message for message in catalog}
    guesses = guess(catalog, template)
    messages = [
        _merged(message, old.get(message.key), guesses.get(message.key), catalog) for message in template.active
    ]
    used = {message.key for message in (*template.active, *guesses.values())}
    merged = catalog.with_messages([*messages, *_retired(catalog, used)])
    _update_header(merged, template, now)
    return merged


def _merged(new: Message, old: Message | None, guessed: Message | None, catalog: Catalog) -> Message:
    message = untranslated(new, catalog.metadata.get("Plural-Forms", ""))
    message.linenum = message.msgstr_line = None
    if old:
        _take_work(message, old)
        message.flags = [*old.flags, *(flag for flag in new.flags if flag not in old.flags)]
        _take_previous(message, old)
        _adapt_plural(message, old)
    elif guessed:
        _take_work(message, guessed)
        _mark_fuzzy(message, guessed)
    return message


def _take_work(message: Message, old: Message) -> None:
    """Take over what the translator wrote, and where it stands in the file."""
    message.linenum, message.msgstr_line = old.linenum, old.msgstr_line
    message.translator_comments = list(old.translator_comments)
    if message.plural == old.plural:
        message.msgstr = old.msgstr
        message.msgstr_plural = dict(old.msgstr_plural) or message.msgstr_plural


def _take_previous(message: Message, old: Message) -> None:
    message.previous_msgctxt = old.previous_msgctxt
    message.previous_msgid = old.previous_msgid
    message.previous_msgid_plural = old.previous_msgid_plural


def _mark_fuzzy(message: Message, old: Message) -> None:
    """Mark a translation of `old` as in need of a look, and keep the text that it is a translation of."""
    if not message.fuzzy:
        message.flags.insert(0, "fuzzy")
    if old.fuzzy and old.previous_msgid is not None:
        _take_previous(message, old)
        return
    message.previous_msgctxt, message.previous_msgid = old.msgctxt, old.msgid
    message.previous_msgid_plural = old.msgid_plural or None


def _adapt_plural(message: Message, old: Message) -> None:
    """Keep the translation of a message that got, lost or changed its plural form."""
    same = (message.plural, message.msgid_plural) == (old.plural, old.msgid_plural)
    if same or not old.begun:
        return
    if message.plural and not old.plural:
        message.msgstr_plural = dict.fromkeys(message.msgstr_plural, old.msgstr)
    elif old.plural and not message.plural:
        message.msgstr, *others = filter(None, old.msgstr_plural.values())
        message.translator_comments += [f"Plural: {line}" for text in others for line in comment_lines(text)]
    _mark_fuzzy(message, old)


def _retired(catalog: Catalog, used: set[Key]) -> list[Message]:
    """Return the obsolete messages: those that were, then those that vanished now."""
    unused = [message for message in catalog if message.key not in used]
    vanished = [message.copy() for message in unused if not message.obsolete and message.begun]
    for message in vanished:
        message.obsolete = True
        message.extracted_comments = []
        message.occurrences = []
    return [*map(_kept, (message.copy() for message in unused if message.obsolete)), *map(_kept, vanished)]


def _kept(message: Message) -> Message:
    """Make sure that an obsolete message is written: gettext forgets one whose first form is empty."""
    if message.begun and not message.first_msgstr:
        message.msgstr_plural[0] = next(filter(None, message.msgstr_plural.values()))
        message.flags = ["fuzzy", *(flag for flag in message.flags if flag != "fuzzy")]
    return message


def _update_header(catalog: Catalog, template: Catalog, now: dt.datetime) -> None:
    if date := template.metadata.get("POT-Creation-Date"):
        catalog.metadata["POT-Creation-Date"] = date
    for name, value in {**template.metadata, "PO-Revision-Date": timestamp(now)}.items():
        if name in {"Project-Id-Version", "PO-Revision-Date"} and not catalog.metadata.get(name):
            catalog.metadata[name] = value


def fill(catalog: Catalog, other: Catalog) -> Catalog:
    """Return `catalog` with its missing translations taken from `other`, by exact key; never overwrites one."""
    supply = {message.key: message for message in other if state(message) is State.TRANSLATED}
    return catalog.with_messages([_filled(message, supply.get(message.key)) for message in catalog])


def _filled(message: Message, supply: Message | None) -> Message:
    filled = message.copy()
    fits = supply and message.plural == supply.plural and len(message.msgstr_plural) == len(supply.msgstr_plural)
    if supply and fits and not message.obsolete and state(message) is State.MISSING:
        filled.msgstr, filled.msgstr_plural = supply.msgstr, dict(supply.msgstr_plural)
        filled.flags = [flag for flag in message.flags if flag != "fuzzy"]
        filled.previous_msgctxt = filled.previous_msgid = filled.previous_msgid_plural = None
    return filled
