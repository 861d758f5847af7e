"""What a translator changes in the workbench, written into the catalog exactly as a tool would write it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from pipeline.catalogs import Catalog, Message, format_po, read_po
from pipeline.catalogs.po_header import timestamp
from pipeline.commands.digests import digest
from pipeline.commands.files import now, shown, write
from pipeline.commands.lock import locked
from pipeline.commands.preview.view import name_of
from pipeline.commands.workspace import CatalogFile, catalog_path, read_catalog
from pipeline.errors import InputError
from pipeline.locale import Locale
from pipeline.project import Project

PATIENCE = 5.0
"""Seconds to wait for a command that writes in the project."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A new text for one message."""

    domain: str
    locale: Locale
    name: str
    """Of the block."""

    text: str
    fuzzy: bool
    """Whether somebody still has to look at it."""

    seen: str = ""
    """The digest of the catalog that the translator saw."""


def save(project: Project, edit: Edit, patience: float = PATIENCE) -> bool:
    """Write `edit` into its catalog; return whether that changed anything.

    Raises `InputError` if the catalog is no longer the one that the translator saw, or the text cannot be written;
    then nothing is.
    """
    with locked(project, patience):
        path = catalog_path(project, edit.locale, edit.domain)
        file = read_catalog(project, path, edit.locale)
        if file is None or digest(file.content) != edit.seen:
            message = "the file was changed meanwhile, so nothing was written"
            raise InputError(message, shown(path, project.root))
        changed = edited(file, edit)
        if changed is None:
            return False
        changed.metadata["PO-Revision-Date"] = timestamp(now())
        return write(path, format_po(changed).encode(), project.root, file.content)


def tried(file: CatalogFile, edit: Edit) -> CatalogFile:
    """Return the catalog as it would be with `edit` and without doubt about it, so that all rules look at the text."""
    changed = edited(file, edit)
    if changed is None:
        return file
    content = format_po(changed).encode()
    return CatalogFile(read_po(content, file.path), content, file.path)


def edited(file: CatalogFile, edit: Edit) -> Catalog | None:
    """Return a catalog with a new text for one message; None if it has this text already.

    Whoever clears the mark of doubt has seen what changed in the source, so the older source goes with it.
    Raises `InputError` if there is no such message, it has plural forms, or the text holds control characters.
    """
    text = _clean(edit.text, file.path)
    messages = list(iter(file.catalog))
    number = next((n for n, each in enumerate(messages) if not each.obsolete and name_of(each.key) == edit.name), None)
    if number is None or messages[number].plural:
        raise InputError("this message cannot be changed here; use a translator's tool", file.path)
    message = _changed(messages[number], text, fuzzy=edit.fuzzy and bool(text))
    if (message.msgstr, message.fuzzy) == (messages[number].msgstr, messages[number].fuzzy):
        return None
    return file.catalog.with_messages([*messages[:number], message, *messages[number + 1 :]])


def _changed(message: Message, text: str, *, fuzzy: bool) -> Message:
    new = message.copy()
    new.msgstr = text
    new.flags = [*(["fuzzy"] if fuzzy else []), *(flag for flag in message.flags if flag != "fuzzy")]
    if not fuzzy:
        new.previous_msgctxt = new.previous_msgid = new.previous_msgid_plural = None
    return new


def _clean(text: str, path: str) -> str:
    """Return what was typed with the line ends of catalogs, and none around it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if any(unicodedata.category(char) in {"Cc", "Cs"} and char not in "\n\t" for char in text):
        raise InputError("the text holds characters that cannot be shown; remove them", path)
    return text
