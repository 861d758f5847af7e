"""Catalogs of one locale: a new one, its translations, its header."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from enum import StrEnum

from pipeline.catalogs.po_header import nplurals, timestamp
from pipeline.catalogs.po_model import Catalog, Message
from pipeline.errors import InputError
from pipeline.locale import Locale, UnknownLocale, language_name, parse_locale, plural_forms
from pipeline.model import Key, Lookup, Segment

_NOT_REVIEWED = "not yet reviewed by a native-speaking clinician"


class State(StrEnum):
    """How far the translation of a message is."""

    TRANSLATED = "translated"
    FUZZY = "fuzzy"
    """There is a translation, but somebody has to look at it; it is not published."""

    MISSING = "missing"


def new_catalog(template: Catalog, locale: Locale, now: dt.datetime) -> Catalog:
    """Return an empty catalog of `template` for translators of `locale`, with its header filled in."""
    catalog = Catalog()
    forms = plural_forms(locale)
    catalog.metadata = {
        **template.metadata,
        "PO-Revision-Date": timestamp(now),
        "Last-Translator": "Automatically generated",
        "Language-Team": language_name(locale, parse_locale("en")),
        "Language": locale.name,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": forms,
        "X-Review-State": _NOT_REVIEWED,
    }
    catalog.extend(untranslated(message, forms) for message in template.active)
    return catalog


def untranslated(message: Message, forms: str) -> Message:
    """Return a copy of a template's message, with empty plural forms as many as the header field `forms` says."""
    new = message.copy()
    if new.plural:
        new.msgstr_plural = dict.fromkeys(range(nplurals(forms) or len(message.msgstr_plural)), "")
    return new


def lookup(catalog: Catalog, rejected: Collection[Key] = ()) -> Lookup:
    """Return the function that finds what may be published: translations that are neither fuzzy nor `rejected`."""
    refused = frozenset(rejected)
    published = {
        message.key: message.msgstr
        for message in catalog
        if state(message) is State.TRANSLATED and message.key not in refused
    }

    def translation(segment: Segment) -> str | None:
        return published.get(segment.key) or None

    return translation


def state(message: Message | None) -> State:
    """Return the state of a message; no message and an obsolete one count as missing."""
    if message is None or message.obsolete or not message.begun:
        return State.MISSING
    if message.fuzzy or not (message.msgstr or all(message.msgstr_plural.values())):
        return State.FUZZY
    return State.TRANSLATED


def state_of(catalog: Catalog, key: Key) -> State:
    """Return the state of the message with `key`; for many keys, use `state` and `Catalog.by_key`."""
    return state(catalog.by_key().get(key))


def header_errors(catalog: Catalog, locale: Locale, path: str) -> list[InputError]:
    """Return what in the header does not fit the locale that the file is for."""
    errors = []
    language = catalog.metadata.get("Language", "")
    if language and not _same_locale(language, locale):
        message = f"the header says Language: {language}, but this folder is for {locale.name}; correct one of the two"
        errors.append(InputError(message, path, catalog.field_lines.get("Language")))
    if any(message.plural for message in catalog.active):
        expected = plural_forms(locale)
        if nplurals(catalog.metadata.get("Plural-Forms", "")) != nplurals(expected):
            message = f"the plural forms do not fit {locale.name}; write Plural-Forms: {expected}"
            errors.append(InputError(message, path, catalog.field_lines.get("Plural-Forms", catalog.head.linenum)))
    return errors


def _same_locale(identifier: str, locale: Locale) -> bool:
    try:
        return parse_locale(identifier).name == locale.name
    except UnknownLocale:
        return False
