"""Bring a catalog up to date with its template: keep, guess, retire. Nothing that a translator wrote is lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.catalogs.catalog import State, state, untranslated
from pipeline.catalogs.edits import Edit, Grader, Harm, follow, grade_plainly, read_shape
from pipeline.catalogs.guess import Origins, origins
from pipeline.catalogs.merging import CHANGED, ELSEWHERE, TRANSLATED, Entry, Kind, Merged, Merging, was_translated
from pipeline.catalogs.pieces import deal_out
from pipeline.catalogs.po_comments import comment_lines
from pipeline.catalogs.po_header import timestamp
from pipeline.catalogs.po_model import Catalog, Message
from pipeline.catalogs.scripts import SPACELESS_END
from pipeline.model import Key


def merge(catalog: Catalog, template: Catalog, now: dt.datetime) -> Catalog:
    """Return what `bring_up_to_date` makes of `catalog` if nothing new may be published unseen."""
    return bring_up_to_date(catalog, template, now, Merging(grade=_never_cosmetic)).catalog


def _never_cosmetic(old: str, new: str) -> Edit:
    edit = grade_plainly(old, new)
    return edit if edit.harm is Harm.CRITICAL else Edit(Harm.WORDING)


def bring_up_to_date(catalog: Catalog, template: Catalog, now: dt.datetime, how: Merging) -> Merged:
    """Return `catalog` with the messages of `template`, in their order, and a record of what is not fuzzy but new.

    A message with the same key keeps all that the translator wrote, also if it was obsolete. A new one may come from
    messages that vanished: it is then fuzzy, with the previous text, unless the edit was cosmetic. Other translated
    messages that vanished become obsolete. Comments and references come from the template. The header stays, with the
    template's date; `now` is the revision date where the catalog has none.
    """
    old = {message.key: message for message in catalog}
    merger = _Merger(catalog, how, origins(catalog, template))
    messages = [merger.merged(message, old.get(message.key)) for message in template.active]
    used = {message.key for message in (*template.active, *merger.used)}
    merged = catalog.with_messages([*messages, *_retired(catalog, used)])
    _update_header(merged, template, now)
    return Merged(merged, merger.record)


@dataclass(slots=True)
class _Merger:
    """Makes one message after the other."""

    catalog: Catalog
    how: Merging
    origins: Origins
    record: list[Entry] = field(default_factory=list)
    used: list[Message] = field(default_factory=list)
    """The messages that live on under another key."""

    def merged(self, new: Message, old: Message | None) -> Message:
        """Return a message of the template with its translation."""
        message = untranslated(new, self.catalog.metadata.get("Plural-Forms", ""))
        message.linenum = message.msgstr_line = None
        key = new.key
        if old:
            _take_work(message, old)
            message.flags = [*old.flags, *(flag for flag in new.flags if flag not in old.flags)]
            _take_previous(message, old)
            _adapt_plural(message, old)
            if was_translated(old):
                message.extracted_comments.append(TRANSLATED)
        elif key in self.origins.one:
            self._reuse(message, self.origins.one[key])
        elif key in self.origins.parts:
            self._take_part(message, *self.origins.parts[key])
        elif key in self.origins.joined:
            _join(message, self.origins.joined[key])
        elif not message.plural:
            self._recall(message)
        _explain(message, self.how.grade)
        return message

    def _reuse(self, message: Message, old: Message) -> None:
        """Take over the translation of one message in other words."""
        self.used.append(old)
        _take_work(message, old)
        comparable = old.msgctxt == message.msgctxt and state(old) is State.TRANSLATED and not message.plural
        if not (comparable and self._carry_over(message, old)):
            _mark_fuzzy(message, old)
            if comparable or was_translated(old):
                message.extracted_comments.append(TRANSLATED)

    def _carry_over(self, message: Message, old: Message) -> bool:
        """Tell whether the translation of `old` may be published for `message`, and do to it what is to be done."""
        edit = self.how.grade(old.msgid, message.msgid)
        if edit.harm is Harm.COSMETIC:
            followed = follow(old.msgid, message.msgid, old.msgstr)
            if followed is not None:
                message.msgstr = followed
                self.record.append(Entry(Kind.KEPT, message.key, edit.reasons))
            return followed is not None
        if not self.how.minor(message):
            return False
        if edit.harm is Harm.CRITICAL:
            self.record.append(Entry(Kind.REFUSED, message.key, edit.reasons))
            return False
        same_links = _addresses(old.msgid) == _addresses(message.msgid)
        reasons = () if same_links else ("links changed with the words",)
        self.record.append(Entry(Kind.MINOR if same_links else Kind.REFUSED, message.key, reasons))
        return same_links

    def _take_part(self, message: Message, whole: Message, keys: Sequence[Key]) -> None:
        """Take over the sentences of a message that was split; with all of them, it lives on here."""
        parts = deal_out(whole, [key.text for key in keys])
        part = parts[keys.index(message.key)]
        if part is None:
            return
        if part.translation == whole.msgstr:
            self.used.append(whole)
            _take_work(message, whole)
            _mark_fuzzy(message, whole)
        else:
            _suggest(message, part.source, part.translation)

    def _recall(self, message: Message) -> None:
        """Take a suggestion from another article."""
        recalled = self.how.memory.recall(message.key, self.how.domain)
        if recalled is None:
            return
        if recalled.sure:
            message.msgstr = recalled.translation
            self.record.append(Entry(Kind.REUSED, message.key, ()))
        else:
            _suggest(message, recalled.source, recalled.translation)


def _addresses(text: str) -> list[str]:
    return sorted(link.address for link in read_shape(text).links)


def _join(message: Message, olds: Sequence[Message]) -> None:
    """Suggest the translations of several messages as one; they stay as obsolete messages too."""
    texts = [old.msgstr for old in olds]
    space = "" if SPACELESS_END.search(texts[0]) else " "
    _suggest(message, " ".join(old.msgid for old in olds), space.join(texts))


def _suggest(message: Message, source: str, translation: str) -> None:
    """Offer a translation of a part of a message, of several, or of one in another article."""
    message.msgstr = translation
    message.flags.insert(0, "fuzzy")
    message.previous_msgid = source


def _explain(message: Message, grade: Grader) -> None:
    """Say why an old translation cannot stay, in a comment of ours: it is made anew in each merge."""
    if not (message.fuzzy and message.begun and message.previous_msgid):
        return
    if message.previous_msgid == message.msgid:
        if message.previous_msgctxt == message.msgctxt:
            message.extracted_comments.append(ELSEWHERE)
        return
    edit = grade(message.previous_msgid, message.msgid)
    if edit.harm is Harm.CRITICAL:
        message.extracted_comments = [comment for comment in message.extracted_comments if comment != TRANSLATED]
        message.extracted_comments.append(CHANGED + "; ".join(edit.reasons))


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
