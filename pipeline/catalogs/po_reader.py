"""A strict reader of PO files: it loses nothing and tells everything that is wrong."""

from __future__ import annotations

from pipeline.catalogs.po_comments import add_comment
from pipeline.catalogs.po_draft import Draft
from pipeline.catalogs.po_header import charset, field_lines, nplurals, read_fields
from pipeline.catalogs.po_lines import MOST_FAULTS, decode_lines
from pipeline.catalogs.po_model import Catalog, Message
from pipeline.catalogs.po_tokens import COMMENT, FIELD, Token, read_token
from pipeline.errors import InputError, raise_all
from pipeline.model import Key

_HEADER = Key(None, "")


def read_po(data: bytes, path: str) -> Catalog:
    """Return the catalog or template in `data`; `path` is only for messages and `Catalog.fpath`.

    Raises `InputErrors` with every fault of the file.
    """
    lines, errors = decode_lines(data, path)
    reader = _Reader(path, errors)
    for number, line in enumerate(lines, 1):
        if len(errors) >= MOST_FAULTS:
            errors.append(InputError("more is wrong from here on; is this really a PO file?", path, number))
            raise_all(sorted(errors, key=lambda error: error.line or 0))
        if token := read_token(number, line):
            reader.take(token)
    reader.finish_message()
    if head_line := reader.catalog.head.msgstr_line:
        reader.catalog.field_lines = field_lines(lines, head_line)
    reader.check_header()
    reader.check_plurals()
    raise_all(sorted(errors, key=lambda error: error.line or 0))
    return reader.catalog


class _Reader:
    """Puts tokens together to messages, and messages to a catalog."""

    def __init__(self, path: str, errors: list[InputError]) -> None:
        self.catalog = Catalog()
        self.catalog.fpath = path
        self._errors = errors
        self._draft = Draft()
        self._lines: dict[Key, int] = {}
        """Where each key was met first."""

    def _fault(self, message: str, line: int | None) -> None:
        self._errors.append(InputError(message, self.catalog.fpath, line))

    def take(self, token: Token) -> None:
        """Add `token` to the message that it belongs to."""
        if self._draft.is_over(token):
            self.finish_message()
        if token.kind == COMMENT:
            add_comment(self._draft.message, token.text)
            return
        fault = self._draft.add_field(token) if token.kind == FIELD else self._draft.add_string(token)
        if fault:
            self._fault(fault, token.line)

    def finish_message(self) -> None:
        """Put the message read so far into the catalog, if it is whole."""
        draft, self._draft = self._draft, Draft()
        if not draft.fields or draft.broken:
            self._remember_broken(draft)
            return
        if fault := draft.incomplete():
            self._fault(*fault)
            return
        self._add(draft.finish())

    def _remember_broken(self, draft: Draft) -> None:
        """Keep a broken header from being called missing."""
        if draft.broken and draft.is_header():
            self._lines.setdefault(_HEADER, draft.line)

    def _add(self, message: Message) -> None:
        first = self._lines.setdefault(message.key, message.linenum or 0)
        if first != message.linenum:
            what = "header" if message.key == _HEADER else "message"
            self._fault(f"this {what} stands in line {first} already; delete one of the two", message.linenum)
        elif message.key == _HEADER:
            self._add_header(message)
        else:
            self.catalog.append(message)

    def _add_header(self, message: Message) -> None:
        if len(self.catalog) or message.obsolete:
            self._fault("the header (the empty msgid) must be the first message; move it to the top", message.linenum)
        self.catalog.head = message
        self.catalog.metadata = read_fields(message.msgstr)
        self.catalog.metadata_is_fuzzy = message.fuzzy

    def check_header(self) -> None:
        """Tell if there is no header, or if it names another charset than UTF-8."""
        if _HEADER not in self._lines:
            self._fault('the header is missing; begin with msgid "" and a msgstr with "Content-Type: …"', 1)
        elif self.catalog.head.linenum and charset(self.catalog) != "utf-8":
            name = charset(self.catalog) or "missing"
            fault = f'the charset is {name}; write "Content-Type: text/plain; charset=UTF-8\\n" and save as UTF-8'
            self._fault(fault, self.catalog.field_lines.get("Content-Type", self.catalog.head.linenum))

    def check_plurals(self) -> None:
        """Tell of translations that have another number of plural forms than the header says."""
        expected = nplurals(self.catalog.metadata.get("Plural-Forms", ""))
        for message in self.catalog:
            count = len(message.msgstr_plural)
            if expected and count != expected and message.plural and message.begun:
                fault = f"{count} plural forms, but the header says nplurals={expected}; add or remove msgstr lines"
                self._fault(fault, message.msgstr_line)
